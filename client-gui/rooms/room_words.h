// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QIdentityProxyModel>

namespace salon {

/// Adds to rooms what assistive programs and tool tips say: "General, 3 unread messages, 1 mention".
class RoomWords : public QIdentityProxyModel
{
    Q_OBJECT

public:
    using QIdentityProxyModel::QIdentityProxyModel;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    /// The language is another one.
    void retranslate();

    [[nodiscard]] static QString sectionName(int section);

private:
    [[nodiscard]] QString spoken(const QModelIndex &index) const;
};

} // namespace salon
