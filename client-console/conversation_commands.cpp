// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/conversation_commands.h"

#include "shared/client-core/text/forwarded_text.h"
#include "shared/markup/emoji/single_emoji.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace salon::console {

ConversationCommands::ConversationCommands(Workspace &workspace, RoomView &view, Screen &screen,
    AwaitedAnswers &answers, const WritingStyle &style, const EmojiCatalogue &emoji)
    : m_workspace(workspace)
    , m_view(view)
    , m_screen(screen)
    , m_answers(answers)
    , m_style(style)
    , m_emoji(emoji)
{
    connect(&workspace.outbox(), &Outbox::entryChanged, this, [this](const OutboxEntry &entry) {
        if (entry.state == SendState::Stored && entry.kind == EventKind::Message)
            m_newestStored.insert(entry.room, entry.seq);
        editAfterSending();
    });
    connect(&workspace.outbox(), &Outbox::entryRemoved, this, &ConversationCommands::editAfterSending);
    connect(&workspace.session(), &Session::stateChanged, this, &ConversationCommands::editAfterSending);
}

std::span<const ConversationCommands::Row> ConversationCommands::table()
{
    using C = ConversationCommands;
    static constexpr std::array all{
        Row{ "me", QT_TR_NOOP("text"), QT_TR_NOOP("Tells what you do: “* Marie waves”."), &C::act },
        Row{ "reply", QT_TR_NOOP("number text"), QT_TR_NOOP("Answers a message."), &C::reply },
        Row{ "edit", QT_TR_NOOP("[number] text"),
            QT_TR_NOOP("Writes another text in place of a message of yours, or of your last one. With a number alone "
                       "files stay without their text."),
            &C::edit },
        Row{ "delete", QT_TR_NOOP("number"), QT_TR_NOOP("Deletes a message for good, without asking."), &C::remove },
        Row{ "react", QT_TR_NOOP("number emoji"), QT_TR_NOOP("Reacts to a message, with 👍 or :thumbsup:."), &C::react },
        Row{ "unreact", QT_TR_NOOP("number [emoji]"), QT_TR_NOOP("Takes back a reaction, or all of yours."),
            &C::takeBack },
        Row{ "who-reacted", QT_TR_NOOP("number"), QT_TR_NOOP("Shows who reacted to a message."), &C::whoReacted },
        Row{ "history", QT_TR_NOOP("number"), QT_TR_NOOP("Shows what an edited message said before."), &C::history },
        Row{ "reveal", QT_TR_NOOP("number"), QT_TR_NOOP("Shows a message as it is now, with what it hides."),
            &C::reveal },
        Row{ "pin", QT_TR_NOOP("number"), QT_TR_NOOP("Pins a message in the room."), &C::pin },
        Row{ "unpin", QT_TR_NOOP("number"), QT_TR_NOOP("Takes a message off the pinned ones."), &C::unpin },
        Row{ "pins", "", QT_TR_NOOP("Lists the pinned messages of the open room."), &C::pins },
        Row{ "save", QT_TR_NOOP("number"), QT_TR_NOOP("Keeps a message on a list of your own."), &C::save },
        Row{ "unsave", QT_TR_NOOP("number"), QT_TR_NOOP("Takes a message off your list."), &C::unsave },
        Row{ "saved", "", QT_TR_NOOP("Lists the messages that you saved."), &C::saved },
        Row{ "mentions", "", QT_TR_NOOP("Lists the messages that mention you."), &C::mentions },
        Row{ "link", QT_TR_NOOP("number"), QT_TR_NOOP("Shows the link to a message."), &C::link },
        Row{ "forward", QT_TR_NOOP("number room"),
            QT_TR_NOOP("Sends a copy of a message to another room, or to @username."), &C::forward },
        Row{ "shrug", QT_TR_NOOP("[text]"), QT_TR_NOOP("Sends the text, and ¯\\_(ツ)_/¯ after it."), &C::shrug },
    };
    return all;
}

QList<CommandName> ConversationCommands::names() const
{
    QList<CommandName> names;
    for (const Row &row : table())
        names.append({ QString::fromLatin1(row.name), *row.arguments ? tr(row.arguments) : QString(), tr(row.help) });
    return names;
}

bool ConversationCommands::run(const QString &name, const QString &argument)
{
    const auto all = table();
    const auto row = std::find_if(
        all.begin(), all.end(), [&](const Row &candidate) { return name == QLatin1StringView(candidate.name); });
    if (row == all.end())
        return false;
    if (m_view.isOpen() || row->run == &ConversationCommands::saved || row->run == &ConversationCommands::mentions)
        (this->*row->run)(argument);
    else
        refuse(tr("No room is open. /rooms lists them, /join opens one."));
    return true;
}

Seq ConversationCommands::takeNumber(QString &argument)
{
    constexpr qsizetype LongestNumber = 18;
    const qsizetype start = argument.startsWith(u'#') ? 1 : 0;
    qsizetype end = start;
    while (end < argument.size() && argument[end] >= u'0' && argument[end] <= u'9')
        ++end;
    const bool isWord
        = end > start && end - start <= LongestNumber && (end == argument.size() || argument[end].isSpace());
    const Seq number = isWord ? argument.mid(start, end - start).toLongLong() : 0;
    if (number > 0)
        argument = argument.mid(end).trimmed();
    return number;
}

