// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/export/export_records.h"

#include "shared/client-core/files/file_kind.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr qsizetype MaxEndingChars = 8;

QString isoTime(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs);
}

QString kindName(RoomKind kind)
{
    switch (kind) {
    case RoomKind::Public:
        return u"public"_s;
    case RoomKind::Private:
        return u"private"_s;
    case RoomKind::Direct:
        return u"direct"_s;
    }
    return {};
}

QString kindName(EventKind kind)
{
    static const QHash<EventKind, QString> names{ { EventKind::Message, u"message"_s },
        { EventKind::RoomCreated, u"roomCreated"_s }, { EventKind::Joined, u"joined"_s },
        { EventKind::Left, u"left"_s }, { EventKind::Invited, u"invited"_s }, { EventKind::Renamed, u"renamed"_s },
        { EventKind::TopicChanged, u"topicChanged"_s }, { EventKind::Removed, u"removed"_s },
        { EventKind::Announcement, u"announcement"_s }, { EventKind::GuestArrived, u"guestArrived"_s },
        { EventKind::GuestLeft, u"guestLeft"_s }, { EventKind::DataReceived, u"dataReceived"_s },
        { EventKind::Pinned, u"pinned"_s }, { EventKind::Unpinned, u"unpinned"_s }, { EventKind::Banned, u"banned"_s },
        { EventKind::Unbanned, u"unbanned"_s }, { EventKind::RulesChanged, u"rulesChanged"_s } };
    return names.value(kind, u"kind%1"_s.arg(int(kind)));
}

QJsonObject personRecord(const ExportPerson &person)
{
    QJsonObject record{ { u"id"_s, person.id.value } };
    if (!person.login.isEmpty())
        record.insert(u"login"_s, person.login);
    record.insert(u"name"_s, person.name);
    return record;
}

QJsonObject personRecord(AccountId id, const ExportPeople &people, const QString &nameThen = {})
{
    ExportPerson person = people.value(id, { id, {}, {} });
    if (!nameThen.isEmpty())
        person.name = nameThen;
    return personRecord(person);
}

/// Leaves out what says nothing.
class RecordWriter
{
public:
    void put(const QString &name, const QString &text)
    {
        if (!text.isEmpty())
            record.insert(name, text);
    }
    void put(const QString &name, bool on)
    {
        if (on)
            record.insert(name, true);
    }
    void put(const QString &name, const QJsonArray &list)
    {
        if (!list.isEmpty())
            record.insert(name, list);
    }
    void putNumber(const QString &name, qint64 number)
    {
        if (number != 0)
            record.insert(name, number);
    }
    QJsonObject record;
};

QJsonObject fileRecord(const FileEntry &file, const QSet<QByteArray> &missing)
{
    RecordWriter to;
    to.put(u"name"_s, file.name);
    to.put(u"path"_s, file.path);
    to.record.insert(u"size"_s, qint64(std::min(file.size, quint64(1) << 53U)));
    to.put(u"sha256"_s, QString::fromLatin1(file.hash.toHex()));
    to.put(u"mediaType"_s, file.mediaType);
    to.putNumber(u"width"_s, file.width);
    to.putNumber(u"height"_s, file.height);
    if (!missing.contains(file.hash))
        to.put(u"file"_s, exportedFilePath(file));
    return to.record;
}

QJsonArray reactionRecords(const RoomEvent &event, const ExportPeople &people)
{
    QJsonArray list;
    for (const ReactionEntry &reaction : event.reactions) {
        QJsonArray who;
        for (const AccountId person : reaction.people)
            who.append(personRecord(person, people));
        RecordWriter to;
        to.put(u"emoji"_s, reaction.emoji);
        to.putNumber(u"count"_s, reaction.count);
        to.put(u"people"_s, who);
        list.append(to.record);
    }
    return list;
}

void putForm(RecordWriter &to, const RoomEvent &event, const ExportPeople &people)
{
    if (event.format != TextFormat::Plain)
        to.put(u"format"_s, event.format == TextFormat::Action ? u"action"_s : u"markdown"_s);
    const bool isPin = event.kind == EventKind::Pinned || event.kind == EventKind::Unpinned;
    to.putNumber(isPin ? u"target"_s : u"replyTo"_s, event.target);
    if (event.editedMs > 0)
        to.put(u"edited"_s, isoTime(event.editedMs));
    to.put(u"deleted"_s, event.deleted);
    if (event.deletedBy.isValid())
        to.record.insert(u"deletedBy"_s, personRecord(event.deletedBy, people));
    to.put(u"pinned"_s, event.pinned);
    if (event.call != Call::Nobody)
        to.put(u"call"_s, event.call == Call::Room ? u"room"_s : u"here"_s);
    to.put(u"reactions"_s, reactionRecords(event, people));
}

} // namespace

QJsonObject exportHeadRecord(const ExportHead &head)
{
    RecordWriter room;
    room.putNumber(u"id"_s, head.room.value);
    room.put(u"kind"_s, kindName(head.kind));
    room.put(u"name"_s, head.roomName);
    room.put(u"topic"_s, head.topic);
    return { { u"salon"_s, u"export"_s }, { u"version"_s, 1 },
        { u"server"_s,
            QJsonObject{ { u"id"_s, QString::fromLatin1(head.serverId.toHex()) }, { u"name"_s, head.serverName } } },
        { u"room"_s, room.record }, { u"exportedMs"_s, head.exportedMs }, { u"exportedBy"_s, personRecord(head.by) },
        { u"from"_s, head.from }, { u"to"_s, head.to } };
}

QJsonObject exportRecord(const RoomEvent &event, const ExportPeople &people, const QSet<QByteArray> &missing)
{
    RecordWriter to;
    to.putNumber(u"seq"_s, event.seq);
    to.put(u"time"_s, isoTime(event.timeMs));
    to.put(u"kind"_s, kindName(event.kind));
    if (event.author.isValid())
        to.record.insert(u"author"_s, personRecord(event.author, people, event.authorName));
    to.put(u"alias"_s, event.alias);
    if (!event.cid.isNull())
        to.put(u"cid"_s, event.cid.toString(QUuid::WithoutBraces));
    to.put(u"text"_s, event.text);
    putForm(to, event, people);
    QJsonArray mentions;
    for (const AccountId person : event.mentions)
        mentions.append(personRecord(person, people));
    to.put(u"mentions"_s, mentions);
    QJsonArray files;
    for (const FileEntry &file : event.files)
        files.append(fileRecord(file, missing));
    to.put(u"files"_s, files);
    to.put(u"folder"_s, event.folder);
    to.put(u"params"_s, QJsonArray::fromStringList(event.params));
    if (event.subject.isValid())
        to.record.insert(u"subject"_s, personRecord(event.subject, people));
    return to.record;
}

QString exportedFilePath(const FileEntry &file)
{
    const QString path = u"files/"_s + QString::fromLatin1(file.hash.toHex());
    const QString ending = file.name.section(u'.', -1).toLower();
    const bool isPlain
        = std::ranges::all_of(ending, [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'); });
    const bool isKept = file.name.contains(u'.') && isPlain && !ending.isEmpty() && ending.size() <= MaxEndingChars
        && !isDangerous(file);
    return isKept ? path + u'.' + ending : path;
}

QByteArray jsonLine(const QJsonObject &record)
{
    return QJsonDocument(record).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace salon
