// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QString>

namespace salon::console {

/// What a terminal says was pasted, as it is put into a line: every end of a line is '\n', none is left at the end, and
/// other control characters than TAB are left out, so that nothing in it is a key or a sequence.
[[nodiscard]] QString pastedText(const QByteArray &bytes);

/// A text of several lines as the one line that an editor can hold and show: ↵ stands for '\n' and ⇥ for TAB. As many
/// UTF-16 units, so that places in it stay what they are.
[[nodiscard]] QString asOneLine(const QString &text);
/// The text again, from such a line; an ↵ that was one already comes back.
[[nodiscard]] QString fromOneLine(const QString &line);

} // namespace salon::console
