// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/dialogs/salon_dialog.h"

#include "client-gui/app/theme.h"
#include "client-gui/widgets/breakable.h"
#include "client-gui/widgets/text_label.h"
#include "shared/client-core/text/error_text.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace salon {

SalonDialog::SalonDialog(Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_heading(new TextLabel(theme, TextRole::Title, ColourRole::Text, this))
    , m_content(new QVBoxLayout)
    , m_trouble(new TextLabel(theme, TextRole::Meta, ColourRole::Danger, this))
    , m_buttons(new QHBoxLayout)
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_heading->setWordWrap(true);
    m_trouble->setWordWrap(true);
    m_trouble->setAlignment(Qt::AlignLeading | Qt::AlignBottom);
    m_buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setSizeConstraint(QLayout::SetNoConstraint); // see fit()
    column->addWidget(m_heading);
    column->addLayout(m_content, 1);
    column->addWidget(m_trouble);
    column->addLayout(m_buttons);
    applyFrame();
    connect(&theme, &Theme::changed, this, [this] {
        applyFrame();
        applyTheme();
    });
}

QString SalonDialog::troubleText() const
{
    return m_trouble->text();
}

QPushButton *SalonDialog::addPrimary(ButtonLook look)
{
    auto *button = new QPushButton(this);
    setButtonLook(button, look);
    button->setDefault(true);
    m_buttons->addWidget(button);
    return button;
}

QPushButton *SalonDialog::addCancel()
{
    auto *button = new QPushButton(this);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, &QDialog::reject);
    m_buttons->addWidget(button);
    return button;
}

QPushButton *SalonDialog::addSide(ButtonLook look)
{
    auto *button = new QPushButton(this);
    button->setAutoDefault(false);
    setButtonLook(button, look);
    int at = 0; // before the stretch
    while (!m_buttons->itemAt(at)->spacerItem())
        ++at;
    m_buttons->insertWidget(at, button);
    return button;
}

void SalonDialog::setHeading(const QString &heading)
{
    m_heading->setText(breakable(heading));
    setWindowTitle(heading);
}

void SalonDialog::showTrouble(const Error &error)
{
    showTrouble([error] { return ErrorText::of(error); });
}

void SalonDialog::showTrouble(std::function<QString()> words)
{
    m_troubleWords = std::move(words);
    m_trouble->setText(m_troubleWords());
    m_trouble->show();
    QAccessibleEvent alert(m_trouble, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void SalonDialog::clearTrouble()
{
    m_troubleWords = {};
    m_trouble->clear();
    m_trouble->setVisible(m_troubleLines > 0);
}

void SalonDialog::setTroubleLines(int lines)
{
    m_troubleLines = lines;
    m_trouble->setVisible(lines > 0);
    applyFrame();
}

void SalonDialog::setDrawnWidth(int drawnPixels)
{
    m_drawnWidth = drawnPixels;
    applyFrame();
}

void SalonDialog::applyTheme()
{
}

void SalonDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
        if (m_troubleWords)
            m_trouble->setText(m_troubleWords());
    }
    QDialog::changeEvent(event);
}

void SalonDialog::applyFrame()
{
    const Tokens &tokens = m_theme.tokens();
    const int margin = tokens.space(Space::Wide);
    layout()->setContentsMargins(margin, margin, margin, tokens.space(Space::Large));
    layout()->setSpacing(tokens.space(Space::Medium));
    m_content->setSpacing(tokens.space(Space::Small));
    m_buttons->setSpacing(tokens.space(Space::Small));
    m_trouble->setMinimumHeight(m_troubleLines * QFontMetrics(tokens.font(TextRole::Meta)).lineSpacing());
}

bool SalonDialog::event(QEvent *event)
{
    const bool isDone = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest && isVisible())
        fit(false);
    return isDone;
}

void SalonDialog::setVisible(bool visible)
{
    if (visible && !isVisible()) {
        ensurePolished();
        fit(true);
    }
    QDialog::setVisible(visible);
}

/// Qt gives a new window at most two thirds of the screen, and does not think of lines that are wrapped.
void SalonDialog::fit(bool isFirstTime)
{
    layout()->activate();
    const QSize available = screen()->availableGeometry().size();
    const int leastWidth = layout()->totalMinimumSize().width();
    const int width = std::max(leastWidth, isFirstTime ? m_theme.tokens().px(m_drawnWidth) : this->width());
    const int leastHeight = layout()->totalHeightForWidth(width);
    setMinimumSize(QSize(leastWidth, leastHeight).boundedTo(available));
    resize(QSize(width, isFirstTime ? leastHeight : std::max(leastHeight, height())).boundedTo(available));
}

} // namespace salon
