// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/main_window/main_window.h"

#include "client-gui/app/theme.h"
#include "client-gui/composer/composer.h"
#include "client-gui/main_window/connection_bar.h"
#include "client-gui/main_window/main_actions.h"
#include "client-gui/main_window/main_requests.h"
#include "client-gui/main_window/pane_splitter.h"
#include "client-gui/main_window/room_header.h"
#include "client-gui/main_window/room_view.h"
#include "client-gui/main_window/server_rail.h"
#include "client-gui/main_window/window_state.h"
#include "client-gui/members/member_pane.h"
#include "client-gui/rooms/quick_switcher.h"
#include "client-gui/rooms/room_list_pane.h"
#include "client-gui/rooms/self_bar.h"
#include "client-gui/timeline/timeline_view.h"
#include "shared/base/when_ready.h"
#include "shared/client-core/workspaces.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QMenuBar>
#include <QShortcut>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace salon {

MainWindow::MainWindow(Theme &theme, LanguageManager &languages, ClientProfile &profile, Workspaces &workspaces)
    : m_theme(theme)
    , m_profile(profile)
    , m_workspaces(workspaces)
    , m_actions(new MainActions(theme, *this))
    , m_requests(new MainRequests(this))
    , m_pages(new QStackedWidget(this))
    , m_panes(new PaneSplitter(theme, this))
    , m_rail(new ServerRail(theme, workspaces))
    , m_list(new RoomListPane(theme, languages))
    , m_room(new RoomView(theme, profile.settings(), *m_actions->showMembers))
    , m_members(new MemberPane(theme))
    , m_switcher(new QuickSwitcher(theme, this))
    , m_state(std::make_unique<WindowState>(profile.settings(), *this, *m_panes))
{
    setObjectName(u"mainWindow"_s);
    setMinimumSize(480, 360);
    m_panes->addWidget(m_list);
    m_panes->addWidget(m_room);
    m_panes->addWidget(m_members);
    m_panes->setStretchFactor(1, 1);
    m_panes->setChildrenCollapsible(false);
    auto *page = new QWidget;
    auto *row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addWidget(m_panes, 1);
    m_pages->addWidget(page);
    setCentralWidget(m_pages);

    m_actions->fillMenuBar(*menuBar());
    auto *serverMenu = new QMenu(this);
    m_actions->fillServerMenu(*serverMenu);
    m_list->setServerMenu(serverMenu);
    auto *roomMenu = new QMenu(this);
    m_actions->fillRoomMenu(*roomMenu);
    m_room->header().setRoomMenu(roomMenu);

    const Settings &settings = profile.settings().current();
    m_actions->showMembers->setChecked(settings.showsMembers);
    m_actions->compact->setChecked(settings.compactTimeline);
    connectActions();
    connectPanes();
    m_state->restore();
    foldPanes();
    updateTitle();
    updateActions();
}

MainWindow::~MainWindow()
{
    // The room's models must go before the workspaces do.
    m_room->setWorkspace(nullptr);
    m_list->setWorkspace(nullptr);
}

