// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/room_view.h"

#include "shared/base/when_ready.h"
#include "shared/client-core/session/room_sync.h"
#include "shared/client-core/text/event_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon::console {
namespace {

constexpr qsizetype MostAtOnce = 50; ///< events printed when many were missed

bool isWritten(const RoomEvent &event)
{
    return event.kind == EventKind::Message || event.kind == EventKind::Announcement;
}

} // namespace

RoomView::RoomView(Workspace &workspace, Screen &screen, LineEditor &editor, bool readsAlong)
    : m_workspace(workspace)
    , m_screen(screen)
    , m_editor(editor)
    , m_readsAlong(readsAlong)
{
    connect(&workspace.sync(), &History::appended, this, &RoomView::appended);
    connect(&workspace, &Workspace::messageArrived, this,
        [this](RoomId room, const RoomEvent &event, bool) { showElsewhere(room, event); });
    connect(&workspace, &Workspace::roomRemoved, this, &RoomView::leftRoom);
    connect(&workspace, &Workspace::unreadChanged, this, &RoomView::updatePrompt);
    connect(&workspace.session(), &Session::stateChanged, this, &RoomView::updatePrompt);
    connect(&workspace.rooms(), &Rooms::changed, this, [this](RoomId room, RoomAspects what) {
        if (room == m_room && what.testFlag(RoomAspect::Name))
            updatePrompt();
    });
}

QString RoomView::roomName() const
{
    return m_workspace.rooms().displayName(m_room);
}

void RoomView::open(RoomId room)
{
    m_room = room;
    if (m_silent) {
        Q_EMIT opened(room);
        return;
    }
    m_loading = true;
    m_whileLoading.clear();
    m_oldestShown = 0;
    m_newestShown = 0;
    m_screen.forgetDay();
    const RoomSummary *summary = m_workspace.rooms().find(room);
    m_screen.divider(summary && !summary->topic.isEmpty() ? roomName() + u" — "_s + summary->topic : roomName(),
        Ansi::Style::Accent);
    updatePrompt();
    whenReady(m_workspace.sync().before(room, 0, PageEvents), this,
        [this, room](const Result<HistorySlice> &slice) { firstPage(room, slice); });
}

void RoomView::firstPage(RoomId room, const Result<HistorySlice> &slice)
{
    if (room != m_room)
        return;
    m_loading = false;
    const RoomSummary *summary = m_workspace.rooms().find(room);
    const Seq read = summary ? summary->readSeq : 0;
    if (slice && !slice->events.isEmpty()) {
        const auto &events = slice->events;
        m_oldestShown = events.constFirst().seq;
        const auto firstNew = std::find_if(events.begin(), events.end(), [&](const RoomEvent &event) {
            return event.seq > read && event.author != m_workspace.selfId() && isWritten(event);
        });
        print(QList<RoomEvent>(events.begin(), firstNew));
        if (firstNew != events.end()) {
            if (firstNew != events.begin())
                m_screen.divider(tr("New messages"), Ansi::Style::Warning);
            print(QList<RoomEvent>(firstNew, events.end()));
        }
        if (events.constFirst().seq == 1 && std::none_of(events.begin(), events.end(), isWritten))
            m_screen.notice(tr("Nobody has written here yet. Say hello!"));
    }
    print(std::exchange(m_whileLoading, {}));
    for (const OutboxEntry &entry : m_workspace.outbox().entriesOf(room))
        noteOutbox(entry);
    Q_EMIT opened(room);
}

void RoomView::appended(RoomId room, const QList<RoomEvent> &events, Seq gapTo)
{
    if (room != m_room || m_silent)
        return;
    if (m_loading) {
        m_whileLoading += events;
        return;
    }
    if (gapTo > m_newestShown && !events.isEmpty())
        m_screen.notice(EventText::gap(m_newestShown + 1, gapTo));
    print(events);
}

