// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/widgets/emoji_font.h"

#include "client-gui/widgets/coloured_signs.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QHash>
#include <QRawFont>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

constexpr char32_t Joiner = 0x200D;
constexpr char32_t Selector = 0xFE0F;

/// The coloured font of the system; empty if there is none.
QString colouredFamily()
{
    static const QString family = [] {
        const QStringList known{ u"Apple Color Emoji"_s, u"Segoe UI Emoji"_s, u"Noto Color Emoji"_s,
            u"Twitter Color Emoji"_s, u"JoyPixels"_s };
        const QStringList there = QFontDatabase::families();
        const auto first = std::ranges::find_if(known, [&](const QString &name) { return there.contains(name); });
        return first == known.end() ? QString() : *first;
    }();
    return family;
}

bool hasSign(char32_t code)
{
    static QHash<char32_t, bool> known; // as many as there are signs of emoji; only the thread of the windows asks
    const auto found = known.constFind(code);
    if (found != known.constEnd())
        return *found;
    const QRawFont font = QRawFont::fromFont(QFont(colouredFamily()));
    return *known.insert(code, font.isValid() && font.supportsCharacter(code));
}

/// A sign newer than the font is better looked for in others.
bool hasAll(QStringView emoji)
{
    if (colouredFamily().isEmpty())
        return false;
    const QList<uint> codes = emoji.toUcs4();
    return std::ranges::all_of(
        codes, [](char32_t code) { return code == Joiner || code == Selector || hasSign(code); });
}

} // namespace

QFont withEmoji(QFont font)
{
    // The font's real name comes first: with an alias there, spaces and digits would be taken from the emoji font.
    font.setFamilies({ QFontInfo(font).family(), u"Noto Color Emoji"_s, u"Segoe UI Emoji"_s, u"Apple Color Emoji"_s });
    return font;
}

QFont signFont(const QFont &font, QStringView emoji)
{
    QFont only = font;
    if (!hasAll(emoji))
        return only;
    only.setFamilies({ colouredFamily() });
    only.setStyleStrategy(QFont::NoFontMerging);
    return only;
}

QList<QTextLayout::FormatRange> signFormats(const QString &text, qsizetype most)
{
    QList<QTextLayout::FormatRange> formats;
    for (const TextRange &range : colouredSigns(text, most)) {
        if (!hasAll(QStringView(text).sliced(range.start, range.length)))
            continue;
        QTextLayout::FormatRange sign{ int(range.start), int(range.length), {} };
        sign.format.setFontFamilies({ colouredFamily() });
        sign.format.setFontStyleStrategy(QFont::NoFontMerging);
        sign.format.setFontWeight(QFont::Normal); // there is one only, and a made bold one smears the picture
        sign.format.setFontItalic(false);
        formats.append(sign);
    }
    return formats;
}

} // namespace salon
