// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/unit/protocol/document_checks.h"

#include "shared/base/error.h"
#include "shared/base/text_limits.h"
#include "shared/protocol/limits.h"
#include "shared/protocol/schema.h"
#include "shared/protocol/version.h"

#include <QFile>
#include <QMap>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace salon::test {
namespace {

/// Texts by name: rules of the CDDL file, or sections of the document.
using Parts = QMap<QString, QString>;

const MessageInfo *messageNamed(const QString &name)
{
    for (const MessageInfo &info : messageInfos) {
        if (info.name == name)
            return &info;
    }
    return nullptr;
}

QString roleName(MessageRole role)
{
    switch (role) {
    case MessageRole::Request:
        return u"request"_s;
    case MessageRole::Reply:
        return u"reply"_s;
    case MessageRole::Push:
        return u"push"_s;
    case MessageRole::Notice:
        return u"notice"_s;
    }
    return {};
}

QStringList differences(const Parts &wanted, const Parts &found)
{
    QStringList problems;
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        if (!found.contains(it.key()))
            problems.append(it.key() + ": missing"_L1);
        else if (found.value(it.key()) != it.value())
            problems.append(it.key() + ":\nwanted "_L1 + it.value() + "\nfound  "_L1 + found.value(it.key()));
    }
    for (auto it = found.begin(); it != found.end(); ++it) {
        if (!wanted.contains(it.key()))
            problems.append(it.key() + ": not in the code"_L1);
    }
    return problems;
}

QString withErrorCodes(const std::function<QString(const QString &name, int number)> &line, bool travelling)
{
    QString text;
    const auto add = [&](const char *name, int number) {
        if (!travelling || number < 1000)
            text += line(QString::fromLatin1(name), number);
    };
#define SALON_ADD(name, number) add(#name, number);
    SALON_ERROR_CODES(SALON_ADD)
#undef SALON_ADD
    return text;
}

// The CDDL file.

