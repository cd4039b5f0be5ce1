// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/error.h"

namespace salon {

/// The same request may be accepted later without anybody doing anything.
[[nodiscard]] bool isTemporary(const Error &error);

/// When to ask again: as the server said, else after `otherwiseMs`; never more than a minute.
[[nodiscard]] int retryDelayMs(const Error &error, int otherwiseMs);

} // namespace salon
