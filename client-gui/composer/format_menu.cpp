// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/composer/format_menu.h"

#include "client-gui/composer/composer_edit.h"

using namespace Qt::StringLiterals;

namespace salon {

FormatMenu::FormatMenu(Format format, QWidget *parent)
    : QMenu(parent)
{
    setObjectName(u"formatMenu"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    const std::initializer_list<std::pair<TextMark, QString>> marks{ { TextMark::Bold, tr("Bold") },
        { TextMark::Italic, tr("Italic") }, { TextMark::Strike, tr("Strikethrough") }, { TextMark::Code, tr("Code") } };
    for (const auto &[mark, words] : marks) {
        // The key is the field's: here it is only shown.
        QAction *action = addAction(words + u'\t' + ComposerEdit::keyOf(mark).toString(QKeySequence::NativeText));
        action->setEnabled(format != Format::Plain);
        connect(action, &QAction::triggered, this, [this, mark = mark] { Q_EMIT markChosen(mark); });
    }
    addSeparator();
    QAction *markdown = addAction(tr("Write with Markdown"));
    markdown->setObjectName(u"markdown"_s);
    markdown->setCheckable(true);
    markdown->setChecked(format != Format::Plain);
    markdown->setEnabled(format != Format::Action);
    connect(markdown, &QAction::triggered, this, &FormatMenu::markdownSwitched);
    connect(addAction(tr("Commands and formatting…")), &QAction::triggered, this, &FormatMenu::helpWanted);
}

void FormatMenu::popUpAbove(QPoint globalPosition)
{
    popup(globalPosition - QPoint(0, sizeHint().height()));
}

} // namespace salon
