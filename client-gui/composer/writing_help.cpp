// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/composer/writing_help.h"

#include "client-gui/app/theme.h"
#include "client-gui/composer/composer_edit.h"
#include "client-gui/composer/slash_commands.h"
#include "client-gui/widgets/plain_tool_tip.h"

#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

QString native(const QKeySequence &key)
{
    return key.toString(QKeySequence::NativeText);
}

} // namespace

WritingHelp::WritingHelp(Theme &theme, QWidget *parent)
    : SalonDialog(theme, parent)
    , m_list(new QTreeWidget(this))
    , m_close(addCancel())
{
    m_list->setObjectName(u"writingHelp"_s);
    m_list->setColumnCount(2);
    m_list->setRootIsDecorated(false);
    m_list->setItemsExpandable(false);
    m_list->setIndentation(0);
    m_list->setWordWrap(true);
    m_list->setHeaderHidden(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->header()->setStretchLastSection(true);
    m_list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    content()->addWidget(m_list, 1);
    setTroubleLines(0);
    setDrawnWidth(680);
    m_list->setFocus();
    retranslateUi();
    applyTheme();
}

WritingHelp::Rows WritingHelp::formatRows()
{
    //: What is typed for each kind of text; the signs stay as they are
    return { { tr("**bold**"), tr("bold") }, { tr("*italic*"), tr("italic") }, { tr("~~strike~~"), tr("struck out") },
        { tr("`code`"), tr("code; a block of it between lines of ```") }, { tr("> quote"), tr("a quote") },
        { tr("- item, 1. item"), tr("a list") },
        { tr("[words](https://example.org)"), tr("a link; addresses alone become links too") },
        { tr("||spoiler||"), tr("hidden until it is clicked") },
        { tr("@username, @here, @room"), tr("a person, those who are connected, everybody") },
        { tr(":smile:"), tr("an emoji by its name") } };
}

WritingHelp::Rows WritingHelp::commandRows()
{
    Rows rows;
    const QList<CommandName> names = SlashCommands::names();
    for (const CommandName &command : names)
        rows.append({ QString(u'/' + command.name + u' ' + command.arguments).trimmed(), command.description });
    rows.append({ u"//"_s, tr("Sends a slash.") });
    return rows;
}

WritingHelp::Rows WritingHelp::keyRows()
{
    const auto key = [](int code) {
        return native(QKeySequence(code));
    };
    return { { key(Qt::Key_Up), tr("in an empty field: changes your last message") },
        { native(Qt::CTRL | Qt::Key_Up) + u", "_s + native(Qt::CTRL | Qt::Key_Down),
            tr("answers an earlier message, a later one") },
        { key(Qt::Key_Escape), tr("ends the answer or the change") },
        { native(ComposerEdit::keyOf(TextMark::Bold)) + u", "_s + native(ComposerEdit::keyOf(TextMark::Italic)),
            tr("bold, italic") },
        { native(ComposerEdit::keyOf(TextMark::Code)) + u", "_s + native(ComposerEdit::keyOf(TextMark::Strike)),
            tr("code, struck out") },
        { native(Qt::CTRL | Qt::SHIFT | Qt::Key_U), tr("sends files; they can be pasted and dropped too") },
        { u"@  #  :  /"_s, tr("suggestions: Tab or Enter takes one, Esc closes them") } };
}

void WritingHelp::addSection(const QString &title, const Rows &rows)
{
    auto *section = new QTreeWidgetItem(m_list, { title });
    section->setFirstColumnSpanned(true);
    section->setFlags(Qt::ItemIsEnabled);
    section->setFont(0, theme().tokens().font(TextRole::SectionHead));
    section->setForeground(0, theme().colour(ColourRole::Muted));
    for (const auto &[typed, meaning] : rows) {
        auto *item = new QTreeWidgetItem(section, { typed, meaning });
        item->setFont(0, theme().tokens().font(TextRole::Code));
        item->setToolTip(1, plainToolTip(meaning));
        item->setData(0, Qt::AccessibleTextRole, u"%1: %2"_s.arg(typed, meaning));
    }
}

void WritingHelp::retranslateUi()
{
    setHeading(tr("How to write"));
    m_list->setAccessibleName(tr("How to write"));
    m_list->clear();
    addSection(tr("Formatting"), formatRows());
    addSection(tr("Commands"), commandRows());
    addSection(tr("Keys"), keyRows());
    m_list->expandAll();
    m_close->setText(tr("Close"));
}

void WritingHelp::applyTheme()
{
    m_list->setMinimumHeight(theme().tokens().px(380));
    if (m_list->topLevelItemCount() > 0)
        retranslateUi(); // fonts and colours stand in the rows
}

} // namespace salon
