// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/files/outgoing_file.h"
#include "shared/client-core/session/answer.h"

#include <QObject>
#include <memory>
#include <optional>

namespace salon {

class Clock;
class JobLane;
class Session;
class SourceFile;
class TransferWindow;

/// An upload that this connection has open.
struct OpenedUpload
{
    quint64 upload = 0;
    quint64 offset = 0; ///< where it goes on
};

/// Puts one file up, from where the server has it on, on the connection of now. Deleting it stops it; what went out is
/// not lost. All given things must outlive it.
class FileUpload : public QObject
{
    Q_OBJECT
public:
    FileUpload(Session &session, JobLane &lane, TransferWindow &window, const Clock &clock, const OutgoingFile &file,
        QObject *parent = nullptr);
    ~FileUpload() override;

    /// `open`: the connection has it open already.
    void start(const std::optional<OpenedUpload> &open);
    /// Nothing more goes out and no signal comes; for one that is to be deleted later.
    void stop();
    /// To go on with later on this connection; nothing while the server has not answered, or when all went out.
    [[nodiscard]] std::optional<OpenedUpload> opened() const;
    [[nodiscard]] const OutgoingFile &file() const { return m_file; }

Q_SIGNALS:
    /// The server has so many bytes of it.
    void progressed(quint64 done);
    /// The last signal: it is whole on the server.
    void finished();
    /// The last signal instead: what the server said, ConnectionLost, or FileChanged.
    void failed(const salon::Error &error);

private:
    void openAtServer();
    void goOnFrom(quint64 offset);
    void readAhead();
    void pump();
    void sendPiece();
    void answered(qint64 bytes, qint64 sentMs, const Result<> &answer);
    void giveUp(const Error &error);

    Session &m_session;
    JobLane &m_lane;
    TransferWindow &m_window;
    const Clock &m_clock;
    OutgoingFile m_file;
    std::shared_ptr<SourceFile> m_source; ///< used in the lane
    qint64 m_chunkBytes = 0;
    quint64 m_upload = 0;
    bool m_isOpen = false;
    bool m_hasEnded = false;
    bool m_isReading = false;
    quint64 m_sent = 0;
    quint64 m_acked = 0;
    quint64 m_read = 0; ///< end of m_ahead
    QByteArray m_ahead; ///< of the file, from m_sent on
    qsizetype m_aheadAt = 0; ///< what of it went out
    qint64 m_inFlight = 0;
};

} // namespace salon