void MainWindow::connectPanes()
{
    connect(m_list, &RoomListPane::roomChosen, this, [this](RoomId room) {
        showRoom(m_workspace, room);
        m_room->composer().focusText();
    });
    connect(m_list, &RoomListPane::roomMenuWanted, this, &MainWindow::showRoomMenu);
    connect(m_list, &RoomListPane::createRoomRequested, m_actions->createRoom, &QAction::trigger);
    connect(m_list, &RoomListPane::browseRoomsRequested, m_actions->browseRooms, &QAction::trigger);
    connect(&m_list->selfBar(), &SelfBar::profileRequested, m_actions->editProfile, &QAction::trigger);
    connect(&m_list->selfBar(), &SelfBar::settingsRequested, m_actions->settings, &QAction::trigger);
    connect(m_rail, &ServerRail::chosen, this, [this](Workspace *workspace) { showRoom(workspace); });
    connect(m_room, &RoomView::membersChanged, m_members, &MemberPane::setModel);
    connect(m_room, &RoomView::membersChanged, this, &MainWindow::foldPanes);
    connect(m_room, &RoomView::directRequested, this, &MainWindow::openDirect);
    connect(&m_room->header(), &RoomHeader::propertiesRequested, m_actions->roomProperties, &QAction::trigger);
    connect(m_members, &MemberPane::directRequested, this, &MainWindow::openDirect);
    connect(m_members, &MemberPane::mentionRequested, m_room, &RoomView::mention);
    connect(m_switcher, &QuickSwitcher::roomChosen, m_list, &RoomListPane::roomChosen);
    connect(m_switcher, &QuickSwitcher::personChosen, this, &MainWindow::openDirect);
    ConnectionBar &bar = m_room->connectionBar();
    connect(&bar, &ConnectionBar::loginRequested, this,
        [this](RegistrationPolicy policy, const Error &why) { Q_EMIT m_requests->login(m_workspace, policy, why); });
    connect(
        &bar, &ConnectionBar::serverKeyChanged, this, [this](const QByteArray &expected, const QByteArray &presented) {
            Q_EMIT m_requests->serverKeyChanged(m_workspace, expected, presented);
        });
    const auto follow = [this](const Settings &now) {
        m_room->timeline().setCompact(now.compactTimeline);
        m_room->composer().setEnterSends(now.enterSends);
        m_list->setSortedByActivity(now.sortsRoomsByActivity);
        m_actions->showMembers->setChecked(now.showsMembers);
        m_actions->compact->setChecked(now.compactTimeline);
        foldPanes();
    };
    connect(&m_profile.settings(), &SettingsStore::changed, this, follow);
    follow(m_profile.settings().current());
    connect(&m_workspaces, &Workspaces::aboutToRemove, this, [this](Workspace *leaving) {
        if (leaving == m_workspace)
            followWorkspace(nullptr);
    });
    connect(&m_workspaces, &Workspaces::removed, this, [this] {
        if (!m_workspace && !m_workspaces.isEmpty())
            showRoom(m_workspaces.all().constFirst());
        else if (m_workspaces.isEmpty())
            showFirstRun(true);
    });
}

void MainWindow::setFirstRunPage(QWidget *page)
{
    delete m_firstRun;
    m_firstRun = page;
    m_pages->addWidget(page);
    showFirstRun(!m_workspace);
}

void MainWindow::showFirstRun(bool shows)
{
    m_pages->setCurrentIndex(shows && m_firstRun ? m_pages->indexOf(m_firstRun) : 0);
    menuBar()->setVisible(!isFirstRunShown() || !m_workspaces.isEmpty());
    if (shows && m_firstRun)
        m_firstRun->setFocus();
}

bool MainWindow::isFirstRunShown() const
{
    return m_firstRun && m_pages->currentWidget() == m_firstRun;
}

RoomId MainWindow::room() const
{
    return m_room->room();
}

void MainWindow::showRoom(Workspace *workspace, RoomId room)
{
    if (!workspace)
        return;
    showFirstRun(false);
    if (workspace != m_workspace)
        followWorkspace(workspace);
    if (!room.isValid()) {
        openLastRoom();
        return;
    }
    if (room != m_room->room())
        m_room->openRoom(room);
    m_list->setCurrentRoom(m_room->room());
    m_profile.settings().change([this](Settings &settings) {
        settings.lastServer = m_workspace->id();
        settings.lastRoom = m_room->room().value;
    });
    updateTitle();
    updateActions();
}

void MainWindow::followWorkspace(Workspace *workspace)
{
    if (m_workspace) {
        m_workspace->disconnect(this);
        m_workspace->session().disconnect(this);
        m_workspace->rooms().disconnect(this);
    }
    m_workspace = workspace;
    m_room->setWorkspace(workspace);
    m_list->setWorkspace(workspace);
    m_rail->setCurrent(workspace);
    if (workspace) {
        connect(workspace, &Workspace::loaded, this, &MainWindow::openLastRoom);
        connect(workspace, &Workspace::roomRemoved, this, &MainWindow::roomRemoved);
        connect(workspace, &Workspace::nameChanged, this, &MainWindow::updateTitle);
        connect(&workspace->session(), &Session::stateChanged, this, &MainWindow::updateActions);
        // The first rooms of a server that was joined just now.
        connect(&workspace->rooms(), &Rooms::added, this, &MainWindow::openLastRoom, Qt::QueuedConnection);
    }
    updateTitle();
    updateActions();
}

