// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/how_it_works/frame_words.h"

#include "client-gui/how_it_works/field_words.h"
#include "client-gui/how_it_works/message_words.h"

#include <QDateTime>
#include <QLocale>
#include <QModelIndex>
#include <QUuid>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

using Direction = FrameLogModel::Direction;
using Kind = FramePart::Kind;
using Shape = FramePart::Shape;

constexpr qsizetype BytesPerLine = 16;
constexpr qsizetype LongestCopied = 4000; ///< characters of one value
constexpr qsizetype MostBytesCopied = 16 * 1024; ///< a piece of a file is longer
constexpr auto HiddenByte = "••";

QString quoted(const QByteArray &utf8, qsizetype longest)
{
    const QString text = QString::fromUtf8(utf8);
    return u'"' + visibleText(text.left(longest)) + (text.size() > longest ? u"…\""_s : u"\""_s);
}

QString hexOf(const QByteArray &bytes, qsizetype longest)
{
    const qsizetype shown = std::max<qsizetype>(1, longest / 3);
    return QString::fromLatin1(bytes.left(shown).toHex(' ')) + (bytes.size() > shown ? u" …"_s : QString());
}

const FrameStretch *stretchAt(const FrameView &view, qsizetype at)
{
    const auto after = std::upper_bound(view.stretches.cbegin(), view.stretches.cend(), at,
        [](qsizetype wanted, const FrameStretch &stretch) { return wanted < stretch.at; });
    return after == view.stretches.cbegin() ? nullptr : &*std::prev(after);
}

bool isHiddenAt(const FrameView &view, qsizetype at)
{
    const FrameStretch *stretch = stretchAt(view, at);
    return stretch && stretch->kind == FrameByteKind::Hidden;
}

/// The innermost field around a byte.
const FramePart *fieldAt(const QList<FramePart> &parts, qsizetype at)
{
    for (const FramePart &part : parts) {
        if (at < part.at || at >= part.at + part.size)
            continue;
        const FramePart *inside = fieldAt(part.parts, at);
        return inside ? inside : part.kind == Kind::Field ? &part : nullptr;
    }
    return nullptr;
}

/// The number in the first bytes of a CBOR item.
quint64 headNumber(const QByteArray &frame, const FrameStretch &head)
{
    if (head.size == 1)
        return uchar(frame[head.at]) & 0x1f;
    quint64 number = 0;
    for (qsizetype i = 1; i < head.size; ++i)
        number = (number << 8) | uchar(frame[head.at + i]);
    return number;
}

QString withName(const QString &number, const QString &name)
{
    //: A number and what it stands for: "12 (Cooking)"
    return name.isEmpty() ? number : FrameWords::tr("%1 (%2)").arg(number, name);
}

void appendParts(QString &text, const QList<FramePart> &parts, const FrameWords::Names &names, int depth)
{
    for (const FramePart &part : parts) {
        //: A part of a message and its value
        const QString line = FrameWords::tr("%1: %2");
        text += QString(2 * depth + 2, u' ')
            + line.arg(FrameWords::partName(part), FrameWords::value(part, names, LongestCopied)) + u'\n';
        appendParts(text, part.parts, names, depth + 1);
    }
}

} // namespace

QString visibleText(const QString &text)
{
    QString visible;
    const QList<uint> all = text.toUcs4();
    for (const uint c : all) {
        const QChar::Category category = QChar::category(c);
        if (c == u'\n')
            visible += u"\\n"_s;
        else if (c == u'\t')
            visible += u"\\t"_s;
        else if (category == QChar::Other_Control || category == QChar::Other_Format
            || category == QChar::Separator_Line || category == QChar::Separator_Paragraph
            || category == QChar::Other_Surrogate)
            visible += u"\\u{%1}"_s.arg(c, 4, 16, QChar(u'0'));
        else
            visible += QString::fromUcs4(reinterpret_cast<const char32_t *>(&c), 1);
    }
    return visible;
}

QString FrameWords::time(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms).toString(u"HH:mm:ss.zzz"_s);
}

QString FrameWords::direction(Direction direction)
{
    switch (direction) {
    case Direction::Sent:
        //: A frame that this program sends to the server
        return tr("↑ sent");
    case Direction::Received:
        //: A frame that comes from the server
        return tr("↓ received");
    case Direction::None:
        break;
    }
    //: Where other rows say sent or received: a step of the connection
    return tr("• step");
}

