// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/messages/reading_dialog.h"

#include "client-gui/app/theme.h"
#include "client-gui/widgets/emoji_font.h"

#include <QPushButton>
#include <QTextCursor>
#include <QTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salon {

ReadingDialog::ReadingDialog(Theme &theme, QWidget *parent)
    : SalonDialog(theme, parent)
    , m_text(new QTextEdit(this))
    , m_close(addCancel())
{
    m_text->setObjectName(u"reading"_s);
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setUndoRedoEnabled(false);
    m_text->setTabChangesFocus(true);
    content()->addWidget(m_text, 1);
    setTroubleLines(1);
    setDrawnWidth(520);
    m_text->setFocus();
}

QString ReadingDialog::shownText() const
{
    return m_text->toPlainText();
}

void ReadingDialog::showEntries(const QList<Entry> &entries)
{
    m_entries = entries;
    m_sentence.clear();
    fill();
}

void ReadingDialog::showSentence(const QString &sentence)
{
    m_entries.clear();
    m_sentence = sentence;
    fill();
}

void ReadingDialog::setReadingName(const QString &name)
{
    m_text->setAccessibleName(name);
}

/// Only by insertText(): nothing that somebody wrote is ever read as markup.
void ReadingDialog::fill()
{
    const Tokens &tokens = theme().tokens();
    QTextCharFormat head;
    head.setFont(tokens.font(TextRole::Meta));
    head.setForeground(tokens.colour(ColourRole::Muted));
    QTextCharFormat body;
    body.setFont(withEmoji(tokens.font(TextRole::Body)));
    body.setForeground(tokens.colour(ColourRole::Text));
    m_text->clear();
    QTextCursor cursor(m_text->document());
    if (m_entries.isEmpty())
        cursor.insertText(m_sentence, head);
    QTextBlockFormat apart;
    apart.setTopMargin(tokens.space(Space::Medium));
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        if (i > 0)
            cursor.insertBlock(apart);
        cursor.insertText(m_entries[i].head, head);
        cursor.insertBlock(QTextBlockFormat());
        cursor.insertText(m_entries[i].text, body);
    }
    m_text->moveCursor(QTextCursor::Start);
}

void ReadingDialog::retranslateUi()
{
    m_close->setText(tr("Close"));
}

void ReadingDialog::applyTheme()
{
    m_text->setMinimumHeight(theme().tokens().px(220));
    fill();
}

} // namespace salon
