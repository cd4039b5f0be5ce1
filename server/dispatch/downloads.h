// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/dispatch/command_context.h"
#include "server/files/blob_lane.h"
#include "shared/protocol/messages/files.h"

#include <QHash>
#include <QObject>

namespace salon::server {

/// Files on their way to those who can read their messages. Each chunk asks again whether they still can. Domain
/// thread; the file lane reads.
class Downloads : public QObject
{
    Q_OBJECT

public:
    Downloads(CommandContext &context, BlobLane &lane);

    void open(const Session &session, const ReplyTo &to, const OpenDownload &message);
    void read(const Session &session, const ReplyTo &to, const ReadChunk &message);
    void close(const Session &session, const ReplyTo &to, const CloseDownload &message);
    void closeConnection(ConnectionId connection) { m_connections.remove(connection); }
    /// The message was deleted: nothing more of its files is given.
    void forgetMessage(RoomId room, Seq seq);

private:
    struct Download
    {
        RoomId room{};
        Seq seq = 0;
        QByteArray hash{}; ///< empty: not open yet
        quint64 size = 0;
        qint64 granted = 0; ///< frames that were not used yet
        bool isGone = false;
    };
    struct OfConnection
    {
        quint64 last = 0;
        int reading = 0; ///< chunks that the lane has not answered
        quint64 readingBytes = 0; ///< that they asked for
        QHash<quint64, Download> downloads{};
    };
    void opened(const ReplyTo &to, quint64 number, const Result<File> &file);
    [[nodiscard]] Download *find(ConnectionId connection, quint64 number);
    [[nodiscard]] bool canRead(const Session &session, const Download &download) const;

    CommandContext &m_context;
    BlobLane &m_lane;
    QHash<ConnectionId, OfConnection> m_connections;
};

} // namespace salon::server