QString FrameWords::title(const QModelIndex &row)
{
    if (row.data(FrameLogModel::BeginsRole).toBool())
        return connection(row);
    if (Direction(row.data(FrameLogModel::DirectionRole).toInt()) == Direction::None) {
        const auto state = SessionState(row.data(FrameLogModel::StateRole).toInt());
        return row.data(FrameLogModel::IsPeerRole).toBool() ? linkStep(state) : step(state);
    }
    const QString name = row.data(FrameLogModel::NameRole).toString();
    if (!name.isEmpty())
        return name;
    const quint32 type = row.data(FrameLogModel::TypeRole).toUInt();
    //: %1 is the number of a message that this program does not know
    return type == 0 ? tr("unreadable") : tr("unknown (%1)").arg(type);
}

QString FrameWords::byteKind(FrameByteKind kind)
{
    switch (kind) {
    case FrameByteKind::Length:
        return tr("length");
    case FrameByteKind::Structure:
        //: Bytes by which CBOR says what follows, and how long it is
        return tr("CBOR: what follows");
    case FrameByteKind::Type:
        return tr("message type");
    case FrameByteKind::Correlation:
        return tr("request number");
    case FrameByteKind::Key:
        return tr("key of a field");
    case FrameByteKind::Value:
        return tr("value");
    case FrameByteKind::Hidden:
        return tr("hidden value");
    case FrameByteKind::Unreadable:
        return tr("unreadable");
    }
    return {};
}

QString FrameWords::explained(const QByteArray &frame, const FrameView &view, qsizetype at)
{
    const FrameStretch *stretch = stretchAt(view, at);
    if (!stretch)
        return {};
    const FramePart *field = fieldAt(view.parts, at);
    const QString name = field && !field->name.isEmpty() ? field->name : tr("unknown");
    const auto count = int(std::min<quint64>(headNumber(frame, *stretch), std::numeric_limits<int>::max()));
    switch (stretch->kind) {
    case FrameByteKind::Length:
        return tr("The length, four bytes, the one that counts most first: %n byte(s) follow.", nullptr,
            int(frame.size() - stretch->size));
    case FrameByteKind::Structure:
        switch (uchar(frame[stretch->at]) >> 5) {
        case 2:
            return tr("CBOR says what follows: %n byte(s) of data.", nullptr, count);
        case 3:
            return tr("CBOR says what follows: a text of %n byte(s).", nullptr, count);
        case 4:
            return tr("CBOR says what follows: a list of %n thing(s).", nullptr, count);
        default:
            return tr("CBOR says what follows: a map of %n pair(s), each a key and a value.", nullptr, count);
        }
    case FrameByteKind::Type:
        return tr("The type of the message: %1 is %2.")
            .arg(QString::number(view.type), view.name.isEmpty() ? tr("unknown") : QString(view.name));
    case FrameByteKind::Correlation:
        return view.correlation == 0
            ? tr("The request number: 0, since this is neither a request nor an answer.")
            : tr("The request number, %1: the request and its answer have the same.").arg(view.correlation);
    case FrameByteKind::Key:
        return tr("The key of a field: %1 is “%2”.").arg(QString::number(field ? field->key : 0), name);
    case FrameByteKind::Value:
        if (const QString meaning = FieldWords::meaning(name); !meaning.isEmpty()) {
            //: %1 is the name of a field in the protocol, %2 what it means: "text", "what was written"
            return tr("The value of the field “%1”: %2.").arg(name, meaning);
        }
        return tr("The value of the field “%1”.").arg(name);
    case FrameByteKind::Hidden:
        return tr("Hidden: this may be something that nobody else should know. It was never kept here.");
    case FrameByteKind::Unreadable:
        return tr("These bytes are not what the protocol asks for here.");
    }
    return {};
}

QString FrameWords::partName(const FramePart &part)
{
    switch (part.kind) {
    case Kind::Length:
        return tr("Length");
    case Kind::Envelope:
        return tr("Envelope");
    case Kind::Type:
        return tr("Message type");
    case Kind::Correlation:
        return tr("Request number");
    case Kind::Fields:
        return tr("Fields");
    case Kind::Item:
        return u"[%1]"_s.arg(part.key);
    case Kind::Unreadable:
        return tr("Unreadable");
    case Kind::Field:
        break;
    }
    //: %1 is the key of a field that this program does not know
    return part.name.isEmpty() ? tr("%1 (unknown field)").arg(part.key) : u"%1 %2"_s.arg(part.key).arg(part.name);
}