Seq ConversationCommands::numberIn(QString &argument, const char *command)
{
    const Seq seq = takeNumber(argument);
    if (seq == 0)
        showUsage(command);
    return seq;
}

void ConversationCommands::showUsage(const char *command)
{
    for (const Row &row : table()) {
        if (QLatin1StringView(row.name) == QLatin1StringView(command))
            refuse(tr("Like this: /%1 %2").arg(QString::fromLatin1(row.name), tr(row.arguments)));
    }
}

void ConversationCommands::refuse(const QString &why)
{
    m_screen.problem(why);
    Q_EMIT refused();
}

void ConversationCommands::give(const Result<Cid> &change)
{
    if (change) {
        Q_EMIT changeGiven(*change);
        return;
    }
    m_screen.problem(change.error());
    Q_EMIT refused();
}

bool ConversationCommands::serverCan()
{
    if (!m_workspace.canChange())
        refuse(tr("This server is older than that: it knows messages, but no changes of them."));
    return m_workspace.canChange();
}

bool ConversationCommands::may(Seq seq, bool MessageRights::*right, const QString &refusal)
{
    if (!serverCan())
        return false;
    const RoomEvent *message = m_view.messages().find(seq);
    if (!message)
        return true; // the server knows
    if (message->deleted) {
        refuse(tr("Message #%1 is deleted.").arg(seq));
        return false;
    }
    const bool isAllowed = m_workspace.rights(*message).*right;
    if (!isAllowed)
        refuse(refusal);
    return isAllowed;
}

void ConversationCommands::act(const QString &text)
{
    if (text.isEmpty())
        showUsage("me");
    else
        Q_EMIT messageGiven(m_view.room(), m_style.textOf(text), MessageOptions{ 0, TextFormat::Action });
}

void ConversationCommands::shrug(const QString &text)
{
    const QString arms = m_style.format == TextFormat::Markdown ? u"¯\\\\\\_(ツ)\\_/¯"_s : u"¯\\_(ツ)_/¯"_s;
    const QString whole = text.isEmpty() ? arms : m_style.textOf(text) + u' ' + arms;
    Q_EMIT messageGiven(m_view.room(), whole, MessageOptions{ 0, m_style.format });
}

void ConversationCommands::reply(const QString &argument)
{
    QString text = argument;
    const Seq seq = numberIn(text, "reply");
    if (seq == 0)
        return;
    if (text.isEmpty())
        showUsage("reply");
    else if (may(seq, &MessageRights::mayReply, tr("That cannot be answered.")))
        Q_EMIT messageGiven(m_view.room(), m_style.textOf(text), MessageOptions{ seq, m_style.format });
}

void ConversationCommands::edit(const QString &argument)
{
    QString text = argument;
    const Seq seq = takeNumber(text);
    const RoomEvent *message = seq > 0 ? m_view.messages().find(seq) : nullptr;
    const bool hasFiles = message && !message->files.isEmpty();
    if (text.isEmpty() && !hasFiles) {
        showUsage("edit");
    } else if (seq == 0) {
        if (serverCan())
            editNewest(m_view.room(), m_style.textOf(text));
    } else if (may(seq, &MessageRights::mayEdit, tr("You can edit only what you wrote yourself."))) {
        give(m_workspace.editMessage(m_view.room(), seq, m_style.textOf(text), formatOfEdit(seq), hasFiles));
    }
}

TextFormat ConversationCommands::formatOfEdit(Seq seq) const
{
    const RoomEvent *message = m_view.messages().find(seq);
    return message ? message->format : m_style.format;
}

bool ConversationCommands::isSending(RoomId room) const
{
    const auto entries = m_workspace.outbox().entriesOf(room);
    return std::ranges::any_of(entries, [](const OutboxEntry &entry) {
        return entry.kind == EventKind::Message && (entry.state == SendState::Saving || isWaiting(entry));
    });
}

void ConversationCommands::editNewest(RoomId room, const QString &text)
{
    if (isSending(room)) {
        if (!m_workspace.session().isOnline()) {
            refuse(tr("Your last message is not sent yet. /outbox shows what waits."));
            return;
        }
        m_answers.begin();
        m_waitingEdits.append({ room, text });
        return;
    }
    const Seq sent = m_newestStored.value(room);
    const RoomEvent *last = m_view.messages().find(sent);
    const Seq shown = room == m_view.room() ? m_view.messages().newestOf(m_workspace.selfId()) : 0;
    const Seq seq = last && last->deleted ? shown : std::max(sent, shown);
    if (seq > 0)
        give(m_workspace.editMessage(room, seq, text, formatOfEdit(seq)));
    else
        refuse(tr("Nothing of what is shown here is by you. Give the number of the message."));
}

