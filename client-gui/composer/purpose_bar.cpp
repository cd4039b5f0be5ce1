// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/composer/purpose_bar.h"

#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/widgets/elided_label.h"
#include "client-gui/widgets/icon_button.h"

#include <QAccessible>
#include <QEvent>
#include <QGridLayout>
#include <QMouseEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace salon {

namespace {
constexpr qreal BarWidth = 2;
} // namespace

PurposeBar::PurposeBar(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_what(new ElidedLabel(theme, TextRole::Meta, ColourRole::Accent, this))
    , m_line(new ElidedLabel(theme, TextRole::Meta, ColourRole::Muted, this))
    , m_cancel(new IconButton(theme, u"close"_s, this))
{
    setObjectName(u"purpose"_s);
    m_what->setObjectName(u"purposeWhat"_s);
    m_line->setObjectName(u"purposeLine"_s);
    m_cancel->setObjectName(u"purposeCancel"_s);
    setCursor(Qt::PointingHandCursor);
    m_cancel->setCursor(Qt::ArrowCursor);
    auto *grid = new QGridLayout(this);
    grid->addWidget(m_what, 0, 0);
    grid->addWidget(m_line, 1, 0);
    grid->addWidget(m_cancel, 0, 1, 2, 1, Qt::AlignVCenter);
    grid->setColumnStretch(0, 1);
    connect(m_cancel, &QAbstractButton::clicked, this, &PurposeBar::cancelled);
    connect(&theme, &Theme::changed, this, &PurposeBar::applyLook);
    applyLook();
    retranslateUi();
    hide();
}

void PurposeBar::showPurpose(const QString &icon, const QString &what, const QString &line)
{
    m_iconName = icon;
    m_line->setFullText(line);
    setWhat(what);
    show();
    update();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void PurposeBar::setWhat(const QString &what)
{
    m_what->setFullText(what);
    setAccessibleName(m_line->fullText().isEmpty() ? what : u"%1: %2"_s.arg(what, m_line->fullText()));
}

void PurposeBar::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT messageWanted();
}

void PurposeBar::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    const int width = tokens.px(BarWidth);
    painter.fillRect(
        isRightToLeft() ? this->width() - width : 0, 0, width, height(), tokens.colour(ColourRole::AccentFill));
    const int side = tokens.rowIcon();
    const int gap = tokens.space(Space::Small);
    const int left = isRightToLeft() ? this->width() - width - gap - side : width + gap;
    if (!m_iconName.isEmpty())
        paintIcon(
            painter, QRect(left, (height() - side) / 2, side, side), m_iconName, tokens.colour(ColourRole::Accent));
}

void PurposeBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void PurposeBar::retranslateUi()
{
    m_cancel->setWords(tr("Cancel", "a reply or a change"), QKeySequence(Qt::Key_Escape));
}

void PurposeBar::applyLook()
{
    const Tokens &tokens = m_theme.tokens();
    const int gap = tokens.space(Space::Small);
    auto *grid = static_cast<QGridLayout *>(layout());
    grid->setContentsMargins(tokens.px(BarWidth) + tokens.rowIcon() + 2 * gap, 0, 0, 0);
    grid->setHorizontalSpacing(gap);
    grid->setVerticalSpacing(0);
    update();
}

} // namespace salon
