// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/widgets/sign_line.h"

#include "client-gui/widgets/emoji_font.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace salon {

namespace {

constexpr qsizetype MostSigns = 200; ///< more are on no line

QTextLine layOut(QTextLayout &layout)
{
    layout.setFormats(signFormats(layout.text(), MostSigns));
    layout.beginLayout();
    QTextLine line = layout.createLine();
    if (line.isValid())
        line.setNumColumns(int(layout.text().size()));
    layout.endLayout();
    return line;
}

} // namespace

int paintSignLine(QPainter &painter, const QRect &rect, Qt::Alignment alignment, const QString &text)
{
    const QFontMetrics metrics = painter.fontMetrics();
    const Qt::Alignment across = (alignment & Qt::AlignHorizontal_Mask) | Qt::AlignAbsolute;
    if (signFormats(text, 1).isEmpty()) {
        const QString shown = metrics.elidedText(text, Qt::ElideRight, rect.width());
        painter.drawText(rect, int(across | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
        return metrics.horizontalAdvance(shown);
    }
    QTextLayout whole(text, painter.font());
    QTextLine line = layOut(whole);
    QTextLayout cut(QString(), painter.font());
    if (line.isValid() && line.naturalTextWidth() > rect.width()) {
        // What the signs take beyond the width that the letters' font would give them.
        const qreal wider = line.naturalTextWidth() - metrics.horizontalAdvance(text);
        const int left = rect.width() - std::max(0, int(std::ceil(wider)));
        cut.setText(metrics.elidedText(text, Qt::ElideRight, std::max(left, rect.width() / 2)));
        line = layOut(cut);
    }
    if (!line.isValid())
        return 0;
    const qreal room = std::max<qreal>(0, rect.width() - line.naturalTextWidth());
    const qreal before = across.testFlag(Qt::AlignRight) ? room : across.testFlag(Qt::AlignHCenter) ? room / 2 : 0;
    const qreal x = rect.left() + before;
    // The base line of the letters, however tall the signs are.
    const qreal y = rect.top() + (rect.height() - metrics.height()) / 2.0 + metrics.ascent() - line.ascent();
    line.draw(&painter, QPointF(x, y));
    return int(std::ceil(line.naturalTextWidth()));
}

} // namespace salon
