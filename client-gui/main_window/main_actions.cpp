// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/main_window/main_actions.h"

#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/rooms/attention_menu.h"

#include <QLocale>
#include <QMenu>
#include <QMenuBar>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace salon {

QAction *MainActions::make(const char *objectName, const QString &icon, const QList<QKeySequence> &keys)
{
    auto *action = new QAction(this);
    action->setObjectName(QLatin1StringView(objectName));
    if (!icon.isEmpty())
        action->setIcon(tintedIcon(m_theme, icon));
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WindowShortcut);
    m_window.addAction(action);
    m_all.append(action);
    return action;
}

MainActions::MainActions(Theme &theme, QWidget &window)
    : QObject(&window)
    , m_theme(theme)
    , m_window(window)
{
    addServer = make("addServer", u"server"_s);
    inviteToServer = make("inviteToServer", u"person-add"_s);
    editProfile = make("editProfile", u"person"_s);
    outbox = make("outbox", u"queued"_s, { QKeySequence(u"Ctrl+Shift+O"_s) });
    reconnect = make("reconnect", u"retry"_s);
    removeServer = make("removeServer", u"logout"_s);
    settings = make("settings", u"settings"_s, { QKeySequence(u"Ctrl+,"_s) });
    closeWindow = make("closeWindow", {}, { QKeySequence(u"Ctrl+W"_s) });
    quit = make("quit", {}, { QKeySequence(u"Ctrl+Q"_s) });
    quit->setMenuRole(QAction::QuitRole);
    settings->setMenuRole(QAction::PreferencesRole);

    createRoom = make("createRoom", u"plus"_s, { QKeySequence(u"Ctrl+N"_s) });
    browseRooms = make("browseRooms", u"hash"_s, { QKeySequence(u"Ctrl+J"_s) });
    newDirect = make("newDirect", u"message"_s, { QKeySequence(u"Ctrl+Shift+N"_s) });
    directConversation = make("directConversation", u"house"_s);
    inviteToRoom = make("inviteToRoom", u"person-add"_s, { QKeySequence(u"Ctrl+Shift+I"_s) });
    roomProperties = make("roomProperties", u"topic"_s);
    roomRules = make("roomRules", u"info"_s);
    exportRoom = make("exportRoom", u"folder"_s);
    peekRoom = make("peekRoom", u"eye"_s);
    whyUnread = make("whyUnread", {});
    attention = new AttentionMenu(&window);
    attention->menuAction()->setIcon(tintedIcon(theme, u"bell"_s));
    markRead = make("markRead", {});
    markAllRead = make("markAllRead", {}, { QKeySequence(u"Shift+Esc"_s) });
    leaveRoom = make("leaveRoom", u"leave"_s);

    quickSwitch = make("quickSwitch", u"search"_s, { QKeySequence(u"Ctrl+K"_s) });
    filterRooms = make("filterRooms", {}, { QKeySequence(u"Ctrl+Shift+K"_s) });
    searchRoom = make("searchRoom", u"search"_s, { QKeySequence(u"Ctrl+F"_s) });
    searchAll = make("searchAll", {}, { QKeySequence(u"Ctrl+Shift+F"_s) });
    goToDate = make("goToDate", u"calendar"_s, { QKeySequence(u"Ctrl+Shift+J"_s) });
    showMentions = make("showMentions", u"at"_s, { QKeySequence(u"Ctrl+Shift+M"_s) });
    showSaved = make("showSaved", u"bookmark"_s, { QKeySequence(u"Ctrl+Shift+S"_s) });
    showPins = make("showPins", u"pin"_s, { QKeySequence(u"Ctrl+Shift+P"_s) });
    showMembers = make("showMembers", u"people"_s, { QKeySequence(u"Ctrl+M"_s) });
    showMembers->setCheckable(true);
    compact = make("compact", {});
    compact->setCheckable(true);
    zoomIn = make("zoomIn", {}, { QKeySequence(u"Ctrl++"_s), QKeySequence(u"Ctrl+="_s) });
    zoomOut = make("zoomOut", {}, { QKeySequence(u"Ctrl+-"_s) });
    zoomReset = make("zoomReset", {}, { QKeySequence(u"Ctrl+0"_s), QKeySequence(Qt::CTRL | Qt::Key_Agrave) });
    previousRoom = make("previousRoom", {}, { QKeySequence(u"Alt+Up"_s), QKeySequence(u"Ctrl+PgUp"_s) });
    nextRoom = make("nextRoom", {}, { QKeySequence(u"Alt+Down"_s), QKeySequence(u"Ctrl+PgDown"_s) });
    previousUnread = make("previousUnread", {}, { QKeySequence(u"Alt+Shift+Up"_s) });
    nextUnread = make("nextUnread", {}, { QKeySequence(u"Alt+Shift+Down"_s), QKeySequence(u"Alt+A"_s) });
    lastRoom = make("lastRoom", {}, { QKeySequence(u"Ctrl+Tab"_s) });
    goBack = make("goBack", {}, { QKeySequence(u"Alt+Left"_s) });
    goForward = make("goForward", {}, { QKeySequence(u"Alt+Right"_s) });
    // On a French keyboard the digits need Shift: there the same keys give these. The dash that is its 6 stays
    // "smaller", as in every program; Ctrl+Shift+6 is what is left for it. § and ! are the 6 and 8 of Belgium.
    const QList<QList<Qt::Key>> unshifted{ { Qt::Key_Ampersand }, { Qt::Key_Eacute }, { Qt::Key_QuoteDbl },
        { Qt::Key_Apostrophe }, { Qt::Key_ParenLeft }, { Qt::Key_section }, { Qt::Key_Egrave },
        { Qt::Key_Underscore, Qt::Key_Exclam }, { Qt::Key_Ccedilla } };
    for (int n = 0; n < unshifted.size(); ++n) {
        QList<QKeySequence> keys{ QKeySequence(int(Qt::CTRL) | (int(Qt::Key_1) + n)) };
        for (const Qt::Key key : unshifted[n])
            keys.append(QKeySequence(Qt::CTRL | key));
        nthRoom.append(make(QByteArray("room" + QByteArray::number(n + 1)).constData(), {}, keys));
    }
    nextPane = make("nextPane", {}, { QKeySequence(u"F6"_s) });
    previousPane = make("previousPane", {}, { QKeySequence(u"Shift+F6"_s) });
    toUnread = make("toUnread", {}, { QKeySequence(u"Shift+PgUp"_s) });
    toBottom = make("toBottom", {}, { QKeySequence(u"Esc"_s) });

    shortcuts = make("shortcuts", u"keyboard"_s, { QKeySequence(u"F1"_s), QKeySequence(u"Ctrl+/"_s) });
    howItWorks = make("howItWorks", u"eye"_s);
    about = make("about", u"info"_s);
    about->setMenuRole(QAction::AboutRole);
    retranslate();
}

