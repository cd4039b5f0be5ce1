// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/error.h"

#include <QByteArray>
#include <QObject>
#include <QSocketNotifier>
#include <QTimer>
#include <memory>

namespace salon {

/// A connected stream socket without Salon's protocol, for programs of any kind at the other end. Unlike Qt's sockets
/// it stays open for writing when the other side has said all it has to say (`echo hello | nc`), keeps nothing of what
/// was not asked for (a reader that is paused leaves its bytes in the system, which then stops the sender), and ends
/// without a reset that would destroy what is on its way. Signals come from the event loop, never from within a call.
class HalfOpenSocket : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype DefaultQueueBytes = 128 * 1024;

    /// Takes the descriptor over. Reads at once, from the event loop on.
    explicit HalfOpenSocket(qintptr descriptor, QObject *parent = nullptr);
    /// Closes what is still open, at once.
    ~HalfOpenSocket() override;

    /// What may wait to be written before the other side counts as a slow reader and is dropped.
    void setQueueLimit(qsizetype bytes) { m_queueLimit = bytes; }
    /// Whether bytes are taken from the system.
    void setReading(bool reading);
    /// False when the connection is at its end, or this write passed the limit and ended it.
    bool write(const QByteArray &bytes);
    /// Lets what is queued leave and ends our direction; what the other side still sends is received.
    void endSending();
    /// Lets what is queued leave, ends the connection in both directions, then closed(). Reads nothing more. A peer
    /// that does not take the rest within ten seconds loses it.
    void finish();
    /// Ends the connection now; closed() follows.
    void abort(const Error &reason);

    /// Whether something can still be written.
    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0 && !m_finishing && !m_sendingEnds && !m_writeBroken; }
    /// The other side takes nothing more, though it has not ended its own direction.
    [[nodiscard]] bool isWriteBroken() const { return m_writeBroken; }
    [[nodiscard]] bool hasReadEnd() const { return m_readEnded; }
    /// The other side has ended its sending, though what it sent before may still be read. On Linux this is known while
    /// reading is paused, too.
    [[nodiscard]] bool hasPeerEnded() const;
    /// The connection takes and brings nothing more, but for what came before. As above.
    [[nodiscard]] bool isBroken() const;
    [[nodiscard]] qsizetype queuedBytes() const { return m_queue.size() - m_written; }

Q_SIGNALS:
    void received(const QByteArray &bytes);
    /// Nothing of what was written waits any more.
    void drained();
    /// The other side will send nothing more; it may still read. Once.
    void readEnded();
    /// The end, once: Canceled after finish(), ConnectionLost, SlowReader, or what abort() was given.
    void closed(const salon::Error &reason);

private:
    void readable();
    void writable();
    void breakWriting();
    void beginLinger();
    void end(const Error &reason);

    qintptr m_descriptor = -1;
    std::unique_ptr<QSocketNotifier> m_read;
    std::unique_ptr<QSocketNotifier> m_write;
    QByteArray m_queue;
    qsizetype m_written = 0; ///< of m_queue
    qsizetype m_queueLimit = DefaultQueueBytes;
    QTimer m_patience;
    bool m_readEnded = false;
    bool m_writeBroken = false; ///< the peer takes nothing more, but what it sent before can still be read
    bool m_sendingEnds = false;
    bool m_finishing = false;
    bool m_lingering = false;
};

} // namespace salon