QString FrameWords::value(const FramePart &part, const Names &names, qsizetype longest)
{
    switch (part.kind) {
    case Kind::Length:
        return tr("%n byte(s) follow", nullptr, int(part.number));
    case Kind::Envelope:
        return tr("a list of three: type, number, fields");
    case Kind::Type:
        return withName(QString::number(part.number), part.word.isEmpty() ? tr("unknown") : part.word);
    case Kind::Correlation:
        return part.number == 0 ? tr("0: no request, no answer") : QString::number(part.number);
    case Kind::Fields:
        return tr("%n field(s)", nullptr, int(part.number));
    case Kind::Unreadable:
        return part.isHidden ? tr("hidden, %n byte(s)", nullptr, int(part.number)) : hexOf(part.content, longest);
    case Kind::Field:
    case Kind::Item:
        break;
    }
    const bool isString = part.shape == Shape::Text || part.shape == Shape::Bytes || part.shape == Shape::Uuid;
    if (part.isHidden)
        return isString ? tr("hidden, %n byte(s)", nullptr, int(part.number)) : tr("hidden");
    switch (part.shape) {
    case Shape::Number:
        return withName(QString::number(part.number),
            !part.word.isEmpty() ? part.word
                : names          ? names(part.type, part.number)
                                 : QString());
    case Shape::Time:
        return part.number == 0
            ? u"0"_s
            : withName(QString::number(part.number),
                QLocale().toString(QDateTime::fromMSecsSinceEpoch(qint64(part.number)), QLocale::ShortFormat));
    case Shape::Boolean:
        return part.number == 0 ? u"false"_s : u"true"_s;
    case Shape::Text:
        return quoted(part.content, longest);
    case Shape::Bytes:
        return part.content.isEmpty() ? tr("no bytes") : hexOf(part.content, longest);
    case Shape::Uuid:
        return QUuid::fromRfc4122(part.content).toString(QUuid::WithoutBraces);
    case Shape::List:
        return tr("a list of %n", nullptr, int(part.number));
    case Shape::Record:
        //: %1 is a type of the protocol, "Profile"
        return part.type.isEmpty() ? tr("%n field(s)", nullptr, int(part.number))
                                   : tr("%1, %n field(s)", nullptr, int(part.number)).arg(part.type);
    case Shape::Other:
        break;
    }
    return tr("a value that the protocol does not use");
}

QString FrameWords::hex(const QByteArray &frame, const FrameView &view, qsizetype at, qsizetype size, qsizetype most)
{
    QString text;
    const qsizetype shown = std::min(size, most);
    for (qsizetype i = at; i < at + shown; ++i) {
        if (i > at)
            text += u' ';
        text += isHiddenAt(view, i) ? QString::fromUtf8(HiddenByte)
                                    : u"%1"_s.arg(uchar(frame[i]), 2, 16, QChar(u'0')).toUpper();
    }
    return shown < size ? text + u" …"_s : text;
}

QString FrameWords::asText(const QModelIndex &row, const Names &names)
{
    const auto way = Direction(row.data(FrameLogModel::DirectionRole).toInt());
    QString text
        = time(row.data(FrameLogModel::TimeRole).toLongLong()) + u"  "_s + direction(way) + u"  "_s + title(row);
    if (const QString of = connection(row); !of.isEmpty() && !row.data(FrameLogModel::BeginsRole).toBool())
        text = of + u'\n' + text;
    if (way == Direction::None)
        return text + u'\n' + stepExplained(row) + u'\n';
    const QByteArray frame = row.data(FrameLogModel::FrameRole).toByteArray();
    const FrameView view = viewFrame(frame);
    text += u"  "_s + tr("%n byte(s)", nullptr, int(frame.size())) + u'\n' + MessageWords::purpose(view.type) + u'\n';
    appendParts(text, view.parts, names, 0);
    const qsizetype shown = std::min(frame.size(), MostBytesCopied);
    for (qsizetype at = 0; at < shown; at += BytesPerLine)
        text
            += u"%1  "_s.arg(at, 6, 16, QChar(u'0')) + hex(frame, view, at, std::min(BytesPerLine, shown - at)) + u'\n';
    if (shown < frame.size())
        text += tr("… and %n more byte(s)", nullptr, int(frame.size() - shown)) + u'\n';
    return text;
}

} // namespace salon
