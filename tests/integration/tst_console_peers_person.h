// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "tests/support/wait_until.h"

#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QUdpSocket>
#include <memory>

#ifdef Q_OS_UNIX
#include "tests/integration/tst_console_client_terminal.h"

#include <csignal>
#include <sys/resource.h>
#include <sys/types.h>
#endif

namespace salon::test {

/// A person with a data folder and, at times, a console client on this machine.
class Person
{
public:
    Person(const QString &name, quint16 discoveryPort)
        : m_name(name)
        , m_discoveryPort(discoveryPort)
    {
    }
    ~Person() { kill(); }
    Q_DISABLE_COPY_MOVE(Person)

#ifdef Q_OS_UNIX
    /// Keyboard and screen are this terminal.
    void useTerminal(Terminal &terminal)
    {
        m_terminal = &terminal;
    }
#endif
    void start(const QStringList &arguments)
    {
        m_output.clear();
        m_problems.clear();
        m_process = std::make_unique<QProcess>();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("SALON_DISCOVERY_PORT"), QString::number(m_discoveryPort));
        environment.insert(QStringLiteral("TERM"), QStringLiteral("xterm"));
        m_process->setProcessEnvironment(environment);
#ifdef Q_OS_UNIX
        const int end = m_terminal ? m_terminal->clientEnd() : -1;
        m_process->setChildProcessModifier([end, longest = m_longestFile] {
            if (end >= 0) {
                ::dup2(end, STDIN_FILENO);
                ::dup2(end, STDOUT_FILENO);
            }
            if (longest > 0) {
                const rlimit limit{ rlim_t(longest), rlim_t(longest) };
                ::signal(SIGXFSZ, SIG_IGN);
                ::setrlimit(RLIMIT_FSIZE, &limit);
            }
        });
#endif
        m_process->start(QStringLiteral(SALON_BIN_DIR) + QStringLiteral("/salon-console"),
            QStringList{
                QStringLiteral("--data"), path(QStringLiteral("data")), QStringLiteral("--lang"), QStringLiteral("en") }
                + arguments);
        m_process->waitForStarted();
    }
    /// --peer with commands, from a pipe.
    void startPeer(const QString &address = {}, const QStringList &more = {})
    {
        QStringList arguments{ QStringLiteral("--name"), m_name, QStringLiteral("--commands"),
            QStringLiteral("--timeout"), QStringLiteral("60") };
        arguments += more;
        arguments += QStringLiteral("--peer");
        if (!address.isEmpty())
            arguments += address;
        start(arguments);
    }
#ifdef Q_OS_UNIX
    /// The next programs cannot make a file longer than `bytes`; 0: as long as they like.
    void limitFiles(qint64 bytes)
    {
        m_longestFile = bytes;
    }
    /// The program stands still until it is killed.
    void freeze()
    {
        ::kill(pid_t(m_process->processId()), SIGSTOP);
    }
#endif
    void write(const QByteArray &line)
    {
        m_process->write(line + '\n');
    }
    void endInput()
    {
        m_process->closeWriteChannel();
    }
    void kill()
    {
        if (!m_process)
            return;
        m_process->kill();
        m_process->waitForFinished();
        m_process.reset();
    }
    /// The exit code, or -1.
    int waitForEnd(int ms = 30'000)
    {
        const bool ended = waitUntil(
            [this] {
                read();
                return m_process->state() == QProcess::NotRunning;
            },
            ms);
        read();
        return ended && m_process->exitStatus() == QProcess::NormalExit ? m_process->exitCode() : -1;
    }
    bool waitFor(const QString &text, int ms = 20'000)
    {
        return waitUntil([&] { return output().contains(text); }, ms);
    }
    bool waitForProblem(const QString &text)
    {
        return waitUntil(
            [&] {
                read();
                return QString::fromUtf8(m_problems).contains(text);
            },
            20'000);
    }
    QString output()
    {
        read();
        return QString::fromUtf8(m_output);
    }
    [[nodiscard]] QString problems() const
    {
        return QString::fromUtf8(m_problems);
    }
    [[nodiscard]] QString name() const
    {
        return m_name;
    }
    [[nodiscard]] QString path(const QString &file) const
    {
        return m_folder.filePath(file);
    }

private:
    void read()
    {
        m_output += m_process->readAllStandardOutput();
        m_problems += m_process->readAllStandardError();
#ifdef Q_OS_UNIX
        if (m_terminal)
            m_output += m_terminal->readScreen();
#endif
    }

    QString m_name;
    quint16 m_discoveryPort;
    QTemporaryDir m_folder;
    std::unique_ptr<QProcess> m_process;
#ifdef Q_OS_UNIX
    Terminal *m_terminal = nullptr;
    qint64 m_longestFile = 0;
#endif
    QByteArray m_output;
    QByteArray m_problems;
};

inline quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}

inline quint16 freeUdpPort()
{
    QUdpSocket socket;
    return socket.bind(QHostAddress::LocalHost, 0) ? socket.localPort() : quint16(0);
}

} // namespace salon::test
