// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/protocol/messages/history.h"

#include <QSize>

namespace salon {

/// What a file may be treated as. Whatever a message says of a file is its sender's word.

inline constexpr quint64 MaxInlineImageBytes = 4 * 1024 * 1024; ///< fetched by itself; larger ones on a click
inline constexpr qint64 MaxImagePixels = 24'000'000; ///< decoded at all

/// It may be shown as an image: PNG, JPEG, GIF or WebP by its name and type, with a size that can be believed. Others
/// are shown as cards.
[[nodiscard]] bool isImage(const FileEntry &file);
/// It may run something when it is opened: never opened by a click, only saved or shown in its folder. Whatever has no
/// extension counts too.
[[nodiscard]] bool isDangerousName(const QString &name);
/// The same of a file, also by its type.
[[nodiscard]] bool isDangerous(const FileEntry &file);
/// "3.4 MB" in the person's language.
[[nodiscard]] QString sizeText(quint64 bytes);
/// The name as it may be shown, and given to a file: safe whatever the server sent.
[[nodiscard]] QString shownName(const FileEntry &file);

} // namespace salon
