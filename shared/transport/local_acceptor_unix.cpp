// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/transport/local_acceptor.h"

#include <QFile>
#include <QPointer>
#include <QScopeGuard>
#include <QSocketNotifier>

#include <algorithm>
#include <cerrno>
#include <chrono>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace salon {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Accepted in one go before other sockets get their turn.
constexpr int AcceptsPerTurn = 64;

int localSocket()
{
    const int descriptor = socket(AF_UNIX, SOCK_STREAM, 0);
    if (descriptor >= 0) {
        fcntl(descriptor, F_SETFD, FD_CLOEXEC);
        fcntl(descriptor, F_SETFL, O_NONBLOCK);
    }
    return descriptor;
}

ErrorCode codeOf(int number)
{
    switch (number) {
    case EADDRINUSE:
        return ErrorCode::AddressInUse;
    case EACCES:
    case EPERM:
    case EROFS:
        return ErrorCode::NotPermitted;
    default:
        return ErrorCode::InvalidAddress;
    }
}

/// Removes the file of a socket that nobody listens on any more.
void removeStale(const sockaddr_un &address)
{
    struct stat status
    {
    };
    if (lstat(address.sun_path, &status) != 0 || !S_ISSOCK(status.st_mode))
        return;
    const int probe = localSocket();
    if (probe < 0)
        return;
    if (::connect(probe, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) != 0 && errno == ECONNREFUSED)
        unlink(address.sun_path);
    close(probe);
}

} // namespace

LocalAcceptor::LocalAcceptor(QObject *parent)
    : QObject(parent)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(500ms);
    connect(&m_retry, &QTimer::timeout, this, [this] { setPaused(m_paused); });
}

LocalAcceptor::~LocalAcceptor()
{
    m_notifier.reset();
    if (m_descriptor >= 0) {
        unlink(m_path.constData());
        close(m_descriptor);
    }
}

Result<> LocalAcceptor::listen(const QString &path, int backlog, bool groupMayConnect)
{
    const QByteArray native = QFile::encodeName(path);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (native.isEmpty() || native.size() >= qsizetype(sizeof(address.sun_path)))
        return fail(ErrorCode::InvalidAddress, u"path empty or too long for a local socket"_s, { path });
    std::copy(native.begin(), native.end(), address.sun_path);
    removeStale(address);
    const int descriptor = localSocket();
    auto cleanUp = qScopeGuard([descriptor] {
        if (descriptor >= 0)
            close(descriptor);
    });
    const auto refuse = [&path](int number) {
        return fail(codeOf(number), qt_error_string(number), { u"unix:"_s + path });
    };
    if (descriptor < 0 || bind(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) != 0)
        return refuse(errno);
    // Nobody can connect between these: connecting needs listen().
    const mode_t mode = groupMayConnect ? S_IRUSR | S_IWUSR | S_IRGRP | S_IWGRP : S_IRUSR | S_IWUSR;
    if (chmod(native.constData(), mode) != 0 || ::listen(descriptor, backlog) != 0) {
        const int number = errno;
        unlink(native.constData());
        return refuse(number);
    }
    cleanUp.dismiss();
    m_descriptor = descriptor;
    m_path = native;
    m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &LocalAcceptor::acceptPending);
    return {};
}

void LocalAcceptor::setPaused(bool paused)
{
    m_paused = paused;
    if (m_notifier)
        m_notifier->setEnabled(!paused);
}

void LocalAcceptor::acceptPending()
{
    const QPointer<LocalAcceptor> that = this; // who gets a descriptor may close the listener
    for (int i = 0; i < AcceptsPerTurn && that && !m_paused; ++i) {
        const int accepted = accept(m_descriptor, nullptr, nullptr);
        if (accepted >= 0) {
            fcntl(accepted, F_SETFD, FD_CLOEXEC);
            Q_EMIT descriptorReady(accepted);
            continue;
        }
        const int number = errno;
        const bool isPassing = number == EAGAIN || number == EWOULDBLOCK || number == EINTR || number == ECONNABORTED;
        if (!isPassing) {
            // Mostly: no descriptors left. The notifier would fire again at once.
            m_notifier->setEnabled(false);
            m_retry.start();
            Q_EMIT acceptFailed({ ErrorCode::ServerBusy, qt_error_string(number) });
        }
        return;
    }
}

} // namespace salon
