// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"
#include "shared/nearby/nearby_person.h"

#include <QObject>
#include <QPointer>
#include <QSet>

#include <optional>

namespace salon {

class NearbyPeople;
class Workspace;

/// The same person, known from the server that is shown and met directly: they are shown once, where the direct
/// conversation of the server stands. Only whoever is accepted counts; who belongs to an account is the server's word.
class SamePeople : public QObject
{
    Q_OBJECT

public:
    /// `people` must outlive it.
    explicit SamePeople(const NearbyPeople &people, QObject *parent = nullptr);

    /// The server that is shown; null: none.
    void setWorkspace(Workspace *workspace);

    /// The device by which the owner of this account is reached best: linked before merely here before away.
    [[nodiscard]] std::optional<NearbyPerson> ofAccount(AccountId account) const;
    /// All their devices, the best reached first.
    [[nodiscard]] QList<NearbyPerson> devicesOf(AccountId account) const;
    [[nodiscard]] QList<NearbyPerson> devicesOf(RoomId room) const;
    /// ofAccount() for the other in a direct conversation of two; nothing for other rooms.
    [[nodiscard]] std::optional<NearbyPerson> ofRoom(RoomId room) const;
    /// Where this person stands among the rooms of the server that is shown; invalid: nowhere.
    [[nodiscard]] RoomId roomOf(const QByteArray &key) const;
    /// Messages of all devices of the other in this conversation that came directly and were not seen.
    [[nodiscard]] int unreadOf(RoomId room) const;
    /// The device from which they came; empty: none.
    [[nodiscard]] QByteArray unreadFrom(RoomId room) const;

Q_SIGNALS:
    /// Any answer above may be another now.
    void changed();

private:
    [[nodiscard]] AccountId otherIn(RoomId room) const;
    [[nodiscard]] AccountId accountOf(const NearbyPerson &person) const;
    void personChanged(const QByteArray &key);

    const NearbyPeople &m_people;
    QPointer<Workspace> m_workspace;
    QSet<QByteArray> m_known; ///< keys that had an account here when they were looked at last
};

} // namespace salon
