// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/room_view.h"

#include "shared/base/when_ready.h"
#include "shared/client-core/session/message_form.h"
#include "shared/client-core/session/room_sync.h"
#include "shared/client-core/text/event_text.h"
#include "shared/client-core/text/people_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon::console {
namespace {

constexpr qsizetype MostAtOnce = 50; ///< events printed when many were missed

bool isWritten(const RoomEvent &event)
{
    return event.kind == EventKind::Message || event.kind == EventKind::Announcement;
}

bool hasLine(const RoomEvent &event)
{
    return !EventPrinter::isQuiet(event.kind);
}

} // namespace

RoomView::RoomView(Workspace &workspace, Screen &screen, LineEditor &editor, bool readsAlong)
    : m_workspace(workspace)
    , m_screen(screen)
    , m_editor(editor)
    , m_printer(screen, workspace.people(), workspace.rooms())
    , m_quotes(workspace.sync())
    , m_readsAlong(readsAlong)
{
    connect(&workspace.sync(), &History::appended, this, &RoomView::appended);
    connect(&workspace.sync(), &History::reset, this, &RoomView::forgetRoom);
    connect(&workspace, &Workspace::messageArrived, this,
        [this](RoomId room, const RoomEvent &event, bool) { showElsewhere(room, event); });
    connect(&workspace, &Workspace::roomRemoved, this, &RoomView::leftRoom);
    connect(&workspace, &Workspace::unreadChanged, this, &RoomView::updatePrompt);
    connect(&workspace, &Workspace::typingChanged, this, &RoomView::showTyping);
    connect(&workspace.session(), &Session::stateChanged, this, &RoomView::updatePrompt);
    connect(&workspace.rooms(), &Rooms::changed, this, [this](RoomId room, RoomAspects what) {
        if (room == m_room && what.testFlag(RoomAspect::Name))
            updatePrompt();
    });
}

void RoomView::showTyping()
{
    if (m_readsAlong)
        m_screen.typing(isOpen() ? PeopleText::typing(m_workspace.typingNames(m_room)) : QString());
}

QString RoomView::roomName() const
{
    return m_workspace.rooms().displayName(m_room);
}

Seq RoomView::positionOf(const RoomSummary &room)
{
    return room.mark > 0 ? std::min(room.mark - 1, room.readSeq) : room.readSeq;
}

void RoomView::open(RoomId room, Reading reading)
{
    m_room = room;
    m_isLooking = reading == Reading::OnlyLooks;
    m_hasClosed = false;
    m_shown = {};
    if (m_silent) {
        Q_EMIT opened(room);
        return;
    }
    m_loading = true;
    m_whileLoading.clear();
    m_gapWhileLoading = 0;
    m_quotes.clear();
    m_messages.clear();
    m_printer.forgetDay();
    const RoomSummary *summary = m_workspace.rooms().find(room);
    m_screen.divider(summary && !summary->topic.isEmpty() ? roomName() + u" — "_s + summary->topic : roomName(),
        Ansi::Style::Accent);
    m_markAtOpen = summary ? summary->mark : 0;
    if (m_isLooking)
        m_screen.notice(tr("You are only looking: nothing is marked as read. /read marks it."));
    updatePrompt();
    showTyping();
    loadFirstPage(firstPageSize(summary));
}

void RoomView::loadFirstPage(int limit)
{
    whenReady(m_workspace.sync().before(m_room, 0, limit), this,
        [this, room = m_room, limit](const Result<HistorySlice> &slice) {
            if (room == m_room && m_loading)
                firstPageCame(limit, slice);
        });
}

void RoomView::close()
{
    if (!isOpen())
        return;
    m_room = {};
    m_hasClosed = true;
    updatePrompt();
    showTyping();
}

/// All that is new, as far as it fits on a screen or two.
int RoomView::firstPageSize(const RoomSummary *room) const
{
    const Seq unread = room ? m_workspace.sync().last(room->id) - positionOf(*room) : 0;
    return int(std::clamp(unread, Seq(PageEvents), Seq(MostAtOnce)));
}

void RoomView::firstPageCame(int limit, const Result<HistorySlice> &slice)
{
    // Where people react more than they write, a page of events may hold hardly a line.
    if (slice && !slice->atStart && limit < MostEvents
        && std::ranges::count_if(slice->events, hasLine) < PageEvents / 2) {
        loadFirstPage(std::min(limit * 4, MostEvents));
        return;
    }
    whenQuoted(slice ? slice->events : QList<RoomEvent>{}, [this, slice] { firstPage(slice); });
}

void RoomView::whenQuoted(const QList<RoomEvent> &events, const std::function<void()> &print)
{
    m_quotes.whenKnown(events, [this, room = m_room, print] {
        if (room == m_room)
            print();
    });
}

