// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/design_tokens.h"

#include <QFontDatabase>
#include <QtMath>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

using Palette = std::array<QRgb, ColourRoleCount>;
using Hues = std::array<QRgb, Tokens::HueCount>;

/// In the order of ColourRole; Selection, Hover and Pressed carry their alpha (0xAARRGGBB).
constexpr Palette LightColours{
    0xFFF6F6F8, // Window
    0xFFFFFFFF, // Conversation
    0xFFFFFFFF, // Raised
    0xFFE4E4E9, // Line
    0xFFC9CAD3, // ControlLine
    0xFF1B1C20, // Text
    0xFF5F626D, // Muted: #6A6D78 misses 4.5 on a selected row
    0xFF4753D2, // Accent: #4B57D6 misses 4.5 on a selected row
    0xFF4B57D6, // AccentFill
    0xFFFFFFFF, // OnAccent
    0x214B57D6, // Selection, 13 %
    0x0A1B1C20, // Hover, 4 %
    0x121B1C20, // Pressed, 7 %
    0xFFFFF6DB, // Mention
    0xFF16703C, // Ok: #1E8E4E is 4.1 on white
    0xFF8C5400, // Warn: #B26A00 is 4.1 on the window
    0xFFB82E27, // Danger: #C4342B misses 4.5 on a selected row
    0xFFFFFFFF, // OnDanger
    0xFF6A6D78, // Badge
    0xFFFFFFFF, // OnBadge
    0xFF4753D2, // FocusRing
    0xFF1B1C20, // ToolTip
    0xFFF6F6F8, // OnToolTip
    0xFFFFE08A, // Found
};
constexpr Palette DarkColours{
    0xFF1C1D21, // Window
    0xFF232429, // Conversation
    0xFF2B2D33, // Raised
    0xFF34363D, // Line
    0xFF4A4D57, // ControlLine
    0xFFE9E9EC, // Text
    0xFFA9ACB7, // Muted: #9A9DA8 misses 4.5 on a selected row
    0xFF9DA5FF, // Accent: #8B94FF misses 4.5 on a selected row
    0xFF8B94FF, // AccentFill
    0xFF14151A, // OnAccent
    0x2B8B94FF, // Selection, 17 %: with 22 % muted text on it is below 4.5
    0x0FE9E9EC, // Hover, 6 %
    0x14E9E9EC, // Pressed, 8 %
    0xFF352E1D, // Mention
    0xFF4CC27E, // Ok
    0xFFE5A94B, // Warn
    0xFFFF8A82, // Danger: #FF7B72 misses 4.5 on a selected row
    0xFF14151A, // OnDanger
    0xFF5B5E69, // Badge
    0xFFFFFFFF, // OnBadge
    0xFF9DA5FF, // FocusRing
    0xFFE9E9EC, // ToolTip
    0xFF1C1D21, // OnToolTip
    0xFF4E3C08, // Found
};
constexpr Palette ContrastLightColours{
    0xFFFFFFFF, // Window
    0xFFFFFFFF, // Conversation
    0xFFFFFFFF, // Raised
    0xFF000000, // Line
    0xFF000000, // ControlLine
    0xFF000000, // Text
    0xFF000000, // Muted
    0xFF0000B8, // Accent
    0xFF0000B8, // AccentFill
    0xFFFFFFFF, // OnAccent
    0xFFCFE0FF, // Selection
    0xFFE8E8E8, // Hover
    0xFFD6D6D6, // Pressed
    0xFFFFF3B0, // Mention
    0xFF005A20, // Ok
    0xFF663800, // Warn
    0xFF9A0000, // Danger
    0xFFFFFFFF, // OnDanger
    0xFF000000, // Badge
    0xFFFFFFFF, // OnBadge
    0xFF0000B8, // FocusRing
    0xFFFFFFFF, // ToolTip
    0xFF000000, // OnToolTip
    0xFFFFD84D, // Found
};
constexpr Palette ContrastDarkColours{
    0xFF000000, // Window
    0xFF000000, // Conversation
    0xFF000000, // Raised
    0xFFFFFFFF, // Line
    0xFFFFFFFF, // ControlLine
    0xFFFFFFFF, // Text
    0xFFFFFFFF, // Muted
    0xFFFFE14D, // Accent
    0xFFFFE14D, // AccentFill
    0xFF000000, // OnAccent
    0xFF123A7A, // Selection
    0xFF2A2A2A, // Hover
    0xFF3A3A3A, // Pressed
    0xFF3D3300, // Mention
    0xFF5CFF9D, // Ok
    0xFFFFC266, // Warn
    0xFFFF9B94, // Danger
    0xFF000000, // OnDanger
    0xFFFFFFFF, // Badge
    0xFF000000, // OnBadge
    0xFFFFE14D, // FocusRing
    0xFF000000, // ToolTip
    0xFFFFFFFF, // OnToolTip
    0xFF6B5800, // Found
};

