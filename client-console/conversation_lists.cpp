// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/conversation_commands.h"
#include "shared/client-core/text/time_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon::console {
namespace {

RoomEvent eventAt(const MessageListModel &list, int row)
{
    const auto value = [&list, row](int role) {
        return list.data(list.index(row), role);
    };
    RoomEvent event;
    event.room = RoomId{ value(MessageListModel::RoomIdRole).toLongLong() };
    event.seq = value(TimelineModel::SeqRole).toLongLong();
    event.kind = EventKind::Message;
    event.timeMs = value(TimelineModel::TimeRole).toLongLong();
    event.author = AccountId{ value(TimelineModel::AuthorIdRole).toLongLong() };
    event.authorName = value(TimelineModel::AuthorNameRole).toString();
    if (!value(TimelineModel::GatewayNameRole).toString().isEmpty())
        event.alias = event.authorName;
    event.text = value(TimelineModel::TextRole).toString();
    event.format = static_cast<TextFormat>(value(TimelineModel::FormatRole).toInt());
    event.call = static_cast<Call>(value(TimelineModel::CallsRole).toInt());
    event.deleted = value(TimelineModel::DeletedRole).toBool();
    event.files = value(TimelineModel::FilesRole).value<QList<FileEntry>>();
    event.folder = value(TimelineModel::FolderRole).toString();
    return event;
}

} // namespace

void ConversationCommands::showList(MessageListKind kind, const QString &nothing)
{
    if (!serverCan())
        return;
    const bool isOfRoom = kind == MessageListKind::Pinned;
    auto *list = m_workspace.makeMessageList(kind, isOfRoom ? m_view.room() : RoomId{}, this);
    m_answers.begin();
    const auto shows = [this, list, isOfRoom, nothing] {
        if (list->isLoading())
            return;
        disconnect(list, nullptr, this, nullptr);
        list->deleteLater();
        if (const auto error = list->lastError()) {
            m_screen.problem(*error);
            Q_EMIT refused();
        } else if (list->rowCount() == 0) {
            m_screen.notice(nothing);
        }
        // The newest last, as in a room.
        for (int row = list->rowCount() - 1; row >= 0; --row) {
            const RoomEvent event = eventAt(*list, row);
            m_view.printer().listed(event, isOfRoom ? QString() : m_workspace.rooms().displayName(event.room));
        }
        if (list->hasMore())
            m_screen.notice(tr("These are the newest %n message(s); there are more.", nullptr, list->rowCount()));
        m_answers.end();
    };
    if (list->isLoading())
        connect(list, &MessageListModel::loadingChanged, this, shows);
    else
        shows();
}

void ConversationCommands::pins(const QString &)
{
    showList(MessageListKind::Pinned, tr("Nothing is pinned in this room."));
}

void ConversationCommands::saved(const QString &)
{
    showList(MessageListKind::Saved, tr("You have saved no message yet: /save keeps one."));
}

void ConversationCommands::mentions(const QString &)
{
    showList(MessageListKind::Mentions, tr("Nobody has mentioned you yet."));
}

void ConversationCommands::setSaved(const QString &argument, const char *command, bool on)
{
    QString rest = argument;
    const Seq seq = numberIn(rest, command);
    if (seq == 0 || !serverCan())
        return;
    m_answers.await(m_workspace.saveMessage(m_view.room(), seq, on),
        on ? tr("Saved #%1: /saved lists what you saved.").arg(seq) : tr("#%1 is not on your list any more.").arg(seq));
}

void ConversationCommands::save(const QString &argument)
{
    setSaved(argument, "save", true);
}

void ConversationCommands::unsave(const QString &argument)
{
    setSaved(argument, "unsave", false);
}

void ConversationCommands::whoReacted(const QString &argument)
{
    QString rest = argument;
    const Seq seq = numberIn(rest, "who-reacted");
    if (seq == 0 || !serverCan())
        return;
    const auto shows = [this, seq](const QList<ReactionPeople> &reactions) {
        if (reactions.isEmpty())
            m_screen.notice(tr("Nobody has reacted to #%1.").arg(seq));
        for (const ReactionPeople &reaction : reactions) {
            QStringList names;
            for (const AccountId person : reaction.people) {
                const QString name = m_workspace.people().nameOf(person);
                names.append(m_screen.name(person, name.isEmpty() ? tr("somebody") : name));
            }
            if (const auto more = qsizetype(reaction.count) - names.size(); more > 0)
                names.append(tr("%n more", nullptr, int(std::min(more, qsizetype(1'000'000)))));
            m_screen.raw(u"  "_s + Screen::safe(reaction.emoji) + u"  "_s + names.join(u", "_s));
        }
    };
    m_answers.await(m_workspace.reactionPeople(m_view.room(), seq), shows, [this] { Q_EMIT refused(); });
}

void ConversationCommands::history(const QString &argument)
{
    QString rest = argument;
    const Seq seq = numberIn(rest, "history");
    if (seq == 0 || !serverCan())
        return;
    const auto shows = [this, seq](const QList<Revision> &revisions) {
        if (revisions.size() <= 1)
            m_screen.notice(tr("#%1 was never edited.").arg(seq));
        // The oldest first: the present text stands at the end.
        for (qsizetype i = revisions.size() - 1; i >= 0 && revisions.size() > 1; --i) {
            const Revision &revision = revisions[i];
            m_screen.raw(m_screen.ansi().styled(Ansi::Style::Muted, TimeText::full(revision.timeMs)));
            m_view.printer().text(revision.text, revision.format);
        }
    };
    m_answers.await(m_workspace.revisions(m_view.room(), seq), shows, [this] { Q_EMIT refused(); });
}

void ConversationCommands::reveal(const QString &argument)
{
    QString rest = argument;
    const Seq seq = numberIn(rest, "reveal");
    if (seq == 0)
        return;
    m_answers.await(
        m_workspace.fetchMessage(m_view.room(), seq),
        [this](const RoomEvent &message) { m_view.printer().revealed(message); }, [this] { Q_EMIT refused(); });
}

void ConversationCommands::link(const QString &argument)
{
    QString rest = argument;
    const Seq seq = numberIn(rest, "link");
    if (seq > m_workspace.sync().last(m_view.room())) {
        m_screen.problem(Error{ ErrorCode::MessageUnknown, {}, {}, std::nullopt });
        Q_EMIT refused();
    } else if (seq > 0) {
        m_screen.raw(Screen::safe(m_workspace.messageLink(m_view.room(), seq)));
    }
}

} // namespace salon::console
