// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

class QTextCursor;

namespace salon {

enum class TextMark
{
    Bold,
    Italic,
    Strike,
    Code
};

/// Puts the marks of Markdown round what is selected, or takes them away when they stand there; the words stay
/// selected. Without a selection it makes a pair and puts the cursor into it. Several lines are marked one by one; as
/// code they become a block. One step to undo.
void toggleMark(QTextCursor &cursor, TextMark mark);

} // namespace salon