void RoomView::print(const QList<RoomEvent> &events)
{
    QList<RoomEvent> fresh;
    for (const RoomEvent &event : events) {
        if (event.seq > m_newestShown)
            fresh.append(event);
    }
    if (fresh.isEmpty())
        return;
    if (fresh.size() > MostAtOnce) {
        const auto skipped = fresh.size() - MostAtOnce;
        m_screen.notice(tr("%n earlier message(s) not shown.", nullptr, int(skipped)));
        fresh = fresh.sliced(skipped);
    }
    for (const RoomEvent &event : std::as_const(fresh)) {
        m_shownWaiting.remove(event.cid);
        m_screen.event(event, m_workspace.people());
    }
    if (m_oldestShown == 0)
        m_oldestShown = fresh.constFirst().seq;
    m_newestShown = fresh.constLast().seq;
    if (m_readsAlong)
        m_workspace.markRead(m_room, m_newestShown);
}

void RoomView::showOlder()
{
    if (!isOpen() || m_oldestShown == 0)
        return;
    const RoomId room = m_room;
    whenReady(m_workspace.sync().before(room, m_oldestShown, PageEvents), this,
        [this, room](const Result<HistorySlice> &slice) {
            if (room != m_room)
                return;
            if (!slice) {
                m_screen.problem(slice.error());
                return;
            }
            if (slice->events.isEmpty()) {
                m_screen.notice(tr("This is the beginning of the room."));
                return;
            }
            m_screen.divider(tr("Earlier messages"));
            m_screen.forgetDay();
            for (const RoomEvent &event : slice->events)
                m_screen.event(event, m_workspace.people());
            m_oldestShown = slice->events.constFirst().seq;
            m_screen.divider(tr("End of the earlier messages"));
            m_screen.forgetDay();
        });
}

void RoomView::showElsewhere(RoomId room, const RoomEvent &event)
{
    if (room == m_room || m_silent)
        return;
    const RoomSummary *summary = m_workspace.rooms().find(room);
    const bool concernsMe = event.mentions.contains(m_workspace.selfId())
        || (summary && summary->kind == RoomKind::Direct) || event.kind == EventKind::Announcement;
    if (concernsMe)
        m_screen.elsewhere(m_workspace.rooms().displayName(room), event, m_workspace.people());
}

void RoomView::noteOutbox(const OutboxEntry &entry)
{
    const bool isStuck
        = entry.state == SendState::Failed || (entry.state == SendState::Queued && !m_workspace.session().isOnline());
    if (entry.room != m_room || !isStuck || m_silent)
        return;
    if (entry.state == SendState::Queued && m_shownWaiting.contains(entry.cid))
        return;
    m_shownWaiting.insert(entry.cid);
    m_screen.waiting(entry, m_workspace.selfName());
}

void RoomView::leftRoom(RoomId room)
{
    if (room != m_room)
        return;
    m_screen.notice(tr("You are no longer in this room."));
    m_room = {};
    const QList<RoomId> rooms = m_workspace.rooms().ids();
    if (!rooms.isEmpty())
        open(rooms.constFirst());
    else
        updatePrompt();
}

void RoomView::updatePrompt()
{
    if (!isOpen() || m_silent)
        return;
    const Ansi &ansi = m_screen.ansi();
    const RoomSummary *summary = m_workspace.rooms().find(m_room);
    const QString sign = summary && summary->kind == RoomKind::Direct ? u"@"_s : u"#"_s;
    // Between two sequences there must be a character: libedit hangs each on the one that follows.
    QString prompt = ansi.prompt(Ansi::Style::Accent, sign + Screen::safe(roomName()));
    const quint32 here = summary ? summary->unread : 0;
    const quint32 total = m_workspace.rooms().totalUnread();
    if (total > here)
        prompt += u' ' + ansi.prompt(Ansi::Style::Warning, u"+%1"_s.arg(total - here));
    if (!m_workspace.session().isOnline())
        prompt += u' ' + ansi.prompt(Ansi::Style::Danger, tr("offline"));
    m_editor.setPrompt(prompt + u"> "_s);
}

} // namespace salon::console
