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

[[nodiscard]] inline AvatarFace nearbyFace(const QString &shownName, const QByteArray &key)
{
    return avatarFace(shownName, hueOf(faceIdOf(key)));
}

/// Four words as they are shown and read aloud.
[[nodiscard]] inline QString wordsLine(const QStringList &words)
{
    return words.join(QStringLiteral(" · "));
}

} // namespace salon
