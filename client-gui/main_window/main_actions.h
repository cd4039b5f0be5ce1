// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QAction>
#include <QList>
#include <QObject>

class QMenuBar;
class QMenu;

namespace salon {

class AttentionMenu;
class Theme;

/// What the commands go by.
struct CommandState
{
    bool hasServer = false;
    bool isOnline = false;
    bool mayInvite = false; ///< to the server
    bool hasRoom = false;
    bool isDirect = false;
    bool canLeave = false;
    bool hasReading = false; ///< the server knows unread marks and attention
    bool hasRules = false;
    bool canPeek = false; ///< the room is another one than the open one
    bool isUnread = false;
};

/// Every command of the main window with its words and keys, in one place: menus, buttons, tool tips and the list of
/// shortcuts all take them from here. What a command does is connected by MainWindow.
class MainActions : public QObject
{
    Q_OBJECT

public:
    /// `window` gets the actions, so that their keys work everywhere in it.
    MainActions(Theme &theme, QWidget &window);

    // Server
    QAction *addServer, *inviteToServer, *editProfile, *outbox, *reconnect, *removeServer, *settings, *closeWindow,
        *quit;
    // Room
    QAction *createRoom, *browseRooms, *newDirect, *directConversation, *inviteToRoom, *roomProperties, *roomRules,
        *exportRoom, *peekRoom, *whyUnread, *markRead, *markAllRead, *leaveRoom;
    AttentionMenu *attention; ///< of the room; owned by the window
    // View
    QAction *quickSwitch, *filterRooms, *searchRoom, *searchAll, *goToDate, *showMentions, *showSaved, *showPins,
        *showMembers, *compact, *zoomIn, *zoomOut, *zoomReset;
    QAction *previousRoom, *nextRoom, *previousUnread, *nextUnread, *previousPane, *nextPane, *toUnread, *toBottom;
    QAction *lastRoom, *goBack, *goForward;
    QList<QAction *> nthRoom; ///< of the list, the first nine; in no menu
    // Help
    QAction *shortcuts, *howItWorks, *about;

    /// The same for every menu bar or button menu that shows them.
    void fillMenuBar(QMenuBar &bar);
    void fillServerMenu(QMenu &menu);
    /// `forList`: of a room in the list, which need not be the open one.
    void fillRoomMenu(QMenu &menu, bool forList = false);

    /// A command of the list of shortcuts, in the order of the menus; words without mnemonics.
    struct Shortcut
    {
        QString words{};
        QList<QKeySequence> keys{};
    };
    [[nodiscard]] QList<Shortcut> shortcutList() const;

    void retranslate();
    /// Which commands make sense now.
    void setState(const CommandState &state);

private:
    QAction *make(const char *objectName, const QString &icon, const QList<QKeySequence> &keys = {});

    Theme &m_theme;
    QWidget &m_window;
    QList<QAction *> m_all;
    QList<QMenu *> m_menus; ///< of the menu bar: server, room, view, help
};

} // namespace salon
