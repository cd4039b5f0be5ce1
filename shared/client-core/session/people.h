// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/protocol/messages/people.h"

#include <QHash>
#include <QObject>

namespace salon {

/// Everybody this client heard of on one server, with their presence as far as it is known.
class People : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype MaxPeople = 65'536;

    explicit People(QObject *parent = nullptr);

    [[nodiscard]] const Profile *find(AccountId id) const;
    [[nodiscard]] const Profile *findLogin(const QString &login) const;
    /// Display name, else the login, else an empty string.
    [[nodiscard]] QString nameOf(AccountId id) const;
    [[nodiscard]] QList<Profile> all() const { return m_profiles.values(); }

    /// Oneself; kept apart so that "is it me" needs no asking.
    void setSelf(const Profile &self);
    [[nodiscard]] AccountId self() const { return m_self; }

    /// New ones beyond MaxPeople are not remembered, oneself excepted.
    void put(const Profile &profile);
    void putPresence(const PresenceEntry &entry);
    /// A cached profile, without presence; does not replace a known one.
    void putCached(const Profile &profile);
    /// The connection ended: nobody's presence is known any more.
    void forgetPresence();

Q_SIGNALS:
    /// A new profile, or one whose name, presence or status changed.
    void changed(salon::AccountId id);
    /// A display name or login changed, or became known; follows changed().
    void renamed(salon::AccountId id);
    /// forgetPresence() was called.
    void presenceForgotten();

private:
    QHash<AccountId, Profile> m_profiles;
    QHash<QString, AccountId> m_byLogin;
    AccountId m_self;
};

} // namespace salon
