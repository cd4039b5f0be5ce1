// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/result.h"

#include <QObject>
#include <QString>
#include <QTimer>
#include <memory>

#ifdef Q_OS_UNIX
class QSocketNotifier;
#else
class QLocalServer;
#endif

namespace salon {

/// Accepts on a local socket and hands descriptors over. Its own class on Unix, because QLocalServer closes for good
/// when the process runs out of descriptors, just when an operator needs the way in.
/// On Windows these are named pipes, whose name is the path.
class LocalAcceptor final : public QObject
{
    Q_OBJECT
public:
    explicit LocalAcceptor(QObject *parent = nullptr);
    ~LocalAcceptor() override;

    /// Mode 0600, or 0660 with `groupMayConnect`, before anybody can connect. A file that a dead process left is
    /// replaced. Fails with AddressInUse, NotPermitted or InvalidAddress.
    Result<> listen(const QString &path, int backlog, bool groupMayConnect);
    void setPaused(bool paused);

Q_SIGNALS:
    void descriptorReady(qintptr descriptor);
    void acceptFailed(const salon::Error &error);

private:
    void acceptPending();

    QTimer m_retry;
    bool m_paused = false;
#ifdef Q_OS_UNIX
    std::unique_ptr<QSocketNotifier> m_notifier;
    QByteArray m_path; ///< removed at the end
    int m_descriptor = -1;
#else
    std::unique_ptr<QLocalServer> m_server;
    QList<qintptr> m_waiting; ///< connected, and not handed over yet
#endif
};

} // namespace salon
