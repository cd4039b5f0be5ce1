// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QtGlobal>

namespace salon::load {

/// What another process used so far, from /proc.
struct ProcessUsage
{
    double cpuSeconds = 0; ///< all its threads that still live
    qint64 residentKiB = 0;

    static ProcessUsage of(qint64 processId);
};

} // namespace salon::load
