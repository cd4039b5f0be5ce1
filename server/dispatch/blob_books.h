// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/domain/change_effect.h"
#include "server/files/blob_lane.h"
#include "shared/base/result.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>
#include <functional>

namespace salon::server {

class CommandContext;

/// Keeps the contents that the store knows of and those in the folder the same, whatever comes at the same time: the
/// file is there before its row, and goes after it. What a crash leaves between the two is swept at the next start.
/// Domain thread.
class BlobBooks : public QObject
{
    Q_OBJECT

public:
    BlobBooks(CommandContext &context, BlobLane &lane, quint64 bytes);

    /// Of all contents together.
    [[nodiscard]] quint64 bytes() const { return m_bytes; }
    /// A part that was checked becomes a content that its account may name.
    void keep(const PartId &part, quint64 size, std::function<void(const Result<> &kept)> done);
    /// The store has forgotten them: their files go.
    void removeFreed(const QList<FreedBlob> &blobs);

private:
    struct Arrival
    {
        int count = 0;
        bool freed = false; ///< by something that was committed before the arrival was
    };
    void settle(const QByteArray &hash, bool isStored);
    void sweepFolder(int firstByte);
    void dropOld();

    CommandContext &m_context;
    BlobLane &m_lane;
    quint64 m_bytes;
    QHash<QByteArray, Arrival> m_arriving; ///< moved to their places, not yet in the store
    QSet<QByteArray> m_arrived; ///< while the folders are swept
    bool m_isSweeping = true;
    QTimer m_hourly;
};

} // namespace salon::server
