// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QIdentityProxyModel>
#include <QPointer>

namespace salon {

class SamePeople;

/// Adds to members what assistive programs and tool tips say, "Marie, online, back at two", and whether they are
/// reached without the server too.
class MemberWords : public QIdentityProxyModel
{
    Q_OBJECT

public:
    enum Role
    {
        IsNearbyRole = Qt::UserRole + 100, ///< bool: met directly too
        IsDirectRole ///< bool: … and linked at this moment
    };
    using QIdentityProxyModel::QIdentityProxyModel;

    /// Null: nobody is met directly.
    void setSamePeople(const SamePeople *same);
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QPointer<const SamePeople> m_same;
};

} // namespace salon
