// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/dispatch/command_context.h"
#include "server/files/blob_lane.h"
#include "shared/protocol/messages/files.h"

#include <QHash>
#include <QObject>

namespace salon::server {

class BlobBooks;

/// Files on their way to the server. An upload belongs to its connection; what arrived of it belongs to the account and
/// waits for another one. Domain thread; each request is answered when the file lane has done it.
class Uploads : public QObject
{
    Q_OBJECT

public:
    Uploads(CommandContext &context, BlobLane &lane, BlobBooks &books);

    void open(const Session &session, const ReplyTo &to, const OpenUpload &message);
    void add(const Session &session, const ReplyTo &to, const UploadChunk &message);
    void cancel(const Session &session, const ReplyTo &to, const CancelUpload &message);
    void closeConnection(ConnectionId connection);

private:
    struct Upload
    {
        enum class State
        {
            Opening,
            Open,
            Finishing ///< has all its bytes
        };
        PartId part{};
        quint64 size = 0;
        quint64 offset = 0; ///< where the next chunk belongs
        State state = State::Opening;
        qint64 granted = 0; ///< frames that the connection may send for it beside its rate, and has not yet
    };
    struct OfConnection
    {
        quint64 last = 0;
        QHash<quint64, Upload> uploads{};
    };
    /// Where one is, for answers that come later.
    struct Place
    {
        ReplyTo to{}; ///< who waits
        quint64 number = 0;
        PartId part{};
        quint64 size = 0;
        bool opens = false; ///< they wait for UploadOpened
    };

    void begin(const Place &place);
    void begun(const Place &place, quint64 there);
    void finish(const Place &place);
    void finished(const Place &place, const Result<> &kept);
    void refuse(const Place &place, const Error &error);
    void end(const Place &place);
    [[nodiscard]] Result<> checkDailyQuota(const Place &place, quint64 bytes) const;
    [[nodiscard]] quint64 bytesUnderWay() const;
    [[nodiscard]] Upload *find(ConnectionId connection, quint64 number);
    [[nodiscard]] Upload *find(const Place &place) { return find(place.to.connection, place.number); }

    CommandContext &m_context;
    BlobLane &m_lane;
    BlobBooks &m_books;
    QHash<ConnectionId, OfConnection> m_connections;
    QHash<PartId, std::pair<ConnectionId, quint64>> m_byPart; ///< who sends it
};

} // namespace salon::server
