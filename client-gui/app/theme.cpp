// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/theme.h"

#include "client-gui/app/salon_style.h"

#include <QApplication>
#include <QEvent>
#include <QPalette>
#include <QToolTip>
#include <QWidget>

#include <algorithm>
#include <array>
#include <utility>

namespace salon {

namespace {

constexpr std::array ZoomSteps{ 0.5, 0.67, 0.75, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0 };

QColor faded(const QColor &colour, const QColor &ground, qreal strength)
{
    QColor veil = colour;
    veil.setAlphaF(float(strength));
    return blended(veil, ground);
}

} // namespace

QPalette paletteOf(const Tokens &tokens)
{
    const QColor window = tokens.colour(ColourRole::Window);
    const QColor base = tokens.colour(ColourRole::Conversation);
    const QColor text = tokens.colour(ColourRole::Text);
    const QColor line = tokens.colour(ColourRole::Line);

    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor &colour) {
        palette.setColor(QPalette::All, role, colour);
    };
    set(QPalette::Window, window);
    set(QPalette::WindowText, text);
    set(QPalette::Base, base);
    set(QPalette::AlternateBase, window);
    set(QPalette::Text, text);
    set(QPalette::PlaceholderText, tokens.colour(ColourRole::Muted));
    set(QPalette::Button, tokens.colour(ColourRole::Raised));
    set(QPalette::ButtonText, text);
    set(QPalette::BrightText, tokens.colour(ColourRole::OnAccent));
    set(QPalette::Highlight, blended(tokens.colour(ColourRole::Selection), base));
    set(QPalette::HighlightedText, text);
    set(QPalette::Link, tokens.colour(ColourRole::Accent));
    set(QPalette::LinkVisited, tokens.colour(ColourRole::Accent));
    set(QPalette::ToolTipBase, tokens.colour(ColourRole::ToolTip));
    set(QPalette::ToolTipText, tokens.colour(ColourRole::OnToolTip));
    set(QPalette::Light, base);
    set(QPalette::Midlight, line);
    set(QPalette::Mid, line);
    set(QPalette::Dark, tokens.colour(ColourRole::ControlLine));
    set(QPalette::Shadow, tokens.colour(ColourRole::ControlLine));

    const QColor disabled = faded(text, window, tokens.isHighContrast() ? 0.65 : 0.45);
    for (const auto role : { QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText })
        palette.setColor(QPalette::Disabled, role, disabled);
    return palette;
}

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_system(readSystemLook(QApplication::palette()))
{
    m_tokens = std::make_shared<Tokens>(schemeFor(m_choice));
    QApplication::setStyle(new SalonStyle(m_tokens));
    rebuild(1.0);
    qApp->installEventFilter(this);
}

Theme::~Theme() = default;

void Theme::setChoice(ThemeChoice choice)
{
    if (choice == std::exchange(m_choice, choice))
        return;
    rebuild(zoom());
}

void Theme::setZoom(qreal zoom)
{
    const qreal bounded = std::clamp(zoom, MinimumZoom, MaximumZoom);
    if (!qFuzzyCompare(bounded, this->zoom()))
        rebuild(bounded);
}

void Theme::zoomIn()
{
    const auto next = std::upper_bound(ZoomSteps.begin(), ZoomSteps.end(), zoom() + 0.001);
    setZoom(next == ZoomSteps.end() ? MaximumZoom : *next);
}

void Theme::zoomOut()
{
    const auto here = std::lower_bound(ZoomSteps.begin(), ZoomSteps.end(), zoom() - 0.001);
    setZoom(here == ZoomSteps.begin() ? MinimumZoom : *std::prev(here));
}

void Theme::setReducedMotion(bool reduced)
{
    m_reducedMotion = reduced;
}

void Theme::followSystem(const SystemLook &look)
{
    if (look == std::exchange(m_system, look))
        return;
    if (schemeFor(m_choice) != m_tokens->scheme())
        rebuild(zoom());
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    // Our palette sets every role, so Qt never reports a palette change of the system: windows get a ThemeChange
    // instead.
    if (event->type() == QEvent::ThemeChange && !m_rereadPending) {
        m_rereadPending = true;
        QMetaObject::invokeMethod(this, &Theme::rereadSystem, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

Tokens::Scheme Theme::schemeFor(ThemeChoice choice) const noexcept
{
    switch (choice) {
    case ThemeChoice::System:
        if (!m_system.wantsHighContrast)
            return m_system.isDark ? Tokens::Scheme::Dark : Tokens::Scheme::Light;
        [[fallthrough]];
    case ThemeChoice::HighContrast:
        return m_system.isDark ? Tokens::Scheme::HighContrastDark : Tokens::Scheme::HighContrastLight;
    case ThemeChoice::Light:
        return Tokens::Scheme::Light;
    case ThemeChoice::Dark:
        return Tokens::Scheme::Dark;
    }
    return Tokens::Scheme::Light;
}

void Theme::rereadSystem()
{
    m_rereadPending = false;
    // The one public way to the platform's palette: take ours away for a moment. Nothing is painted meanwhile.
    QApplication::setPalette(QPalette());
    const SystemLook look = readSystemLook(QApplication::palette());
    QApplication::setPalette(paletteOf(*m_tokens));
    followSystem(look);
}

void Theme::rebuild(qreal zoom)
{
    *m_tokens = Tokens(schemeFor(m_choice), zoom);
    const QFont body = m_tokens->font(TextRole::Body);
    const bool resized = QApplication::font() != body;
    QApplication::setPalette(paletteOf(*m_tokens));
    QApplication::setFont(body);
    QToolTip::setFont(m_tokens->font(TextRole::Meta));
    QToolTip::setPalette(QApplication::palette());
    // QApplication tells widgets of a new palette or font only inside exec(). And the style object stays the same while
    // its metrics change: layouts measure again only when told so.
    QList<QEvent::Type> news{ QEvent::ApplicationPaletteChange };
    if (resized)
        news += { QEvent::ApplicationFontChange, QEvent::StyleChange };
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        for (const QEvent::Type type : std::as_const(news)) {
            QEvent event(type);
            QApplication::sendEvent(widget, &event);
        }
    }
    Q_EMIT changed();
}

} // namespace salon