Parts rulesIn(const QString &cddl)
{
    static const QRegularExpression comment(u"^;.*$"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression start(u"^([A-Za-z]\\w*) = "_s, QRegularExpression::MultilineOption);
    const QString text = QString(cddl).remove(comment);
    Parts rules;
    QString name;
    qsizetype from = 0;
    for (auto matches = start.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        rules[name] += text.mid(from, match.capturedStart() - from).simplified();
        name = match.captured(1);
        from = match.capturedEnd();
    }
    rules[name] += text.mid(from).simplified();
    if (rules.value({}).isEmpty())
        rules.remove({});
    return rules;
}

QString cddlMap(const wire::RecordInfo &info)
{
    QString text = u"{ "_s;
    for (const wire::FieldInfo &field : info.fields) {
        if (field.presence == wire::Presence::Optional)
            text += "? "_L1;
        const QString type = field.type == "RoomEvent"_L1
            ? u"RoomEventFields"_s
            : QString(field.type).replace("RoomEvent]"_L1, "RoomEventFields]"_L1);
        text += u"%1: %2, ; %3 "_s.arg(field.key).arg(type, field.name);
    }
    return text + "more }"_L1;
}

Parts wantedRules()
{
    Parts rules{ { u"payload"_s, u"known / later"_s }, { u"later"_s, u"[uint32, uint64, { more }]"_s },
        { u"more"_s, u"(* uint => any)"_s }, { u"request"_s, u"1..18446744073709551615"_s },
        { u"reply"_s, u"1..18446744073709551615"_s }, { u"push"_s, u"0"_s }, { u"notice"_s, u"0"_s },
        { u"uint32"_s, u"0..4294967295"_s }, { u"uint63"_s, u"0..9223372036854775807"_s },
        { u"uint64"_s, u"0..18446744073709551615"_s }, { u"AccountId"_s, u"uint63"_s }, { u"DeviceId"_s, u"uint63"_s },
        { u"RoomId"_s, u"uint63"_s }, { u"Cid"_s, u"bstr .size 16"_s } };
    QStringList known;
    for (const wire::RecordInfo &record : wire::recordInfos()) {
        const MessageInfo *message = messageNamed(record.name);
        if (!message) {
            rules[record.name] = cddlMap(record);
            continue;
        }
        known.append(record.name);
        QString fields = cddlMap(record);
        if (message->type == MessageType::RoomEvent)
            fields = std::exchange(rules[u"RoomEventFields"_s], fields) + "RoomEventFields"_L1;
        rules[record.name] = u"[%1, %2, %3]"_s.arg(quint32(message->type)).arg(roleName(message->role), fields);
    }
    rules[u"known"_s] = known.join(" / "_L1);
    for (const wire::EnumInfo &info : wire::enumInfos()) {
        QString values;
        for (const wire::EnumValue &value : info.values)
            values += u"%1: %2, "_s.arg(value.name).arg(value.number);
        rules[info.name] = u"&( "_s + values + u") / 0..255"_s;
    }
    const auto line = [](const QString &name, int number) {
        return u"%1: %2, "_s.arg(name).arg(number);
    };
    rules[u"ErrorCode"_s] = u"&( "_s + withErrorCodes(line, true) + u')';
    return rules;
}

// The document.

/// Sections "### Name (what)", each with its first table's rows, whose last cell must say something.
Parts sectionsIn(const QString &document)
{
    static const QRegularExpression heading(u"^#+ (.*)$"_s);
    static const QRegularExpression row(u"^\\| (\\d+) \\| (.*) \\| ([^|]*\\S[^|]*) \\|$"_s);
    Parts sections;
    QString name;
    for (const QString &line : document.split(u'\n')) {
        if (const auto match = heading.match(line); match.hasMatch()) {
            name = match.captured(1);
            if (line.startsWith("### "_L1) && name.endsWith(u')') && !sections.contains(name))
                sections[name] = QString();
            else
                name.clear();
        } else if (!name.isEmpty() && line.startsWith(u'|')) {
            if (const auto cells = row.match(line); cells.hasMatch())
                sections[name] += u"\n%1 | %2"_s.arg(cells.captured(1), cells.captured(2));
            else if (!line.startsWith("| key |"_L1) && !line.startsWith("| number |"_L1) && !line.startsWith("|--"_L1))
                sections[name] += u"\nnot a row: "_s + line;
        }
    }
    return sections;
}

/// "[0*8 tstr .size (0..64)]" as people read it: "list ≤ 8 of text ≤ 64".
QString readableType(QString type)
{
    static const QRegularExpression list(u"^\\[0\\*(\\d+) (.*)\\]$"_s);
    static const QRegularExpression sized(u"^([tb])str \\.size \\(0\\.\\.(\\d+)\\)$"_s);
    if (const auto match = list.match(type); match.hasMatch())
        return u"list ≤ %1 of %2"_s.arg(match.captured(1), readableType(match.captured(2)));
    if (const auto match = sized.match(type); match.hasMatch())
        return (match.captured(1) == u't' ? u"text ≤ "_s : u"bytes ≤ "_s) + match.captured(2);
    return type;
}

Parts wantedSections()
{
    Parts sections;
    for (const wire::RecordInfo &record : wire::recordInfos()) {
        const MessageInfo *message = messageNamed(record.name);
        const QString title = message
            ? u"%1 (%2, %3)"_s.arg(record.name).arg(quint32(message->type)).arg(roleName(message->role))
            : record.name + " (record)"_L1;
        QString rows;
        for (const wire::FieldInfo &field : record.fields) {
            rows += u"\n%1 | `%2` | %3 | %4"_s.arg(field.key).arg(
                field.name, readableType(field.type), field.presence == wire::Presence::Required ? u"yes"_s : u"no"_s);
        }
        sections[title] = rows;
    }
    for (const wire::EnumInfo &info : wire::enumInfos()) {
        QString rows;
        for (const wire::EnumValue &value : info.values)
            rows += u"\n%1 | `%2`"_s.arg(value.number).arg(value.name);
        sections[info.name + " (enumeration)"_L1] = rows;
    }
    return sections;
}

/// Rows of the one table that begins with `header`, without the outer bars.
QStringList rowsBelow(const QString &document, const QString &header)
{
    QStringList rows;
    const qsizetype at = document.indexOf(u'\n' + header + u'\n');
    if (at < 0)
        return {};
    for (const QString &line : document.mid(at + header.size() + 2).split(u'\n')) {
        if (!line.startsWith(u'|'))
            break;
        if (!line.startsWith("|--"_L1))
            rows.append(line.mid(2, line.size() - 4));
    }
    return rows;
}

QStringList errorProblems(const QString &document)
{
    QString found;
    for (const QString &row : rowsBelow(document, u"| code | name | parameters | meaning |"_s)) {
        const QStringList cells = row.split(u" | "_s);
        if (cells.size() != 4 || cells.last().trimmed().isEmpty())
            return { "error row not understood: "_L1 + row };
        found += cells[0] + cells[1] + u' ';
    }
    const QString wanted
        = withErrorCodes([](const QString &name, int number) { return u"%1`%2` "_s.arg(number).arg(name); }, false);
    return found == wanted ? QStringList() : QStringList{ "errors:\nwanted "_L1 + wanted + "\nfound  "_L1 + found };
}

QStringList limitProblems(const QString &document)
{
    namespace wl = wire_limits;
    namespace tl = text_limits;
    const QStringList wanted{
        u"frame to the server, before login | %1 bytes"_s.arg(wl::MaxFrameBeforeLogin),
        u"frame to the server, after login | %1 bytes"_s.arg(wl::MaxFrameToServer),
        u"`UploadChunk` to the server, once this connection opened an upload | %1 bytes"_s.arg(wl::MaxFrameOfUpload),
        u"bytes of a file in one frame | %1 bytes"_s.arg(wl::MaxChunkBytes),
        u"frame to a client | %1 bytes"_s.arg(wl::MaxFrameToClient),
        u"frames before login | %1"_s.arg(wl::MaxFramesBeforeLogin),
        u"depth of arrays and maps | %1"_s.arg(wl::MaxDepth),
        u"pairs in a map | %1"_s.arg(wl::MaxMapPairs),
        u"items in an array | %1"_s.arg(wl::MaxArrayItems),
        u"bytes of a text or bytes inside a list | %1"_s.arg(wire::MaxListedStringBytes),
        u"events in a page | %1"_s.arg(wl::MaxPageEvents),
        u"bytes after which a page ends | %1"_s.arg(wl::PageByteBudget),
        u"unanswered SendMessage per device and room | %1"_s.arg(wl::MaxInFlightPerRoom),
        u"TLS handshake | %1 ms"_s.arg(wl::TlsHandshakeMs),
        u"login, from accept to LoggedIn | %1 ms"_s.arg(wl::LoginMs),
        u"silence before a Ping | %1 ms"_s.arg(wl::PingAfterMs),
        u"silence before a side closes | %1 ms"_s.arg(wl::DropAfterMs),
        u"text of a message | %1 bytes"_s.arg(tl::MaxTextBytes),
        u"line of a message | %1 UTF-16 code units"_s.arg(tl::MaxLineChars),
        u"lines of a message | %1"_s.arg(tl::MaxLines),
        u"login | %1 characters"_s.arg(tl::MaxLoginChars),
        u"display name | %1 graphemes, %2 bytes"_s.arg(tl::MaxDisplayNameGraphemes).arg(tl::MaxDisplayNameBytes),
        u"room name | %1 graphemes, %2 bytes"_s.arg(tl::MaxRoomNameGraphemes).arg(tl::MaxRoomNameBytes),
        u"topic | %1 bytes"_s.arg(tl::MaxTopicBytes),
        u"status text | %1 bytes"_s.arg(tl::MaxStatusBytes),
        u"password | %1 to %2 bytes"_s.arg(tl::MinPasswordBytes).arg(tl::MaxPasswordBytes),
    };
    const QStringList found = rowsBelow(document, u"| limit | value |"_s);
    QStringList problems;
    for (const QString &row : wanted) {
        if (!found.contains(row))
            problems.append("limit not in the document: "_L1 + row);
    }
    for (const QString &row : found) {
        if (!wanted.contains(row))
            problems.append("limit not in the code: "_L1 + row);
    }
    return problems;
}

QStringList factProblems(const QString &document)
{
    QStringList problems;
    QStringList features;
    for (const QString &row : rowsBelow(document, u"| feature | means |"_s))
        features.append(row.section(u'`', 1, 1));
    if (features != knownFeatures())
        problems.append("features: "_L1 + features.join(u' '));
    if (!document.contains(u"**%1/TCP**"_s.arg(wire_limits::DefaultPort)))
        problems.append("default port"_L1);
    if (!document.contains(u"The protocol's version is %1."_s.arg(ProtocolVersion)))
        problems.append("version"_L1);
    return problems;
}

QByteArray goldenFrame(const QString &message)
{
    QFile file(QStringLiteral(SALON_TEST_DATA "/frames/") + message + ".hex"_L1);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray hex;
    for (const QByteArray &line : file.readAll().split('\n'))
        hex += line.startsWith('#') ? QByteArray() : line;
    return hex;
}

/// Blocks "```hex Name": hex, and words of explanation after two spaces or more.
QStringList frameProblems(const QString &document)
{
    static const QRegularExpression block(u"^```hex (\\w+)\\n(.*?)^```$"_s,
        QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression words(u"(?<=\\S)  .*$"_s);
    QStringList problems;
    int blocks = 0;
    for (auto matches = block.globalMatch(document); matches.hasNext(); ++blocks) {
        const auto match = matches.next();
        QByteArray hex;
        for (QString line : match.captured(2).split(u'\n'))
            hex += line.remove(words).remove(u' ').toLatin1();
        if (hex != goldenFrame(match.captured(1)))
            problems.append("bytes of "_L1 + match.captured(1));
    }
    if (blocks < 10)
        problems.append("the session in bytes is missing"_L1);
    return problems;
}

} // namespace

QStringList cddlProblems(const QString &cddl)
{
    return differences(wantedRules(), rulesIn(cddl));
}

QStringList documentProblems(const QString &document)
{
    return differences(wantedSections(), sectionsIn(document)) + errorProblems(document) + limitProblems(document)
        + factProblems(document) + frameProblems(document);
}

} // namespace salon::test
