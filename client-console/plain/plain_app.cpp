// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/plain/plain_app.h"

#include "client-console/plain/datagram_link.h"
#include "client-console/plain/plain_problem.h"
#include "client-console/plain/stream_link.h"
#include "shared/transport/peer_address.h"

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace salon::console {
namespace {

constexpr int DefaultSeconds = 30;
/// A pipe is read no faster than this is taken.
constexpr qsizetype QueueLimit = 256 * 1024;
/// How long further datagrams may take after the last one.
constexpr int DatagramSeconds = 1;

QByteArray lineEnd(PlainOptions::LineEnd lineEnd)
{
    switch (lineEnd) {
    case PlainOptions::LineEnd::LineFeed:
        return "\n";
    case PlainOptions::LineEnd::CarriageReturn:
        return "\r\n";
    case PlainOptions::LineEnd::None:
        break;
    }
    return {};
}

} // namespace

PlainApp::PlainApp(PlainOptions options, const Ansi &ansi)
    : m_options(std::move(options))
    , m_mode(runModeFor(m_options.message.has_value()))
    , m_editor(m_mode == RunMode::Person ? LineEditor::create({}) : nullptr)
    , m_screen(m_options.show, m_editor.get(), ansi)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &PlainApp::late);
    m_silence.setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, &PlainApp::silent);
    connect(&m_screen, &PlainScreen::broken, this, [this] { end(ExitLocalProblem); });
    connect(&m_pipe, &StandardBytes::bytesRead, this, &PlainApp::takePiped);
    connect(&m_pipe, &StandardBytes::ended, this, [this] {
        if (!m_piped.isEmpty())
            send(std::exchange(m_piped, {}));
        inputEnded();
    });
    if (!m_editor)
        return;
    m_editor->setPrompt(ansi.prompt(Ansi::Style::Accent, u">"_s) + u' ');
    connect(m_editor.get(), &LineEditor::lineEntered, this, &PlainApp::takeTyped);
    connect(m_editor.get(), &LineEditor::lineDropped, this,
        [this] { m_screen.problem(tr("The line was too long and was not sent.")); });
    connect(m_editor.get(), &LineEditor::ended, this, &PlainApp::inputEnded);
}

PlainApp::~PlainApp() = default;

void PlainApp::start()
{
    const auto address = PlainAddress::parse(m_options.address, m_options.way);
    if (!address) {
        endWith(ExitUsage, address.error());
        return;
    }
    m_address = *address;
    if (m_address.isUdp() && m_options.isFramed) {
        endWith(ExitUsage, tr("--frame is for streams: a datagram is a message by itself."));
        return;
    }
    if (m_options.show == PlainOptions::Show::Raw && Ansi::isTerminal()) {
        endWith(ExitUsage, tr("--raw is for pipes and files: bytes of others can do harm in a terminal. Try --hex."));
        return;
    }
    if (m_options.message)
        m_message = *m_options.message == "-"_L1 ? wholeStandardInput() : m_options.message->toUtf8();
    if (m_options.way == PlainOptions::Way::Connect)
        waitFor(m_options.timeoutSeconds.value_or(DefaultSeconds));
    else if (m_options.timeoutSeconds)
        waitFor(*m_options.timeoutSeconds);
    if (m_address.isUdp())
        openDatagrams(m_address.endpoint);
    else
        openStream(m_address.endpoint);
}

void PlainApp::waitFor(int seconds)
{
    m_deadline.start(std::chrono::seconds(seconds));
}

void PlainApp::openStream(const Endpoint &endpoint)
{
    m_meeting = std::make_unique<Meeting>(endpoint, m_options.way);
    connect(m_meeting.get(), &Meeting::waiting, this, [this](const Endpoint &own) {
        PlainAddress address = m_address;
        address.endpoint = own;
        waitingOn(address.toString());
    });
    connect(m_meeting.get(), &Meeting::failed, this,
        [this](const Error &error) { endWith(PlainProblem::exitCode(error), PlainProblem::of(error, m_address)); });
    connect(m_meeting.get(), &Meeting::met, this, [this](qintptr descriptor) {
        if (m_mode == RunMode::Person || mayAnswerLater())
            sayConnected(descriptor);
        use(std::make_unique<StreamLink>(descriptor, m_options.isFramed));
    });
    m_meeting->start();
}

void PlainApp::sayConnected(qintptr descriptor)
{
    const auto peer = peerOfDescriptor(descriptor);
    if (peer && m_address.transport == PlainAddress::Transport::Tcp)
        m_screen.notice(tr("Connected with %1.").arg(peer->text));
    else
        m_screen.notice(tr("Connected."));
}

