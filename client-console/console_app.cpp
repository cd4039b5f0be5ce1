// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/console_app.h"

#include "shared/base/line_splitter.h"
#include "shared/base/text_limits.h"

#include <QCoreApplication>
#include <QDir>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace salon::console {

ConsoleApp::ConsoleApp(Options options, ConsoleLanguage &language)
    : m_options(std::move(options))
    , m_language(language)
    , m_mode(runModeFor(m_options.hasSend || !m_options.files.isEmpty()))
    , m_profile({ m_options.dataFolder, true, {} }, m_clock)
    , m_editor(LineEditor::create(m_profile.dataFolder() + u"/line-history"_s))
    , m_screen(*m_editor, Ansi::of(m_options.color))
    , m_style{ m_options.format.value_or(m_mode == RunMode::Person ? TextFormat::Markdown : TextFormat::Plain),
        m_mode == RunMode::Person && !m_options.keepsShortcodes ? &m_emoji : nullptr }
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
    m_drafts.reset();
    m_delivery.reset();
    m_completer.reset();
    m_commands.reset();
    m_transfers.reset();
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
    connect(
        m_editor.get(), &LineEditor::pasteRefused, this, [this](const Error &error) { m_screen.pasteRefused(error); });
    if (m_mode == RunMode::Person)
        m_editor->joinPastedLines();
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
    m_view->printer().showNumbers(m_mode == RunMode::Person || m_options.linesAreCommands);
    m_view->printer().hideSpoilers(Ansi::isTerminal());
    m_transfers = std::make_unique<Transfers>(*m_workspace, m_screen, m_mode != RunMode::Send || Ansi::isTerminal());
    m_commands = std::make_unique<Commands>(
        Commands::Parts{ *m_workspace, *m_view, m_screen, m_language, *m_transfers, m_style, m_emoji });
    m_completer = std::make_unique<InputCompleter>(*m_workspace, *m_view, *m_commands, m_emoji);
    if (m_desk)
        m_commands->setFurtherNames([this] { return m_desk->commands().names(); });
    m_delivery = std::make_unique<Delivery>(*m_workspace, m_options.timeoutSeconds,
        m_mode == RunMode::Person ? Delivery::Refused::Kept : Delivery::Refused::Discarded);
    const auto source = m_mode == RunMode::Person ? LineRouter::Source::Person
        : m_options.linesAreCommands              ? LineRouter::Source::ScriptWithCommands
                                                  : LineRouter::Source::Script;
    m_router = std::make_unique<LineRouter>(*m_view, *m_commands, *m_delivery, m_screen, m_style, source);
    connectSession();
    connectView();
    if (m_mode == RunMode::Person)
        m_drafts = std::make_unique<TypedDrafts>(*m_workspace, *m_view, *m_editor);
    else
        m_delivery->awaitConnection();
    signInOrStart(link.invitation);
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
    const bool isPeer = m_desk->view().isOpen();
    if (command == "/files"_L1 && !isPeer)
        return false; // those of the room
    if (command == "/file"_L1 && isPeer)
        return takePeerLine(u"/send-file"_s + line.mid(command.size()));
    if (command == "/join"_L1 || command == "/msg"_L1)
        m_desk->view().close();
    if (!m_desk->take(line))
        return false;
    m_editor->remember(line);
    return true;
}

void ConsoleApp::takeLine(const QString &line)
{
    if (m_drafts)
        m_drafts->lineTaken();
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
    return m_completer ? m_completer->complete(line, cursor) : Completions{};
}

void ConsoleApp::quit(ExitCode code)
{
    QCoreApplication::exit(code);
}

} // namespace salon::console
