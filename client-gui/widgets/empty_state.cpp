// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/widgets/empty_state.h"

#include "client-gui/app/control_look.h"
#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/widgets/text_label.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace salon {

namespace {
constexpr QSize DrawnSize(160, 120);
constexpr int SentenceWidth = 340;
constexpr int LeastWidth = 120;
} // namespace

EmptyState::EmptyState(Theme &theme, const QString &drawing, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_drawing(drawing)
    , m_picture(new QLabel(this))
    , m_sentence(new TextLabel(theme, TextRole::Body, ColourRole::Muted, this))
    , m_action(new QPushButton(this))
{
    m_picture->setAlignment(Qt::AlignCenter);
    m_sentence->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_sentence->setWordWrap(true);
    setButtonLook(m_action, ButtonLook::Accent);
    m_action->hide();
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionTriggered);

    auto *column = new QVBoxLayout(this);
    column->addStretch(2);
    column->addWidget(m_picture, 0, Qt::AlignHCenter);
    column->addWidget(m_sentence, 0, Qt::AlignHCenter);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(3);

    applyTheme();
    connect(&theme, &Theme::changed, this, &EmptyState::applyTheme);
}

void EmptyState::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
    fitSentence();
}

void EmptyState::setAction(const QString &text, const QString &shortText)
{
    m_actionText = text;
    m_shortActionText = shortText;
    m_action->setText(text);
    m_action->setAccessibleName(text);
    m_action->setVisible(!text.isEmpty());
    fitSentence();
}

bool EmptyState::event(QEvent *event)
{
    if (event->type() == QEvent::ScreenChangeInternal || event->type() == QEvent::Show)
        applyTheme(); // the other screen may have another pixel density
    return QWidget::event(event);
}

void EmptyState::applyTheme()
{
    const Tokens &tokens = m_theme.tokens();
    const QSize size(tokens.px(DrawnSize.width()), tokens.px(DrawnSize.height()));
    m_picture->setPixmap(tintedDrawing(m_drawing, size, devicePixelRatioF(), tokens.colour(ColourRole::Accent)));
    layout()->setSpacing(tokens.space(Space::Large));
    fitSentence();
}

QSize EmptyState::minimumSizeHint() const
{
    const QMargins margins = layout()->contentsMargins();
    const int least
        = m_action->isHidden() ? heightOfWords() : m_action->sizeHint().height() + margins.top() + margins.bottom();
    return { m_theme.tokens().px(LeastWidth), least };
}

void EmptyState::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitSentence();
}

void EmptyState::fitSentence()
{
    const Tokens &tokens = m_theme.tokens();
    const QMargins margins = layout()->contentsMargins();
    const int room = std::max(width() - margins.left() - margins.right(), tokens.px(LeastWidth));
    const int wide = std::min(tokens.px(SentenceWidth), room);
    m_action->setText(m_actionText);
    if (!m_shortActionText.isEmpty() && m_action->sizeHint().width() > width() - margins.left() - margins.right())
        m_action->setText(m_shortActionText);
    m_sentence->setFixedSize(wide, std::max(0, m_sentence->heightForWidth(wide)));
    // Where there is little room the drawing goes first, then the sentence: the button stays whole.
    m_sentence->setVisible(m_action->isHidden() || height() >= heightOfWords());
    const int drawing = tokens.px(DrawnSize.height()) + layout()->spacing();
    m_picture->setVisible(height() >= heightOfWords() + drawing);
}

int EmptyState::heightOfWords() const
{
    const QMargins margins = layout()->contentsMargins();
    int height = margins.top() + margins.bottom() + m_sentence->minimumHeight();
    if (!m_action->isHidden())
        height += m_action->sizeHint().height() + layout()->spacing();
    return height;
}

} // namespace salon
