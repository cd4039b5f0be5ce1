// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/dialogs/dialogs.h"

#include "client-gui/dialogs/browse_rooms_dialog.h"
#include "client-gui/dialogs/create_room_dialog.h"
#include "client-gui/dialogs/date_dialog.h"
#include "client-gui/dialogs/edit_profile_dialog.h"
#include "client-gui/dialogs/export_dialog.h"
#include "client-gui/dialogs/first_run_page.h"
#include "client-gui/dialogs/help_dialogs.h"
#include "client-gui/dialogs/invite_to_server_dialog.h"
#include "client-gui/dialogs/join_dialog.h"
#include "client-gui/dialogs/outbox_dialog.h"
#include "client-gui/dialogs/people_dialogs.h"
#include "client-gui/dialogs/question_dialog.h"
#include "client-gui/dialogs/room_properties_dialog.h"
#include "client-gui/dialogs/rules_dialog.h"
#include "client-gui/dialogs/server_key_dialog.h"
#include "client-gui/how_it_works/how_it_works_window.h"
#include "client-gui/main_window/main_actions.h"
#include "client-gui/main_window/main_requests.h"
#include "client-gui/main_window/main_window.h"
#include "client-gui/main_window/room_view.h"
#include "client-gui/messages/why_unread_dialog.h"
#include "client-gui/nearby/direct_conversation_dialog.h"
#include "client-gui/nearby/nearby_view.h"
#include "client-gui/settings/settings_dialog.h"
#include "shared/base/when_ready.h"
#include "shared/client-core/workspaces.h"
#include "shared/nearby/nearby.h"

using namespace Qt::StringLiterals;

