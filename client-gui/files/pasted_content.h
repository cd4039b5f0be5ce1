// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QImage>
#include <QStringList>

class QMimeData;

namespace salon {

/// What was pasted or dropped, as far as it is no text: files of this computer, or a picture. Text wins over the
/// picture that programs put beside it (of cells, of a formula), but for the address that browsers put beside a picture
/// of a page; files win over all.
struct PastedContent
{
    QStringList paths{}; ///< absolute
    QImage picture{};

    [[nodiscard]] static PastedContent of(const QMimeData &pasted);
    /// The same, without taking the picture.
    [[nodiscard]] static bool hasFiles(const QMimeData &pasted);
    /// Files only: what may be dropped on a conversation.
    [[nodiscard]] static QStringList pathsOf(const QMimeData &pasted);
};

} // namespace salon