void RoomView::firstPage(const Result<HistorySlice> &slice)
{
    m_loading = false;
    const RoomId room = m_room;
    const RoomSummary *summary = m_workspace.rooms().find(room);
    const Seq read = summary ? positionOf(*summary) : 0;
    if (slice && !slice->events.isEmpty()) {
        const auto &events = slice->events;
        const auto firstNew = std::find_if(events.begin(), events.end(), [&](const RoomEvent &event) {
            return event.seq > read && event.author != m_workspace.selfId() && isWritten(event);
        });
        m_shown.add(*slice);
        noteHole(summary);
        show(QList<RoomEvent>(events.begin(), firstNew));
        if (firstNew != events.end()) {
            if (firstNew != events.begin())
                m_screen.divider(tr("New messages"), Ansi::Style::Warning);
            show(QList<RoomEvent>(firstNew, events.end()));
        }
        if (events.constFirst().seq == 1 && std::none_of(events.begin(), events.end(), isWritten))
            m_screen.notice(tr("Nobody has written here yet. Say hello!"));
    }
    appended(room, std::exchange(m_whileLoading, {}), m_gapWhileLoading);
    markShownRead();
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
        m_gapWhileLoading = std::max(m_gapWhileLoading, gapTo);
        return;
    }
    const QList<RoomEvent> last = events.sliced(std::max(qsizetype(0), events.size() - MostAtOnce));
    whenQuoted(last, [this, events, gapTo] { printNew(events, gapTo); });
}

void RoomView::printNew(const QList<RoomEvent> &events, Seq gapTo)
{
    const Seq newest = m_shown.newest();
    if (newest > 0 && gapTo > newest) {
        m_screen.notice(EventText::gap(newest + 1, gapTo));
        m_shown.add(newest + 1, gapTo);
    }
    print(events);
    markShownRead();
}

void RoomView::print(const QList<RoomEvent> &events)
{
    QList<RoomEvent> fresh;
    for (const RoomEvent &event : events) {
        if (event.seq > m_shown.newest())
            fresh.append(event);
    }
    if (fresh.isEmpty())
        return;
    if (fresh.size() > MostAtOnce) {
        const auto skipped = fresh.size() - MostAtOnce;
        m_screen.notice(tr("%n earlier message(s) not shown: /older shows them.", nullptr, int(skipped)));
        fresh = fresh.sliced(skipped);
    }
    show(fresh, true);
    m_shown.add(fresh.constFirst().seq, fresh.constLast().seq);
}

void RoomView::show(const QList<RoomEvent> &events, bool isNew)
{
    for (const RoomEvent &event : events) {
        m_shownWaiting.remove(event.cid);
        const bool isNews = !isChange(event.kind) || m_messages.apply(event, m_workspace.selfId());
        m_messages.note(event);
        if (hasLine(event))
            m_printer.event(event, m_quotes.quoteOf(event), isNew && rings(event));
        else if (isNew && isNews)
            m_printer.change(event);
    }
}

bool RoomView::rings(const RoomEvent &event) const
{
    return event.kind == EventKind::Message && event.author != m_workspace.selfId()
        && mentionsPerson(event, m_workspace.selfId()) && m_workspace.callsAttention(event.room, true);
}