void MainWindow::openLastRoom()
{
    if (!m_workspace || !m_workspace->isLoaded() || m_room->room().isValid())
        return;
    const Settings &settings = m_profile.settings().current();
    const RoomId last{ settings.lastServer == m_workspace->id() ? settings.lastRoom : 0 };
    const RoomId room = m_workspace->rooms().find(last) ? last : m_list->roomAt(0);
    if (room.isValid()) {
        showRoom(m_workspace, room);
        m_room->composer().focusText();
    }
}

void MainWindow::roomRemoved(RoomId room)
{
    if (room != m_room->room())
        return;
    m_room->openRoom({});
    openLastRoom();
    updateActions();
}

void MainWindow::openDirect(AccountId person)
{
    if (!m_workspace)
        return;
    if (const RoomId room = m_workspace->rooms().directWith(person); room.isValid()) {
        showRoom(m_workspace, room);
        m_room->composer().focusText();
        return;
    }
    whenReady(m_workspace->openDirect({ person }), this, [this, asked = m_workspace](const Result<RoomId> &opened) {
        if (opened && asked && asked == m_workspace)
            showRoom(m_workspace, *opened);
        else if (!opened)
            m_room->composer().refused(opened.error());
    });
}

void MainWindow::raiseAll()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

bool MainWindow::isLookingAt(const Workspace *workspace, RoomId room) const
{
    return isVisible() && isActiveWindow() && !isMinimized() && workspace == m_workspace && room == m_room->room();
}

void MainWindow::foldPanes()
{
    const RoomSummary *summary = m_workspace ? m_workspace->rooms().find(m_room->room()) : nullptr;
    const bool hasMembers = summary && (summary->kind != RoomKind::Direct || summary->others.size() > 1);
    const bool hasSpace = width() >= MembersFrom;
    m_members->setVisible(hasMembers && hasSpace && m_profile.settings().current().showsMembers);
    // Where there is no space for it, nothing promises it.
    m_actions->showMembers->setEnabled(hasMembers && hasSpace);
    const bool wasIconsOnly = m_list->isIconsOnly();
    m_list->setIconsOnly(width() < ListFrom);
    if (wasIconsOnly != m_list->isIconsOnly()) {
        const Settings &settings = m_profile.settings().current();
        const int list = m_list->isIconsOnly() ? m_list->minimumWidth() : settings.sidebarWidth;
        // Also for the pane that is hidden now: this is the width it comes back with.
        m_panes->setSizes({ list, std::max(1, m_panes->width() - list), settings.membersWidth });
    }
}

void MainWindow::updateTitle()
{
    const QString room = m_workspace ? m_workspace->rooms().displayName(m_room->room()) : QString();
    const QString place = m_workspace
        ? (room.isEmpty() ? m_workspace->name() : "%1 — %2"_L1.arg(room, m_workspace->name()))
        : u"Salon"_s;
    setWindowTitle(m_mentions > 0 ? "(%1) %2"_L1.arg(QString::number(m_mentions), place) : place);
}

void MainWindow::updateActions()
{
    const RoomSummary *room = m_workspace ? m_workspace->rooms().find(m_room->room()) : nullptr;
    m_actions->setState(m_workspace, m_workspace && m_workspace->session().isOnline(), room, room && !room->first,
        room && room->kind == RoomKind::Direct, m_workspace && m_workspace->selfRole() >= Role::Moderator);
}

void MainWindow::showRoomMenu(RoomId room, QPoint globalPosition)
{
    // Its entries speak of the open room.
    showRoom(m_workspace, room);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_actions->fillRoomMenu(*menu);
    menu->popup(globalPosition);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_state->keep();
    event->ignore();
    Q_EMIT closeRequested();
}

void MainWindow::setMentions(quint32 mentions)
{
    m_mentions = mentions;
    updateTitle();
}

void MainWindow::keepState()
{
    m_state->keep();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    foldPanes();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_actions->retranslate();
        updateTitle();
    }
    QMainWindow::changeEvent(event);
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    // A letter typed anywhere begins a message.
    if (!m_room->composer().hasTextFocus() && !event->text().isEmpty() && event->text().at(0).isPrint()
        && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) && m_room->composer().isVisible()) {
        m_room->composer().focusText();
        QApplication::sendEvent(QApplication::focusWidget(), event);
        return;
    }
    QMainWindow::keyPressEvent(event);
}

bool MainWindow::event(QEvent *event)
{
    if (event->type() == QEvent::WindowActivate && m_workspace)
        m_workspace->userActive();
    return QMainWindow::event(event);
}

} // namespace salon
