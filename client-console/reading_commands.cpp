// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/reading_commands.h"

#include "client-console/conversation_commands.h"
#include "shared/client-core/text/time_text.h"

#include <array>

using namespace Qt::StringLiterals;

namespace salon::console {
namespace {

constexpr int MorningHour = 8;

bool isOneOf(const QString &word, std::initializer_list<QStringView> words)
{
    return std::ranges::find(words, QStringView(word)) != words.end();
}

/// When "30m", "2h", "1d" or "tomorrow" is over; none for another word.
std::optional<QDateTime> endOf(const QString &word, const QDateTime &now)
{
    if (isOneOf(word, { u"tomorrow", u"demain" }))
        return QDateTime(now.date().addDays(1), QTime(MorningHour, 0));
    bool isNumber = false;
    const int count = word.chopped(1).toInt(&isNumber);
    if (!isNumber || count < 1 || count > 9999)
        return std::nullopt;
    switch (word.back().unicode()) {
    case u'm':
        return now.addSecs(60LL * count);
    case u'h':
        return now.addSecs(3600LL * count);
    case u'd':
    case u'j':
        return now.addDays(count);
    default:
        return std::nullopt;
    }
}

} // namespace

ReadingCommands::ReadingCommands(const Parts &parts)
    : CommandGroup(parts)
{
}

std::span<const CommandRow<ReadingCommands>> ReadingCommands::table()
{
    using C = ReadingCommands;
    using Row = CommandRow<C>;
    static constexpr std::array all{
        Row{ "read", QT_TR_NOOP("[all]"), QT_TR_NOOP("Marks everything in the open room as read, or in all rooms."),
            &C::read, false },
        Row{ "unread", QT_TR_NOOP("number"),
            QT_TR_NOOP("Marks the open room as unread from this message on, on all your devices."), &C::unread },
        Row{ "why", QT_TR_NOOP("[room]"),
            QT_TR_NOOP("Says why a room counts as unread; without a name, of all of them."), &C::why, false },
        Row{
            "peek", QT_TR_NOOP("room"), QT_TR_NOOP("Opens a room without marking anything as read."), &C::peek, false },
        Row{ "mute", QT_TR_NOOP("[nothing|mentions|off] [30m|2h|1d|tomorrow]"),
            QT_TR_NOOP(
                "What of the open room calls you, on all your devices: nothing, mentions of you, or (off) everything."),
            &C::mute },
        Row{ "seen", QT_TR_NOOP("number|on|off"),
            QT_TR_NOOP("Shows who has seen a message; on and off say whether others see how far you have read."),
            &C::seen, false },
        Row{ "typing", QT_TR_NOOP("[on|off]"),
            QT_TR_NOOP("Says whether others see when you are typing, or changes it."), &C::typing, false },
    };
    return all;
}

bool ReadingCommands::run(const QString &name, const QString &argument)
{
    return runRow(*this, table(), name, argument);
}

QList<CommandName> ReadingCommands::names() const
{
    return namesOf(table());
}

bool ReadingCommands::serverCan()
{
    if (!workspace().canMarkUnread())
        refuse(tr("This server is older than that, and does not know it."));
    return workspace().canMarkUnread();
}

void ReadingCommands::read(const QString &what)
{
    if (isOneOf(what.toLower(), { u"all", u"tout" })) {
        if (view().isOpen())
            view().readAll();
        workspace().markAllRead();
        screen().success(tr("Everything is marked as read."));
    } else if (!what.isEmpty()) {
        refuseUsageOf(table(), "read");
    } else if (view().isOpen()) {
        view().readAll();
    } else {
        refuseWithoutRoom();
    }
}

void ReadingCommands::unread(const QString &number)
{
    QString rest = number;
    const Seq seq = ConversationCommands::takeNumber(rest);
    const RoomSummary *summary = workspace().rooms().find(room());
    if (seq == 0 || !rest.isEmpty()) {
        refuseUsageOf(table(), "unread");
    } else if (serverCan() && summary) {
        if (seq > summary->readSeq) {
            refuse(tr("Message #%1 is not read yet.").arg(seq));
            return;
        }
        workspace().markUnread(room(), seq);
        screen().success(tr("Unread from #%1 on, until you open the room again or type /read.").arg(seq));
    }
}

void ReadingCommands::why(const QString &name)
{
    QList<RoomId> rooms;
    if (!name.isEmpty()) {
        const RoomId room = roomNamed(name);
        if (!room.isValid()) {
            refuse(tr("You are in no room “%1”.").arg(Screen::safe(name)));
            return;
        }
        rooms.append(room);
    } else {
        for (const RoomId room : workspace().rooms().ids()) {
            if (workspace().firstUnread(room) > 0)
                rooms.append(room);
        }
    }
    if (rooms.isEmpty())
        screen().notice(tr("No room is unread."));
    for (const RoomId room : std::as_const(rooms)) {
        answers().await(
            workspace().whyUnread(room), [this, room](const UnreadReason &reason) { explain(room, reason); },
            refusal());
    }
}

void ReadingCommands::explain(RoomId room, const UnreadReason &reason)
{
    const QString name = spelled(room);
    if (reason.count == 0) {
        screen().notice(
            reason.isMarked ? tr("%1: you marked it as unread.").arg(name) : tr("%1 is not unread.").arg(name));
        return;
    }
    QString words = name + u": "_s + tr("%n unread message(s).", nullptr, reason.count);
    words += u' '
        + (reason.isMarked ? tr("You marked it as unread from here on:")
                           : tr("You have read up to #%1; the first one after it:").arg(reason.readSeq));
    screen().notice(words);
    if (reason.first.seq > 0)
        view().printer().listed(reason.first);
    if (reason.mentionsMe)
        screen().notice(tr("One of them mentions you."));
}

void ReadingCommands::peek(const QString &name)
{
    const RoomId room = roomNamed(name);
    if (room.isValid())
        view().open(room, RoomView::Reading::OnlyLooks);
    else
        refuse(tr("You are in no room “%1”. /join opens it first.").arg(Screen::safe(name)));
}

std::optional<ReadingCommands::Mute> ReadingCommands::readMute(const QString &typed, const QDateTime &now)
{
    Mute mute;
    bool hasLevel = false;
    bool hasTime = false;
    for (const QString &word : typed.toLower().split(u' ', Qt::SkipEmptyParts)) {
        const auto end = endOf(word, now);
        const bool isLevel = !hasLevel && !hasTime;
        if (isLevel && isOneOf(word, { u"nothing", u"on", u"rien" })) {
            hasLevel = true;
        } else if (isLevel && word == "mentions"_L1) {
            mute.attention = Attention::Mentions;
            hasLevel = true;
        } else if (isLevel && isOneOf(word, { u"off", u"all", u"tout" })) {
            mute.attention = Attention::All;
            hasLevel = true;
        } else if (end && !hasTime && mute.attention != Attention::All) {
            mute.untilMs = end->toMSecsSinceEpoch();
            hasTime = true;
        } else {
            return std::nullopt;
        }
    }
    return mute;
}

void ReadingCommands::mute(const QString &typed)
{
    const auto wanted = readMute(typed, QDateTime::currentDateTime());
    if (!wanted) {
        refuseUsageOf(table(), "mute");
        return;
    }
    if (!serverCan())
        return;
    // Alone it changes over, as a switch does.
    const bool isMuted = workspace().attention(room()) != Attention::All;
    const bool endsMute = typed.isEmpty() && isMuted;
    workspace().setAttention(room(), endsMute ? Attention::All : wanted->attention, wanted->untilMs);
    tellAttention();
}

void ReadingCommands::tellAttention()
{
    const Attention attention = workspace().attention(room());
    const qint64 untilMs = workspace().attentionUntilMs(room());
    if (attention == Attention::All) {
        screen().success(tr("Everything in this room calls you again."));
        return;
    }
    const QString until = untilMs > 0 ? u' ' + tr("Until %1.").arg(TimeText::full(untilMs)) : QString();
    const QString what = attention == Attention::Mentions
        ? tr("Only mentions of you call you from this room now, on all your devices: /mute off changes it back.")
        : tr("Nothing in this room calls you now, on all your devices: /mute off changes it back.");
    screen().success(what + until);
}

void ReadingCommands::setPrivacy(bool hidesSeen)
{
    answers().await(
        workspace().setPrivacy(hidesSeen),
        [this, hidesSeen] {
            screen().success(hidesSeen ? tr("Others are not shown how far you have read, nor you how far they have.")
                                       : tr("In small rooms others see how far you have read, and you see them."));
        },
        refusal());
}

void ReadingCommands::seen(const QString &typed)
{
    if (!serverCan())
        return;
    if (typed == "on"_L1 || typed == "off"_L1) {
        setPrivacy(typed == "off"_L1);
        return;
    }
    QString rest = typed;
    const Seq seq = ConversationCommands::takeNumber(rest);
    if (seq == 0 || !rest.isEmpty()) {
        refuseUsageOf(table(), "seen");
    } else if (!view().isOpen()) {
        refuseWithoutRoom();
    } else if (workspace().hidesSeen()) {
        refuse(tr("You show nobody how far you have read, so you are not shown either: /seen on changes it."));
    } else if (!workspace().seen().isShown(room())) {
        refuse(tr("In this room nobody is told who has seen what."));
    } else {
        showSeen(room(), seq);
    }
}

void ReadingCommands::typing(const QString &typed)
{
    const QString word = typed.toLower();
    if (!word.isEmpty() && !isOneOf(word, { u"on", u"off", u"oui", u"non" })) {
        refuseUsageOf(table(), "typing");
        return;
    }
    if (!word.isEmpty())
        workspace().setTellsTyping(isOneOf(word, { u"on", u"oui" }));
    screen().success(workspace().tellsTyping() ? tr("Others see when you are typing.")
                                               : tr("Others do not see when you are typing."));
}

void ReadingCommands::showSeen(RoomId room, Seq seq)
{
    const auto shows = [this, room, seq] {
        QStringList names;
        for (const AccountId person : workspace().seen().seenBy(room, seq)) {
            const QString name = workspace().people().nameOf(person);
            names.append(screen().name(person, name.isEmpty() ? tr("somebody") : name));
        }
        if (names.isEmpty())
            screen().notice(tr("Nobody else has seen #%1 yet, as far as they show it.").arg(seq));
        else
            screen().raw(u"  "_s + tr("#%1 was seen by %2").arg(QString::number(seq), names.join(u", "_s)));
    };
    // What is known already may be the news of a few.
    answers().await(workspace().seen().fetch(room), shows, refusal());
}

} // namespace salon::console
