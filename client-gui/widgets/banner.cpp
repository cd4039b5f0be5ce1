// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/widgets/banner.h"

#include "client-gui/app/control_look.h"
#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/widgets/icon_button.h"
#include "client-gui/widgets/plain_tool_tip.h"
#include "client-gui/widgets/text_label.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVariantAnimation>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

constexpr int Narrow = 400; ///< a whole sentence would take too many lines

ColourRole roleOf(BannerKind kind)
{
    switch (kind) {
    case BannerKind::Info:
        return ColourRole::Accent;
    case BannerKind::Ok:
        return ColourRole::Ok;
    case BannerKind::Warn:
        return ColourRole::Warn;
    case BannerKind::Danger:
        return ColourRole::Danger;
    }
    return ColourRole::Accent;
}

QString iconOf(BannerKind kind)
{
    switch (kind) {
    case BannerKind::Info:
        return u"info"_s;
    case BannerKind::Ok:
        return u"check"_s;
    case BannerKind::Warn:
    case BannerKind::Danger:
        return u"alert"_s;
    }
    return u"info"_s;
}

} // namespace

Banner::Banner(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_content(new QWidget(this))
    , m_icon(new QLabel(m_content))
    , m_text(new TextLabel(theme, TextRole::Body, ColourRole::Text, m_content))
    , m_action(new QPushButton(m_content))
    , m_close(new IconButton(theme, u"close"_s, m_content))
    , m_slide(new QVariantAnimation(this))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_text->setWordWrap(true);
    setButtonLook(m_action, ButtonLook::Quiet);
    m_action->hide();
    m_close->hide();

    auto *row = new QHBoxLayout(m_content);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(m_close);

    connect(m_action, &QPushButton::clicked, this, &Banner::actionTriggered);
    connect(m_close, &IconButton::clicked, this, [this] {
        setOpen(false);
        Q_EMIT dismissed();
    });
    m_slide->setEasingCurve(QEasingCurve::OutCubic);
    connect(m_slide, &QVariantAnimation::valueChanged, this, [this](const QVariant &value) {
        m_openness = value.toReal();
        updateGeometry();
        layOut();
    });
    connect(m_slide, &QVariantAnimation::finished, this, [this] {
        if (!m_isOpen)
            hide();
    });

    hide();
    retranslateUi();
    applyTheme();
    connect(&theme, &Theme::changed, this, &Banner::applyTheme);
}

void Banner::setKind(BannerKind kind)
{
    if (kind != std::exchange(m_kind, kind))
        applyTheme();
}

void Banner::setIconName(const QString &iconName)
{
    if (iconName != std::exchange(m_iconName, iconName))
        applyTheme();
}

void Banner::setText(const QString &text, const QString &shortText)
{
    m_whole = text;
    m_short = shortText;
    setAccessibleName(text);
    showText();
}

void Banner::showText()
{
    const bool isShort = !m_short.isEmpty() && width() < m_theme.tokens().px(Narrow);
    QStringList tip;
    if (isShort)
        tip.append(m_whole);
    if (!m_detail.isEmpty())
        tip.append(m_detail);
    setPlainToolTip(this, tip.join(u'\n'));
    const QString &text = isShort ? m_short : m_whole;
    if (text == m_text->text())
        return;
    m_text->setText(text);
    updateGeometry();
    layOut();
}

void Banner::setDetail(const QString &detail)
{
    m_detail = detail;
    showText();
}

QString Banner::text() const
{
    return m_text->text();
}

void Banner::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
    updateGeometry();
    layOut();
}

void Banner::setDismissible(bool dismissible)
{
    m_close->setVisible(dismissible);
    updateGeometry();
    layOut();
}

void Banner::setOpen(bool open)
{
    if (open == std::exchange(m_isOpen, open))
        return;
    m_slide->stop();
    const int duration = m_theme.motionMs();
    if (open) {
        show();
        announce();
    }
    Q_EMIT openChanged(open);
    if (duration == 0 || (parentWidget() && !parentWidget()->isVisible())) {
        m_openness = open ? 1 : 0;
        setVisible(open);
        updateGeometry();
        return;
    }
    m_slide->setDuration(duration);
    m_slide->setStartValue(m_openness);
    m_slide->setEndValue(open ? 1.0 : 0.0);
    m_slide->start();
}

QSize Banner::sizeHint() const
{
    return { m_content->sizeHint().width(), heightForWidth(width()) };
}

QSize Banner::minimumSizeHint() const
{
    return { m_content->minimumSizeHint().width(), 0 };
}

int Banner::heightForWidth(int width) const
{
    const int full = std::max(m_content->layout()->totalHeightForWidth(width), m_content->minimumSizeHint().height());
    return qRound(full * m_openness);
}

void Banner::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().tint(roleOf(m_kind)));
    painter.fillRect(QRect(0, height() - m_theme.tokens().lineWidth(), width(), m_theme.tokens().lineWidth()),
        m_theme.colour(ColourRole::Line));
}

void Banner::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showText();
    layOut();
}

void Banner::applyTheme()
{
    const Tokens &tokens = m_theme.tokens();
    const QString icon = m_iconName.isEmpty() ? iconOf(m_kind) : m_iconName;
    const int side = tokens.controlIcon();
    m_icon->setPixmap(tintedIcon(m_theme, icon, roleOf(m_kind)).pixmap(QSize(side, side), devicePixelRatioF()));
    m_content->layout()->setContentsMargins(
        tokens.space(Space::Large), tokens.space(Space::Tight), tokens.space(Space::Small), tokens.space(Space::Tight));
    m_content->layout()->setSpacing(tokens.space(Space::Medium));
    showText();
    updateGeometry();
    layOut();
    update();
}

void Banner::retranslateUi()
{
    //: Tool tip of the × at the end of a bar with a notice
    m_close->setWords(tr("Close this notice"));
}

void Banner::layOut()
{
    // While it slides the content keeps its full height and hangs from the bottom edge, so that it moves in as a whole.
    // Open it hangs from the top: where there is too little room, the beginning is read.
    const int full = std::max(m_content->layout()->totalHeightForWidth(width()), m_content->minimumSizeHint().height());
    const int top = m_openness < 1 ? height() - std::max(full, height()) : 0;
    m_content->setGeometry(0, top, width(), std::max(full, height()));
}

void Banner::announce()
{
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace salon
