// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QSize>
#include <QString>
#include <optional>

class QIODevice;

namespace salon {

/// What the first bytes of an image say.
struct ImageHeader
{
    QString mediaType{}; ///< image/png, image/jpeg, image/gif or image/webp
    QSize size{}; ///< as it is to be shown: turned where EXIF says so
};

/// Looks at the start of an image, hostile or not: at most some hundred small reads within the first megabyte, nothing
/// is decoded. Nothing for other formats, for what is damaged, and for sizes that nobody means. `file`: at its start,
/// seekable.
[[nodiscard]] std::optional<ImageHeader> readImageHeader(QIODevice &file);

} // namespace salon
