// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/clock.h"
#include "shared/base/token_bucket.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace salon::server {

/// How many lines of the log one address may cause: some at once, then one every two seconds. What was left out is told
/// once a minute. Domain thread.
class ReportLimit : public QObject
{
    Q_OBJECT

public:
    static constexpr int LinesAtOnce = 40;
    static constexpr double LinesPerSecond = 0.5;

    explicit ReportLimit(const Clock &clock, QObject *parent = nullptr);

    /// Whether a line about this peer ("192.0.2.7:51234", "[2001:db8::1]:4242", "unix") may be written. Addresses of
    /// one IPv6 network (/64) count as one.
    [[nodiscard]] bool admits(const QString &peer);

Q_SIGNALS:
    /// So many lines in the last minute, most of them about this address or network.
    void leftOut(const QString &prefix, int count);

private:
    void tell();

    const Clock &m_clock;
    AddressBuckets m_buckets;
    QHash<QString, int> m_leftOut; ///< lines of each address
    QTimer m_teller{ this };
};

} // namespace salon::server
