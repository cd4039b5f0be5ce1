// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/composer/text_marks.h"

#include <QMenu>

namespace salon {

/// The marks of Markdown with their keys, the switch between Markdown and plain text, and the way to the help. Deletes
/// itself when it closes.
class FormatMenu : public QMenu
{
    Q_OBJECT

public:
    enum class Format
    {
        Plain,
        Markdown,
        Action ///< Markdown, which cannot be switched off
    };

    FormatMenu(Format format, QWidget *parent);

    /// Above this place, or where there is room.
    void popUpAbove(QPoint globalPosition);

Q_SIGNALS:
    void markChosen(salon::TextMark mark);
    void markdownSwitched(bool isMarkdown);
    void helpWanted();
};

} // namespace salon
