// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/markup/formatted_text.h"
#include "shared/markup/markup_names.h"

namespace salon {

/// A message's text made ready to be drawn. Plain: line by line as it stands, with links and names. Markdown: the
/// subset of docs/PROTOCOL.md. Action: the same without blocks, on one line. Takes any text from anybody: what comes
/// out is bounded (FormattedText), all words of the text are in it, and only what is invisible or would cover other
/// lines is not (combining marks beyond text_limits::MaxCombiningMarks in a row).
[[nodiscard]] FormattedText formatText(const QString &text, TextFormat format, const MarkupNames &names = {});

} // namespace salon
