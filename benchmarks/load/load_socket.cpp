// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "benchmarks/load/load_socket.h"

#include <arpa/inet.h>
#include <cerrno>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace salon::load {

SSL_CTX *makeLoadTls()
{
    SSL_CTX *context = SSL_CTX_new(TLS_client_method());
    SSL_CTX_set_mode(
        context, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_RELEASE_BUFFERS);
    return context;
}

LoadSocket::LoadSocket(const QByteArray &host, quint16 port, SSL_CTX *tls)
    : m_descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0))
{
    const int one = 1;
    ::setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    if (m_descriptor < 0 || ::inet_pton(AF_INET, host.constData(), &address.sin_addr) != 1
        || (::connect(m_descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0
            && errno != EINPROGRESS))
        fail();
    if (tls) {
        m_tls = SSL_new(tls);
        SSL_set_fd(m_tls, m_descriptor);
        SSL_set_connect_state(m_tls);
    }
}

LoadSocket::~LoadSocket()
{
    SSL_free(m_tls);
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

void LoadSocket::fail()
{
    m_broken = true;
}

bool LoadSocket::handshake()
{
    if (m_ready || m_broken)
        return m_ready;
    if (!m_tls) {
        int error = 0;
        socklen_t size = sizeof error;
        ::getsockopt(m_descriptor, SOL_SOCKET, SO_ERROR, &error, &size);
        m_ready = error == 0;
        m_broken = error != 0;
        return m_ready;
    }
    const int result = SSL_do_handshake(m_tls);
    m_ready = result == 1;
    if (!m_ready) {
        const int why = SSL_get_error(m_tls, result);
        m_broken = why != SSL_ERROR_WANT_READ && why != SSL_ERROR_WANT_WRITE;
    }
    return m_ready;
}

void LoadSocket::write(const QByteArray &bytes)
{
    m_pending.append(bytes);
    if (m_ready)
        pump();
}

bool LoadSocket::pump()
{
    if (!handshake())
        return false;
    while (!m_pending.isEmpty() && !m_broken) {
        const auto wanted = size_t(m_pending.size());
        const qsizetype done = m_tls ? SSL_write(m_tls, m_pending.constData(), int(wanted))
                                     : ::send(m_descriptor, m_pending.constData(), wanted, MSG_NOSIGNAL);
        if (done > 0) {
            m_pending.remove(0, done);
            continue;
        }
        const bool later = m_tls ? SSL_get_error(m_tls, int(done)) == SSL_ERROR_WANT_WRITE : errno == EAGAIN;
        m_broken = !later;
        break;
    }
    return true;
}

qsizetype LoadSocket::read(char *bytes, qsizetype size)
{
    if (!handshake() || m_broken)
        return 0;
    const qsizetype got = m_tls ? SSL_read(m_tls, bytes, int(size)) : ::recv(m_descriptor, bytes, size_t(size), 0);
    if (got > 0)
        return got;
    const bool later = m_tls ? SSL_get_error(m_tls, int(got)) == SSL_ERROR_WANT_READ : got < 0 && errno == EAGAIN;
    m_broken = !later;
    return 0;
}

} // namespace salon::load
