// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QtGlobal>
#include <vector>

namespace salon {

inline constexpr qsizetype ThreadScratchBytes = 64 * 1024;

/// Room for one read or one write, shared by all connections of a thread, so that none needs a buffer of its own. What
/// is in it is over with the call that filled it.
inline std::vector<char> &threadScratch()
{
    static thread_local std::vector<char> buffer(ThreadScratchBytes);
    return buffer;
}

} // namespace salon
