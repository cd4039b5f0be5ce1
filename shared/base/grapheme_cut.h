// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace salon {

/// At most `maxBytes` of UTF-8 from the start of `text`, never ending inside of a grapheme.
[[nodiscard]] QString cutAtGrapheme(const QString &text, qsizetype maxBytes);

} // namespace salon
