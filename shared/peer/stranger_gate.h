// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/clock.h"
#include "shared/base/token_bucket.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

namespace salon {

/// What people who are not known may take of this device. "One machine" is a PeerAddress::prefix; this machine itself
/// has none, and only what holds for all together limits it.
struct StrangerLimits
{
    int linksAtOnce = 20; ///< from one machine, then linksPerMinute
    int linksPerMinute = 60;
    int allLinksAtOnce = 100; ///< from all other machines together
    int allLinksPerMinute = 300;
    int asksPerMinute = 3; ///< of one machine, also at once; not of this one
    int allAsksPerMinute = 10; ///< of all together, also at once
    int asksForNewcomers = 3; ///< of those, for machines that did not ask within a minute
    qsizetype places = 16; ///< who wait for a decision with a link
    qsizetype placesOfOne = 4; ///< from one machine
    qint64 patienceMs = 120'000; ///< how long a place is kept when somebody else wants it
};

/// Decides who may connect and who may ask to talk, so that a flood from one machine costs little and an honest
/// newcomer still gets in. Whoever is turned away may come again.
class StrangerGate
{
public:
    /// Somebody who waits for the person's decision.
    struct Waiting
    {
        QByteArray key{};
        QString origin{}; ///< PeerAddress::prefix
        qint64 sinceMs = 0; ///< Clock::monotonicMs() of the link
    };
    struct Admission
    {
        bool admitted = false;
        QByteArray givesWay{}; ///< who loses the link for it, if anybody; the request stays
    };

    StrangerGate(const Clock &clock, const StrangerLimits &limits);

    /// Whether one more connection from there is looked at; counts it if so.
    [[nodiscard]] bool admitsLink(const QString &origin);
    /// Whether one more may ask while these wait; counts it if so.
    [[nodiscard]] Admission admitsAsk(const QString &origin, const QList<Waiting> &waiting);

private:
    [[nodiscard]] Admission findPlace(const QString &origin, const QList<Waiting> &waiting) const;
    [[nodiscard]] bool takesTurn(const QString &origin);

    const Clock &m_clock;
    StrangerLimits m_limits;
    AddressBuckets m_links;
    TokenBucket m_allLinks;
    AddressBuckets m_asks;
    QHash<QString, qint64> m_askedAt; ///< within a minute, when last: no more than may ask in it
    TokenBucket m_allAsks;
};

} // namespace salon
