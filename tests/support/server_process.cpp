// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/server_process.h"

#include "tests/support/wait_until.h"

#include <algorithm>
#include <csignal>

using namespace Qt::StringLiterals;

namespace salon::test {

ServerProcess::ServerProcess()
    : m_process(std::make_unique<QProcess>())
{
}

ServerProcess::~ServerProcess()
{
    if (isRunning())
        kill();
}

void ServerProcess::makeLenient()
{
    environment.insert(u"SALON_REGISTRATION"_s, u"open"_s);
    for (const char *limit : { "MESSAGE_BURST", "MESSAGE_BYTES_BURST", "FAILED_CONNECTIONS", "FRAME_BURST",
             "COMMAND_BURST", "REGISTRATIONS_PER_HOUR", "CONNECTIONS_PER_ADDRESS", "NEW_CONNECTIONS_PER_MINUTE",
             "DEVICES_PER_ACCOUNT", "ADDRESS_FAILURES" })
        environment.insert(u"SALON_LIMITS_"_s + QLatin1StringView(limit), u"0"_s);
    environment.insert(u"SALON_LIMITS_UNAUTHENTICATED_CONNECTIONS"_s, u"100000"_s);
    for (const char *limit : { "DAILY_MEGABYTES", "MIN_FREE_MEGABYTES", "MIN_FREE_PERCENT" })
        environment.insert(u"SALON_FILES_"_s + QLatin1StringView(limit), u"0"_s);
}

void ServerProcess::launch()
{
    m_stdout.clear();
    m_stderr.clear();
    m_readyLine.clear();
    QStringList options{ u"--data"_s, dataFolder(), u"--lang"_s, language };
    const bool listens = std::any_of(
        arguments.begin(), arguments.end(), [](const QString &word) { return word.startsWith("--listen"_L1); });
    if (!m_listen.isEmpty()) {
        for (const QString &address : std::as_const(m_listen))
            options << u"--listen"_s << address;
        for (qsizetype i = 0; i < arguments.size(); ++i) {
            if (arguments.at(i).startsWith("--listen"_L1))
                ++i; // their ports are known by now
            else
                options << arguments.at(i);
        }
    } else {
        if (!listens)
            options << u"--listen"_s << u"127.0.0.1:0"_s;
        options << arguments;
    }
    auto variables = QProcessEnvironment::systemEnvironment();
    variables.remove(u"QT_LOGGING_RULES"_s);
    for (auto it = environment.cbegin(); it != environment.cend(); ++it)
        variables.insert(it.key(), it.value());
    m_process = std::make_unique<QProcess>();
    m_process->setProcessEnvironment(variables);
    const QString program = QString::fromUtf8(SALON_BIN_DIR) + u"/salon-server"_s;
    if (shellPrelude.isEmpty()) {
        m_process->start(program, options);
    } else {
        const QStringList command = wrapper
            + QStringList{ u"/bin/sh"_s, u"-c"_s, shellPrelude + u"; exec \"$@\""_s, u"sh"_s, program } + options;
        m_process->start(command.first(), command.mid(1));
    }
}

bool ServerProcess::start()
{
    launch();
    const bool ready = waitUntil([this] { return readReadyLine() || !isRunning(); }, 20'000);
    if (!ready || m_readyLine.isEmpty()) {
        qWarning("the server did not start:\n%s", output().constData());
        return false;
    }
    m_listen = this->ready("listen");
    m_port = this->ready("port").value(0).toUShort();
    m_ownerCode = this->ready("owner").value(0);
    m_link = JoinLink::parse(this->ready("link").value(0)).value_or(JoinLink{});
    return true;
}

bool ServerProcess::readReadyLine()
{
    collect();
    const qsizetype begin = m_stdout.indexOf("READY ");
    const qsizetype end = begin < 0 ? -1 : m_stdout.indexOf('\n', begin);
    if (end < 0)
        return false;
    m_readyLine = m_stdout.mid(begin, end - begin);
    return true;
}

int ServerProcess::runToEnd()
{
    launch();
    return waitForEnd() ? exitCode() : -1;
}

void ServerProcess::command(const QByteArray &line)
{
    m_process->write(line + '\n');
}

bool ServerProcess::waitForOutput(const QByteArray &text, int times)
{
    return waitUntil([&] {
        collect();
        return m_stdout.count(text) + m_stderr.count(text) >= times;
    });
}

bool ServerProcess::stop()
{
    command("/stop");
    return waitForEnd() && m_process->exitStatus() == QProcess::NormalExit && exitCode() == 0;
}

bool ServerProcess::waitForEnd(int ms)
{
    const bool ended = waitUntil([this] { return !isRunning(); }, ms);
    collect();
    return ended;
}

void ServerProcess::kill()
{
    m_process->kill();
    m_process->waitForFinished();
    collect();
}

void ServerProcess::sendSignal(int number)
{
#ifdef Q_OS_WIN
    if (number != SIGTERM && number != SIGINT)
        qFatal("Windows has no signal %d", number);
    m_process->terminate();
#else
    ::kill(pid_t(m_process->processId()), number);
#endif
}

void ServerProcess::closeInput()
{
    m_process->closeWriteChannel();
}

bool ServerProcess::isRunning() const
{
    return m_process->state() != QProcess::NotRunning;
}

JoinLink ServerProcess::plainLink() const
{
    for (const QString &listener : ready("listen")) {
        if (listener.startsWith("plain+"_L1)) {
            JoinLink link = JoinLink::parse(listener.mid(6)).value_or(JoinLink{});
            link.plain = true;
            return link;
        }
    }
    return {};
}

QStringList ServerProcess::ready(const QByteArray &key) const
{
    QStringList values;
    for (const QByteArray &word : m_readyLine.split(' ')) {
        if (word.startsWith(key + '='))
            values.append(QString::fromUtf8(word.mid(key.size() + 1)));
    }
    return values;
}

QByteArray ServerProcess::output()
{
    collect();
    return m_stdout + m_stderr;
}

QByteArray ServerProcess::standardOutput()
{
    collect();
    return m_stdout;
}

QByteArray ServerProcess::standardError()
{
    collect();
    return m_stderr;
}

void ServerProcess::collect()
{
    m_stdout += m_process->readAllStandardOutput();
    m_stderr += m_process->readAllStandardError();
}

} // namespace salon::test