void ConversationCommands::editAfterSending()
{
    const auto waiting = std::exchange(m_waitingEdits, {});
    for (const WaitingEdit &edit : waiting) {
        if (isSending(edit.room) && m_workspace.session().isOnline()) {
            m_waitingEdits.append(edit);
            continue;
        }
        editNewest(edit.room, edit.text);
        m_answers.end();
    }
}

void ConversationCommands::remove(const QString &argument)
{
    QString rest = argument;
    const Seq seq = numberIn(rest, "delete");
    if (seq > 0 && may(seq, &MessageRights::mayDelete, tr("You may not delete this message.")))
        give(m_workspace.deleteMessage(m_view.room(), seq));
}

void ConversationCommands::react(const QString &argument)
{
    QString typed = argument;
    const Seq seq = numberIn(typed, "react");
    if (seq == 0)
        return;
    if (typed.isEmpty()) {
        showUsage("react");
        return;
    }
    const QString named = isSingleEmoji(typed) ? typed : m_emoji.fromShortcode(typed);
    if (named.isEmpty())
        refuse(tr("“%1” is not an emoji. Give one, or its name like :thumbsup:.").arg(typed));
    else if (may(seq, &MessageRights::mayReact, tr("You cannot react to that.")))
        give(m_workspace.react(m_view.room(), seq, named, true));
}

void ConversationCommands::takeBack(const QString &argument)
{
    QString typed = argument;
    const Seq seq = numberIn(typed, "unreact");
    if (seq == 0 || !may(seq, &MessageRights::mayReact, tr("You cannot react to that.")))
        return;
    const RoomId room = m_view.room();
    if (!typed.isEmpty()) {
        const QString named = isSingleEmoji(typed) ? typed : m_emoji.fromShortcode(typed);
        if (named.isEmpty())
            refuse(tr("“%1” is not an emoji. Give one, or its name like :thumbsup:.").arg(typed));
        else
            give(m_workspace.react(room, seq, named, false));
        return;
    }
    const auto takesAll = [this, room, seq](const RoomEvent &message) {
        bool any = false;
        for (const ReactionEntry &reaction : message.reactions) {
            if (!reaction.mine)
                continue;
            any = true;
            give(m_workspace.react(room, seq, reaction.emoji, false));
        }
        if (!any)
            m_screen.notice(tr("You have not reacted to #%1.").arg(seq));
    };
    m_answers.await(m_workspace.fetchMessage(room, seq), takesAll, [this] { Q_EMIT refused(); });
}

void ConversationCommands::setPinned(const QString &argument, const char *command, bool on)
{
    QString rest = argument;
    const Seq seq = numberIn(rest, command);
    if (seq > 0 && may(seq, &MessageRights::mayPin, tr("You may not pin messages in this room.")))
        give(m_workspace.pinMessage(m_view.room(), seq, on));
}

void ConversationCommands::pin(const QString &argument)
{
    setPinned(argument, "pin", true);
}

void ConversationCommands::unpin(const QString &argument)
{
    setPinned(argument, "unpin", false);
}

RoomId ConversationCommands::roomNamed(const QString &name) const
{
    const QString wanted = foldedForSearch(name.startsWith(u'#') ? name.mid(1) : name);
    for (const RoomId room : m_workspace.rooms().ids()) {
        if (foldedForSearch(m_workspace.rooms().displayName(room)) == wanted)
            return room;
    }
    return {};
}

void ConversationCommands::forward(const QString &argument)
{
    QString name = argument;
    const Seq seq = numberIn(name, "forward");
    if (seq == 0)
        return;
    if (name.isEmpty()) {
        showUsage("forward");
        return;
    }
    RoomId target;
    if (name.startsWith(u'@')) {
        if (const Profile *person = m_workspace.people().findLogin(name.mid(1).toLower()))
            target = m_workspace.rooms().directWith(person->id);
    } else {
        target = roomNamed(name);
    }
    if (!target.isValid()) {
        refuse(tr("You are in no room “%1”. /join opens it first.").arg(name));
        return;
    }
    m_answers.await(
        m_workspace.fetchMessage(m_view.room(), seq),
        [this, target](const RoomEvent &message) { forwardTo(target, message); }, [this] { Q_EMIT refused(); });
}

void ConversationCommands::forwardTo(RoomId target, const RoomEvent &message)
{
    if (message.deleted) {
        refuse(tr("Message #%1 is deleted.").arg(message.seq));
        return;
    }
    const QString text = forwardedText({}, m_view.printer().authorOf(message), message.text, message.format);
    if (message.files.isEmpty()) {
        Q_EMIT messageGiven(target, text, MessageOptions{ 0, TextFormat::Markdown });
    } else {
        const auto queued = m_workspace.forwardFiles(
            target, text, message.files, message.folder, MessageOptions{ 0, TextFormat::Markdown });
        give(queued);
        if (!queued)
            return;
    }
    m_screen.success(
        tr("Forwarded #%1 to %2.").arg(QString::number(message.seq), m_workspace.rooms().displayName(target)));
}

} // namespace salon::console
