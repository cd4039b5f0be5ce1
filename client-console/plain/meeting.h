// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-console/plain/plain_options.h"
#include "client-console/plain/stream_dialer.h"
#include "shared/transport/listen_socket.h"

#include <QObject>
#include <QTimer>
#include <memory>

namespace salon::console {

/// How this program and another one come together over a stream: by connecting, by waiting, or by whichever is possible
/// (whoever starts first waits, the second connects). Where both start at once on one machine, the system gives the
/// port to one of them, and the other connects. On two machines both wait then; so each also tries to connect now and
/// again, and when two connections come of that, both sides keep the same one: that whose dialler has the smaller
/// address as text. A program that does not try again still meets this one that way.
class Meeting : public QObject
{
    Q_OBJECT

public:
    Meeting(Endpoint endpoint, PlainOptions::Way way);
    ~Meeting() override;

    void start();
    /// Between two attempts to connect while waiting.
    void setRetryMs(int least, int most);

Q_SIGNALS:
    /// Nobody is there yet: waits on this.
    void waiting(const salon::Endpoint &endpoint);
    /// Once, the end of the meeting; the receiver owns the descriptor.
    void met(qintptr descriptor);
    /// Once, instead. HostNotFound, ConnectionRefused, TimedOut, AddressInUse, NotPermitted, InvalidAddress.
    void failed(const salon::Error &error);

private:
    void dial();
    void dialFailed(const Error &error);
    /// After an attempt to connect that led nowhere.
    void tryOtherwise(const Error &error);
    void listenInstead();
    Result<> listen(const Endpoint &endpoint);
    void dialledTo(qintptr descriptor);
    void accepted(qintptr descriptor);
    /// A connection is there; a second one may follow, or be there already.
    void consider(qintptr descriptor, const QString &dialler, bool mayBeDoubled);
    void settle();
    void giveUp(const Error &error);
    [[nodiscard]] bool isThisMachine() const;

    Endpoint m_endpoint;
    PlainOptions::Way m_way;
    std::unique_ptr<StreamDialer> m_dialer;
    ListenSocket m_listener;
    QTimer m_patience; ///< of one attempt to connect, where another one follows
    QTimer m_again;
    QTimer m_settling;
    QString m_dialler; ///< of the connection kept so far
    qintptr m_kept = -1;
    int m_attempts = 0;
    int m_leastRetryMs = 500;
    int m_mostRetryMs = 1500;
    bool m_isHere = false; ///< the other program is on this machine
    bool m_isOver = false;
};

} // namespace salon::console
