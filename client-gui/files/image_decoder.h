// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/result.h"

#include <QImage>
#include <QSize>
#include <QString>

namespace salon {

/// What may be shown as a picture: PNG, JPEG, WebP and GIF, told by their first bytes alone, never by a name.
struct ImageFacts
{
    QByteArray format{}; ///< as QImageReader calls it
    QString mediaType{};
    QSize size{}; ///< as it is to be shown: turned as its orientation says
};

/// Reads and decodes pictures that anybody may have made. Pure functions that block: for a thread of their own. Nothing
/// larger than MaxPixels is decoded, nothing takes more than MaxBytes of memory; what goes wrong is FileDamaged, a file
/// that cannot be read is CannotOpenFile.
class ImageDecoder
{
public:
    static constexpr qint64 MaxPixels = 24'000'000;
    static constexpr int MaxBytes = 64 * 1024 * 1024;
    static constexpr int MaxSide = 30'000; ///< in pixels

    enum class Fit
    {
        Inside, ///< all of it is seen
        Cover ///< the middle of it fills the place
    };

    /// Reads the header only.
    [[nodiscard]] static Result<ImageFacts> probe(const QString &path);
    /// The first frame, oriented and scaled to `bound` (never enlarged); an empty bound: as large as memory allows.
    [[nodiscard]] static Result<QImage> decode(const QString &path, QSize bound, Fit fit = Fit::Inside);

    /// All of a picture whose file is in memory, as large as memory allows.
    [[nodiscard]] static Result<QImage> decodeBytes(const QByteArray &bytes);

    /// "png", "jpeg", "webp", "gif"; empty: none of them.
    [[nodiscard]] static QByteArray formatOf(const QByteArray &beginning);
    /// This computer has what it takes to read a picture of this name.
    [[nodiscard]] static bool canRead(const QString &name);
    [[nodiscard]] static QString mediaTypeOf(const QByteArray &format);
};

} // namespace salon
