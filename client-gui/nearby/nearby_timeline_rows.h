// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"

#include <QIdentityProxyModel>

#include <functional>

namespace salon {

class NearbyPeople;
class PeerTimeline;

/// A conversation with a person nearby in the roles of TimelineModel, so that TimelineView shows it. Files are lines of
/// text here; what can be done with them stands in FileCards.
class NearbyTimelineRows : public QIdentityProxyModel
{
    Q_OBJECT

public:
    /// The account of this computer on a server.
    using OwnAccount = std::function<AccountId(const QString &server)>;

    /// `ownKey`: of this device. `people` has the other. The accounts of both on a server give the colours.
    NearbyTimelineRows(PeerTimeline &timeline, const NearbyPeople &people, const QByteArray &ownKey,
        OwnAccount ownAccount, QObject *parent);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void personChanged();
    [[nodiscard]] qint64 seqOf(int row) const;
    [[nodiscard]] QString textOf(const QModelIndex &source) const;
    [[nodiscard]] QString stateOf(const QModelIndex &source) const;

    PeerTimeline &m_timeline;
    const NearbyPeople &m_people;
    QByteArray m_ownKey;
    OwnAccount m_ownAccount;
    qint64 m_self;
    qint64 m_other;
};

} // namespace salon
