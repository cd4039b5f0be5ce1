// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/app/design_tokens.h"
#include "client-gui/app/system_look.h"

#include <QObject>

#include <memory>

namespace salon {

enum class ThemeChoice
{
    System,
    Light,
    Dark,
    HighContrast
};

/// The look of the whole program: gives QApplication its style, palette and font, and everybody else the tokens.
/// One instance, made after QApplication and before the first widget, passed by reference to the constructors of what
/// paints or measures. Keep the Theme &, not the Tokens: read tokens() when painting, and again on changed() for what
/// was derived from them (fonts set on widgets, margins, fixed sizes).
class Theme : public QObject
{
    Q_OBJECT

public:
    static constexpr qreal MinimumZoom = 0.5;
    static constexpr qreal MaximumZoom = 3.0;

    explicit Theme(QObject *parent = nullptr);
    ~Theme() override;

    [[nodiscard]] const Tokens &tokens() const noexcept { return *m_tokens; }
    /// For what may outlive the Theme (icons, the style): always the present tokens.
    [[nodiscard]] std::shared_ptr<const Tokens> sharedTokens() const { return m_tokens; }
    [[nodiscard]] QColor colour(ColourRole role) const { return m_tokens->colour(role); }

    [[nodiscard]] ThemeChoice choice() const noexcept { return m_choice; }
    void setChoice(ThemeChoice choice);

    /// Scale of fonts and sizes, kept between MinimumZoom and MaximumZoom. zoomIn() and zoomOut() walk through fixed
    /// steps.
    [[nodiscard]] qreal zoom() const noexcept { return m_tokens->zoom(); }
    void setZoom(qreal zoom);
    void zoomIn();
    void zoomOut();
    void resetZoom() { setZoom(1.0); }

    /// Our own setting on top of the system's: true if either wants no motion.
    [[nodiscard]] bool isMotionReduced() const noexcept { return m_reducedMotion || m_system.wantsReducedMotion; }
    void setReducedMotion(bool reduced);
    /// Length of an animation now: Tokens::MotionMs, or 0 (then jump to the end).
    [[nodiscard]] int motionMs() const noexcept { return isMotionReduced() ? 0 : Tokens::MotionMs; }

    /// Called when the desktop changes its colours; public for tests.
    void followSystem(const SystemLook &look);

Q_SIGNALS:
    /// The tokens are new: colours, sizes or fonts.
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] Tokens::Scheme schemeFor(ThemeChoice choice) const noexcept;
    void rereadSystem();
    void rebuild(qreal zoom);

    std::shared_ptr<Tokens> m_tokens;
    ThemeChoice m_choice = ThemeChoice::System;
    SystemLook m_system;
    bool m_reducedMotion = false;
    bool m_rereadPending = false;
};

/// The QPalette that stands for `tokens` in stock widgets.
[[nodiscard]] QPalette paletteOf(const Tokens &tokens);

} // namespace salon
