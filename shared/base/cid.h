// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/clock.h"

#include <QUuid>

namespace salon {

/// Client message id: UUID version 7 (RFC 9562 §5.7) made once when the person presses Enter. The time part only keeps
/// index inserts close together; order never depends on it. 74 bits come from the system's secure generator.
using Cid = QUuid;

[[nodiscard]] Cid makeCid(const Clock &clock);

} // namespace salon
