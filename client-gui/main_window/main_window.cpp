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
#include "client-gui/main_window/room_navigator.h"
#include "client-gui/main_window/room_view.h"
#include "client-gui/main_window/server_rail.h"
#include "client-gui/main_window/window_state.h"
#include "client-gui/members/member_pane.h"
#include "client-gui/members/removal_question.h"
#include "client-gui/messages/message_list_pane.h"
#include "client-gui/nearby/nearby_panel.h"
#include "client-gui/nearby/nearby_view.h"
#include "client-gui/rooms/attention_menu.h"
#include "client-gui/rooms/muted_rooms.h"
#include "client-gui/rooms/quick_switcher.h"
#include "client-gui/rooms/room_list_pane.h"
#include "client-gui/rooms/self_bar.h"
#include "client-gui/search/search_pane.h"
#include "client-gui/timeline/timeline_view.h"
#include "shared/client-core/workspaces.h"
#include "shared/nearby/nearby.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QMenuBar>
#include <QStackedWidget>

#include <utility>

using namespace Qt::StringLiterals;

namespace salon {

namespace {
constexpr int MessageListWidth = 340; ///< drawn pixels
} // namespace

MainWindow::MainWindow(Theme &theme, LanguageManager &languages, ClientProfile &profile, Workspaces &workspaces)
    : m_theme(theme)
    , m_profile(profile)
    , m_workspaces(workspaces)
    , m_actions(new MainActions(theme, *this))
    , m_requests(new MainRequests(this))
    , m_pages(new QStackedWidget(this))
    , m_panes(new PaneSplitter(theme, this))
    , m_rail(new ServerRail(theme, profile.settings(), workspaces))
    , m_list(new RoomListPane(theme, languages, profile.settings()))
    , m_middle(new QStackedWidget)
    , m_room(new RoomView(theme, profile.settings(), *m_actions->showMembers))
    , m_members(new MemberPane(theme))
    , m_aside(new QStackedWidget)
    , m_messages(new MessageListPane(theme))
    , m_search(new SearchPane(theme))
    , m_navigator(new RoomNavigator(profile.settings(), workspaces, { *m_rail, *m_list, *m_room }, this))
    , m_switcher(new QuickSwitcher(theme, this))
    , m_state(std::make_unique<WindowState>(profile.settings(), *this, *m_panes))
{
    setObjectName(u"mainWindow"_s);
    setMinimumSize(WindowState::leastSize(screen()->availableGeometry().size()));
    m_panes->addWidget(m_list);
    m_middle->addWidget(m_room);
    m_panes->addWidget(m_middle);
    m_panes->addWidget(m_members);
    m_aside->addWidget(m_messages);
    m_aside->addWidget(m_search);
    m_panes->addWidget(m_aside);
    m_aside->hide();
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
    connectMessages();
    connectSearch();
    connectReading();
    m_state->restore();
    foldPanes();
    sharePanes();
    connect(&theme, &Theme::changed, this, [this] {
        if (m_list->isIconsOnly())
            sharePanes();
    });
    updateTitle();
    updateActions();
}

MainWindow::~MainWindow()
{
    // The room's models must go before the workspaces do.
    m_room->setWorkspace(nullptr);
    m_list->setWorkspace(nullptr);
    m_messages->clear();
    m_search->clear();
}

void MainWindow::connectPanes()
{
    connect(m_list, &RoomListPane::roomChosen, this, &MainWindow::showRoomOrPerson);
    connect(m_list, &RoomListPane::roomMenuWanted, this, &MainWindow::showRoomMenu);
    connect(m_list, &RoomListPane::createRoomRequested, m_actions->createRoom, &QAction::trigger);
    connect(m_list, &RoomListPane::browseRoomsRequested, m_actions->browseRooms, &QAction::trigger);
    connect(&m_list->selfBar(), &SelfBar::profileRequested, m_actions->editProfile, &QAction::trigger);
    connect(&m_list->selfBar(), &SelfBar::settingsRequested, m_actions->settings, &QAction::trigger);
    connect(m_rail, &ServerRail::chosen, this, [this](Workspace *workspace) { showRoom(workspace); });
    connect(m_room, &RoomView::membersChanged, m_members, &MemberPane::setModel);
    connect(m_room, &RoomView::membersChanged, this, &MainWindow::foldPanes);
    connect(m_room, &RoomView::directRequested, this, &MainWindow::openDirect);
    connect(m_room, &RoomView::linkOpened, this, &MainWindow::linkOpened);
    connect(m_room, &RoomView::roomRequested, this, [this](RoomId room) {
        showRoom(workspace(), room);
        m_room->focusText();
    });
    connect(m_room, &RoomView::leaveRequested, this,
        [this](RoomId room) { Q_EMIT m_requests->leaveRoom(workspace(), room); });
    connect(&m_room->header(), &RoomHeader::propertiesRequested, m_actions->roomProperties, &QAction::trigger);
    connect(m_members, &MemberPane::directRequested, this, &MainWindow::openDirect);
    connect(m_members, &MemberPane::mentionRequested, m_room, &RoomView::mention);
    m_members->setMayRemove([this] {
        return workspace() && workspace()->session().isOnline() && workspace()->canChange()
            && workspace()->mayRemovePeople(room());
    });
    connect(m_members, &MemberPane::removalRequested, this, [this](AccountId person, const QString &name, bool isBan) {
        if (workspace())
            askToRemove(m_theme, *workspace(), room(), person, name, isBan, this);
    });
    connect(m_switcher, &QuickSwitcher::roomChosen, m_list, &RoomListPane::roomChosen);
    connect(m_switcher, &QuickSwitcher::joinChosen, m_navigator, &RoomNavigator::joinRoom);
    connect(m_switcher, &QuickSwitcher::serverChosen, m_requests, &MainRequests::addFoundServer);
    connect(m_switcher, &QuickSwitcher::personChosen, this, &MainWindow::openDirect);
    ConnectionBar &bar = m_room->connectionBar();
    connect(&bar, &ConnectionBar::loginRequested, this,
        [this](RegistrationPolicy policy, const Error &why) { Q_EMIT m_requests->login(workspace(), policy, why); });
    connect(
        &bar, &ConnectionBar::serverKeyChanged, this, [this](const QByteArray &expected, const QByteArray &presented) {
            Q_EMIT m_requests->serverKeyChanged(workspace(), expected, presented);
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
    connect(m_navigator, &RoomNavigator::showing, this, [this] {
        if (isNearbyShown()) {
            m_middle->setCurrentWidget(m_room);
            m_nearbyPanel->setCurrent({});
            foldPanes();
        }
        showFirstRun(false);
    });
    connect(m_list, &RoomListPane::joinServerRequested, this, [this] {
        if (m_workspaces.isEmpty())
            showFirstRun(true);
        else
            Q_EMIT m_requests->addServer({});
    });
    connect(m_navigator, &RoomNavigator::changed, this, [this] {
        updateTitle();
        updateActions();
        if (std::exchange(m_toldShown, workspace()) != workspace())
            Q_EMIT workspaceShown(workspace());
    });
    connect(&m_workspaces, &Workspaces::aboutToRemove, this,
        [this](const Workspace *leaving) { MutedRooms(m_profile.settings()).forgetServer(leaving->id()); });
    connect(&m_workspaces, &Workspaces::removed, this, [this] {
        if (!workspace() && !m_workspaces.isEmpty())
            showRoom(m_workspaces.all().constFirst());
        else if (m_workspaces.isEmpty() && !isNearbyShown())
            showFirstRun(true);
    });
}

void MainWindow::setFirstRunPage(QWidget *page)
{
    delete m_firstRun;
    m_firstRun = page;
    m_pages->addWidget(page);
    showFirstRun(!workspace());
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
    return m_navigator->room();
}

Workspace *MainWindow::workspace() const
{
    return m_navigator->workspace();
}

void MainWindow::showRoom(Workspace *workspace, RoomId room)
{
    m_navigator->show(workspace, room);
}

void MainWindow::openDirect(AccountId person)
{
    m_navigator->openDirect(person);
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
    return isVisible() && isActiveWindow() && !isMinimized() && !isNearbyShown()
        && workspace == m_navigator->workspace() && room == this->room();
}

void MainWindow::foldPanes()
{
    const RoomSummary *summary = workspace() ? workspace()->rooms().find(room()) : nullptr;
    const bool hasMembers
        = !isNearbyShown() && summary && (summary->kind != RoomKind::Direct || summary->others.size() > 1);
    const bool hasSpace = width() >= MembersFrom;
    const bool hasList = hasAside();
    const bool wereMessages = !m_aside->isHidden();
    const bool wasMiddle = !m_middle->isHidden();
    m_members->setVisible(hasMembers && hasSpace && !hasList && m_profile.settings().current().showsMembers);
    m_aside->setVisible(hasList);
    m_middle->setVisible(hasSpace || !hasList);
    // Where there is no space for it, nothing promises it.
    m_actions->showMembers->setEnabled(hasMembers && hasSpace);
    const bool wasIconsOnly = m_list->isIconsOnly();
    m_list->setIconsOnly(width() < ListFrom);
    if (wasIconsOnly != m_list->isIconsOnly() || wereMessages != hasList || wasMiddle == m_middle->isHidden())
        sharePanes();
}

void MainWindow::sharePanes()
{
    const Settings &settings = m_profile.settings().current();
    const int list = m_list->isIconsOnly() ? m_list->minimumWidth() : settings.sidebarWidth;
    const int members = m_members->isHidden() ? 0 : settings.membersWidth;
    // In the middle's place a list of messages has its width too.
    const int beside = std::max(settings.membersWidth, m_theme.tokens().px(MessageListWidth));
    const int wanted = m_middle->isHidden() ? std::max(beside, width() - list) : beside;
    const int messages = m_aside->isHidden() ? 0 : wanted;
    // Also for the panes that are hidden now: this is the width they come back with.
    m_panes->setSizes({ list, std::max(1, width() - list - members - messages), settings.membersWidth, wanted });
}

void MainWindow::updateTitle()
{
    const Workspace *server = workspace();
    const QString open = isNearbyShown() ? m_nearbyView->personName()
        : server                         ? server->rooms().displayName(room())
                                         : QString();
    const QString place = isNearbyShown() ? "%1 — Salon"_L1.arg(open)
        : server                          ? (open.isEmpty() ? server->name() : "%1 — %2"_L1.arg(open, server->name()))
                                          : u"Salon"_s;
    setWindowTitle(m_mentions > 0 ? "(%1) %2"_L1.arg(QString::number(m_mentions), place) : place);
}

void MainWindow::updateActions()
{
    const Workspace *server = workspace();
    const RoomSummary *of = server && !isNearbyShown() ? server->rooms().find(actedRoom()) : nullptr;
    CommandState state;
    state.hasServer = server;
    state.isOnline = server && server->session().isOnline();
    state.mayInvite = server && server->selfRole() >= Role::Moderator;
    state.hasRoom = of;
    state.isDirect = of && of->kind == RoomKind::Direct;
    state.canLeave = of && !of->first;
    state.hasReading = server && server->canMarkUnread();
    state.hasRules = server && server->canHaveRules();
    state.canPeek = of && of->id != room();
    state.isUnread = of && server->firstUnread(of->id) > 0;
    m_actions->setState(state);
    if (of)
        m_actions->attention->setAttention(server->attention(of->id), server->attentionUntilMs(of->id));
    m_actions->goBack->setEnabled(m_navigator->canGoBack());
    m_actions->goForward->setEnabled(m_navigator->canGoForward());
}

void MainWindow::showRoomMenu(RoomId room, QPoint globalPosition)
{
    // Its entries speak of that room, which is not opened: that might mark it as read.
    m_menuRoom = room;
    updateActions();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_actions->fillRoomMenu(*menu, true);
    connect(menu, &QMenu::aboutToHide, this, [this] {
        // After what was chosen is done.
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_menuRoom = {};
                updateActions();
            },
            Qt::QueuedConnection);
    });
    menu->popup(globalPosition);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    keepState();
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
    m_state->keep(!m_list->isIconsOnly());
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
    Composer &composer = isNearbyShown() ? m_nearbyView->composer() : m_room->composer();
    if (!composer.hasTextFocus() && !event->text().isEmpty() && event->text().at(0).isPrint()
        && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) && composer.isVisible()
        && !composer.isBlocked()) {
        composer.focusText();
        // Without the focus it would come back here, and again.
        if (composer.hasTextFocus()) {
            QApplication::sendEvent(QApplication::focusWidget(), event);
            return;
        }
    }
    QMainWindow::keyPressEvent(event);
}

bool MainWindow::event(QEvent *event)
{
    if (event->type() == QEvent::WindowActivate && workspace())
        workspace()->userActive();
    return QMainWindow::event(event);
}

} // namespace salon
