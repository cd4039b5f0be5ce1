// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/result.h"
#include "shared/protocol/frame_codec.h"
#include "shared/protocol/limits.h"
#include "shared/transport/byte_channel.h"
#include "shared/transport/dialer.h"
#include "shared/transport/peer_address.h"
#include "shared/transport/send_queue.h"

#include <QBasicTimer>
#include <QByteArray>
#include <QList>
#include <QObject>
#include <QSslConfiguration>
#include <limits>
#include <memory>

namespace salon {

class TurnFlusher;

struct ConnectionLimits
{
    quint32 maxFrameBytes = wire_limits::MaxFrameBeforeLogin; ///< incoming
    qsizetype softQueueBytes = 256 * 1024; ///< isBehind() above this
    qsizetype hardQueueBytes = 1024 * 1024; ///< closes with SlowReader above this
    int progressMs = 10'000; ///< closes with SlowReader after so long without a byte leaving
    int handshakeMs = wire_limits::TlsHandshakeMs;
    int connectMs = 20'000; ///< name lookup and all addresses
    int lingerMs = 1'000; ///< closeAfterFlush() waits so long for the peer to take note
    int sendBufferBytes = 128 * 1024; ///< what the system holds beyond the queue (accepted connections); 0: its own
};

/// One framed connection over TLS, plain TCP or a local socket, accepted or connected. Created, used and destroyed in
/// one thread; destroying it drops the socket silently.
///
/// Output: queue() costs no system call; the frames of a loop turn leave together (TurnFlusher, SendQueue). Input: all
/// frames that one read brought arrive in one signal, or as many as setMaxFramesAtOnce() allows and the rest in later
/// turns; frames are cut only when they are signalled. No signal is emitted from within a call of these functions, so
/// that receivers may call any of them, and deleteLater(); the receiver of closed() may even delete the connection
/// right there.
class Connection : public QObject, private ByteChannelObserver
{
    Q_OBJECT
public:
    enum class State
    {
        Idle, ///< nothing was adopted or connected yet
        Opening, ///< lookup, TCP, TLS
        AwaitingAcceptance, ///< peerIdentified() was emitted: acceptPeer() or rejectPeer() decides
        Open,
        Closing, ///< closeAfterFlush()
        Closed
    };

    explicit Connection(TurnFlusher &flusher, const ConnectionLimits &limits = {}, QObject *parent = nullptr);
    ~Connection() override;

    // One of these, once; opened() or closed() follows. The descriptor belongs to the connection from here on.
    void adoptPlain(qintptr descriptor);
    void adoptTls(qintptr descriptor, const QSslConfiguration &configuration);
    void adoptLocal(qintptr descriptor);
    /// Looks names and services up, tries IPv6 and IPv4 addresses in turns 250 ms apart and keeps the first that
    /// answers. Fails with HostNotFound, ConnectionRefused, TimedOut, TlsFailed, ServerKeyChanged or InvalidAddress.
    void connectTo(const Endpoint &endpoint, const ConnectOptions &options = {});

    /// Answer to peerIdentified(): go on; opened() follows.
    void acceptPeer();
    /// Answer to peerIdentified(): closes with Canceled; nothing was sent.
    void rejectPeer();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isOpen() const { return m_state == State::Open; }
    [[nodiscard]] const PeerAddress &peer() const { return m_peer; }
    /// Key of the peer (client over TLS, known from peerIdentified(), opened() or closed(ServerKeyChanged) on).
    [[nodiscard]] const QByteArray &peerPin() const { return m_peerPin; }
    /// A certificate authority vouches for the peer's key and the name connected to.
    [[nodiscard]] bool isPeerTrusted() const { return m_peerTrusted; }

    /// Appends a whole frame (with its length prefix), shared and not copied; sent at the end of the turn, or after
    /// opened(). Ignored once closing or closed. Above the hard limit the connection closes with SlowReader.
    void queue(const QByteArray &frame);
    /// The limits of the same names from now on, also for what waits already.
    void setQueueLimits(qsizetype softQueueBytes, qsizetype hardQueueBytes, int progressMs);
    /// Bytes accepted that the system has not taken yet.
    [[nodiscard]] qsizetype queuedBytes() const { return m_queue.bytes(); }
    /// queuedBytes() passed the soft limit and has not fallen below half of it since.
    [[nodiscard]] bool isBehind() const { return m_behind; }

