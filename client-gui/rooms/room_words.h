// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"

#include <QIdentityProxyModel>
#include <QPointer>

#include <functional>

namespace salon {

class SamePeople;

/// Adds to rooms what assistive programs and tool tips say, "General, 3 unread messages, 1 mention", whether they
/// are muted on this computer, and whether the other of a direct conversation is reached without the server too.
class RoomWords : public QIdentityProxyModel
{
    Q_OBJECT

public:
    enum Role
    {
        IsMutedRole = Qt::UserRole + 100, ///< bool
        IsNearbyRole, ///< bool: the other of this conversation is met directly too
        IsDirectRole, ///< bool: … and linked at this moment
        DirectUnreadRole ///< int: messages that came directly, not counted by the server
    };
    using IsMuted = std::function<bool(RoomId room)>;

    RoomWords(IsMuted isMuted, QObject *parent);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    /// Null: nobody is met directly.
    void setSamePeople(const SamePeople *same);
    /// The language is another one.
    void retranslate();
    /// IsMuted answers otherwise now.
    void mutedChanged();

    [[nodiscard]] static QString sectionName(int section);

private:
    void tellAll(const QList<int> &roles);
    [[nodiscard]] QString spoken(const QModelIndex &index) const;

    IsMuted m_isMuted;
    QPointer<const SamePeople> m_same;
};

} // namespace salon
