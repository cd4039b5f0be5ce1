// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QIdentityProxyModel>

namespace salon {

class PeerTimeline;

/// A conversation with a person nearby in the roles of TimelineModel, so that TimelineView shows it. Files are lines of
/// text here; what can be done with them stands in FileCards.
class NearbyTimelineRows : public QIdentityProxyModel
{
    Q_OBJECT

public:
    /// `ownKey`: of this device.
    NearbyTimelineRows(PeerTimeline &timeline, const QByteArray &ownKey, QObject *parent);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    [[nodiscard]] qint64 seqOf(int row) const;
    [[nodiscard]] QString textOf(const QModelIndex &source) const;
    [[nodiscard]] QString stateOf(const QModelIndex &source) const;

    PeerTimeline &m_timeline;
    qint64 m_self;
    qint64 m_other;
};

} // namespace salon