void MainActions::fillServerMenu(QMenu &menu)
{
    menu.addActions({ inviteToServer, editProfile });
    menu.addSeparator();
    menu.addActions({ outbox, reconnect });
    menu.addSeparator();
    menu.addActions({ addServer, removeServer });
}

void MainActions::fillRoomMenu(QMenu &menu, bool forList)
{
    if (forList) {
        menu.addActions({ peekRoom, markRead, whyUnread });
        menu.addSeparator();
    }
    menu.addActions({ inviteToRoom, roomProperties, roomRules });
    menu.addMenu(attention);
    if (!forList)
        menu.addActions({ markRead, whyUnread });
    menu.addSeparator();
    menu.addActions({ exportRoom, leaveRoom });
}

void MainActions::fillMenuBar(QMenuBar &bar)
{
    for (int i = 0; i < 4; ++i)
        m_menus.append(bar.addMenu(QString()));
    QMenu &server = *m_menus[0];
    fillServerMenu(server);
    server.addSeparator();
    server.addActions({ settings, closeWindow, quit });
    QMenu &room = *m_menus[1];
    room.addActions({ createRoom, browseRooms, newDirect, directConversation });
    room.addSeparator();
    room.addActions({ inviteToRoom, roomProperties, roomRules });
    room.addMenu(attention);
    room.addActions({ markRead, markAllRead, whyUnread });
    room.addSeparator();
    room.addActions({ exportRoom, leaveRoom });
    QMenu &view = *m_menus[2];
    view.addActions({ quickSwitch, filterRooms, searchRoom, searchAll, goToDate });
    view.addSeparator();
    view.addActions({ showMentions, showSaved, showPins });
    view.addSeparator();
    view.addActions({ lastRoom, goBack, goForward, previousRoom, nextRoom, previousUnread, nextUnread });
    view.addSeparator();
    view.addActions({ toUnread, toBottom, nextPane, previousPane });
    view.addSeparator();
    view.addActions({ showMembers, compact });
    view.addSeparator();
    view.addActions({ zoomIn, zoomOut, zoomReset });
    m_menus[3]->addActions({ shortcuts, howItWorks, about });
    retranslate();
}

QList<MainActions::Shortcut> MainActions::shortcutList() const
{
    QList<Shortcut> list;
    for (const QAction *action : m_all) {
        if (action->shortcuts().isEmpty())
            continue;
        QString words = action->text();
        words.remove(u'&');
        if (words.endsWith(u'…'))
            words.chop(1);
        list.append({ words, action->shortcuts() });
    }
    return list;
}

