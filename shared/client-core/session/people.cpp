// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/people.h"

namespace salon {

People::People(QObject *parent)
    : QObject(parent)
{
}

const Profile *People::find(AccountId id) const
{
    const auto found = m_profiles.constFind(id);
    return found == m_profiles.constEnd() ? nullptr : &*found;
}

const Profile *People::findLogin(const QString &login) const
{
    return find(m_byLogin.value(login.toLower()));
}

QString People::nameOf(AccountId id) const
{
    const Profile *profile = find(id);
    if (!profile)
        return {};
    return profile->displayName.isEmpty() ? profile->login : profile->displayName;
}

void People::setSelf(const Profile &self)
{
    m_self = self.id;
    put(self);
}

void People::put(const Profile &profile)
{
    if (!profile.id.isValid())
        return;
    if (m_profiles.size() >= MaxPeople && profile.id != m_self && !m_profiles.contains(profile.id))
        return;
    Profile &known = m_profiles[profile.id];
    if (known == profile)
        return;
    const bool isRenamed = known.displayName != profile.displayName || known.login != profile.login;
    m_byLogin.remove(known.login);
    known = profile;
    if (!profile.login.isEmpty())
        m_byLogin.insert(profile.login, profile.id);
    Q_EMIT changed(profile.id);
    if (isRenamed)
        Q_EMIT renamed(profile.id);
}

void People::putPresence(const PresenceEntry &entry)
{
    const Profile *known = find(entry.account);
    if (!known)
        return;
    Profile profile = *known;
    profile.presence = entry.state;
    profile.statusText = entry.statusText;
    profile.lastSeenMs = entry.lastSeenMs;
    put(profile);
}

void People::putCached(const Profile &profile)
{
    if (m_profiles.contains(profile.id))
        return;
    Profile cached = profile;
    cached.presence = PresenceState::Offline;
    put(cached);
}

void People::forgetPresence()
{
    for (Profile &profile : m_profiles)
        profile.presence = PresenceState::Offline;
    Q_EMIT presenceForgotten();
}

} // namespace salon
