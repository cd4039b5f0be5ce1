// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/nearby/found_server.h"
#include "shared/base/error.h"
#include "shared/base/ids.h"
#include "shared/protocol/messages/session.h"

#include <QDate>
#include <QObject>

namespace salon {

class Workspace;

/// What the main window asks of the dialogs. The window emits; client-gui/dialogs and client-gui/settings connect, open
/// what is asked for as a child of the window (open(), never exec()), and carry it out on the workspace themselves.
///
///     Dialogs dialogs(requests, theme, languages, profile, workspaces, window);   // made by Application
///
/// A room that a dialog opened, joined or made is shown by MainWindow::showRoom(workspace, room).
class MainRequests : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    /// A server beside those that are known: address or join link, name. `link` fills the field; may be empty.
    void addServer(const QString &link);
    /// … that was found on the network: fills the address, the person goes on from there.
    void addFoundServer(const salon::FoundServer &server);
    /// The server refused the credentials, or asks for the first time; see Session::credentialsNeeded().
    void login(salon::Workspace *workspace, salon::RegistrationPolicy policy, const salon::Error &why);
    /// Hard stop; the dialog may call session().acceptServerKey(presented).
    void serverKeyChanged(salon::Workspace *workspace, const QByteArray &expected, const QByteArray &presented);
    /// Forget this server on this computer, after a question.
    void removeServer(salon::Workspace *workspace);
    /// An invitation link for somebody new.
    void inviteToServer(salon::Workspace *workspace);

    void createRoom(salon::Workspace *workspace);
    void browseRooms(salon::Workspace *workspace);
    /// Choose one person or several to write to.
    void newDirect(salon::Workspace *workspace);
    void inviteToRoom(salon::Workspace *workspace, salon::RoomId room);
    /// Name and topic, for who may change them; members and kind for all.
    void roomProperties(salon::Workspace *workspace, salon::RoomId room);
    /// What holds there; for who may, to be changed.
    void roomRules(salon::Workspace *workspace, salon::RoomId room);
    /// All of the room into a folder of the person's choice.
    void exportRoom(salon::Workspace *workspace, salon::RoomId room);
    /// Which message makes it unread.
    void whyUnread(salon::Workspace *workspace, salon::RoomId room);
    /// To the messages of a day; `day`: chosen at first, invalid: today.
    void goToDate(salon::Workspace *workspace, salon::RoomId room, const QDate &day);
    /// Asks first.
    void leaveRoom(salon::Workspace *workspace, salon::RoomId room);
    /// One's own display name and status text.
    void editProfile(salon::Workspace *workspace);
    /// Everything unsent in any room.
    void outbox(salon::Workspace *workspace);

    /// With somebody whose address one knows, without a server.
    void directConversation();

    void settings();
    void shortcuts();
    /// The frames of the connection, live and explained.
    void howItWorks();
    void about();
};

} // namespace salon
