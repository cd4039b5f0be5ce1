// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/vocabulary.h"

#include <QString>

namespace salon {

/// `text` of `author` as a quote in Markdown, under `comment` when there is one. What is plain stays plain: nothing in
/// it is read as Markdown.
[[nodiscard]] QString forwardedText(
    const QString &comment, const QString &author, const QString &text, TextFormat format);

} // namespace salon
