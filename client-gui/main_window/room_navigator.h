// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/main_window/visited_rooms.h"
#include "shared/base/ids.h"

#include <QObject>
#include <QPointer>

namespace salon {

class RoomListPane;
class RoomView;
class ServerRail;
class SettingsStore;
class Workspace;
class Workspaces;

/// Which room of which server is shown. Every way to another one leads through here: it opens the room, marks it in the
/// lists, and remembers it, for the next start and for the way back.
class RoomNavigator : public QObject
{
    Q_OBJECT

public:
    struct Panes
    {
        ServerRail &servers;
        RoomListPane &rooms;
        RoomView &room;
    };

    /// The panes outlive it.
    RoomNavigator(SettingsStore &settings, Workspaces &workspaces, Panes panes, QObject *parent);

    /// Null: none is shown.
    [[nodiscard]] Workspace *workspace() const { return m_workspace; }
    [[nodiscard]] RoomId room() const;

    /// Invalid room: the one that was open last, else the first. Nothing happens without a server.
    void show(Workspace *workspace, RoomId room = {});
    /// The same, but nothing is marked as read there until it is shown again.
    void peek(Workspace *workspace, RoomId room);
    /// The conversation with this person, made if there is none.
    void openDirect(AccountId person);
    /// Joins a room and shows it.
    void joinRoom(RoomId room);
    /// The next one in the list, or the one before.
    void step(int direction);
    /// Through the rooms that were shown.
    void goBack();
    void goForward();
    /// The room that was shown before this one, so that doing it twice leads back; at first the next in the list.
    void goToPrevious();
    [[nodiscard]] bool canGoBack() const { return m_visited.canGoBack(); }
    [[nodiscard]] bool canGoForward() const { return m_visited.canGoForward(); }

Q_SIGNALS:
    /// A room of a server is about to be shown.
    void showing();
    /// Another server or room is shown, or what is known of it is new.
    void changed();

private:
    void open(Workspace *workspace, RoomId room, bool isPeek);
    void follow(Workspace *workspace);
    void openLastRoom();
    void roomRemoved(RoomId room);
    void go(const std::optional<VisitedRooms::Place> &place);

    SettingsStore &m_settings;
    Workspaces &m_workspaces;
    Panes m_panes;
    QPointer<Workspace> m_workspace;
    VisitedRooms m_visited;
    bool m_isChoosing = false; ///< the open room is gone; only the person opens another one
};

} // namespace salon
