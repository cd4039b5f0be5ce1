// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/app/avatar_painter.h"
#include "client-gui/app/design_tokens.h"
#include "shared/nearby/nearby_person.h"

#include <QStringList>

namespace salon {

/// Stands for a device's key where a timeline wants an account: the same everywhere, and below zero, so that it is no
/// account of any server.
[[nodiscard]] inline qint64 faceIdOf(const QByteArray &key)
{
    qint64 id = 0;
    for (qsizetype i = 0; i < std::min<qsizetype>(7, key.size()); ++i)
        id = id << 8 | quint8(key.at(i));
    return -id - 1;
}

/// The same for somebody whose account on a server is known: in the colour that they have there. No account: by key.
[[nodiscard]] inline qint64 faceIdOf(const QByteArray &key, AccountId account)
{
    qint64 id = faceIdOf(key);
    if (account.isValid())
        for (const int hue = hueOf(account.value); hueOf(id) != hue;)
            --id;
    return id;
}

[[nodiscard]] inline qint64 faceIdOf(const NearbyPerson &person)
{
    return faceIdOf(person.key, person.accounts.isEmpty() ? AccountId{} : person.accounts.constFirst().account);
}

[[nodiscard]] inline AvatarFace nearbyFace(const QString &shownName, const QByteArray &key, AccountId account)
{
    return avatarFace(shownName, hueOf(faceIdOf(key, account)));
}

/// They may not be who they seem, and nothing is decided yet.
[[nodiscard]] inline bool isDoubted(const NearbyPerson &person)
{
    return person.trust == PeerTrust::Unknown && person.doubt != PeerDoubt::None;
}

/// Four words as they are shown and read aloud.
[[nodiscard]] inline QString wordsLine(const QStringList &words)
{
    return words.join(QStringLiteral(" · "));
}

} // namespace salon
