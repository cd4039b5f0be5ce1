// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/widgets/badge_painter.h"

#include "client-gui/app/design_tokens.h"
#include "client-gui/app/style_paint.h"

#include <QFontMetrics>
#include <QLocale>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

constexpr int MostShown = 99;

QFont badgeFont(const Tokens &tokens)
{
    QFont font = tokens.font(TextRole::Meta);
    font.setWeight(QFont::DemiBold);
    font.setPointSizeF(font.pointSizeF() * 0.95);
    return font;
}

} // namespace

QString badgeText(int count, bool withAt)
{
    if (count < 1)
        return {};
    const QString number = QLocale().toString(std::min(count, MostShown)) + (count > MostShown ? u"+"_s : QString());
    return withAt ? u'@' + number : number;
}

int badgeWidth(const QString &text, const Tokens &tokens)
{
    if (text.isEmpty())
        return 0;
    return std::max(tokens.px(18), QFontMetrics(badgeFont(tokens)).horizontalAdvance(text) + 2 * tokens.px(6));
}

int paintBadge(QPainter &painter, const QRect &row, const QString &text, BadgeKind kind, const Tokens &tokens)
{
    const int width = badgeWidth(text, tokens);
    if (width == 0)
        return 0;
    const int height = tokens.px(18);
    const bool mirrored = painter.layoutDirection() == Qt::RightToLeft;
    const QRect pill(mirrored ? row.left() : row.right() - width + 1, row.center().y() - height / 2 + (height + 1) % 2,
        width, height);

    painter.save();
    switch (kind) {
    case BadgeKind::Unread:
        paintBox(painter, pill, height / 2.0, tokens.colour(ColourRole::Badge));
        painter.setPen(tokens.colour(ColourRole::OnBadge));
        break;
    case BadgeKind::Mention:
        paintBox(painter, pill, height / 2.0, tokens.colour(ColourRole::AccentFill));
        painter.setPen(tokens.colour(ColourRole::OnAccent));
        break;
    case BadgeKind::Muted:
        paintBox(painter, pill, height / 2.0, {}, tokens.colour(ColourRole::ControlLine), tokens.lineWidth());
        painter.setPen(tokens.colour(ColourRole::Muted));
        break;
    }
    painter.setLayoutDirection(Qt::LeftToRight); // else "99+" turns into "+99"
    painter.setFont(badgeFont(tokens));
    painter.drawText(pill, Qt::AlignCenter | Qt::TextSingleLine, text);
    painter.restore();
    return width;
}

} // namespace salon
