// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/text/event_text.h"

#include "shared/base/file_name.h"
#include "shared/client-core/files/file_kind.h"
#include "shared/client-core/text/rules_text.h"
#include "shared/markup/format_text.h"
#include "shared/markup/plain_text.h"

#include <QLocale>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {

QString EventText::of(const RoomEvent &event, const QString &author, const QString &subject)
{
    const QString param = event.params.value(0);
    switch (event.kind) {
    case EventKind::Message:
    case EventKind::Edited:
    case EventKind::Deleted:
    case EventKind::Reacted:
    case EventKind::Unreacted:
        return {};
    case EventKind::RoomCreated:
        return param.isEmpty() ? tr("%1 began this conversation.").arg(author)
            : author.isEmpty() ? tr("The room “%1” was created.").arg(param)
                               : tr("%1 created the room “%2”.").arg(author, param);
    case EventKind::Joined:
        return tr("%1 joined the room.").arg(author);
    case EventKind::Left:
        return tr("%1 left the room.").arg(author);
    case EventKind::Invited:
        return tr("%1 added %2 to the room.").arg(author, subject.isEmpty() ? param : subject);
    case EventKind::Renamed:
        return author.isEmpty() ? tr("The room is now called “%1”.").arg(param)
                                : tr("%1 renamed the room to “%2”.").arg(author, param);
    case EventKind::TopicChanged:
        if (param.isEmpty())
            return tr("%1 removed the topic.").arg(author);
        return tr("%1 set the topic: “%2”").arg(author, param);
    case EventKind::Removed:
        return tr("%1 removed %2 from the room.").arg(author, subject.isEmpty() ? param : subject);
    case EventKind::Pinned:
        return tr("%1 pinned a message.").arg(author);
    case EventKind::Unpinned:
        return tr("%1 unpinned a message.").arg(author);
    case EventKind::Banned:
        return tr("%1 banned %2 from the room.").arg(author, subject.isEmpty() ? param : subject);
    case EventKind::Unbanned:
        return tr("%1 lets %2 come back.").arg(author, subject.isEmpty() ? param : subject);
    case EventKind::RulesChanged:
        return ofRules(event, author);
    case EventKind::Announcement:
        return tr("Announcement: %1").arg(event.text);
    case EventKind::GuestArrived:
    case EventKind::GuestLeft:
    case EventKind::DataReceived:
        return ofGuest(event);
    }
    return tr("Something happened here that this version cannot show. An update may help.");
}

QString EventText::ofRules(const RoomEvent &event, const QString &author)
{
    QStringList sentences{ author.isEmpty() ? tr("The rules of the room were changed.")
                                            : tr("%1 changed the rules of the room.").arg(author) };
    for (const QString &param : event.params)
        sentences << RulesText::ofChange(param);
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

QString EventText::ofGuest(const RoomEvent &event)
{
    const QString door = event.params.value(0);
    const QString detail = event.params.value(1);
    if (event.kind == EventKind::DataReceived) {
        bool isNumber = false;
        const qint64 bytes = detail.toLongLong(&isNumber);
        //: Data that a program sent to an exercise of the classroom: who, how much, which exercise, check sum
        return tr("%1 sent %2 to “%3”. SHA-256: %4")
            .arg(event.alias, isNumber ? QLocale().formattedDataSize(bytes) : detail, door, event.params.value(2));
    }
    const bool isHere = event.kind == EventKind::GuestArrived;
    if (event.alias.isEmpty() && !isHere)
        //: Somebody answers a guest who is gone, and the server does not know any more who it was
        return tr("Nobody is there to read this any more.");
    if (door == "text"_L1)
        return isHere ? tr("%1 arrived by plain text.").arg(event.alias) : tr("%1 left.").arg(event.alias);
    if (detail.isEmpty())
        return isHere ? tr("%1 connected to “%2”.").arg(event.alias, door)
                      : tr("%1 ended the connection to “%2”.").arg(event.alias, door);
    //: The second is one of the classroom's exercises, the third an address
    return isHere ? tr("Connection received from %3: %1, on “%2”.").arg(event.alias, door, detail)
                  : tr("Connection from %3 ended: %1, on “%2”.").arg(event.alias, door, detail);
}

QString EventText::gap(Seq from, Seq to)
{
    return tr("%n older message(s) are no longer on the server.", nullptr,
        int(qBound(Seq(1), to - from + 1, Seq(1'000'000'000))));
}

QString EventText::files(const RoomEvent &event)
{
    if (event.files.isEmpty() || event.deleted)
        return {};
    const auto count = int(event.files.size());
    if (!event.folder.isEmpty())
        //: A folder that was sent: its name, how many files it has
        return tr("🗂 %1 (%n file(s))", nullptr, count).arg(safeFileName(event.folder));
    if (std::ranges::all_of(event.files, isImage))
        return count == 1 ? tr("📷 Photo") : tr("📷 %n photo(s)", nullptr, count);
    return u"📎 "_s + (count == 1 ? shownName(event.files.first()) : tr("%n file(s)", nullptr, count));
}

QString EventText::withFiles(const RoomEvent &event, const QString &caption)
{
    const QString what = files(event);
    if (what.isEmpty() || caption.isEmpty())
        return what.isEmpty() ? caption : what;
    //: A message with files: the files, what is written with them
    return tr("%1 – %2").arg(what, caption);
}

QString EventText::preview(const RoomEvent &event, const QString &author)
{
    constexpr qsizetype MaxChars = 140;
    const QString line = event.deleted
        ? tr("Message deleted")
        : withFiles(event, oneLine(formatText(event.text.left(4 * MaxChars), event.format), MaxChars));
    if (event.format == TextFormat::Action && !author.isEmpty())
        //: Somebody tells what they do: "Marie waves"
        return tr("%1 %2").arg(author, line);
    //: A message in the list of rooms: author, text
    return author.isEmpty() ? line : tr("%1: %2").arg(author, line);
}

} // namespace salon