/// Says what the first page leaves out of what is new.
void RoomView::noteHole(const RoomSummary *room)
{
    const Seq skipped = m_readsAlong && room ? m_shown.newestRunFrom() - 1 - positionOf(*room) : 0;
    if (skipped > 0) {
        m_screen.notice(tr("%n earlier message(s) not shown: /older shows them.", nullptr,
            int(std::min(skipped, Seq(1'000'000'000)))));
    }
}

/// Only forward to the first hole: what was never shown stays new, here and on every other device.
void RoomView::markShownRead()
{
    const RoomSummary *summary = m_workspace.rooms().find(m_room);
    if (!m_readsAlong || m_isLooking || !summary || (summary->mark > 0 && summary->mark != m_markAtOpen))
        return;
    // What was marked as unread is read once everything from there on was shown again.
    const Seq read = m_shown.readUpTo(positionOf(*summary));
    if (read <= summary->readSeq && (summary->mark == 0 || read < summary->readSeq))
        return;
    m_markAtOpen = 0;
    m_workspace.markRead(m_room, read);
}

void RoomView::readAll()
{
    m_isLooking = false;
    m_markAtOpen = 0;
    updatePrompt();
    m_workspace.markAllRead(m_room);
}

void RoomView::showOlder()
{
    if (!isOpen() || m_shown.isEmpty())
        return;
    const Seq before = m_shown.newestRunFrom();
    if (before <= 1) {
        m_screen.notice(tr("This is the beginning of the room."));
        return;
    }
    whenReady(m_workspace.sync().before(m_room, before, PageEvents), this,
        [this, room = m_room, before](const Result<HistorySlice> &slice) {
            if (room == m_room && !m_shown.isEmpty())
                olderPageCame(before, slice);
        });
}

void RoomView::olderPageCame(Seq before, const Result<HistorySlice> &slice)
{
    if (!slice)
        m_screen.problem(slice.error());
    else
        whenQuoted(slice->events, [this, before, page = *slice] { olderPage(before, page); });
}

void RoomView::olderPage(Seq before, const HistorySlice &slice)
{
    QList<RoomEvent> fresh;
    for (const RoomEvent &event : slice.events) {
        if (!m_shown.contains(event.seq) && hasLine(event))
            fresh.append(event);
    }
    m_shown.add(slice);
    if (slice.events.isEmpty() && slice.gaps.isEmpty())
        m_shown.add(1, before - 1); // there is nothing
    markShownRead();
    if (fresh.isEmpty()) {
        if (m_shown.newestRunFrom() < before)
            showOlder(); // all of this page was lost on the server, shown before, or part of what it changed
        else
            m_screen.notice(tr("This is the beginning of the room."));
        return;
    }
    m_screen.divider(tr("Earlier messages"));
    m_printer.forgetDay();
    show(fresh);
    m_screen.divider(tr("End of the earlier messages"));
    m_printer.forgetDay();
}

void RoomView::showContext(RoomId room, const QList<RoomEvent> &events, Seq marked)
{
    m_screen.divider(m_workspace.rooms().displayName(room), Ansi::Style::Accent);
    m_printer.forgetDay();
    m_printer.mark(marked);
    for (const RoomEvent &event : events) {
        if (room == m_room)
            m_messages.note(event);
        if (hasLine(event))
            m_printer.event(event);
    }
    m_printer.mark(0);
    m_screen.divider(room == m_room ? tr("End of the earlier messages") : tr("End of what stands in the other room"));
    m_printer.forgetDay();
}

void RoomView::showElsewhere(RoomId room, const RoomEvent &event)
{
    if (room == m_room || m_silent)
        return;
    const RoomSummary *summary = m_workspace.rooms().find(room);
    const bool mentionsMe = mentionsPerson(event, m_workspace.selfId());
    const bool concernsMe
        = mentionsMe || (summary && summary->kind == RoomKind::Direct) || event.kind == EventKind::Announcement;
    if (concernsMe && m_workspace.callsAttention(room, mentionsMe))
        m_printer.elsewhere(m_workspace.rooms().displayName(room), event);
}

void RoomView::noteOutbox(const OutboxEntry &entry)
{
    const bool isWaiting = entry.state == SendState::Queued || entry.state == SendState::Uploading;
    const bool isStuck = entry.state == SendState::Failed || (isWaiting && !m_workspace.session().isOnline())
        || (entry.state == SendState::Queued && entry.isDelayed && entry.error.code == ErrorCode::SlowMode);
    if (entry.room != m_room || !isStuck || m_silent)
        return;
    if (entry.state == SendState::Failed && !m_readsAlong)
        return; // a script is told when it is discarded
    if (isWaiting && m_shownWaiting.contains(entry.cid))
        return;
    m_shownWaiting.insert(entry.cid);
    m_printer.waiting(entry, m_workspace.selfName());
}

void RoomView::leftRoom(RoomId room)
{
    const bool wanted = room == m_leaving;
    if (wanted)
        m_leaving = {};
    if (room != m_room)
        return;
    if (!m_silent)
        m_screen.notice(tr("You are no longer in this room."));
    // No other room opens by itself: what is typed or piped now was meant for this one.
    close();
    Q_EMIT lost(wanted);
}

void RoomView::forgetRoom(RoomId room)
{
    if (room != m_room)
        return;
    m_shown = {};
    m_messages.clear();
    m_quotes.release();
}

void RoomView::yieldPrompt(bool yields)
{
    if (std::exchange(m_yieldsPrompt, yields) && !yields)
        updatePrompt();
}

void RoomView::updatePrompt()
{
    if (m_silent || m_yieldsPrompt)
        return;
    if (!isOpen()) {
        if (m_hasClosed)
            m_editor.setPrompt(m_screen.ansi().prompt(Ansi::Style::Warning, tr("no room open")) + u"> "_s);
        return;
    }
    const Ansi &ansi = m_screen.ansi();
    const RoomSummary *summary = m_workspace.rooms().find(m_room);
    const QString sign = summary && summary->kind == RoomKind::Direct ? u"@"_s : u"#"_s;
    // Between two sequences there must be a character: libedit hangs each on the one that follows.
    QString prompt = ansi.prompt(Ansi::Style::Accent, sign + Screen::safe(roomName()));
    const quint32 here = summary ? summary->unread : 0;
    const quint32 total = m_workspace.rooms().totalUnread();
    if (total > here)
        prompt += u' ' + ansi.prompt(Ansi::Style::Warning, u"+%1"_s.arg(total - here));
    if (m_isLooking)
        prompt += u' ' + ansi.prompt(Ansi::Style::Warning, tr("only looking"));
    if (!m_workspace.session().isOnline())
        prompt += u' ' + ansi.prompt(Ansi::Style::Danger, tr("offline"));
    m_editor.setPrompt(prompt + u"> "_s);
}

} // namespace salon::console
