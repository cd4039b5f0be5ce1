// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/error.h"
#include "shared/base/ids.h"
#include "shared/protocol/messages/session.h"

#include <QObject>
#include <QPointer>

namespace salon {

class ClientProfile;
struct FoundServer;
class FirstRunPage;
class HowItWorksWindow;
class JoinForm;
class LanguageManager;
class MainRequests;
class MainWindow;
class Nearby;
class SalonDialog;
class Theme;
class Workspace;
class Workspaces;

/// Opens what the main window asks for and carries it out. Gives the window its first-run page. Dialogs of a server
/// close when the server is removed; the same dialog is never open twice.
class Dialogs : public QObject
{
    Q_OBJECT

public:
    /// Everything must outlive this.
    Dialogs(MainRequests &requests, Theme &theme, LanguageManager &languages, ClientProfile &profile,
        Workspaces &workspaces, MainWindow &window);
    ~Dialogs() override;

    /// People nearby, who need no server. Must outlive this; call it once.
    void setNearby(Nearby &nearby);

    /// A link or address from the command line or another program: on the first-run page while it is shown, else in a
    /// dialog. With a name and a link that can be read it is joined at once.
    void join(const QString &link, const QString &name = {});

private:
    void connectServerRequests(MainRequests &requests);
    void connectRoomRequests(MainRequests &requests);
    void connectProgramRequests(MainRequests &requests);
    void addServer(const QString &link);
    void directConversation();
    void addFoundServer(const FoundServer &server);
    /// Of the first-run page or of the dialog for another server, if one of them is open.
    [[nodiscard]] JoinForm *openForm() const;
    void login(Workspace *workspace, RegistrationPolicy policy, const Error &why);
    void serverKeyChanged(Workspace *workspace, const QByteArray &expected, const QByteArray &presented);
    void removeServer(Workspace *workspace);
    void leaveRoom(Workspace *workspace, RoomId room);
    void goToDate(Workspace *workspace, RoomId room, const QDate &day);
    void outbox(Workspace *workspace);
    void forgetUnfinished();
    void howItWorks();

    /// Makes and opens one, unless one of this class is open for this server (null: for the program): then that one is
    /// raised, and null returned.
    template <class Dialog, class... Args>
    Dialog *show(Workspace *workspace, Args &&...args);
    void opened(SalonDialog *dialog, Workspace *workspace);
    [[nodiscard]] bool raiseOpen(const QMetaObject &kind, const Workspace *workspace);

    struct Open
    {
        QPointer<SalonDialog> dialog{};
        Workspace *workspace = nullptr;
    };

    Theme &m_theme;
    LanguageManager &m_languages;
    ClientProfile &m_profile;
    Workspaces &m_workspaces;
    MainWindow &m_window;
    Nearby *m_nearby = nullptr;
    QPointer<FirstRunPage> m_firstRun;
    QPointer<HowItWorksWindow> m_howItWorks;
    QList<Open> m_open;
};

} // namespace salon