namespace salon {

template <class Dialog, class... Args>
Dialog *Dialogs::show(Workspace *workspace, Args &&...args)
{
    if (raiseOpen(Dialog::staticMetaObject, workspace))
        return nullptr;
    auto *dialog = new Dialog(m_theme, std::forward<Args>(args)..., &m_window);
    opened(dialog, workspace);
    return dialog;
}

Dialogs::Dialogs(MainRequests &requests, Theme &theme, LanguageManager &languages, ClientProfile &profile,
    Workspaces &workspaces, MainWindow &window)
    : m_theme(theme)
    , m_languages(languages)
    , m_profile(profile)
    , m_workspaces(workspaces)
    , m_window(window)
{
    forgetUnfinished();
    m_firstRun = new FirstRunPage(theme, languages, workspaces);
    window.setFirstRunPage(m_firstRun);
    connect(&m_firstRun->form(), &JoinForm::done, this, [this](Workspace *workspace) {
        m_firstRun->form().reset();
        m_window.showRoom(workspace);
    });
    connect(&m_firstRun->form(), &JoinForm::keyChanged, this, &Dialogs::serverKeyChanged);
    connect(&workspaces, &Workspaces::aboutToRemove, this, [this](const Workspace *leaving) {
        for (const Open &open : std::as_const(m_open))
            if (open.workspace == leaving)
                delete open.dialog; // its models look at the workspace
    });
    connectServerRequests(requests);
    connectRoomRequests(requests);
    connectProgramRequests(requests);
}

Dialogs::~Dialogs()
{
    delete m_howItWorks;
    for (const Open &open : std::as_const(m_open))
        delete open.dialog;
}

void Dialogs::setNearby(Nearby &nearby)
{
    m_nearby = &nearby;
    m_firstRun->offerNearby();
    connect(m_firstRun, &FirstRunPage::nearbyRequested, this, [this] {
        m_nearby->setOn(true);
        m_window.showNearby();
    });
}

void Dialogs::directConversation()
{
    if (!m_nearby)
        return;
    if (auto *dialog = show<DirectConversationDialog>(nullptr, *m_nearby))
        connect(dialog, &DirectConversationDialog::reached, &m_window, &MainWindow::showNearby);
}

/// Servers that an earlier run was told of and never got in to.
void Dialogs::forgetUnfinished()
{
    const QList<Workspace *> all = m_workspaces.all();
    for (const Workspace *workspace : all)
        if (!workspace->server().enrolled && workspace->server().login.isEmpty())
            m_workspaces.remove(workspace->id());
}

void Dialogs::connectServerRequests(MainRequests &requests)
{
    connect(&requests, &MainRequests::addServer, this, &Dialogs::addServer);
    connect(&requests, &MainRequests::addFoundServer, this, &Dialogs::addFoundServer);
    connect(&requests, &MainRequests::login, this, &Dialogs::login);
    connect(&requests, &MainRequests::serverKeyChanged, this, &Dialogs::serverKeyChanged);
    connect(&requests, &MainRequests::removeServer, this, &Dialogs::removeServer);
    connect(&requests, &MainRequests::inviteToServer, this,
        [this](Workspace *workspace) { show<InviteToServerDialog>(workspace, *workspace); });
    connect(&requests, &MainRequests::editProfile, this,
        [this](Workspace *workspace) { show<EditProfileDialog>(workspace, *workspace); });
    connect(&requests, &MainRequests::outbox, this, &Dialogs::outbox);
}

void Dialogs::connectRoomRequests(MainRequests &requests)
{
    const auto showRoom = [this](Workspace *workspace) {
        return [this, workspace = QPointer(workspace)](RoomId room) {
            if (workspace)
                m_window.showRoom(workspace, room);
        };
    };
    const auto createRoom = [this, showRoom](Workspace *workspace) {
        if (auto *dialog = show<CreateRoomDialog>(workspace, *workspace))
            connect(dialog, &CreateRoomDialog::created, this, showRoom(workspace));
    };
    connect(&requests, &MainRequests::createRoom, this, createRoom);
    connect(&requests, &MainRequests::browseRooms, this, [this, showRoom, createRoom](Workspace *workspace) {
        if (auto *dialog = show<BrowseRoomsDialog>(workspace, *workspace)) {
            connect(dialog, &BrowseRoomsDialog::roomOpened, this, showRoom(workspace));
            connect(dialog, &BrowseRoomsDialog::createRequested, this, [createRoom, workspace = QPointer(workspace)] {
                if (workspace)
                    createRoom(workspace);
            });
        }
    });
    connect(&requests, &MainRequests::newDirect, this, [this, showRoom](Workspace *workspace) {
        if (auto *dialog = show<NewDirectDialog>(workspace, *workspace))
            connect(dialog, &NewDirectDialog::opened, this, showRoom(workspace));
    });
    connect(&requests, &MainRequests::inviteToRoom, this,
        [this](Workspace *workspace, RoomId room) { show<InviteToRoomDialog>(workspace, *workspace, room); });
    connect(&requests, &MainRequests::roomProperties, this, [this](Workspace *workspace, RoomId room) {
        if (workspace->rooms().find(room))
            show<RoomPropertiesDialog>(workspace, *workspace, room);
    });
    connect(&requests, &MainRequests::leaveRoom, this, &Dialogs::leaveRoom);
    connect(&requests, &MainRequests::roomRules, this, [this](Workspace *workspace, RoomId room) {
        if (workspace->rooms().find(room))
            show<RulesDialog>(workspace, *workspace, room);
    });
    connect(&requests, &MainRequests::exportRoom, this, [this](Workspace *workspace, RoomId room) {
        if (workspace->rooms().find(room))
            show<ExportDialog>(workspace, *workspace, room);
    });
    connect(&requests, &MainRequests::whyUnread, this, [this](Workspace *workspace, RoomId room) {
        if (auto *dialog = show<WhyUnreadDialog>(workspace, *workspace, room))
            connect(dialog, &WhyUnreadDialog::openRequested, &m_window, &MainWindow::showFirstUnread);
    });
    connect(&requests, &MainRequests::goToDate, this, &Dialogs::goToDate);
}

void Dialogs::connectProgramRequests(MainRequests &requests)
{
    connect(&requests, &MainRequests::settings, this, [this] {
        if (auto *dialog = show<SettingsDialog>(nullptr, m_languages, m_profile, m_nearby))
            dialog->setWorkspaces(m_workspaces);
    });
    connect(&requests, &MainRequests::directConversation, this, &Dialogs::directConversation);
    connect(&requests, &MainRequests::shortcuts, this, [this] {
        show<ShortcutsDialog>(nullptr, [this] {
            QList<ShortcutRow> rows;
            const QList<MainActions::Shortcut> shortcuts = m_window.actions().shortcutList();
            for (const MainActions::Shortcut &shortcut : shortcuts)
                rows.append({ shortcut.words, shortcut.keys });
            return rows;
        });
    });
    connect(&requests, &MainRequests::howItWorks, this, &Dialogs::howItWorks);
    connect(&requests, &MainRequests::about, this, [this] { show<AboutDialog>(nullptr); });
}

void Dialogs::join(const QString &link, const QString &name)
{
    addServer(link);
    if (name.isEmpty())
        return;
    JoinForm *form = openForm();
    if (!form)
        return;
    form->setName(name);
    if (JoinLink::parse(link))
        form->submit();
}

JoinForm *Dialogs::openForm() const
{
    JoinForm *form = nullptr;
    if (m_window.isFirstRunShown() && m_firstRun)
        form = &m_firstRun->form();
    for (const Open &open : std::as_const(m_open))
        if (auto *dialog = qobject_cast<JoinDialog *>(open.dialog); dialog && !open.workspace)
            form = &dialog->form();
    return form;
}

void Dialogs::addFoundServer(const FoundServer &server)
{
    addServer({});
    if (JoinForm *form = openForm())
        form->choose(server);
}

void Dialogs::addServer(const QString &link)
{
    if (m_window.isFirstRunShown() && m_firstRun) {
        m_firstRun->form().takeLink(link);
        return;
    }
    auto *dialog = show<JoinDialog>(nullptr, m_workspaces, link);
    if (!dialog) {
        if (JoinForm *form = openForm())
            form->takeLink(link);
        return;
    }
    connect(dialog, &JoinDialog::joined, this, [this](Workspace *workspace) { m_window.showRoom(workspace); });
    connect(&dialog->form(), &JoinForm::keyChanged, dialog,
        [this, dialog](Workspace *workspace, const QByteArray &expected, const QByteArray &presented) {
            dialog->reject();
            serverKeyChanged(workspace, expected, presented);
        });
}

void Dialogs::login(Workspace *workspace, RegistrationPolicy policy, const Error &why)
{
    auto *dialog = show<JoinDialog>(workspace, m_workspaces, workspace, policy, why);
    if (!dialog)
        return;
    connect(dialog, &JoinDialog::joined, this, [this](Workspace *joined) { m_window.showRoom(joined); });
    connect(&dialog->form(), &JoinForm::keyChanged, dialog,
        [this, dialog](Workspace *changed, const QByteArray &expected, const QByteArray &presented) {
            dialog->reject();
            serverKeyChanged(changed, expected, presented);
        });
}

void Dialogs::serverKeyChanged(Workspace *workspace, const QByteArray &expected, const QByteArray &presented)
{
    auto *dialog = show<ServerKeyDialog>(workspace, workspace->name(), expected, presented);
    if (dialog)
        connect(dialog, &ServerKeyDialog::newKeyAccepted, workspace,
            [workspace, presented] { workspace->session().acceptServerKey(presented); });
}

void Dialogs::removeServer(Workspace *workspace)
{
    const QPointer<Workspace> server = workspace;
    const auto words = [server]() -> QuestionDialog::Words {
        const QString name = server ? server->name() : QString();
        const int unsent = server ? server->outbox().unsentCount() : 0;
        QString text = tr("This computer forgets “%1”: its rooms and the history kept here are deleted. "
                          "Your account and the messages on the server stay.")
                           .arg(name);
        if (unsent > 0)
            text += u"\n\n"_s + tr("%n message(s) that were not sent yet are lost.", nullptr, unsent);
        return { tr("Remove “%1” from this computer?").arg(name), text, tr("Remove the server") };
    };
    auto *dialog = show<QuestionDialog>(nullptr, words);
    if (!dialog)
        return;
    connect(dialog, &QuestionDialog::confirmed, this, [this, dialog, id = workspace->id()] {
        dialog->accept();
        QMetaObject::invokeMethod(
            this, [this, id] { m_workspaces.remove(id); }, Qt::QueuedConnection);
    });
}

void Dialogs::leaveRoom(Workspace *workspace, RoomId room)
{
    const RoomSummary *summary = workspace->rooms().find(room);
    if (!summary)
        return;
    const auto words = [name = workspace->rooms().displayName(room),
                           isPublic = summary->kind == RoomKind::Public]() -> QuestionDialog::Words {
        return { tr("Leave “%1”?").arg(name),
            isPublic ? tr("You can join this room again later.")
                     : tr("You can come back only when a member invites you again."),
            tr("Leave the room") };
    };
    auto *dialog = show<QuestionDialog>(workspace, words);
    if (!dialog)
        return;
    connect(dialog, &QuestionDialog::confirmed, dialog, [dialog, workspace, room] {
        whenReady(workspace->leaveRoom(room), dialog, [dialog](const Result<> &left) {
            if (left)
                dialog->accept();
            else
                dialog->failed(left.error());
        });
    });
}

void Dialogs::goToDate(Workspace *workspace, RoomId room, const QDate &day)
{
    auto *dialog = show<DateDialog>(workspace, day);
    if (!dialog)
        return;
    connect(dialog, &DateDialog::dayChosen, this, [this, dialog, room](const QDate &chosen) {
        m_window.showDay(room, chosen, [dialog = QPointer(dialog)](const Result<> &shown) {
            if (!dialog)
                return;
            if (shown)
                dialog->accept();
            else if (shown.error().code == ErrorCode::MessageUnknown)
                dialog->failed([] { return tr("Nothing was written on that day or later."); });
            else
                dialog->failed(shown.error());
        });
    });
}

void Dialogs::outbox(Workspace *workspace)
{
    auto *dialog = show<OutboxDialog>(workspace, *workspace);
    if (!dialog)
        return;
    connect(dialog, &OutboxDialog::editRequested, this,
        [this, workspace = QPointer(workspace)](RoomId room, const Cid &cid) {
            if (!workspace)
                return;
            m_window.showRoom(workspace, room);
            m_window.roomView().editAgain(cid);
        });
}

void Dialogs::howItWorks()
{
    if (!m_howItWorks) {
        m_howItWorks = new HowItWorksWindow(m_theme, m_profile.clock());
        HowItWorksWindow *window = m_howItWorks;
        connect(&m_window, &MainWindow::workspaceShown, window, &HowItWorksWindow::setWorkspace);
        // A server that is just being joined is what one wants to see, from its first frame on.
        connect(&m_workspaces, &Workspaces::added, window, &HowItWorksWindow::setWorkspace);
        connect(&m_workspaces, &Workspaces::aboutToRemove, window, [this, window](const Workspace *leaving) {
            if (window->workspace() == leaving)
                window->setWorkspace(m_window.workspace() == leaving ? nullptr : m_window.workspace());
        });
        connect(&m_window, &MainWindow::personShown, window,
            [this, window](const QByteArray &person) { window->setPerson(m_nearby, person); });
        window->setWorkspace(m_window.workspace());
        if (m_window.isNearbyShown())
            window->setPerson(m_nearby, m_window.nearbyView()->person());
        window->show();
    }
    m_howItWorks->raise();
    m_howItWorks->activateWindow();
}

void Dialogs::opened(SalonDialog *dialog, Workspace *workspace)
{
    m_open.removeIf([](const Open &open) { return open.dialog.isNull(); });
    m_open.append({ dialog, workspace });
    dialog->open();
}

bool Dialogs::raiseOpen(const QMetaObject &kind, const Workspace *workspace)
{
    for (const Open &open : std::as_const(m_open)) {
        if (open.dialog && open.dialog->isVisible() && open.workspace == workspace
            && open.dialog->metaObject() == &kind) {
            open.dialog->raise();
            open.dialog->activateWindow();
            return true;
        }
    }
    return false;
}

} // namespace salon
