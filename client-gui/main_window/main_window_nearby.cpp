// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

// People nearby in the main window: in the list, in the middle, and where the same people stand among the rooms.
#include "client-gui/composer/composer.h"
#include "client-gui/main_window/main_requests.h"
#include "client-gui/main_window/main_window.h"
#include "client-gui/main_window/room_header.h"
#include "client-gui/main_window/room_navigator.h"
#include "client-gui/main_window/room_view.h"
#include "client-gui/members/member_pane.h"
#include "client-gui/nearby/nearby_panel.h"
#include "client-gui/nearby/nearby_view.h"
#include "client-gui/nearby/reachable_bar.h"
#include "client-gui/nearby/same_people.h"
#include "client-gui/rooms/muted_rooms.h"
#include "client-gui/rooms/quick_switcher.h"
#include "client-gui/rooms/room_list_pane.h"
#include "shared/client-core/workspaces.h"
#include "shared/nearby/nearby.h"

#include <QStackedWidget>

#include <algorithm>

namespace salon {

void MainWindow::setNearby(Nearby &nearby)
{
    m_samePeople = new SamePeople(nearby.people(), this);
    m_switcher->setNearby(nearby.people(), *m_samePeople);
    m_list->setSamePeople(m_samePeople);
    m_members->setSamePeople(m_samePeople);
    m_room->header().setSamePeople(m_samePeople);
    m_nearbyPanel = new NearbyPanel(m_theme, nearby);
    m_nearbyPanel->setSamePeople(m_samePeople);
    m_list->setNearbyPanel(m_nearbyPanel);
    m_nearbyView = new NearbyView(
        m_theme, m_profile.settings(), nearby, [this](const QString &server) { return ownAccount(server); });
    m_middle->addWidget(m_nearbyView);
    auto *reachable = new ReachableBar(m_theme, nearby);
    m_room->setReachableBar(reachable);
    connect(reachable, &ReachableBar::personChosen, this, &MainWindow::showNearby);
    connectNearby();
}

void MainWindow::connectNearby()
{
    connect(m_nearbyPanel, &NearbyPanel::personChosen, this, [this](const QByteArray &person) {
        showNearby(person);
        m_nearbyView->focusText();
    });
    m_samePeople->setWorkspace(workspace());
    connect(m_navigator, &RoomNavigator::changed, this, [this] { m_samePeople->setWorkspace(workspace()); });
    connect(m_samePeople, &SamePeople::changed, this, [this] {
        if (isNearbyShown())
            m_list->setCurrentRoom(m_samePeople->roomOf(m_nearbyView->person()));
    });
    connect(&m_room->header(), &RoomHeader::nearbyRequested, m_nearbyPanel, &NearbyPanel::personChosen);
    connect(m_members, &MemberPane::nearbyRequested, m_nearbyPanel, &NearbyPanel::personChosen);
    connect(m_switcher, &QuickSwitcher::nearbyChosen, m_nearbyPanel, &NearbyPanel::personChosen);
    connect(m_nearbyPanel, &NearbyPanel::directConversationRequested, m_requests, &MainRequests::directConversation);
    connect(m_nearbyPanel, &NearbyPanel::settingsRequested, m_requests, &MainRequests::settings);
    connect(m_nearbyView, &NearbyView::titleChanged, this, &MainWindow::updateTitle);
    const auto tellPerson = [this] {
        Q_EMIT personShown(isNearbyShown() ? m_nearbyView->person() : QByteArray());
    };
    connect(m_nearbyView, &NearbyView::titleChanged, this, tellPerson);
    connect(m_middle, &QStackedWidget::currentChanged, this, tellPerson);
    connect(
        m_nearbyView, &NearbyView::serverConversationRequested, this, [this](const QString &server, AccountId person) {
            if (Workspace *known = m_workspaces.find(server)) {
                showRoom(known);
                openDirect(person);
            }
        });
}

void MainWindow::showNearby(const QByteArray &person)
{
    if (!m_nearbyView)
        return;
    showFirstRun(false);
    if (!person.isEmpty()) {
        m_nearbyView->openPerson(person);
        m_middle->setCurrentWidget(m_nearbyView);
        m_nearbyPanel->setCurrent(person);
        m_list->setCurrentRoom(m_samePeople->roomOf(person));
    }
    foldPanes();
    updateTitle();
    updateActions();
}

void MainWindow::showRoomOrPerson(RoomId room)
{
    const RoomSummary *summary = workspace() ? workspace()->rooms().find(room) : nullptr;
    const QByteArray direct
        = summary && summary->unread == 0 && m_samePeople ? m_samePeople->unreadFrom(room) : QByteArray();
    if (!direct.isEmpty()) {
        showNearby(direct);
        m_nearbyView->focusText();
        return;
    }
    showRoom(workspace(), room);
    m_room->focusText();
}

void MainWindow::stepUnread(int direction)
{
    const RoomId here = isNearbyShown() ? m_samePeople->roomOf(m_nearbyView->person()) : room();
    RoomId next = m_list->roomAfter(here, direction, true);
    // Last what came directly from the person of the room that is open.
    if (!next.isValid() && m_samePeople && !isNearbyShown() && !m_samePeople->unreadFrom(here).isEmpty())
        next = here;
    if (next.isValid())
        showRoomOrPerson(next);
}

bool MainWindow::isNearbyShown() const
{
    return m_nearbyView && m_middle->currentWidget() == m_nearbyView;
}

bool MainWindow::isMutedNearby(const QByteArray &person) const
{
    const auto known = m_nearbyView ? m_nearbyView->find(person) : std::nullopt;
    if (!known || known->trust != PeerTrust::Accepted || known->asks)
        return false;
    // Whatever server is shown now.
    const MutedRooms muted(m_profile.settings());
    return std::any_of(known->accounts.cbegin(), known->accounts.cend(), [&](const NearbyAccount &account) {
        const Workspace *server = m_workspaces.find(account.server);
        const RoomId room = server ? server->rooms().directWith(account.account) : RoomId{};
        return room.isValid() && muted.contains(*server, room);
    });
}

AccountId MainWindow::ownAccount(const QString &server) const
{
    const Workspace *known = m_workspaces.find(server);
    return known ? known->selfId() : AccountId{};
}

bool MainWindow::isLookingAtNearby(const QByteArray &person) const
{
    return isVisible() && isActiveWindow() && !isMinimized() && isNearbyShown() && m_nearbyView->person() == person;
}

} // namespace salon
