// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-console/commands.h"
#include "client-console/delivery.h"
#include "client-console/input_completer.h"
#include "client-console/line_router.h"
#include "client-console/options.h"
#include "client-console/peer_desk.h"
#include "client-console/room_view.h"
#include "client-console/run_mode.h"
#include "client-console/screen.h"
#include "client-console/sign_in.h"
#include "client-console/transfers.h"
#include "client-console/typed_drafts.h"
#include "shared/base/console_language.h"
#include "shared/client-core/client_profile.h"
#include "shared/client-core/workspaces.h"
#include "shared/nearby/nearby_accounts.h"

#include <QObject>
#include <memory>
#include <optional>

namespace salon::console {

/// The console client: puts profile, server, screen and line editor together.
/// Three ways to run: a person at a terminal, lines from a pipe, and --send. Ends through QCoreApplication::exit().
class ConsoleApp : public QObject
{
    Q_OBJECT

public:
    ConsoleApp(Options options, ConsoleLanguage &language);
    ~ConsoleApp() override;

    /// Call once from the event loop.
    void start();

private:
    void profileOpened();
    void askForServer();
    void useAddress(const QString &text);
    void useServer(const JoinLink &link);
    void connectSession();
    void connectView();
    void signInOrStart(const QString &invitation);
    [[nodiscard]] SignIn::Given givenCredentials(const QString &invitation);
    /// False, and a problem on the screen, when there is a file for it and no password in it.
    [[nodiscard]] bool readPassword();

    void stateChanged(SessionState state);
    void serverKeyChanged(const QByteArray &expected, const QByteArray &presented);
    void openFirstRoom();
    void roomOpened();
    void roomNotOpened();
    void roomLost(bool wanted);
    void sendRequestedMessages();
    void sendRequestedFiles();
    void openDesk();
    /// True if the line was about people nearby.
    bool takePeerLine(const QString &line);

    void takeLine(const QString &line);
    void lineDropped();
    void inputEnded();
    void deliveryFinished(ExitCode code);
    [[nodiscard]] Completions complete(const QString &line, qsizetype cursor) const;
    void quit(ExitCode code);

    Options m_options;
    ConsoleLanguage &m_language;
    RunMode m_mode;
    SystemClock m_clock;
    ClientProfile m_profile;
    std::unique_ptr<LineEditor> m_editor;
    Screen m_screen;
    std::unique_ptr<PeerDesk> m_desk; ///< people nearby; for a person only
    std::unique_ptr<Workspaces> m_workspaces;
    Workspace *m_workspace = nullptr;
    std::unique_ptr<NearbyAccounts> m_accounts; ///< who of those nearby is known from a server
    std::unique_ptr<SignIn> m_signIn;
    EmojiCatalogue m_emoji;
    WritingStyle m_style;
    std::unique_ptr<RoomView> m_view;
    std::unique_ptr<Transfers> m_transfers;
    std::unique_ptr<Commands> m_commands;
    std::unique_ptr<InputCompleter> m_completer;
    std::unique_ptr<Delivery> m_delivery;
    std::unique_ptr<TypedDrafts> m_drafts; ///< of a person at a terminal
    std::unique_ptr<LineRouter> m_router;
    std::optional<ErrorCode> m_lastFailure; ///< since the server was last reached
    QString m_goodbye; ///< what the server said since then when it closed
    bool m_wasOnline = false;
    QString m_password; ///< from --password-file, until it is used
    bool m_openingFirstRoom = false;
    bool m_hadRoom = false; ///< a room was open once: no other one opens by itself any more
};

} // namespace salon::console