void PlainApp::openDatagrams(const Endpoint &endpoint)
{
    using Opened = Result<std::unique_ptr<DatagramLink>>;
    const auto take = [this](Opened link) {
        if (!link) {
            endWith(PlainProblem::exitCode(link.error()), PlainProblem::of(link.error(), m_address));
            return;
        }
        connect(link->get(), &DatagramLink::nobodyThere, this, &PlainApp::nobodyThere);
        if (m_options.way == PlainOptions::Way::Listen) {
            PlainAddress own = m_address;
            own.endpoint.port = (*link)->port();
            waitingOn(own.toString());
        } else if (m_mode == RunMode::Person) {
            m_screen.notice(tr("What you type goes to %1.").arg(m_address.toString()));
        }
        use(std::move(*link));
    };
    if (m_options.way == PlainOptions::Way::Listen && endpoint.isEveryAddress()) {
        take(DatagramLink::listening(QHostAddress(QHostAddress::Any), endpoint.port));
        return;
    }
    lookUpHost(endpoint.host, this, [this, take, port = endpoint.port](const Result<QList<QHostAddress>> &found) {
        if (!found) {
            take(tl::unexpected(found.error()));
        } else if (m_options.way == PlainOptions::Way::Listen) {
            take(DatagramLink::listening(found->first(), port));
        } else if (DatagramLink::isGroup(found->first())) {
            m_isForGroup = true;
            take(DatagramLink::toAll(found->first(), port));
        } else {
            take(DatagramLink::to(*found, port));
        }
    });
}

void PlainApp::waitingOn(const QString &address)
{
    m_screen.notice(tr("Waiting on %1.").arg(address));
}

void PlainApp::use(std::unique_ptr<PlainLink> link)
{
    // Who listens for datagrams has met nobody yet.
    if (!m_address.isUdp() || m_options.way != PlainOptions::Way::Listen)
        m_deadline.stop();
    m_link = std::move(link);
    connect(m_link.get(), &PlainLink::received, this, &PlainApp::received);
    connect(m_link.get(), &PlainLink::drained, this, &PlainApp::drained);
    connect(m_link.get(), &PlainLink::readEnded, this, &PlainApp::readEnded);
    connect(m_link.get(), &PlainLink::closed, this, &PlainApp::linkClosed);
    const bool waitsForFirst = m_address.isUdp() && m_options.way == PlainOptions::Way::Listen;
    if (m_mode != RunMode::Person && waitsForFirst)
        return; // there is nobody to send to
    beginInput();
}

void PlainApp::beginInput()
{
    switch (m_mode) {
    case RunMode::Person:
        m_editor->start();
        return;
    case RunMode::Pipe:
        m_pipe.start();
        return;
    case RunMode::Send:
        if (send(m_message))
            inputEnded();
        return;
    }
}

void PlainApp::takeTyped(const QString &line)
{
    if (m_isEnding)
        return;
    m_editor->remember(line);
    const QByteArray text = line.toUtf8();
    const QByteArray message = m_link->keepsMessages() ? text : text + lineEnd(m_options.lineEnd);
    if (m_link->send(message))
        m_screen.showSent(message);
    else if (message.size() > m_link->maxMessageBytes())
        m_screen.problem(PlainProblem::tooLarge(m_link->maxMessageBytes()));
    else if (m_address.isUdp() && m_options.way == PlainOptions::Way::Listen)
        m_screen.problem(tr("Nobody has written yet, so there is nobody to answer."));
    else
        m_screen.problem(tr("The line could not be sent."));
}

void PlainApp::takePiped(const QByteArray &bytes)
{
    if (m_link->keepsMessages()) {
        sendLines(bytes);
    } else {
        send(bytes);
    }
    if (m_link->queuedBytes() > QueueLimit)
        m_pipe.setPaused(true);
}

void PlainApp::sendLines(const QByteArray &bytes)
{
    qsizetype from = 0;
    for (qsizetype end = bytes.indexOf('\n'); end >= 0; end = bytes.indexOf('\n', from)) {
        QByteArray line = std::exchange(m_piped, {}) + bytes.sliced(from, end - from);
        if (line.endsWith('\r'))
            line.chop(1);
        if (!send(line))
            return;
        from = end + 1;
    }
    m_piped += bytes.sliced(from);
    if (m_piped.size() > m_link->maxMessageBytes())
        endWith(ExitUsage, PlainProblem::tooLarge(m_link->maxMessageBytes()));
}

bool PlainApp::send(const QByteArray &message)
{
    if (m_isEnding)
        return false;
    if (message.size() > m_link->maxMessageBytes()) {
        endWith(ExitUsage, PlainProblem::tooLarge(m_link->maxMessageBytes()));
        return false;
    }
    if (m_link->send(message))
        return true;
    if (m_address.isUdp())
        endWith(ExitNotConnected, tr("There is no way to %1.").arg(m_address.toString()));
    else
        endWith(ExitNotConfirmed, tr("The other side takes nothing more."));
    return false;
}