/// Hues at equal OKLCH lightness: 0.48 as text on light (0.38 in high contrast), 0.80 as text on dark, 0.54 and
/// 0.47 as a fill under white on light and dark.
constexpr Hues LightHues{ 0xFF96394D, 0xFF973E28, 0xFF8A4C04, 0xFF735A03, 0xFF4E6804, 0xFF117034, 0xFF006D5F,
    0xFF006A77, 0xFF036494, 0xFF3A59A3, 0xFF644C9C, 0xFF873E79 };
constexpr Hues ContrastLightHues{ 0xFF6D2736, 0xFF6D2A1A, 0xFF633502, 0xFF524003, 0xFF374A02, 0xFF085023, 0xFF024E44,
    0xFF044B55, 0xFF02476B, 0xFF283F77, 0xFF473571, 0xFF612B57 };
constexpr Hues DarkHues{ 0xFFF4A4B0, 0xFFF4A894, 0xFFEBAF7F, 0xFFD5BB74, 0xFFB0C985, 0xFF91CF9D, 0xFF73D2C0, 0xFF6DCFDF,
    0xFF83C6F5, 0xFFA0BDFC, 0xFFC2B2F5, 0xFFE4A7D6 };
constexpr Hues LightFills{ 0xFFAE475D, 0xFFAF4C34, 0xFFA25A05, 0xFF876B05, 0xFF5D7B02, 0xFF1F8441, 0xFF058171,
    0xFF027D8C, 0xFF0276AE, 0xFF476ABD, 0xFF755CB4, 0xFF9D4C8D };
constexpr Hues DarkFills{ 0xFF85444F, 0xFF864737, 0xFF7F4D20, 0xFF6E580F, 0xFF4F6326, 0xFF31693F, 0xFF056A5D,
    0xFF056774, 0xFF216188, 0xFF42598D, 0xFF5F5088, 0xFF79466F };

const Palette &paletteOf(Tokens::Scheme scheme)
{
    switch (scheme) {
    case Tokens::Scheme::Light:
        return LightColours;
    case Tokens::Scheme::Dark:
        return DarkColours;
    case Tokens::Scheme::HighContrastLight:
        return ContrastLightColours;
    case Tokens::Scheme::HighContrastDark:
        return ContrastDarkColours;
    }
    Q_UNREACHABLE();
}

std::size_t wrapped(int hue)
{
    const int rest = hue % Tokens::HueCount;
    return std::size_t(rest < 0 ? rest + Tokens::HueCount : rest);
}

/// Sizes are thought in points of 1/96 inch × 4/3; macOS draws a point as one pixel, so it needs a third more.
constexpr qreal platformPointFactor()
{
#ifdef Q_OS_MACOS
    return 96.0 / 72.0;
#else
    return 1.0;
#endif
}

qreal pointsOf(TextRole role)
{
    switch (role) {
    case TextRole::Body:
    case TextRole::Name:
        return 10.5;
    case TextRole::Meta:
    case TextRole::DaySeparator:
        return 9;
    case TextRole::ListItem:
    case TextRole::Code:
        return 10;
    case TextRole::SectionHead:
        return 8.5;
    case TextRole::Title:
        return 12;
    case TextRole::Display:
        return 18;
    }
    Q_UNREACHABLE();
}

QFont::Weight weightOf(TextRole role)
{
    switch (role) {
    case TextRole::Name:
    case TextRole::SectionHead:
    case TextRole::Title:
    case TextRole::Display:
        return QFont::DemiBold;
    default:
        return QFont::Normal;
    }
}

qreal linear(qreal channel)
{
    return channel <= 0.04045 ? channel / 12.92 : qPow((channel + 0.055) / 1.055, 2.4);
}

qreal luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

int hueOfBytes(QByteArrayView bytes) noexcept
{
    quint32 hash = 2166136261U; // FNV-1a: fixed for ever, unlike qHash()
    for (const char byte : bytes)
        hash = (hash ^ quint8(byte)) * 16777619U;
    return int((hash ^ (hash >> 16)) % quint32(Tokens::HueCount));
}

} // namespace

