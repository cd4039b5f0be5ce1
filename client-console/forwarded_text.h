// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/protocol/messages/history.h"

namespace salon::console {

/// A copy of a message for another room, as the desktop client makes it: a quote in Markdown under the author's name.
/// What is plain stays plain.
[[nodiscard]] QString forwardedText(const RoomEvent &message, const QString &author);

} // namespace salon::console
