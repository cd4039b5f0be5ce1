// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/main_window/room_navigator.h"

#include "client-gui/composer/composer.h"
#include "client-gui/main_window/room_view.h"
#include "client-gui/main_window/server_rail.h"
#include "client-gui/rooms/room_list_pane.h"
#include "shared/base/when_ready.h"
#include "shared/client-core/workspaces.h"

namespace salon {

RoomNavigator::RoomNavigator(SettingsStore &settings, Workspaces &workspaces, Panes panes, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_workspaces(workspaces)
    , m_panes(panes)
    , m_visited([this](const VisitedRooms::Place &place) {
        const Workspace *there = m_workspaces.find(place.server);
        return there && there->rooms().find(place.room);
    })
{
    connect(&workspaces, &Workspaces::aboutToRemove, this, [this](const Workspace *leaving) {
        if (leaving == m_workspace)
            follow(nullptr);
    });
}

RoomId RoomNavigator::room() const
{
    return m_panes.room.room();
}

void RoomNavigator::show(Workspace *workspace, RoomId room)
{
    open(workspace, room, false);
}

void RoomNavigator::peek(Workspace *workspace, RoomId room)
{
    if (workspace != m_workspace || room != this->room())
        open(workspace, room, true);
}

void RoomNavigator::open(Workspace *workspace, RoomId room, bool isPeek)
{
    if (!workspace)
        return;
    Q_EMIT showing();
    m_isChoosing = false;
    if (workspace != m_workspace)
        follow(workspace);
    if (!room.isValid()) {
        openLastRoom();
        return;
    }
    if (room != this->room())
        m_panes.room.openRoom(room, isPeek);
    else
        m_panes.room.endPeek();
    m_panes.rooms.setCurrentRoom(this->room());
    if (this->room().isValid())
        m_visited.visit({ workspace->id(), this->room() });
    m_settings.change([this](Settings &settings) {
        settings.lastServer = m_workspace->id();
        settings.lastRoom = this->room().value;
    });
    Q_EMIT changed();
}

void RoomNavigator::follow(Workspace *workspace)
{
    if (m_workspace) {
        m_workspace->disconnect(this);
        m_workspace->session().disconnect(this);
        m_workspace->rooms().disconnect(this);
        m_workspace->people().disconnect(this);
    }
    m_isChoosing = false;
    m_workspace = workspace;
    m_panes.room.setWorkspace(workspace);
    m_panes.rooms.setWorkspace(workspace);
    m_panes.servers.setCurrent(workspace);
    if (workspace) {
        connect(workspace, &Workspace::loaded, this, &RoomNavigator::openLastRoom);
        connect(workspace, &Workspace::roomRemoved, this, &RoomNavigator::roomRemoved);
        connect(workspace, &Workspace::nameChanged, this, &RoomNavigator::changed);
        connect(&workspace->session(), &Session::stateChanged, this, &RoomNavigator::changed);
        connect(&workspace->rooms(), &Rooms::changed, this, [this](RoomId room, RoomAspects what) {
            if (room == this->room() && what.testFlag(RoomAspect::Name))
                Q_EMIT changed();
        });
        connect(&workspace->people(), &People::renamed, this, &RoomNavigator::changed);
        // The first rooms of a server that was joined just now.
        connect(&workspace->rooms(), &Rooms::added, this, &RoomNavigator::openLastRoom, Qt::QueuedConnection);
    }
    Q_EMIT changed();
}

void RoomNavigator::openLastRoom()
{
    if (!m_workspace || !m_workspace->isLoaded() || room().isValid() || m_isChoosing)
        return;
    const Settings &settings = m_settings.current();
    const RoomId last{ settings.lastServer == m_workspace->id() ? settings.lastRoom : 0 };
    const RoomId next = m_workspace->rooms().find(last) ? last : m_panes.rooms.roomAt(0);
    if (next.isValid()) {
        show(m_workspace, next);
        m_panes.room.focusText();
    }
}

void RoomNavigator::roomRemoved(RoomId removed)
{
    if (removed != room())
        return;
    // The person chooses where to go: what they are typing must not land in another room.
    m_isChoosing = true;
    m_panes.room.leaveRemovedRoom();
    m_panes.rooms.setCurrentRoom({});
    Q_EMIT changed();
}

void RoomNavigator::openDirect(AccountId person)
{
    if (!m_workspace)
        return;
    if (const RoomId direct = m_workspace->rooms().directWith(person); direct.isValid()) {
        show(m_workspace, direct);
        m_panes.room.focusText();
        return;
    }
    whenReady(m_workspace->openDirect({ person }), this, [this, asked = m_workspace](const Result<RoomId> &opened) {
        if (opened && asked && asked == m_workspace)
            show(m_workspace, *opened);
        else if (!opened)
            m_panes.room.composer().refused(opened.error());
    });
}

void RoomNavigator::joinRoom(RoomId room)
{
    if (!m_workspace)
        return;
    whenReady(m_workspace->joinRoom(room), this, [this, asked = m_workspace](const Result<RoomId> &joined) {
        if (!joined) {
            m_panes.room.composer().refused(joined.error());
        } else if (asked && asked == m_workspace) {
            show(m_workspace, *joined);
            m_panes.room.focusText();
        }
    });
}

void RoomNavigator::step(int direction)
{
    if (const RoomId next = m_panes.rooms.roomAfter(room(), direction, false); next.isValid())
        show(m_workspace, next);
}

void RoomNavigator::goBack()
{
    go(m_visited.back());
}

void RoomNavigator::goForward()
{
    go(m_visited.forward());
}

void RoomNavigator::goToPrevious()
{
    if (const auto place = m_visited.previous())
        go(place);
    else
        step(1);
}

void RoomNavigator::go(const std::optional<VisitedRooms::Place> &place)
{
    if (place)
        show(m_workspaces.find(place->server), place->room);
}

} // namespace salon
