// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/files/part_id.h"

#include <QHash>

namespace salon::server {

QString PartId::fileName() const
{
    return QString::number(account.value) + u'-' + QString::fromLatin1(hash.toHex());
}

size_t qHash(const PartId &part, size_t seed)
{
    return qHashMulti(seed, part.account, part.hash);
}

} // namespace salon::server
