// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QProcess>
#include <QTest>

#ifdef Q_OS_UNIX
#include "tests/integration/tst_console_client_terminal.h"
#endif

namespace salon::test {

/// The real console client, with pipes or a terminal.
class ConsoleProcess
{
public:
    explicit ConsoleProcess(const QString &dataFolder, const QString &language = QStringLiteral("en"))
        : m_arguments{ QStringLiteral("--data"), dataFolder, QStringLiteral("--lang"), language,
            QStringLiteral("--timeout"), QStringLiteral("15") }
    {
    }
    ~ConsoleProcess()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

#ifdef Q_OS_UNIX
    /// Keyboard and screen are this terminal; problems go to a pipe still.
    void useTerminal(Terminal &terminal)
    {
        m_terminal = &terminal;
        useKeyboard(terminal);
        m_process.setChildProcessModifier([end = terminal.clientEnd()] {
            ::dup2(end, STDIN_FILENO);
            ::dup2(end, STDOUT_FILENO);
        });
    }
    /// Only the keyboard.
    void useKeyboard(Terminal &terminal)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("TERM"), QStringLiteral("xterm"));
        m_process.setProcessEnvironment(environment);
        m_process.setChildProcessModifier([end = terminal.clientEnd()] { ::dup2(end, STDIN_FILENO); });
    }
    /// Starts at this terminal, and waits until it has said that it is connected.
    bool connectsAt(Terminal &terminal, const QStringList &arguments)
    {
        useTerminal(terminal);
        start(arguments);
        return waitFor(QStringLiteral("Connected to"));
    }
#endif
    void start(const QStringList &arguments)
    {
        m_process.start(QStringLiteral(SALON_BIN_DIR) + QStringLiteral("/salon-console"), m_arguments + arguments);
        m_process.waitForStarted();
    }
    /// Runs to the end with this on standard input; the exit code, or -1.
    int run(const QStringList &arguments, const QByteArray &input = {})
    {
        start(arguments);
        m_process.write(input);
        m_process.closeWriteChannel();
        return waitForEnd();
    }
    int waitForEnd()
    {
        if (!m_process.waitForFinished(30'000) || m_process.exitStatus() != QProcess::NormalExit)
            return -1;
        return m_process.exitCode();
    }
    void write(const QByteArray &line)
    {
        m_process.write(line + '\n');
    }
    void endInput()
    {
        m_process.closeWriteChannel();
    }
    [[nodiscard]] qint64 processId() const
    {
        return m_process.processId();
    }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    bool waitFor(const QString &text)
    {
        return QTest::qWaitFor([&] { return output().contains(text); }, 15'000);
    }
    QString output()
    {
        m_output += m_process.readAllStandardOutput();
#ifdef Q_OS_UNIX
        if (m_terminal)
            m_output += m_terminal->readScreen();
#endif
        return QString::fromUtf8(m_output);
    }
    bool waitForProblem(const QString &text, int times = 1)
    {
        return QTest::qWaitFor(
            [&] {
                (void)output(); // or a terminal that nobody reads would stop the client
                return problems().count(text) >= times;
            },
            15'000);
    }
    QString problems()
    {
        m_problems += m_process.readAllStandardError();
        return QString::fromUtf8(m_problems);
    }

private:
#ifdef Q_OS_UNIX
    Terminal *m_terminal = nullptr;
#endif
    QProcess m_process;
    QStringList m_arguments;
    QByteArray m_output;
    QByteArray m_problems;
};

} // namespace salon::test
