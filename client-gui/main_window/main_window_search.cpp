// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

// Searching beside the conversation, ways to a day and to what is unread.
#include "client-gui/composer/composer.h"
#include "client-gui/main_window/main_actions.h"
#include "client-gui/main_window/main_requests.h"
#include "client-gui/main_window/main_window.h"
#include "client-gui/main_window/room_header.h"
#include "client-gui/main_window/room_navigator.h"
#include "client-gui/main_window/room_view.h"
#include "client-gui/messages/message_list_pane.h"
#include "client-gui/rooms/attention_menu.h"
#include "client-gui/rooms/muted_rooms.h"
#include "client-gui/rooms/room_list_pane.h"
#include "client-gui/search/search_field.h"
#include "client-gui/search/search_pane.h"
#include "shared/base/when_ready.h"
#include "shared/client-core/workspaces.h"

#include <QStackedWidget>

#include <utility>

namespace salon {

// --- Searching

void MainWindow::connectSearch()
{
    connect(m_actions->searchRoom, &QAction::triggered, this, [this] { openSearch(false); });
    connect(m_actions->searchAll, &QAction::triggered, this, [this] { openSearch(true); });
    connect(&m_room->header(), &RoomHeader::searchRequested, m_actions->searchRoom, &QAction::trigger);
    connect(m_search, &SearchPane::hitChosen, this, &MainWindow::showHit);
    connect(m_search, &SearchPane::returnWanted, this, &MainWindow::returnFromSearch);
    connect(m_search, &SearchPane::closeWanted, this, &MainWindow::closeSearch);
    connect(m_search, &SearchPane::termsChanged, this, [this] { m_room->timeline().setFound(m_search->terms()); });
    connect(m_navigator, &RoomNavigator::changed, this, [this] {
        if (m_search->isOpen() && m_listOf != workspace())
            closeSearch();
        m_room->timeline().setFound(m_search->terms()); // none when it is closed
    });
    connect(&m_workspaces, &Workspaces::aboutToRemove, this, &MainWindow::closeSearch);
}

bool MainWindow::hasAside() const
{
    return m_messages->hasList() || m_search->isOpen();
}

void MainWindow::openSearch(bool everywhere)
{
    if (!workspace())
        return;
    const RoomId where = everywhere ? RoomId() : room();
    if (m_search->isOpen() && m_search->field().scope() == where) {
        m_search->focusField();
        return;
    }
    closeMessageList();
    m_listOf = workspace();
    m_searchOrigin.reset();
    m_aside->setCurrentWidget(m_search);
    m_search->begin(*workspace(), where);
    foldPanes();
    m_search->focusField();
}

void MainWindow::closeSearch()
{
    if (!m_search->isOpen())
        return;
    const bool hadFocus = m_search->isAncestorOf(focusWidget());
    m_search->clear();
    m_searchOrigin.reset();
    m_room->timeline().setFound({});
    foldPanes();
    if (hadFocus)
        m_room->timeline().setFocus(Qt::OtherFocusReason);
}

void MainWindow::showHit(RoomId where, Seq seq)
{
    if (!workspace())
        return;
    const bool isInTheWay = m_middle->isHidden();
    if (!m_searchOrigin && room().isValid() && !isInTheWay) {
        const TimelineView::Place place = m_room->place();
        m_searchOrigin = Origin{ room(), place.seq, place.share };
        m_search->offerReturn(workspace()->rooms().displayName(room()));
    }
    const QList<SearchTerm> terms = m_search->terms();
    showListedMessage(where, seq);
    m_room->timeline().setFound(terms); // also where the search had to go
}

void MainWindow::returnFromSearch()
{
    if (!m_searchOrigin || !workspace())
        return;
    const Origin origin = *std::exchange(m_searchOrigin, std::nullopt);
    m_search->offerReturn({});
    if (!workspace()->rooms().find(origin.room))
        return;
    if (room() != origin.room)
        showRoom(workspace(), origin.room);
    m_room->goToPlace({ origin.seq, origin.share });
}

// --- What is unread, and a day

void MainWindow::connectReading()
{
    connect(m_actions->peekRoom, &QAction::triggered, this, [this] { peekRoom(actedRoom()); });
    connect(m_list, &RoomListPane::roomPeeked, this, &MainWindow::peekRoom);
    connect(m_list, &RoomListPane::firstUnreadWanted, this, &MainWindow::showFirstUnread);
    connect(m_room, &RoomView::dateWanted, this,
        [this](const QDate &day) { Q_EMIT m_requests->goToDate(workspace(), room(), day); });
    connect(m_room, &RoomView::outboxRequested, m_actions->outbox, &QAction::trigger);
    connect(&m_room->header(), &RoomHeader::rulesRequested, m_actions->roomRules, &QAction::trigger);
    connect(m_actions->attention, &AttentionMenu::chosen, this, [this](Attention attention, qint64 untilMs) {
        if (workspace() && actedRoom().isValid())
            workspace()->setAttention(actedRoom(), attention, untilMs);
        updateActions();
    });
    connect(m_actions->attention, &QMenu::aboutToShow, this, &MainWindow::updateActions);
    const auto follow = [this](Workspace *server) {
        connect(&server->sync(), &RoomSync::caughtUp, this,
            [this, server] { MutedRooms(m_profile.settings()).handOver(*server); });
        connect(&server->rooms(), &Rooms::changed, this, [this, server](RoomId changed, RoomAspects what) {
            if (server == workspace() && changed == actedRoom()
                && what.testAnyFlags(RoomAspect::Counts | RoomAspect::Attention | RoomAspect::Rules))
                updateActions();
        });
    };
    const QList<Workspace *> all = m_workspaces.all();
    for (Workspace *server : all)
        follow(server);
    connect(&m_workspaces, &Workspaces::added, this, follow);
}

RoomId MainWindow::actedRoom() const
{
    return m_menuRoom.isValid() ? m_menuRoom : room();
}

void MainWindow::peekRoom(RoomId where)
{
    if (workspace() && workspace()->rooms().find(where))
        m_navigator->peek(workspace(), where);
}

void MainWindow::showFirstUnread(RoomId where)
{
    if (!workspace() || !workspace()->rooms().find(where))
        return;
    if (room() != where || isNearbyShown())
        showRoom(workspace(), where);
    else
        m_room->endPeek();
    m_room->goToFirstUnread();
}

void MainWindow::showDay(RoomId where, const QDate &day, std::function<void(const Result<> &)> done)
{
    Workspace *server = workspace();
    if (!server)
        return;
    whenReady(server->findMoment(where, day), this,
        [this, where, done = std::move(done), server = QPointer(server)](const Result<Seq> &found) {
            if (!found) {
                done(tl::unexpected(found.error()));
                return;
            }
            if (server && server == workspace())
                showListedMessage(where, *found);
            done({});
        });
}

} // namespace salon
