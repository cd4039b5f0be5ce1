// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"

#include <QIdentityProxyModel>

#include <functional>

namespace salon {

/// Adds to rooms what assistive programs and tool tips say, "General, 3 unread messages, 1 mention", and whether they
/// are muted on this computer.
class RoomWords : public QIdentityProxyModel
{
    Q_OBJECT

public:
    enum Role
    {
        IsMutedRole = Qt::UserRole + 100 ///< bool
    };
    using IsMuted = std::function<bool(RoomId room)>;

    RoomWords(IsMuted isMuted, QObject *parent);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    /// The language is another one.
    void retranslate();
    /// IsMuted answers otherwise now.
    void mutedChanged();

    [[nodiscard]] static QString sectionName(int section);

private:
    void tellAll(const QList<int> &roles);
    [[nodiscard]] QString spoken(const QModelIndex &index) const;

    IsMuted m_isMuted;
};

} // namespace salon
