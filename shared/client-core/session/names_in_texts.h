// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/markup/markup_names.h"
#include "shared/protocol/messages/history.h"

namespace salon {

class People;
class Rooms;

/// What @login and #room mean to whoever reads here: the names they have now. For texts of which nobody knows whom they
/// call. `people` and `rooms` are used while a text is made ready.
[[nodiscard]] MarkupNames namesInTexts(const People &people, const Rooms &rooms);
/// The same for a message, which may call @here or @room.
[[nodiscard]] MarkupNames namesInTexts(const People &people, const Rooms &rooms, const RoomEvent &message);

} // namespace salon
