// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/dialogs/form_field.h"

#include "client-gui/app/theme.h"
#include "client-gui/widgets/text_label.h"
#include "shared/client-core/text/error_text.h"

#include <QAccessible>
#include <QEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace salon {

FormField::FormField(Theme &theme, QWidget *input, int noteLines, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_input(input)
    , m_noteLines(noteLines)
    , m_label(new TextLabel(theme, TextRole::Name, ColourRole::Text, this))
    , m_note(new TextLabel(theme, TextRole::Meta, ColourRole::Muted, this))
{
    m_label->setBuddy(input);
    m_note->setWordWrap(true);
    m_note->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_note->setVisible(noteLines > 0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_label);
    column->addWidget(input, input->sizePolicy().verticalPolicy() == QSizePolicy::Expanding ? 1 : 0);
    column->addWidget(m_note);
    applyTheme();
    connect(&theme, &Theme::changed, this, &FormField::applyTheme);
}

void FormField::setWords(const QString &label, const QString &hint)
{
    m_label->setText(label);
    m_input->setAccessibleName(label);
    m_hint = hint;
    showNote();
}

void FormField::setTrouble(const Error &error)
{
    setTrouble([error] { return ErrorText::of(error); });
}

void FormField::setTrouble(Words words)
{
    m_trouble = std::move(words);
    showNote();
    QAccessibleEvent alert(m_note, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void FormField::clearTrouble()
{
    m_trouble = {};
    showNote();
}

QString FormField::note() const
{
    return m_note->text();
}

void FormField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showNote();
    QWidget::changeEvent(event);
}

void FormField::showNote()
{
    m_note->setText(m_trouble ? m_trouble() : m_hint);
    m_note->setVisible(m_noteLines > 0 || m_trouble);
    m_note->setColourRole(m_trouble ? ColourRole::Danger : ColourRole::Muted);
    m_input->setAccessibleDescription(m_note->text());
}

void FormField::applyTheme()
{
    const Tokens &tokens = m_theme.tokens();
    layout()->setSpacing(tokens.space(Space::Tight));
    if (qobject_cast<QLineEdit *>(m_input))
        m_input->setMinimumHeight(tokens.controlHeight());
    m_note->setMinimumHeight(m_noteLines * QFontMetrics(tokens.font(TextRole::Meta)).lineSpacing());
}

} // namespace salon
