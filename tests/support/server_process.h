// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/protocol/join_link.h"

#include <QProcess>
#include <QTemporaryDir>
#include <memory>

namespace salon::test {

/// A real salon-server in a folder of its own, on ports that the system picks; a restart keeps folder and ports. All
/// functions wait at most some seconds and say false when the server did not do its part; output() tells why.
class ServerProcess
{
public:
    ServerProcess();
    /// Kills what still runs.
    ~ServerProcess();
    Q_DISABLE_COPY_MOVE(ServerProcess)

    /// Options beside --data, --lang and --listen. Without a --listen… among them the server listens on 127.0.0.1:0.
    QStringList arguments{};
    /// Environment beside the test's own.
    QHash<QString, QString> environment{};
    QString language = QStringLiteral("en");
    /// Run before the server in a shell that then becomes it: "ulimit -f 100".
    QString shellPrelude{};
    /// A program that becomes that shell: { "unshare", "--mount" }.
    QStringList wrapper{};

    /// No rate limits, open registration, no counting of connections: for tests of other things.
    void makeLenient();

    /// Starts and waits for the READY line.
    bool start();
    /// Starts and waits for the end, for tests of failures: the exit code, or -1.
    int runToEnd();
    /// A line on standard input.
    void command(const QByteArray &line);
    /// Waits until the output since the last start holds `text` so many times.
    bool waitForOutput(const QByteArray &text, int times = 1);
    /// The operator's /stop; waits for the end and says whether it was an orderly one.
    bool stop();
    bool waitForEnd(int ms = 15'000);
    /// SIGKILL; returns when the process is gone.
    void kill();
    /// On Windows SIGTERM and SIGINT alone, both as a request to close.
    void sendSignal(int number);
    void closeInput();

    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] int exitCode() const { return m_process->exitCode(); }
    [[nodiscard]] qint64 processId() const { return m_process->processId(); }
    [[nodiscard]] quint16 port() const { return m_port; }
    /// From the READY line: 127.0.0.1:port with the server's pin, and the owner code while there is one.
    [[nodiscard]] const JoinLink &link() const { return m_link; }
    /// The same for a listener without TLS, if there is one.
    [[nodiscard]] JoinLink plainLink() const;
    [[nodiscard]] QString ownerCode() const { return m_ownerCode; }
    /// All values of a key of the READY line.
    [[nodiscard]] QStringList ready(const QByteArray &key) const;
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QString dataFolder() const { return m_folder.filePath(QStringLiteral("data")); }
    /// Standard output and error since the last start.
    [[nodiscard]] QByteArray output();
    [[nodiscard]] QByteArray standardOutput();
    [[nodiscard]] QByteArray standardError();

private:
    void launch();
    void collect();
    bool readReadyLine();

    QTemporaryDir m_folder;
    std::unique_ptr<QProcess> m_process;
    QByteArray m_stdout;
    QByteArray m_stderr;
    QByteArray m_readyLine;
    QStringList m_listen; ///< with real ports, after the first start
    JoinLink m_link;
    QString m_ownerCode;
    quint16 m_port = 0;
};

} // namespace salon::test
