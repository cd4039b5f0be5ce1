// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/avatar_painter.h"

#include "client-gui/app/design_tokens.h"
#include "client-gui/app/style_paint.h"

#include <QPainter>
#include <QTextBoundaryFinder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

/// A crafted name may pile hundreds of marks on one letter; nobody's initial needs more.
constexpr qsizetype LongestGrapheme = 16;

char32_t firstCodePoint(QStringView text)
{
    if (text.size() > 1 && text[0].isHighSurrogate() && text[1].isLowSurrogate())
        return QChar::surrogateToUcs4(text[0], text[1]);
    return text.isEmpty() ? U'\0' : char32_t(text[0].unicode());
}

bool canBeInitial(char32_t code)
{
    return QChar::isLetterOrNumber(code) || QChar::category(code) == QChar::Symbol_Other;
}

QStringView firstGrapheme(QStringView text)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    const qsizetype end = finder.toNextBoundary();
    return text.left(std::min(end < 0 ? text.size() : end, LongestGrapheme));
}

/// Scripts whose letters are written in two sizes; only there do two initials read as initials.
bool isCased(char32_t code)
{
    return QChar::toUpper(code) != code || QChar::toLower(code) != code;
}

QString initialOfWord(QStringView word)
{
    // Skips quotes, brackets, @ and direction marks before the first letter.
    while (!word.isEmpty() && !canBeInitial(firstCodePoint(word)))
        word = word.mid(QChar::requiresSurrogates(firstCodePoint(word)) ? 2 : 1);
    return firstGrapheme(word).toString();
}

bool isWordBreak(QChar c)
{
    return c.isSpace() || c == u'-' || c == u'_' || c == u'.' || c == u'·';
}

QStringList initialsOfWords(const QString &name)
{
    QStringList initials;
    for (qsizetype from = 0; from < name.size();) {
        const auto end = std::find_if(name.begin() + from, name.end(), isWordBreak) - name.begin();
        const QString initial = initialOfWord(QStringView(name).mid(from, end - from));
        if (!initial.isEmpty())
            initials.append(initial);
        from = end + 1;
    }
    return initials;
}

QString upper(const QString &initial)
{
    const QString raised = initial.toUpper();
    return raised.size() == initial.size() ? raised : initial; // ß must not become two letters
}

QColor markColour(PresenceMark mark, const Tokens &tokens)
{
    switch (mark) {
    case PresenceMark::Online:
        return tokens.colour(ColourRole::Ok);
    case PresenceMark::Away:
        return tokens.colour(ColourRole::Warn);
    case PresenceMark::Busy:
        return tokens.colour(ColourRole::Danger);
    case PresenceMark::Offline:
    case PresenceMark::None:
        break;
    }
    return tokens.colour(ColourRole::Muted);
}

} // namespace

QString initialsOf(const QString &displayName)
{
    const QStringList initials = initialsOfWords(displayName);
    if (initials.isEmpty())
        return u"?"_s;
    const bool wantsTwo
        = initials.size() > 1 && isCased(firstCodePoint(initials.first())) && isCased(firstCodePoint(initials.last()));
    return wantsTwo ? upper(initials.first()) + upper(initials.last()) : upper(initials.first());
}

AvatarFace avatarFace(const QString &displayName, int hue)
{
    return { initialsOf(displayName), hue };
}

void paintAvatar(QPainter &painter, const QRectF &rect, const AvatarFace &face, const Tokens &tokens, PresenceMark mark,
    const QColor &ground)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.avatarFill(face.hue));
    painter.drawEllipse(rect);

    const QString first = firstGrapheme(face.initials).toString();
    // Beside a presence mark, a small disc has room for one letter.
    const bool isPair
        = first.size() < face.initials.size() && (mark == PresenceMark::None || rect.width() >= tokens.messageAvatar());
    QFont font = tokens.font(TextRole::Name);
    font.setPixelSize(std::max(1, qRound(rect.height() * (isPair ? 0.38 : 0.46))));
    painter.setFont(font);
    painter.setPen(tokens.avatarText());
    painter.drawText(rect, Qt::AlignCenter | Qt::TextSingleLine | Qt::TextDontClip, isPair ? face.initials : first);
    painter.restore();

    if (mark == PresenceMark::None)
        return;
    const qreal size = std::max(8.0, rect.width() * 0.33);
    const qreal rim = std::max(1.5, rect.width() / 16);
    const bool mirrored = painter.layoutDirection() == Qt::RightToLeft;
    const QRectF dot(mirrored ? rect.left() : rect.right() - size, rect.bottom() - size, size, size);
    paintBox(painter, dot.adjusted(-rim, -rim, rim, rim), size / 2 + rim, ground);
    paintPresence(painter, dot, mark, tokens, ground);
}

void paintPresence(QPainter &painter, const QRectF &rect, PresenceMark mark, const Tokens &tokens, const QColor &ground)
{
    if (mark == PresenceMark::None)
        return;
    const QColor colour = markColour(mark, tokens);
    const qreal radius = rect.width() / 2;
    const qreal line = std::max(1.5, rect.width() / 6);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    switch (mark) {
    case PresenceMark::Online:
        paintBox(painter, rect, radius, colour);
        break;
    case PresenceMark::Away: {
        paintBox(painter, rect, radius, ground, colour, line);
        painter.setBrush(colour);
        painter.drawPie(rect, 90 * 16, 180 * 16);
        break;
    }
    case PresenceMark::Busy: {
        paintBox(painter, rect, radius, colour);
        QRectF bar(0, 0, rect.width() * 0.55, std::max(1.5, rect.height() / 5));
        bar.moveCenter(rect.center());
        paintBox(painter, bar, bar.height() / 2, ground.isValid() ? ground : tokens.colour(ColourRole::OnDanger));
        break;
    }
    case PresenceMark::Offline:
        paintBox(painter, rect, radius, ground, colour, line);
        break;
    case PresenceMark::None:
        break;
    }
    painter.restore();
}

} // namespace salon
