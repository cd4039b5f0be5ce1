// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QColor>
#include <QFont>
#include <QString>

#include <array>

namespace salon {

/// What a colour is for. Everything that paints names a role; no colour value stands anywhere else.
enum class ColourRole
{
    Window, ///< behind lists, headers and dialogs
    Conversation, ///< behind the timeline and in entry fields
    Raised, ///< popups, cards, the hover bar
    Line, ///< separators; never behind text
    ControlLine, ///< the outline of fields, check boxes and buttons
    Text,
    Muted, ///< secondary text: times, section heads, topics
    Accent, ///< accent as text, link, icon, thin line
    AccentFill, ///< accent as the ground of a button, badge or mark
    OnAccent, ///< text and icons on AccentFill
    Selection, ///< behind a selected row or selected text (Text stays readable on it)
    Hover, ///< behind what the pointer is on (Window and Conversation)
    Pressed,
    Mention, ///< behind a message that names you
    Ok,
    Warn,
    Danger,
    OnDanger, ///< text on Danger
    Badge, ///< fill of a plain unread count
    OnBadge,
    FocusRing,
    ToolTip,
    OnToolTip,
    Found, ///< behind words that were searched for
};
inline constexpr int ColourRoleCount = int(ColourRole::Found) + 1;

enum class TextRole
{
    Body, ///< message text, controls
    Name, ///< an author's name
    Meta, ///< times, hints
    ListItem, ///< rows of the room and member lists
    SectionHead,
    DaySeparator,
    Title, ///< the room's name in the header, the heading of a card
    Display, ///< the one big line of a first-run card
    Code,
};

/// Spaces on the 4 px grid.
enum class Space
{
    Tight,
    Small,
    Medium,
    Large,
    Wide
}; // 4, 8, 12, 16, 24

/// Every number of the look, for one theme at one zoom: colours, spaces, radii, sizes, fonts. A plain value; a widget
/// reads it from the Theme that its constructor was given and again after Theme::changed().
class Tokens
{
public:
    enum class Scheme
    {
        Light,
        Dark,
        HighContrastLight,
        HighContrastDark
    };
    static constexpr int HueCount = 12;

    /// `zoom` 1.0 is the drawn size; fonts and sizes are multiplied by it. `family` empty keeps the system's font.
    explicit Tokens(Scheme scheme = Scheme::Light, qreal zoom = 1.0, const QString &family = {});

    [[nodiscard]] Scheme scheme() const noexcept { return m_scheme; }
    [[nodiscard]] bool isDark() const noexcept;
    [[nodiscard]] bool isHighContrast() const noexcept;
    [[nodiscard]] qreal zoom() const noexcept { return m_zoom; }

    [[nodiscard]] QColor colour(ColourRole role) const { return m_colours[std::size_t(role)]; }
    /// The ground of bars and notices in the spirit of `role` (Accent, Ok, Warn, Danger); Text, Muted, Accent and
    /// `role` itself are AA on it.
    [[nodiscard]] QColor tint(ColourRole role) const;
    /// Colour of an author's name, AA on Window, Conversation, Raised, Mention, Hover and Selection. Any int is
    /// accepted.
    [[nodiscard]] QColor nameColour(int hue) const;
    /// Fill of an avatar and the colour of the initials on it.
    [[nodiscard]] QColor avatarFill(int hue) const;
    [[nodiscard]] QColor avatarText() const;

    /// A length drawn at 100 %, in pixels of the present zoom (at least 1 for anything above 0).
    [[nodiscard]] int px(qreal drawn) const noexcept;
    [[nodiscard]] int space(Space space) const noexcept;

    [[nodiscard]] int controlRadius() const noexcept { return px(6); }
    [[nodiscard]] int cardRadius() const noexcept { return px(10); }
    [[nodiscard]] int lineWidth() const noexcept { return isHighContrast() ? 2 : 1; }
    [[nodiscard]] int focusWidth() const noexcept { return 2; }

    [[nodiscard]] int railWidth() const noexcept { return px(48); }
    [[nodiscard]] int listWidth() const noexcept { return px(240); }
    [[nodiscard]] int listMinimumWidth() const noexcept { return px(180); }
    [[nodiscard]] int listMaximumWidth() const noexcept { return px(360); }
    [[nodiscard]] int listRowHeight() const noexcept { return px(32); }
    [[nodiscard]] int headerHeight() const noexcept { return px(48); }
    [[nodiscard]] int controlHeight() const noexcept { return px(32); }
    [[nodiscard]] int touchTarget() const noexcept { return px(28); }
    [[nodiscard]] int messageAvatar() const noexcept { return px(36); }
    [[nodiscard]] int listAvatar() const noexcept { return px(24); }
    [[nodiscard]] int controlIcon() const noexcept { return px(20); }
    [[nodiscard]] int rowIcon() const noexcept { return px(16); }
    [[nodiscard]] int cardWidth() const noexcept { return px(420); }
    /// Widest text column of the timeline, in average characters of the body font.
    static constexpr int TextColumnCharacters = 80;
    static constexpr qreal BodyLineHeight = 1.4;
    /// Length of the only animation there is; Theme::motionMs() is this or 0 when motion is unwanted.
    static constexpr int MotionMs = 120;

    [[nodiscard]] QFont font(TextRole role) const;
    /// For emoji that stand alone, `pixels` high: in colours where the system has a font with them.
    [[nodiscard]] QFont emojiFont(int pixels) const;
    /// Side of one emoji of the picker, and of what one presses to choose it.
    [[nodiscard]] int emojiSize() const noexcept { return px(22); }
    [[nodiscard]] int emojiCell() const noexcept { return px(34); }

private:
    Scheme m_scheme;
    qreal m_zoom;
    QString m_family;
    std::array<QColor, ColourRoleCount> m_colours;
    std::array<QColor, HueCount> m_names;
    std::array<QColor, HueCount> m_avatars;
};

/// The same hue (0 … Tokens::HueCount − 1) for the same account on every machine and in every release.
/// `accountKey` is any text that names the account for good: its id on the server, a peer's fingerprint.
[[nodiscard]] int hueOf(QStringView accountKey) noexcept;
[[nodiscard]] int hueOf(qint64 accountId) noexcept;

/// `top` laid over the opaque colour `bottom`.
[[nodiscard]] QColor blended(const QColor &top, const QColor &bottom);
/// WCAG 2 contrast of two opaque colours, 1 … 21.
[[nodiscard]] qreal contrastRatio(const QColor &one, const QColor &other);

} // namespace salon