void MainActions::retranslate()
{
    addServer->setText(tr("Add a server…"));
    inviteToServer->setText(tr("Invite people to this server…"));
    editProfile->setText(tr("Name and status…"));
    outbox->setText(tr("Unsent messages…"));
    reconnect->setText(tr("Connect now"));
    removeServer->setText(tr("Remove this server…"));
    settings->setText(tr("Settings…"));
    closeWindow->setText(tr("Close the window"));
    quit->setText(tr("Quit"));
    createRoom->setText(tr("New room…"));
    browseRooms->setText(tr("Find rooms…"));
    newDirect->setText(tr("New direct message…"));
    inviteToRoom->setText(tr("Invite people to this room…"));
    roomProperties->setText(tr("About this room…"));
    roomRules->setText(tr("Rules of this room…"));
    exportRoom->setText(tr("Save this room as files…"));
    //: At a room: opens it, but marks nothing as read
    peekRoom->setText(tr("Only look, mark nothing as read"));
    whyUnread->setText(tr("Why is this unread?"));
    attention->retranslate();
    markRead->setText(tr("Mark as read"));
    markAllRead->setText(tr("Mark all rooms as read"));
    leaveRoom->setText(tr("Leave this room…"));
    quickSwitch->setText(tr("Go to…"));
    filterRooms->setText(tr("Filter the rooms"));
    searchRoom->setText(tr("Search in this room"));
    searchAll->setText(tr("Search everywhere"));
    goToDate->setText(tr("Go to a date…"));
    showMentions->setText(tr("Mentions of me"));
    showSaved->setText(tr("Saved messages"));
    showPins->setText(tr("Pinned messages of this room"));
    //: With somebody nearby, without a server
    directConversation->setText(tr("Direct conversation…"));
    showMembers->setText(tr("Show members"));
    compact->setText(tr("Compact messages"));
    zoomIn->setText(tr("Larger"));
    zoomOut->setText(tr("Smaller"));
    zoomReset->setText(tr("Normal size"));
    previousRoom->setText(tr("Previous room"));
    nextRoom->setText(tr("Next room"));
    previousUnread->setText(tr("Previous unread room"));
    nextUnread->setText(tr("Next unread room"));
    lastRoom->setText(tr("Last visited room"));
    //: Through the rooms that were shown, as in a web browser
    goBack->setText(tr("Back"));
    //: Through the rooms that were shown, as in a web browser
    goForward->setText(tr("Forward"));
    for (int n = 0; n < nthRoom.size(); ++n)
        //: %1 is a number from 1 to 9
        nthRoom[n]->setText(tr("Room %1 of the list").arg(QLocale().toString(n + 1)));
    nextPane->setText(tr("Next pane"));
    previousPane->setText(tr("Previous pane"));
    toUnread->setText(tr("Go to the first unread message"));
    toBottom->setText(tr("Mark as read and go to the newest message"));
    shortcuts->setText(tr("Keyboard shortcuts"));
    //: Opens a window that shows, live, what travels between this program and the server
    howItWorks->setText(tr("How it works…"));
    about->setText(tr("About Salon"));
    if (m_menus.size() == 4) {
        m_menus[0]->setTitle(tr("&Server"));
        m_menus[1]->setTitle(tr("&Room"));
        m_menus[2]->setTitle(tr("&View"));
        m_menus[3]->setTitle(tr("&Help"));
    }
}

void MainActions::setState(const CommandState &state)
{
    for (QAction *action :
        { editProfile, outbox, removeServer, markAllRead, quickSwitch, filterRooms, searchAll, previousRoom, nextRoom,
            lastRoom, previousUnread, nextUnread, nextPane, previousPane, compact, showMentions, showSaved })
        action->setEnabled(state.hasServer);
    for (QAction *action : nthRoom)
        action->setEnabled(state.hasServer);
    reconnect->setEnabled(state.hasServer && !state.isOnline);
    inviteToServer->setEnabled(state.isOnline && state.mayInvite);
    for (QAction *action : { createRoom, browseRooms, newDirect })
        action->setEnabled(state.isOnline);
    for (QAction *action : { markRead, toUnread, toBottom, roomProperties, exportRoom, showPins, searchRoom, goToDate })
        action->setEnabled(state.hasRoom);
    roomRules->setEnabled(state.hasRoom && state.hasRules);
    attention->menuAction()->setEnabled(state.hasRoom && state.hasReading);
    whyUnread->setEnabled(state.hasRoom && state.isUnread);
    peekRoom->setEnabled(state.hasRoom && state.canPeek);
    inviteToRoom->setEnabled(state.isOnline && state.hasRoom && !state.isDirect);
    leaveRoom->setEnabled(state.isOnline && state.hasRoom && state.canLeave);
}

} // namespace salon
