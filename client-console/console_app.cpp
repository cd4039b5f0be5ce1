// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/console_app.h"

#include "shared/base/line_splitter.h"
#include "shared/base/standard_bytes.h"
#include "shared/base/text_limits.h"
#include "shared/client-core/text/error_text.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace salon::console {

ConsoleApp::ConsoleApp(Options options, ConsoleLanguage &language)
    : m_options(std::move(options))
    , m_language(language)
    , m_mode(runModeFor(m_options.hasSend))
    , m_profile({ m_options.dataFolder, true, {} }, m_clock)
    , m_editor(LineEditor::create(m_profile.dataFolder() + u"/line-history"_s))
    , m_screen(*m_editor, Ansi::of(m_options.color))
{
    connect(&m_profile, &ClientProfile::opened, this, &ConsoleApp::profileOpened);
    connect(&m_profile, &ClientProfile::failed, this, [this](const Error &error) {
        m_screen.problem(error);
        quit(ExitLocalProblem);
    });
}

ConsoleApp::~ConsoleApp()
{
    // What uses the workspace goes before it, the editor (and with it the terminal's mode) last.
    m_router.reset();
    m_delivery.reset();
    m_commands.reset();
    m_view.reset();
    m_signIn.reset();
    m_accounts.reset();
    m_workspaces.reset();
    m_desk.reset();
}

void ConsoleApp::start()
{
    if (!readPassword()) {
        quit(ExitUsage);
        return;
    }
    if (const auto locked = m_profile.lock(); !locked) {
        m_screen.problem(locked.error());
        quit(ExitLocalProblem);
        return;
    }
    const QString remembered = m_profile.settings().current().language;
    if (m_options.language.isEmpty() && ConsoleLanguage::isKnown(remembered))
        m_language.speak(remembered);
    m_profile.open();
}

void ConsoleApp::profileOpened()
{
    m_workspaces
        = std::make_unique<Workspaces>(m_profile, u"salon-console "_s + QCoreApplication::applicationVersion());
    connect(m_editor.get(), &LineEditor::lineEntered, this, &ConsoleApp::takeLine);
    connect(m_editor.get(), &LineEditor::lineDropped, this, &ConsoleApp::lineDropped);
    connect(m_editor.get(), &LineEditor::ended, this, &ConsoleApp::inputEnded);
    m_editor->setCompleter([this](const QString &line, qsizetype cursor) { return complete(line, cursor); });

    if (m_mode == RunMode::Person)
        openDesk();
    const QString lastServer = m_profile.settings().current().lastServer;
    if (!m_options.target.isEmpty()) {
        useAddress(m_options.target);
    } else if (const auto known = m_profile.servers().find(lastServer)) {
        useServer(known->address);
    } else if (m_mode == RunMode::Person) {
        m_screen.notice(tr("Welcome to Salon."));
        askForServer();
    } else {
        m_screen.problem(tr("Which server? Give its join link or address. Try --help."));
        quit(ExitUsage);
        return;
    }
    if (m_mode != RunMode::Send)
        m_editor->start();
}

void ConsoleApp::askForServer()
{
    m_editor->setPrompt(m_screen.ansi().prompt(Ansi::Style::Accent, tr("Join link or address of a server:")) + u' ');
}

void ConsoleApp::useAddress(const QString &text)
{
    const auto link = JoinLink::parse(text);
    if (!link) {
        m_screen.problem(link.error());
        if (m_mode != RunMode::Person || !m_options.target.isEmpty())
            quit(ExitUsage);
        return;
    }
    useServer(*link);
}