void PlainApp::inputEnded()
{
    if (m_isEnding || std::exchange(m_inputEnded, true))
        return;
    if (!m_link) {
        end(ExitDone);
        return;
    }
    m_link->endSending();
    if (m_mode == RunMode::Person) {
        // A person who ends a conversation that has no ends of its own wants to leave.
        if (m_readEnded || m_address.isUdp())
            end(ExitDone);
        else
            m_screen.notice(tr("You have said all. What still comes is shown; Ctrl+C ends the program."));
        return;
    }
    if (m_readEnded && m_link->queuedBytes() == 0) {
        end(ExitDone);
        return;
    }
    const bool takesAnswersOnly = m_address.isUdp() && m_mode == RunMode::Pipe;
    m_silence.start(
        std::chrono::seconds(m_options.timeoutSeconds.value_or(takesAnswersOnly ? DatagramSeconds : DefaultSeconds)));
}

void PlainApp::received(const QByteArray &bytes, const QString &from)
{
    if (m_isEnding)
        return;
    const bool isFirst = !std::exchange(m_hasAnswer, true);
    m_deadline.stop();
    if (m_link->keepsMessages())
        m_screen.showMessage(bytes, from);
    else
        m_screen.showPart(bytes);
    if (isFirst && m_mode != RunMode::Person && m_address.isUdp() && m_options.way == PlainOptions::Way::Listen) {
        m_hasAnswer = false; // it was the question
        beginInput();
        if (m_mode == RunMode::Send)
            end(ExitDone);
        return;
    }
    if (m_mode == RunMode::Send && m_link->keepsMessages() && !m_isForGroup)
        end(ExitDone);
    else if (m_silence.isActive())
        m_silence.start(m_isForGroup ? std::chrono::milliseconds(std::chrono::seconds(DatagramSeconds))
                                     : m_silence.intervalAsDuration());
}

void PlainApp::drained()
{
    if (m_isEnding)
        return;
    m_pipe.setPaused(false);
    if (m_silence.isActive())
        m_silence.start();
    if (m_inputEnded && m_readEnded && m_mode != RunMode::Send)
        end(ExitDone);
}

void PlainApp::readEnded()
{
    m_readEnded = true;
    if (m_isEnding)
        return;
    if (m_link->isWriteBroken()) {
        endWith(ExitNotConfirmed, PlainProblem::of(Error{ ErrorCode::ConnectionLost }, m_address));
        return;
    }
    switch (m_mode) {
    case RunMode::Send:
        if (m_hasAnswer)
            end(ExitDone);
        else
            endWith(ExitNotConfirmed, tr("The other side has ended without an answer."));
        return;
    case RunMode::Pipe:
        if (m_inputEnded && m_link->queuedBytes() == 0)
            end(ExitDone);
        return; // else it may still read what we send
    case RunMode::Person:
        break;
    }
    m_screen.finish();
    if (m_inputEnded || !mayAnswerLater()) {
        m_screen.notice(tr("The other side has closed the connection."));
        end(ExitDone);
        return;
    }
    m_screen.notice(tr("The other side has said all. What you type is still sent; Ctrl+D ends the conversation."));
}

void PlainApp::linkClosed(const Error &reason)
{
    if (std::exchange(m_isEnding, true)) {
        exitNow();
        return;
    }
    m_screen.finish();
    m_screen.problem(PlainProblem::of(reason, m_address));
    m_exitCode = PlainProblem::exitCode(reason);
    exitNow();
}

void PlainApp::nobodyThere()
{
    if (m_isEnding)
        return;
    const QString problem = PlainProblem::of(Error{ ErrorCode::ConnectionRefused }, m_address);
    if (m_mode == RunMode::Person)
        m_screen.problem(problem);
    else
        endWith(ExitNotConnected, problem);
}

void PlainApp::silent()
{
    if (m_link->queuedBytes() > 0) {
        m_isEnding = true;
        m_screen.finish();
        m_screen.problem(tr("The other side did not take everything in time."));
        m_exitCode = ExitNotConfirmed;
        exitNow(); // it will not take the rest now
    } else if (m_mode == RunMode::Send && !m_hasAnswer) {
        endWith(ExitNotConfirmed, tr("No answer came in time."));
    } else {
        end(ExitDone);
    }
}

void PlainApp::late()
{
    if (m_options.way == PlainOptions::Way::Connect)
        endWith(ExitNotConnected, PlainProblem::of(Error{ ErrorCode::TimedOut }, m_address));
    else
        endWith(ExitNotConnected, tr("Nobody came in time."));
}

void PlainApp::endWith(ExitCode code, const QString &problem)
{
    if (m_isEnding)
        return;
    m_screen.finish();
    m_screen.problem(problem);
    end(code);
}

void PlainApp::end(ExitCode code)
{
    if (std::exchange(m_isEnding, true))
        return;
    m_exitCode = code;
    m_screen.finish();
    m_deadline.stop();
    m_silence.stop();
    if (m_link)
        m_link->finish();
    else
        exitNow();
}

void PlainApp::exitNow()
{
    QCoreApplication::exit(m_exitCode);
}

} // namespace salon::console
