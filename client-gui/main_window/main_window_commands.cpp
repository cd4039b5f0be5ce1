// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

// What each command of the main window does.
#include "client-gui/app/theme.h"
#include "client-gui/composer/composer.h"
#include "client-gui/main_window/main_actions.h"
#include "client-gui/main_window/main_requests.h"
#include "client-gui/main_window/main_window.h"
#include "client-gui/main_window/room_navigator.h"
#include "client-gui/main_window/room_view.h"
#include "client-gui/members/member_pane.h"
#include "client-gui/messages/message_list_pane.h"
#include "client-gui/nearby/nearby_panel.h"
#include "client-gui/nearby/nearby_view.h"
#include "client-gui/rooms/quick_switcher.h"
#include "client-gui/rooms/room_list_pane.h"
#include "client-gui/search/search_pane.h"
#include "client-gui/timeline/timeline_view.h"
#include "shared/client-core/workspaces.h"

#include <QApplication>
#include <QListView>
#include <QStackedWidget>

namespace salon {

namespace {

template <class Receiver, class What>
void on(const QAction *action, Receiver *receiver, What &&what)
{
    QObject::connect(action, &QAction::triggered, receiver, std::forward<What>(what));
}

} // namespace

void MainWindow::connectActions()
{
    connectRequests();
    connectNavigation();
    on(m_actions->reconnect, this, [this] {
        if (workspace()->session().isRetrying())
            workspace()->session().retryNow();
        else
            workspace()->start();
    });
    on(m_actions->closeWindow, this, [this] { close(); });
    on(m_actions->quit, this, [this] { Q_EMIT quitRequested(); });
    on(m_actions->markRead, this, [this] {
        if (actedRoom() == room())
            m_room->readAndGoToBottom();
        else if (workspace())
            workspace()->markAllRead(actedRoom());
    });
    on(m_actions->markAllRead, this, [this] {
        if (workspace())
            workspace()->markAllRead();
        m_room->readAndGoToBottom();
    });
    SettingsStore &settings = m_profile.settings();
    on(m_actions->showMembers, this,
        [&settings](bool shows) { settings.change([shows](Settings &edited) { edited.showsMembers = shows; }); });
    on(m_actions->compact, this, [&settings](bool isCompact) {
        settings.change([isCompact](Settings &edited) { edited.compactTimeline = isCompact; });
    });
    const auto keepZoom = [this, &settings] {
        settings.change([this](Settings &edited) { edited.fontScale = m_theme.zoom(); });
    };
    on(m_actions->zoomIn, this, [this, keepZoom] {
        m_theme.zoomIn();
        keepZoom();
    });
    on(m_actions->zoomOut, this, [this, keepZoom] {
        m_theme.zoomOut();
        keepZoom();
    });
    on(m_actions->zoomReset, this, [this, keepZoom] {
        m_theme.resetZoom();
        keepZoom();
    });
}

void MainWindow::connectRequests()
{
    MainRequests *ask = m_requests;
    on(m_actions->addServer, this, [ask] { Q_EMIT ask->addServer({}); });
    on(m_actions->inviteToServer, this, [this, ask] { Q_EMIT ask->inviteToServer(workspace()); });
    on(m_actions->editProfile, this, [this, ask] { Q_EMIT ask->editProfile(workspace()); });
    on(m_actions->outbox, this, [this, ask] { Q_EMIT ask->outbox(workspace()); });
    on(m_actions->removeServer, this, [this, ask] { Q_EMIT ask->removeServer(workspace()); });
    on(m_actions->directConversation, this, [ask] { Q_EMIT ask->directConversation(); });
    on(m_actions->settings, this, [ask] { Q_EMIT ask->settings(); });
    on(m_actions->shortcuts, this, [ask] { Q_EMIT ask->shortcuts(); });
    on(m_actions->howItWorks, this, [ask] { Q_EMIT ask->howItWorks(); });
    on(m_actions->about, this, [ask] { Q_EMIT ask->about(); });
    on(m_actions->createRoom, this, [this, ask] { Q_EMIT ask->createRoom(workspace()); });
    on(m_actions->browseRooms, this, [this, ask] { Q_EMIT ask->browseRooms(workspace()); });
    on(m_actions->newDirect, this, [this, ask] { Q_EMIT ask->newDirect(workspace()); });
    on(m_actions->inviteToRoom, this, [this, ask] { Q_EMIT ask->inviteToRoom(workspace(), actedRoom()); });
    on(m_actions->roomProperties, this, [this, ask] { Q_EMIT ask->roomProperties(workspace(), actedRoom()); });
    on(m_actions->leaveRoom, this, [this, ask] { Q_EMIT ask->leaveRoom(workspace(), actedRoom()); });
    on(m_actions->roomRules, this, [this, ask] { Q_EMIT ask->roomRules(workspace(), actedRoom()); });
    on(m_actions->exportRoom, this, [this, ask] { Q_EMIT ask->exportRoom(workspace(), actedRoom()); });
    on(m_actions->whyUnread, this, [this, ask] { Q_EMIT ask->whyUnread(workspace(), actedRoom()); });
    on(m_actions->goToDate, this, [this, ask] { Q_EMIT ask->goToDate(workspace(), room(), {}); });
}

void MainWindow::connectNavigation()
{
    on(m_actions->toBottom, this, [this] { m_room->readAndGoToBottom(); });
    on(m_actions->toUnread, this, [this] { m_room->goToUnread(); });
    on(m_actions->quickSwitch, this, [this] {
        if (workspace())
            m_switcher->open(*workspace(), [this](const FoundServer &found) { return isOurs(found); });
    });
    on(m_actions->filterRooms, this, [this] { m_list->focusFilter(); });
    on(m_actions->previousRoom, this, [this] { m_navigator->step(-1); });
    on(m_actions->nextRoom, this, [this] { m_navigator->step(1); });
    on(m_actions->previousUnread, this, [this] { stepUnread(-1); });
    on(m_actions->nextUnread, this, [this] { stepUnread(1); });
    on(m_actions->lastRoom, this, [this] { m_navigator->goToPrevious(); });
    on(m_actions->goBack, this, [this] { m_navigator->goBack(); });
    on(m_actions->goForward, this, [this] { m_navigator->goForward(); });
    on(m_actions->nextPane, this, [this] { cyclePane(1); });
    on(m_actions->previousPane, this, [this] { cyclePane(-1); });
    for (int n = 0; n < m_actions->nthRoom.size(); ++n) {
        on(m_actions->nthRoom[n], this, [this, n] {
            if (const RoomId nth = m_list->roomAt(n); workspace() && nth.isValid())
                showRoom(workspace(), nth);
        });
    }
}

/// By the key that it announces, or the address when it has none: good enough to leave it out of a list.
bool MainWindow::isOurs(const FoundServer &found) const
{
    const Result<JoinLink> link = JoinLink::parse(found.address);
    const QList<Workspace *> all = m_workspaces.all();
    return std::any_of(all.cbegin(), all.cend(), [&](const Workspace *known) {
        const KnownServer &server = known->server();
        return found.pin.isEmpty() ? link && known == m_workspaces.findAddress(*link) : server.pin == found.pin;
    });
}

void MainWindow::cyclePane(int direction)
{
    QList<QWidget *> panes{ m_list };
    if (m_nearbyPanel && m_nearbyPanel->list().isVisible())
        panes.append(&m_nearbyPanel->list());
    const auto addConversation = [&panes](TimelineView &timeline, Composer &composer) {
        panes.append(&timeline);
        if (!composer.isBlocked())
            panes.append(&composer);
    };
    if (isNearbyShown())
        addConversation(m_nearbyView->timeline(), m_nearbyView->composer());
    else if (!m_middle->isHidden())
        addConversation(m_room->timeline(), m_room->composer());
    if (m_members->isVisible())
        panes.append(m_members);
    if (m_messages->isVisible())
        panes.append(m_messages);
    if (m_search->isVisible())
        panes.append(m_search);
    const QWidget *focus = QApplication::focusWidget();
    qsizetype at = direction > 0 ? -1 : 0;
    for (qsizetype i = 0; i < panes.size(); ++i)
        if (focus && (panes[i] == focus || panes[i]->isAncestorOf(focus)))
            at = i;
    QWidget *next = panes[(at + direction + panes.size()) % panes.size()];
    if (next == m_list)
        m_list->focusList();
    else if (next == m_members)
        m_members->focusList();
    else if (next == m_messages)
        m_messages->focusList();
    else if (next == m_search)
        m_search->focusField();
    else
        next->setFocus(Qt::ShortcutFocusReason);
}

} // namespace salon