void ConsoleApp::useServer(const JoinLink &link)
{
    const auto workspace = m_workspaces->add(link);
    if (!workspace) {
        m_screen.problem(workspace.error());
        quit(workspace.error().code == ErrorCode::ServerKeyChanged ? ExitKeyChanged : ExitLocalProblem);
        return;
    }
    m_workspace = *workspace;
    m_profile.settings().change([this](Settings &settings) { settings.lastServer = m_workspace->id(); });
    m_view = std::make_unique<RoomView>(*m_workspace, m_screen, *m_editor, m_mode == RunMode::Person);
    m_commands = std::make_unique<Commands>(*m_workspace, *m_view, m_screen, m_language);
    if (m_desk)
        m_commands->setFurtherNames([this] { return m_desk->commands().names(); });
    m_delivery = std::make_unique<Delivery>(*m_workspace, m_options.timeoutSeconds);
    const auto source = m_mode == RunMode::Person ? LineRouter::Source::Person
        : m_options.linesAreCommands              ? LineRouter::Source::ScriptWithCommands
                                                  : LineRouter::Source::Script;
    m_router = std::make_unique<LineRouter>(*m_view, *m_commands, *m_delivery, m_screen, source);
    connectSession();
    connectView();
    if (m_mode != RunMode::Person)
        m_delivery->awaitConnection();
    signInOrStart(link.invitation);
}

void ConsoleApp::connectSession()
{
    Session &session = m_workspace->session();
    connect(&session, &Session::stateChanged, this, &ConsoleApp::stateChanged);
    connect(&session, &Session::serverKeyChanged, this, &ConsoleApp::serverKeyChanged);
    connect(&session, &Session::failed, this, [this](const Error &error) {
        // A server out of reach is told of once, not at every attempt.
        const bool isAgain = error.code >= ErrorCode::ConnectionLost && error.code == m_lastFailure;
        m_lastFailure = error.code;
        if (m_mode == RunMode::Person && !isAgain && error.code != ErrorCode::ServerKeyChanged
            && error.code != ErrorCode::Canceled)
            m_screen.problem(error);
    });
    connect(&session, &Session::goneAway, this,
        [this](const Goaway &goodbye) { m_screen.problem(ErrorText::of(goodbye)); });
    connect(&session, &Session::serverPinned, this, [this](const QByteArray &pin) {
        if (m_mode == RunMode::Person)
            m_screen.notice(tr("First contact with this server. Its fingerprint: %1").arg(ErrorText::fingerprint(pin)));
    });
    connect(m_workspace, &Workspace::loaded, this, [this] {
        // With a history to read, there is no need to wait for the network.
        if (m_mode == RunMode::Person && !m_workspace->rooms().ids().isEmpty())
            openFirstRoom();
    });
    connect(&m_workspace->outbox(), &Outbox::entryChanged, m_view.get(), &RoomView::noteOutbox);
}

void ConsoleApp::connectView()
{
    m_view->setSilent(m_mode == RunMode::Send);
    connect(m_view.get(), &RoomView::opened, this, &ConsoleApp::roomOpened);
    connect(m_commands.get(), &Commands::quitRequested, this, &ConsoleApp::inputEnded);
    connect(m_commands.get(), &Commands::languageChanged, this, [this] {
        m_profile.settings().change([this](Settings &settings) { settings.language = m_language.spoken(); });
        m_view->updatePrompt();
    });
    connect(m_view.get(), &RoomView::lost, this, &ConsoleApp::roomLost);
    connect(m_commands.get(), &Commands::roomNotOpened, this, &ConsoleApp::roomNotOpened);
    connect(m_delivery.get(), &Delivery::finished, this, &ConsoleApp::deliveryFinished);
    connect(m_delivery.get(), &Delivery::refused, this, [this](const Error &why) {
        if (m_mode != RunMode::Person)
            m_screen.problem(why);
    });
    connect(m_editor.get(), &LineEditor::inputChanged, this, [this](const QString &line) {
        m_workspace->userActive();
        if (m_view->isOpen() && !line.isEmpty() && !line.startsWith(u'/'))
            m_workspace->typing(m_view->room());
    });
}

void ConsoleApp::signInOrStart(const QString &invitation)
{
    m_signIn = std::make_unique<SignIn>(
        *m_workspace, m_screen, *m_editor, givenCredentials(invitation), m_mode == RunMode::Person);
    connect(m_signIn.get(), &SignIn::gaveUp, this, [this](const Error &why) {
        m_screen.problem(why.code == ErrorCode::NotLoggedIn
                ? tr("This device has no account on this server yet. Give --name, or --username with --password-file.")
                : ErrorText::of(why));
        quit(ExitLoginRefused);
    });
    if (m_workspace->server().enrolled)
        m_workspace->start();
    else
        m_signIn->begin();
}

