// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/protocol/version.h"

namespace salon {

QList<QString> knownFeatures()
{
    return { QString::fromLatin1(features::Changes), QString::fromLatin1(features::Files),
        QString::fromLatin1(features::Presence), QString::fromLatin1(features::Reading),
        QString::fromLatin1(features::Rules), QString::fromLatin1(features::Search),
        QString::fromLatin1(features::Typing) };
}

QList<QString> commonFeatures(const QList<QString> &offered)
{
    QList<QString> common;
    for (const QString &feature : knownFeatures()) {
        if (offered.contains(feature))
            common.append(feature);
    }
    return common;
}

quint32 commonVersion(const QList<quint32> &offered)
{
    return offered.contains(ProtocolVersion) ? ProtocolVersion : 0;
}

} // namespace salon
