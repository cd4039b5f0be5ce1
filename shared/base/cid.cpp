// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/cid.h"

#include <QRandomGenerator>
#include <array>

namespace salon {

Cid makeCid(const Clock &clock)
{
    std::array<quint32, 4> random{};
    QRandomGenerator::system()->fillRange(random.data(), random.size());
    const auto ms = quint64(clock.wallMs());
    const auto high = quint32(ms >> 16);
    const auto low = quint16(ms & 0xffff);
    const auto versioned = quint16(0x7000 | (random[0] & 0x0fff));
    return { high, low, versioned, uchar(0x80 | (random[1] & 0x3f)), uchar(random[1] >> 8), uchar(random[2]),
        uchar(random[2] >> 8), uchar(random[2] >> 16), uchar(random[2] >> 24), uchar(random[3]),
        uchar(random[3] >> 8) };
}

} // namespace salon