SignIn::Given ConsoleApp::givenCredentials(const QString &invitation)
{
    return { m_options.login, m_options.name, m_options.invitation.isEmpty() ? invitation : m_options.invitation,
        std::exchange(m_password, {}) };
}

bool ConsoleApp::readPassword()
{
    if (m_options.passwordFile.isEmpty())
        return true;
    QFile file(m_options.passwordFile);
    const bool isOpen = m_options.passwordFile == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered)
                                                         : file.open(QIODevice::ReadOnly);
    if (!isOpen) {
        m_screen.problem(
            Error{ ErrorCode::CannotOpenFile, file.errorString(), { m_options.passwordFile }, std::nullopt });
        return false;
    }
    QByteArray line = file.readLine(4096);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    if (line.isEmpty()) {
        m_screen.problem(tr("There is no password in the first line of %1.").arg(m_options.passwordFile));
        return false;
    }
    m_password = QString::fromUtf8(line);
    line.fill('\0');
    return true;
}

void ConsoleApp::stateChanged(SessionState state)
{
    if (state == SessionState::Online)
        m_lastFailure.reset();
    if (state == SessionState::Online && !m_wasOnline) {
        m_wasOnline = true;
        if (m_mode == RunMode::Person)
            m_screen.success(tr("Connected to %1 as %2.").arg(m_workspace->name(), m_workspace->selfName()));
        if (!m_hadRoom)
            openFirstRoom();
    } else if (state == SessionState::Online && m_mode == RunMode::Person) {
        m_screen.success(tr("Connected again."));
    }
}

void ConsoleApp::serverKeyChanged(const QByteArray &expected, const QByteArray &presented)
{
    if (m_options.acceptsNewKey) {
        m_workspace->session().acceptServerKey(presented);
        return;
    }
    m_screen.problem(ErrorText::keyChangedTitle());
    m_screen.problem(ErrorText::keyChangedExplanation(m_workspace->name(), expected, presented));
    if (m_mode != RunMode::Person) {
        quit(ExitKeyChanged);
        return;
    }
    m_commands->setPresentedKey(presented);
    m_screen.notice(tr("If you know that the change is right, type /accept-key. Nothing was sent."));
}

void ConsoleApp::openFirstRoom()
{
    m_openingFirstRoom = true;
    if (!m_options.room.isEmpty()) {
        m_commands->openRoom(m_options.room);
        return;
    }
    const Rooms &rooms = m_workspace->rooms();
    RoomId room{ m_profile.settings().current().lastRoom };
    if (!rooms.find(room)) {
        room = {};
        for (const RoomId id : rooms.ids()) {
            if (!room.isValid() || rooms.find(id)->first)
                room = id;
        }
    }
    if (room.isValid())
        m_view->open(room);
}

void ConsoleApp::roomNotOpened()
{
    if (m_mode == RunMode::Person) {
        if (m_openingFirstRoom && !std::exchange(m_options.room, {}).isEmpty())
            openFirstRoom();
        return;
    }
    if (!m_hadRoom) {
        quit(ExitMessageRefused);
        return;
    }
    // What a script says next was meant for the room that it did not get.
    m_delivery->noteRefusal();
    m_view->close();
}

void ConsoleApp::roomLost(bool wanted)
{
    if (m_mode != RunMode::Pipe || wanted)
        return;
    m_screen.problem(tr("This account was taken out of the room: nothing more is sent."));
    m_router->giveUp();
}

void ConsoleApp::roomOpened()
{
    if (m_desk)
        m_desk->view().close();
    m_hadRoom = true;
    m_openingFirstRoom = false;
    m_profile.settings().change([this](Settings &settings) { settings.lastRoom = m_view->room().value; });
    if (m_mode == RunMode::Send) {
        sendRequestedMessages();
        return;
    }
    m_router->release();
}

