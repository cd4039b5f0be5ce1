// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QPointer>
#include <QSortFilterProxyModel>

namespace salon {

class NearbyPeople;
class SamePeople;

/// People nearby without those who stand among the rooms of the server that is shown already.
class OtherPeople : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    OtherPeople(NearbyPeople &people, QObject *parent);

    /// Null: everybody stays.
    void setSamePeople(const SamePeople *same);
    /// Qt::ToolTipRole: who it is, how things stand, and why they may not be who they seem.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    /// Invalid when the person is not listed here.
    [[nodiscard]] QModelIndex indexOf(const QByteArray &key) const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    NearbyPeople &m_people;
    QPointer<const SamePeople> m_same;
};

} // namespace salon