Tokens::Tokens(Scheme scheme, qreal zoom, const QString &family)
    : m_scheme(scheme)
    , m_zoom(zoom)
    , m_family(family)
{
    const auto fromRgba = [](QRgb value) {
        return QColor::fromRgba(value);
    };
    const Palette &palette = paletteOf(scheme);
    std::transform(palette.begin(), palette.end(), m_colours.begin(), fromRgba);
    const Hues &light = scheme == Scheme::Light ? LightHues : ContrastLightHues;
    const Hues &names = isDark() ? DarkHues : light;
    const Hues &fills = scheme == Scheme::Dark ? DarkFills : scheme == Scheme::Light ? LightFills : names;
    std::transform(names.begin(), names.end(), m_names.begin(), fromRgba);
    std::transform(fills.begin(), fills.end(), m_avatars.begin(), fromRgba);
}

bool Tokens::isDark() const noexcept
{
    return m_scheme == Scheme::Dark || m_scheme == Scheme::HighContrastDark;
}

bool Tokens::isHighContrast() const noexcept
{
    return m_scheme == Scheme::HighContrastLight || m_scheme == Scheme::HighContrastDark;
}

QColor Tokens::tint(ColourRole role) const
{
    const QColor window = colour(ColourRole::Window);
    if (isHighContrast())
        return window;
    QColor veil = colour(role);
    if (!isDark() && role == ColourRole::Warn)
        veil = QColor::fromRgba(0xFFFFA000); // the dark orange that text needs would make a grey bar
    else if (!isDark() && role == ColourRole::Ok)
        veil = QColor::fromRgba(0xFF1DB060);
    else if (!isDark() && role == ColourRole::Danger)
        veil = QColor::fromRgba(0xFFFF3B30);
    veil.setAlphaF(isDark() ? 0.12F : 0.10F);
    return blended(veil, colour(ColourRole::Conversation));
}

QColor Tokens::nameColour(int hue) const
{
    return m_names[wrapped(hue)];
}

QColor Tokens::avatarFill(int hue) const
{
    return m_avatars[wrapped(hue)];
}

QColor Tokens::avatarText() const
{
    return m_scheme == Scheme::HighContrastDark ? QColor(Qt::black) : QColor(Qt::white);
}

int Tokens::px(qreal drawn) const noexcept
{
    const int scaled = qRound(drawn * m_zoom);
    return drawn > 0 ? std::max(scaled, 1) : scaled;
}

int Tokens::space(Space space) const noexcept
{
    constexpr std::array<int, 5> drawn{ 4, 8, 12, 16, 24 };
    return px(drawn[std::size_t(space)]);
}

QFont Tokens::font(TextRole role) const
{
    QFont font = role == TextRole::Code ? QFontDatabase::systemFont(QFontDatabase::FixedFont)
                                        : QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    if (role != TextRole::Code && !m_family.isEmpty())
        font.setFamilies({ m_family });
    font.setPointSizeF(pointsOf(role) * platformPointFactor() * m_zoom);
    font.setWeight(weightOf(role));
    if (role == TextRole::SectionHead)
        font.setLetterSpacing(QFont::PercentageSpacing, 106);
    return font;
}

QFont Tokens::emojiFont(int pixels) const
{
    // By name: a font of letters often has black and white ones of its own, and would come first.
    QFont font({ u"Apple Color Emoji"_s, u"Segoe UI Emoji"_s, u"Noto Color Emoji"_s, u"Twitter Color Emoji"_s,
        u"JoyPixels"_s });
    font.setPixelSize(std::max(1, pixels));
    return font;
}

int hueOf(QStringView accountKey) noexcept
{
    return hueOfBytes(accountKey.toUtf8());
}

int hueOf(qint64 accountId) noexcept
{
    return hueOfBytes(QByteArray::number(accountId));
}

QColor blended(const QColor &top, const QColor &bottom)
{
    const auto mix = [alpha = top.alphaF()](float over, float under) {
        return over * alpha + under * (1 - alpha);
    };
    return QColor::fromRgbF(
        mix(top.redF(), bottom.redF()), mix(top.greenF(), bottom.greenF()), mix(top.blueF(), bottom.blueF()));
}

qreal contrastRatio(const QColor &one, const QColor &other)
{
    const auto [dark, light] = std::minmax({ luminance(one), luminance(other) });
    return (light + 0.05) / (dark + 0.05);
}

} // namespace salon
