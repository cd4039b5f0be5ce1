// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"
#include "shared/base/result.h"
#include "shared/base/vocabulary.h"

#include <QMainWindow>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>

class QSplitter;
class QStackedWidget;

namespace salon {

class ClientProfile;
struct FoundServer;
class LanguageManager;
class MainActions;
class MainRequests;
class MemberPane;
class MessageListPane;
struct MessageLink;
class Nearby;
class NearbyPanel;
class NearbyView;
class QuickSwitcher;
class RoomListPane;
class RoomNavigator;
class RoomView;
class SamePeople;
class SearchPane;
class ServerRail;
class Theme;
class WindowState;
class Workspace;
class Workspaces;

/// The window: lays out the panes, connects the commands, forwards what dialogs are asked for to requests(). One server
/// and one room of it are shown at a time; without any server the first-run page is.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    static constexpr int MembersFrom = 960; ///< window width under which the member pane folds away
    static constexpr int ListFrom = 720; ///< … and the room list becomes icons

    MainWindow(Theme &theme, LanguageManager &languages, ClientProfile &profile, Workspaces &workspaces);
    ~MainWindow() override;

    [[nodiscard]] MainActions &actions() const { return *m_actions; }
    /// What dialogs are asked for; connect to it.
    [[nodiscard]] MainRequests &requests() const { return *m_requests; }
    [[nodiscard]] RoomView &roomView() const { return *m_room; }
    [[nodiscard]] RoomListPane &roomList() const { return *m_list; }

    /// People nearby, in the list and in the middle. Must outlive the window; call it once, before it is shown.
    void setNearby(Nearby &nearby);
    /// Their conversation; with an empty key only the list, also without any server.
    void showNearby(const QByteArray &person = {});
    [[nodiscard]] bool isNearbyShown() const;
    /// Null without setNearby().
    [[nodiscard]] NearbyView *nearbyView() const { return m_nearbyView; }
    [[nodiscard]] NearbyPanel *nearbyPanel() const { return m_nearbyPanel; }
    [[nodiscard]] bool isLookingAtNearby(const QByteArray &person) const;
    /// The direct conversation with the same person on a server is muted, and what comes directly is silent with it.
    [[nodiscard]] bool isMutedNearby(const QByteArray &person) const;

    /// The page that is shown while this computer knows no server. The window owns it.
    void setFirstRunPage(QWidget *page);
    /// Shows the first-run page (true) or the conversation (false), whatever servers there are.
    void showFirstRun(bool shows);
    [[nodiscard]] bool isFirstRunShown() const;

    [[nodiscard]] Workspace *workspace() const;
    [[nodiscard]] RoomId room() const;
    /// Invalid room: the one that was open last, else the first.
    void showRoom(Workspace *workspace, RoomId room = {});
    void openDirect(AccountId person);
    /// Goes to a message, or says why not; false when no server here is the one of the link.
    bool showMessage(const MessageLink &link);
    /// Opens the list beside the conversation, or closes it when it is open.
    void toggleMessageList(MessageListKind kind);
    [[nodiscard]] MessageListPane &messageList() const { return *m_messages; }
    /// Opens the search of the open room, or of all.
    void openSearch(bool everywhere);
    [[nodiscard]] SearchPane &search() const { return *m_search; }
    /// Opens a room without marking anything as read.
    void peekRoom(RoomId room);
    /// Opens a room at exactly its first unread message.
    void showFirstUnread(RoomId room);
    /// To the first message of that day or after it; `done` hears how it went.
    void showDay(RoomId room, const QDate &day, std::function<void(const Result<> &)> done);
    /// Out of the tray, from behind, from a minimised state.
    void raiseAll();
    /// Whether this room is open and the person looks at it.
    [[nodiscard]] bool isLookingAt(const Workspace *workspace, RoomId room) const;
    /// Over all servers, for the title: "(3) Général".
    void setMentions(quint32 mentions);
    /// Writes size and place down.
    void keepState();

Q_SIGNALS:
    /// The person wants the window closed; it stays until the receiver hides it or quits.
    void closeRequested();
    void quitRequested();
    /// Another server is shown than before; null: none.
    void workspaceShown(salon::Workspace *workspace);
    /// The person nearby whose conversation is shown, perhaps the same as before; empty: nobody's.
    void personShown(const QByteArray &person);
    /// A link of ours was clicked in a message.
    void linkOpened(const QString &link);

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    void connectActions();
    void connectNavigation();
    void connectRequests();
    void connectPanes();
    void connectNearby();

    // Lists of messages: main_window_messages.cpp
    void connectMessages();
    void closeMessageList();
    void showListedMessage(RoomId room, Seq seq);
    /// The list belongs to another server or room than what is shown now.
    void followMessageList();

    // Searching, reading, rules: main_window_search.cpp
    void connectSearch();
    void closeSearch();
    void showHit(RoomId room, Seq seq);
    void returnFromSearch();
    void connectReading();
    [[nodiscard]] bool hasAside() const;
    /// The room that commands are for: of the menu that is open, else the open one.
    [[nodiscard]] RoomId actedRoom() const;

    /// The room, or what came directly from the person with whom it is, when only that is unread.
    void showRoomOrPerson(RoomId room);
    /// To the next that has something unread, of the server or come directly.
    void stepUnread(int direction);
    /// The account of this computer on a server; invalid: none.
    [[nodiscard]] AccountId ownAccount(const QString &server) const;
    void foldPanes();
    /// Gives each pane the width it is to have.
    void sharePanes();
    void cyclePane(int direction);
    [[nodiscard]] bool isOurs(const FoundServer &found) const;
    void updateTitle();
    void updateActions();
    void showRoomMenu(RoomId room, QPoint globalPosition);

    Theme &m_theme;
    ClientProfile &m_profile;
    Workspaces &m_workspaces;
    MainActions *m_actions;
    MainRequests *m_requests;
    QStackedWidget *m_pages;
    QSplitter *m_panes;
    ServerRail *m_rail;
    RoomListPane *m_list;
    QStackedWidget *m_middle; ///< a room, or a person nearby
    RoomView *m_room;
    NearbyPanel *m_nearbyPanel = nullptr;
    NearbyView *m_nearbyView = nullptr;
    SamePeople *m_samePeople = nullptr;
    MemberPane *m_members;
    QStackedWidget *m_aside; ///< in the place of the members, or of the conversation in a narrow window
    MessageListPane *m_messages;
    SearchPane *m_search;
    struct Origin
    {
        RoomId room{};
        Seq seq = 0; ///< 0: at the newest message
        qreal share = 0;
    };
    std::optional<Origin> m_searchOrigin; ///< where one was before the first hit was opened
    RoomId m_menuRoom; ///< of the menu in the list, while it is open
    RoomNavigator *m_navigator;
    QuickSwitcher *m_switcher;
    QPointer<QWidget> m_firstRun;
    std::unique_ptr<WindowState> m_state;
    quint32 m_mentions = 0;
    const Workspace *m_listOf = nullptr; ///< whose messages are listed; only compared
    const Workspace *m_toldShown = nullptr; ///< by workspaceShown(); only compared
};

} // namespace salon
