// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

class QWidget;

namespace salon {

/// Words for a tool tip, shown letter by letter. A tool tip guesses whether it was given HTML, and would then load
/// files that the text names; escaped words without a tag would show their escapes. Empty stays empty: no tool tip.
[[nodiscard]] QString plainToolTip(const QString &words);

/// The same as the tool tip of a widget; screen readers are given the bare words.
void setPlainToolTip(QWidget *widget, const QString &words);

} // namespace salon
