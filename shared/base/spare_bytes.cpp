// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/spare_bytes.h"

#include <QStorageInfo>
#include <algorithm>
#include <limits>

namespace salon {
namespace {

constexpr qint64 LeftToOthers = 1024LL * 1024 * 1024;
constexpr qint64 LeftToOthersPart = 20; ///< of a small disk

} // namespace

qint64 spareBytesIn(const QString &folder)
{
    const QStorageInfo disk(folder);
    if (!disk.isValid() || !disk.isReady())
        return std::numeric_limits<qint64>::max();
    return disk.bytesAvailable() - std::min(LeftToOthers, disk.bytesTotal() / LeftToOthersPart);
}

} // namespace salon