void ConsoleApp::sendRequestedMessages()
{
    const QStringList messages = std::exchange(m_options.messages, {});
    for (const QString &message : messages) {
        QString text = message == "-"_L1 ? QString::fromUtf8(wholeStandardInput()) : message;
        while (text.endsWith(u'\n'))
            text.chop(1);
        m_router->send(m_view->room(), text);
    }
    m_delivery->close();
}

void ConsoleApp::openDesk()
{
    m_desk = std::make_unique<PeerDesk>(m_profile, m_screen, *m_editor);
    m_accounts = std::make_unique<NearbyAccounts>(m_profile, m_desk->nearby(), *m_workspaces);
    connect(&m_desk->view(), &PeerView::opened, this, [this] {
        if (m_view) {
            m_view->close();
            m_view->yieldPrompt(true);
        }
        m_desk->view().updatePrompt();
    });
    connect(&m_desk->view(), &PeerView::closed, this, [this] {
        if (m_view)
            m_view->yieldPrompt(false);
        if (!m_view)
            askForServer();
        else if (m_signIn && m_signIn->isAsking())
            m_signIn->showQuestion();
    });
    m_desk->nearby().start();
    if (m_options.nearby)
        m_desk->nearby().turnOn();
}

bool ConsoleApp::takePeerLine(const QString &line)
{
    if (!m_desk)
        return false;
    // What is typed from now on is meant for the room, whether or not it opens.
    const QString command = line.section(u' ', 0, 0);
    if (command == "/join"_L1 || command == "/msg"_L1)
        m_desk->view().close();
    if (!m_desk->take(line))
        return false;
    m_editor->remember(line);
    return true;
}

void ConsoleApp::takeLine(const QString &line)
{
    const bool isAnswer
        = m_signIn && m_signIn->isAsking() && !line.startsWith(u'/') && !(m_desk && m_desk->view().isOpen());
    if (!isAnswer && !line.trimmed().isEmpty() && takePeerLine(line))
        return;
    if (!m_workspace) {
        if (line.trimmed() == "/quit"_L1)
            inputEnded();
        else if (line.trimmed() == "/help"_L1 && m_desk)
            Listings::commandTable(m_desk->commands().names(), m_screen);
        else
            useAddress(line);
        return;
    }
    if (m_mode == RunMode::Person && m_signIn->takeLine(line))
        return;
    if (line.trimmed().isEmpty())
        return;
    m_editor->remember(line);
    m_workspace->userActive();
    m_router->take(line);
}

void ConsoleApp::lineDropped()
{
    m_screen.problem(Error{ ErrorCode::TextTooLong, {},
        { u">%1"_s.arg(LineSplitter::MaxLineBytes), QString::number(text_limits::MaxTextBytes) }, std::nullopt });
    if (m_delivery)
        m_delivery->noteRefusal();
}

void ConsoleApp::inputEnded()
{
    if (m_mode == RunMode::Person || !m_workspace) {
        const int unsent = m_workspace ? m_workspace->outbox().unsentCount() : 0;
        if (unsent > 0)
            m_screen.notice(tr("%n message(s) wait in the outbox and will be sent next time.", nullptr, unsent));
        quit(ExitDone);
    } else {
        m_router->end();
    }
}

void ConsoleApp::deliveryFinished(ExitCode code)
{
    if (code == ExitNotConnected)
        m_screen.problem(m_workspace->session().lastError());
    if (code == ExitNotConfirmed) {
        m_screen.problem(tr(
            "%n message(s) not confirmed in time; kept in the outbox.", nullptr, m_workspace->outbox().unsentCount()));
    }
    quit(code);
}

Completions ConsoleApp::complete(const QString &line, qsizetype cursor) const
{
    if (!m_workspace)
        return {};
    const Completion found
        = salon::complete(line, cursor, m_workspace->people(), m_workspace->rooms(), m_commands->names(), 40);
    Completions completions{ found.start, {} };
    for (const CompletionItem &item : found.items)
        completions.candidates.append(Screen::safe(item.insert));
    return completions;
}

void ConsoleApp::quit(ExitCode code)
{
    QCoreApplication::exit(code);
}

} // namespace salon::console
