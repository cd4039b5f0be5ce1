// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/refusal.h"

#include <algorithm>

namespace salon {
namespace {

constexpr quint32 LongestDelayMs = 60'000;

} // namespace

bool isTemporary(const Error &error)
{
    switch (error.code) {
    case ErrorCode::ServerBusy:
    case ErrorCode::StorageFull:
    case ErrorCode::StorageFailed:
    case ErrorCode::ShuttingDown:
    case ErrorCode::RateLimited:
    case ErrorCode::TimedOut:
        return true;
    default:
        return error.retryAfterMs.has_value();
    }
}

int retryDelayMs(const Error &error, int otherwiseMs)
{
    return int(std::min(error.retryAfterMs.value_or(quint32(otherwiseMs)), LongestDelayMs));
}

} // namespace salon