    void setMaxFrameBytes(quint32 bytes);
    /// Most frames in one framesReceived() from now on, at least 1.
    void setMaxFramesAtOnce(int frames);
    /// Stops taking bytes from the socket, so that the peer feels it; frames already signalled stay delivered, those
    /// read before follow after resuming. When the peer goes meanwhile, they are kept for lingerMs at most.
    void setReadPaused(bool paused);
    [[nodiscard]] bool isReadPaused() const { return m_readPaused; }

    /// Stops reading, writes what is queued and `lastFrame`, shuts the sending side, waits at most lingerMs for the
    /// peer to close; closed(reason) follows in any case.
    void closeAfterFlush(const QByteArray &lastFrame = {}, const Error &reason = { ErrorCode::Canceled });
    /// Drops the socket at once; closed(reason) follows.
    void abort(const Error &reason = { ErrorCode::Canceled });

    /// Writes what is queued, as far as the socket takes it, without waiting for the end of the turn: for last words
    /// before abort() or destruction. Costs a system call and emits nothing.
    void flushTurn();

Q_SIGNALS:
    /// Client over TLS: an address answered, the handshake begins.
    void handshakeStarted();
    /// Client over TLS without a pin, and no authority vouches: the person (or a policy) decides.
    void peerIdentified(const QByteArray &pin);
    /// Usable: the peer is accepted.
    void opened();
    /// Whole payloads in order, without length prefixes.
    void framesReceived(const QList<QByteArray> &payloads);
    /// The stream cannot be cut into frames any more (FrameTooLarge, MalformedFrame); reading has ended. The receiver
    /// may closeAfterFlush(goodbye) right here, otherwise the connection drops. closed() with the same error follows.
    void streamRefused(const salon::Error &error);
    /// isBehind() became true, maybe for less than a turn; caughtUp() follows then at once.
    void fellBehind();
    /// isBehind() became false.
    void caughtUp();
    /// The last signal, exactly once: ConnectionLost when the peer or the network ended it, the reason given when this
    /// side did, else what went wrong. With ServerKeyChanged peerPin() is the new key, and nothing was sent.
    void closed(const salon::Error &error);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    friend class TurnFlusher;

    /// A signal to emit at the end of the turn.
    enum class Due
    {
        Nothing,
        Identified,
        Opened
    };

    void channelReady() override;
    void channelReadable() override;
    void channelWrote() override;
    void channelEnded(const Error &reason) override;

    /// Ends the turn: tells what is due and writes what is queued, as far as the socket takes it.
    void endTurn();
    void attach(std::unique_ptr<ByteChannel> channel);
    void open(const Endpoint &endpoint);
    void openDialed();
    void judgePeer();
    void readChannel();
    bool takeFrames(QList<QByteArray> &payloads);
    void writeQueue();
    void takeEnd();
    void updateBehind();
    void tellBehind();
    void watchProgress();
    void scheduleFlush();
    void doom(const Error &error);
    void finish();

    TurnFlusher &m_flusher;
    ConnectionLimits m_limits;
    FrameDecoder m_decoder;
    std::unique_ptr<ByteChannel> m_channel;
    std::unique_ptr<Dialer> m_dialer; ///< of a client, until opened
    SendQueue m_queue;
    PeerAddress m_peer;
    QByteArray m_peerPin;
    std::unique_ptr<Error> m_ended; ///< the channel ended; what it had read is still to be taken
    std::unique_ptr<Error> m_reason; ///< of closeAfterFlush(), or why the stream was refused
    std::unique_ptr<Error> m_doom; ///< closed() with this at the end of the turn
    QBasicTimer m_timer; ///< of the present phase: opening, progress or lingering
    qint64 m_progressAtMs = 0;
    int m_maxFramesAtOnce = std::numeric_limits<int>::max();
    State m_state = State::Idle;
    Due m_due = Due::Nothing;
    bool m_peerTrusted = false;
    bool m_readPaused = false;
    bool m_readPending = false;
    bool m_behind = false;
    bool m_behindTold = false;
    bool m_fellBehind = false; ///< was behind at some time since the last turn ended
    bool m_flushScheduled = false;
    bool m_reading = false;
    bool m_writing = false;
    bool m_refused = false;
    bool m_sendShut = false;
    bool m_endWaits = false; ///< for frames that were read and are not signalled yet
};

} // namespace salon
