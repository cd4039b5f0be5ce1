// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/bus/room_door.h"
#include "server/domain/accounts.h"
#include "shared/base/look_alike.h"
#include "shared/base/result.h"

#include <QHash>
#include <QSet>
#include <optional>

namespace salon::server {

/// Names of the guests of all doors: no two look alike, and none looks like an account's, the server's, or like one
/// that would be mistaken for those who run it. Domain thread.
class GuestBook
{
public:
    GuestBook(const Accounts &accounts, const LookAlike &lookAlike, const QString &serverName);

    /// The name of somebody new: `pattern` with the number put in, and something more when that is taken.
    QString enter(GuestId guest, const QString &pattern);
    /// Another name: as checkDisplayName() takes it, of one word that is not a number, which is how guests are told
    /// apart. Errors: InvalidDisplayName, NameLooksAlike.
    Result<QString> rename(GuestId guest, const QString &wish);
    void leave(GuestId guest);

    [[nodiscard]] QString nameOf(GuestId guest) const { return m_guests.value(guest).name; }

private:
    struct Entry
    {
        QString name{};
        QList<QString> skeletons{};
    };
    [[nodiscard]] bool isTaken(const QList<QString> &skeletons, GuestId except) const;
    [[nodiscard]] bool isReserved(const QString &name) const;
    [[nodiscard]] bool isLikeNumber(const QString &name) const;
    void put(GuestId guest, const QString &name, const QList<QString> &skeletons);

    const Accounts &m_accounts;
    const LookAlike &m_lookAlike;
    QSet<QString> m_reserved; ///< skeletons
    QSet<QChar> m_digits; ///< in skeletons
    QHash<GuestId, Entry> m_guests;
    QHash<QString, GuestId> m_bySkeleton;
};

/// What follows when `text` begins with `name` (whatever its case) and then a blank, a comma or a colon, or ends there.
[[nodiscard]] std::optional<QString> textAfterName(const QString &text, const QString &name);

} // namespace salon::server
