// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/transport/half_open_socket.h"

#include "shared/transport/native_socket.h"
#include "shared/transport/peer_address.h"
#include "shared/transport/socket_options.h"

#include <array>
#include <chrono>

#ifndef Q_OS_WIN
#include <cerrno>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#endif

using namespace std::chrono_literals;

namespace salon {
namespace {

constexpr auto FinishPatience = 10s;
constexpr auto LingerPatience = 2s;
constexpr qsizetype ReadBytes = 4096;
constexpr qsizetype CompactAt = 16 * 1024;

enum class Io
{
    Done,
    Wait,
    Failed
};

#ifdef Q_OS_WIN

using Bytes = int;
constexpr int SendFlags = 0;

Io lastIo()
{
    return WSAGetLastError() == WSAEWOULDBLOCK ? Io::Wait : Io::Failed;
}

void makeNonBlocking(qintptr descriptor)
{
    u_long on = 1;
    ioctlsocket(nativeSocket(descriptor), FIONBIO, &on);
}

#else

using Bytes = size_t;
#ifdef MSG_NOSIGNAL
constexpr int SendFlags = MSG_NOSIGNAL;
#else
constexpr int SendFlags = 0; // SO_NOSIGPIPE, below
#endif

Io lastIo()
{
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR ? Io::Wait : Io::Failed;
}

void makeNonBlocking(qintptr descriptor)
{
    const int flags = fcntl(nativeSocket(descriptor), F_GETFL);
    fcntl(nativeSocket(descriptor), F_SETFL, flags | O_NONBLOCK);
#ifdef SO_NOSIGPIPE
    const int on = 1;
    setsockopt(nativeSocket(descriptor), SOL_SOCKET, SO_NOSIGPIPE, &on, sizeof(on));
#endif
}

#endif

void setOptions(qintptr descriptor)
{
    makeNonBlocking(descriptor);
    setSendTimeout(descriptor);
    setKeepAlive(descriptor);
    const int on = 1;
    setsockopt(nativeSocket(descriptor), IPPROTO_TCP, TCP_NODELAY, reinterpret_cast<const char *>(&on), sizeof(on));
}

} // namespace

HalfOpenSocket::HalfOpenSocket(qintptr descriptor, QObject *parent)
    : QObject(parent)
    , m_descriptor(descriptor)
    , m_read(std::make_unique<QSocketNotifier>(descriptor, QSocketNotifier::Read))
    , m_write(std::make_unique<QSocketNotifier>(descriptor, QSocketNotifier::Write))
{
    setOptions(descriptor);
    m_write->setEnabled(false);
    connect(m_read.get(), &QSocketNotifier::activated, this, [this] { readable(); });
    connect(m_write.get(), &QSocketNotifier::activated, this, [this] { writable(); });
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        end(Error{ m_lingering ? ErrorCode::Canceled : ErrorCode::SlowReader, {}, {}, {} });
    });
}

HalfOpenSocket::~HalfOpenSocket()
{
    m_read.reset();
    m_write.reset();
    if (m_descriptor >= 0)
        closeDescriptor(m_descriptor);
}

bool HalfOpenSocket::hasPeerEnded() const
{
    return m_descriptor < 0 || m_readEnded || m_writeBroken || salon::hasPeerEnded(m_descriptor);
}

bool HalfOpenSocket::isBroken() const
{
    return m_descriptor < 0 || m_writeBroken || salon::isBroken(m_descriptor);
}

void HalfOpenSocket::setReading(bool reading)
{
    if (m_read && !m_finishing)
        m_read->setEnabled(reading && !m_readEnded);
}

void HalfOpenSocket::readable()
{
    std::array<char, ReadBytes> buffer{};
    const auto count = recv(nativeSocket(m_descriptor), buffer.data(), Bytes(buffer.size()), 0);
    if (count < 0) {
        if (lastIo() == Io::Failed)
            end(Error{ m_lingering ? ErrorCode::Canceled : ErrorCode::ConnectionLost, {}, {}, {} });
        return;
    }
    if (m_lingering) {
        if (count == 0)
            end(Error{ ErrorCode::Canceled, {}, {}, {} });
        return; // what still comes is nobody's business, but must be taken: closing over it would be a reset
    }
    if (count == 0) {
        m_readEnded = true;
        m_read->setEnabled(false);
        Q_EMIT readEnded();
        return;
    }
    Q_EMIT received(QByteArray(buffer.data(), qsizetype(count)));
}

bool HalfOpenSocket::write(const QByteArray &bytes)
{
    if (!isOpen())
        return false;
    if (queuedBytes() + bytes.size() > m_queueLimit) {
        abort(Error{ ErrorCode::SlowReader, {}, {}, {} });
        return false;
    }
    m_queue.append(bytes);
    m_write->setEnabled(true);
    return true;
}

void HalfOpenSocket::writable()
{
    while (queuedBytes() > 0) {
        const auto count
            = send(nativeSocket(m_descriptor), m_queue.constData() + m_written, Bytes(queuedBytes()), SendFlags);
        if (count < 0) {
            if (lastIo() == Io::Failed)
                breakWriting();
            return;
        }
        m_written += qsizetype(count);
        if (m_written > CompactAt) {
            m_queue.remove(0, m_written);
            m_written = 0;
        }
    }
    m_queue.clear();
    m_written = 0;
    m_write->setEnabled(false);
    if (m_finishing) {
        beginLinger();
        return;
    }
    if (m_sendingEnds)
        shutdownSending(m_descriptor);
    Q_EMIT drained();
}

void HalfOpenSocket::breakWriting()
{
    if (m_finishing || m_readEnded) {
        end(Error{ ErrorCode::ConnectionLost, {}, {}, {} });
        return;
    }
    m_writeBroken = true;
    m_write->setEnabled(false);
    m_queue.clear();
    m_written = 0;
    Q_EMIT drained();
}

void HalfOpenSocket::endSending()
{
    if (!isOpen())
        return;
    m_sendingEnds = true;
    m_write->setEnabled(true);
}

void HalfOpenSocket::finish()
{
    if (m_descriptor < 0 || m_finishing)
        return;
    m_finishing = true;
    m_read->setEnabled(false);
    m_patience.start(FinishPatience);
    m_write->setEnabled(true);
    // From the event loop, and not only when there is room: Windows announces none in a connection that was reset.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_descriptor >= 0 && !m_lingering)
                writable();
        },
        Qt::QueuedConnection);
}

void HalfOpenSocket::beginLinger()
{
    shutdownSending(m_descriptor);
    m_lingering = true;
    if (m_readEnded) {
        end(Error{ ErrorCode::Canceled, {}, {}, {} });
        return;
    }
    m_patience.start(LingerPatience);
    m_read->setEnabled(true);
}

void HalfOpenSocket::abort(const Error &reason)
{
    if (m_descriptor < 0)
        return;
    m_finishing = true;
    QMetaObject::invokeMethod(
        this, [this, reason] { end(reason); }, Qt::QueuedConnection);
}

void HalfOpenSocket::end(const Error &reason)
{
    if (m_descriptor < 0)
        return;
    m_patience.stop();
    m_read->setEnabled(false);
    m_write->setEnabled(false);
    // Freed later: this may be inside one of their signals. The descriptor goes after them.
    m_read.release()->deleteLater();
    m_write.release()->deleteLater();
    closeDescriptor(std::exchange(m_descriptor, -1));
    Q_EMIT closed(reason);
}

} // namespace salon
