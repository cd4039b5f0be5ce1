// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/markup/text_collector.h"

namespace salon {

/// Reads Markdown (of the subset in docs/PROTOCOL.md) into the collector. False when the parser gives up, which happens
/// without memory only; the collector may hold a part then.
[[nodiscard]] bool collectMarkdown(const QString &text, TextCollector &collector);

/// The same on one line and without blocks.
[[nodiscard]] bool collectMarkdownLine(const QString &text, TextCollector &collector);

} // namespace salon
