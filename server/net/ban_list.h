// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/net/net_settings.h"
#include "shared/base/clock.h"

#include <QHash>
#include <QList>
#include <QString>

namespace salon::server {

/// Keeps addresses out for a while whose connections end again and again without a login. Who logs in never counts, so
/// that an office behind one address may be as large as it likes; what an address does while it is banned does not
/// make the ban longer. Main thread.
class BanList
{
public:
    BanList(const Clock &clock, const BanLimits &limits);

    void setLimits(const BanLimits &limits) { m_limits = limits; }

    /// A connection of `prefix` (empty: exempt) ended without a login. True when that begins a ban.
    bool noteFailure(const QString &prefix);
    [[nodiscard]] bool isBanned(const QString &prefix) const;

    [[nodiscard]] qsizetype size() const { return m_records.size(); }

private:
    struct Record
    {
        QList<qint64> failuresMs{}; ///< within the window, oldest first
        qint64 bannedUntilMs = 0;
    };

    void forgetOld(qint64 nowMs);

    const Clock &m_clock;
    BanLimits m_limits;
    QHash<QString, Record> m_records;
    qsizetype m_sweepAt = 1024;
};

} // namespace salon::server
