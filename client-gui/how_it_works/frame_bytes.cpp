// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/how_it_works/frame_bytes.h"

#include "client-gui/app/theme.h"
#include "client-gui/how_it_works/frame_legend.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {

FrameBytes::FrameBytes(Theme &theme, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Numbers are read from left to right in every language.
    setLayoutDirection(Qt::LeftToRight);
    applyTheme();
    connect(&theme, &Theme::changed, this, &FrameBytes::applyTheme);
}

void FrameBytes::setFrame(const QByteArray &frame, const FrameView &view)
{
    m_frame = frame;
    m_view = view;
    m_markAt = m_markSize = m_chosen = 0;
    verticalScrollBar()->setValue(0);
    updateLayout();
}

void FrameBytes::highlight(qsizetype at, qsizetype size)
{
    m_markAt = at;
    m_markSize = size;
    if (m_chosen < at || m_chosen >= at + size)
        m_chosen = at;
    bringIntoView(at);
    viewport()->update();
}

void FrameBytes::describe(const QString &words)
{
    if (words != accessibleDescription())
        setAccessibleDescription(words); // sends QAccessible::DescriptionChanged
}

QSize FrameBytes::minimumSizeHint() const
{
    return { widthFor(4), 3 * m_rowHeight + 2 * frameWidth() };
}

QSize FrameBytes::sizeHint() const
{
    return { widthFor(8), 6 * m_rowHeight + 2 * frameWidth() };
}

int FrameBytes::widthFor(int bytes) const
{
    return m_offsetWidth + bytes * m_cellWidth + verticalScrollBar()->sizeHint().width() + 2 * frameWidth()
        + m_theme.tokens().px(16);
}

void FrameBytes::applyTheme()
{
    const QFont font = m_theme.tokens().font(TextRole::Code);
    const QFontMetrics metrics(font);
    m_letterWidth = metrics.horizontalAdvance(u'0');
    m_cellWidth = 3 * m_letterWidth;
    m_rowHeight = metrics.height() + m_theme.tokens().px(8);
    m_offsetWidth = 7 * m_letterWidth;
    updateLayout();
    updateGeometry();
}

void FrameBytes::updateLayout()
{
    const int width = viewport()->width() - m_offsetWidth;
    const auto fits = [&](int bytes, bool text) {
        return bytes * m_cellWidth + (text ? (bytes + 2) * m_letterWidth : 0) <= width;
    };
    m_perRow = fits(16, false) ? 16 : fits(8, false) ? 8 : 4;
    m_hasText = fits(m_perRow, true);
    const int rows = int((m_frame.size() + m_perRow - 1) / m_perRow);
    const int visible = std::max(1, viewport()->height() / m_rowHeight);
    verticalScrollBar()->setRange(0, std::max(0, rows - visible));
    verticalScrollBar()->setPageStep(visible);
    viewport()->update();
}

void FrameBytes::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateLayout();
}

QRect FrameBytes::cell(qsizetype at) const
{
    const int row = int(at / m_perRow) - verticalScrollBar()->value();
    return { m_offsetWidth + int(at % m_perRow) * m_cellWidth, row * m_rowHeight, m_cellWidth, m_rowHeight };
}

const FrameStretch *FrameBytes::stretchAt(qsizetype at) const
{
    const auto &all = m_view.stretches;
    const auto after = std::upper_bound(all.cbegin(), all.cend(), at,
        [](qsizetype wanted, const FrameStretch &stretch) { return wanted < stretch.at; });
    return after == all.cbegin() ? nullptr : &*std::prev(after);
}

void FrameBytes::paintByte(QPainter &painter, qsizetype at) const
{
    const Tokens &tokens = m_theme.tokens();
    const FrameStretch *stretch = stretchAt(at);
    const FrameByteKind kind = stretch ? stretch->kind : FrameByteKind::Unreadable;
    const bool isEnd = !stretch || at + 1 == stretch->at + stretch->size;
    const QRect place = cell(at);
    const QRect body = place.adjusted(0, tokens.px(1), 0, -tokens.px(1));
    paintByteMark(painter, m_theme, body, kind, isEnd);
    const bool isMarked = at >= m_markAt && at < m_markAt + m_markSize;
    if (isMarked)
        painter.fillRect(body, tokens.colour(ColourRole::Selection));
    const bool isHidden = kind == FrameByteKind::Hidden;
    painter.setPen(tokens.colour(isHidden ? ColourRole::Muted : ColourRole::Text));
    const QString digits = isHidden ? u"••"_s : u"%1"_s.arg(uchar(m_frame[at]), 2, 16, QChar(u'0')).toUpper();
    painter.drawText(
        place.adjusted(0, 0, -m_letterWidth / 2, -tokens.px(4)), Qt::AlignHCenter | Qt::AlignVCenter, digits);
    if (m_hasText) {
        const char byte = m_frame[at];
        const QChar letter = isHidden ? QChar(u'•') : byte >= 0x20 && byte < 0x7f ? QLatin1Char(byte) : QChar(u'·');
        const int x = m_offsetWidth + m_perRow * m_cellWidth + m_letterWidth * (1 + int(at % m_perRow));
        const QRect place2(x, place.top(), m_letterWidth, place.height());
        if (isMarked)
            painter.fillRect(place2.adjusted(0, tokens.px(1), 0, -tokens.px(1)), tokens.colour(ColourRole::Selection));
        painter.setPen(tokens.colour(ColourRole::Muted));
        painter.drawText(place2.adjusted(0, 0, 0, -tokens.px(4)), Qt::AlignCenter, letter);
    }
    if (hasFocus() && at == m_chosen) {
        painter.setPen(QPen(tokens.colour(ColourRole::FocusRing), tokens.focusWidth()));
        painter.drawRect(body.adjusted(1, 1, -m_letterWidth / 2 - 1, -1));
    }
}

void FrameBytes::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), m_theme.colour(ColourRole::Conversation));
    painter.setFont(m_theme.tokens().font(TextRole::Code));
    const qsizetype first = qsizetype(verticalScrollBar()->value()) * m_perRow;
    const int rows = viewport()->height() / m_rowHeight + 1;
    const qsizetype end = std::min<qsizetype>(m_frame.size(), first + qsizetype(rows) * m_perRow);
    for (qsizetype at = first; at < end; ++at) {
        if (at % m_perRow == 0) {
            painter.setPen(m_theme.colour(ColourRole::Muted));
            const QRect place = cell(at);
            painter.drawText(QRect(0, place.top(), m_offsetWidth - m_letterWidth, m_rowHeight - m_theme.tokens().px(4)),
                Qt::AlignRight | Qt::AlignVCenter, u"%1"_s.arg(at, 4, 16, QChar(u'0')).toUpper());
        }
        paintByte(painter, at);
    }
}

void FrameBytes::bringIntoView(qsizetype at)
{
    const int row = int(at / m_perRow);
    QScrollBar *bar = verticalScrollBar();
    if (row < bar->value())
        bar->setValue(row);
    else if (row >= bar->value() + bar->pageStep())
        bar->setValue(row - bar->pageStep() + 1);
}

void FrameBytes::choose(qsizetype at)
{
    if (m_frame.isEmpty())
        return;
    m_chosen = std::clamp<qsizetype>(at, 0, m_frame.size() - 1);
    bringIntoView(m_chosen);
    viewport()->update();
    Q_EMIT byteChosen(m_chosen);
}

void FrameBytes::mousePressEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    const int column = (point.x() - m_offsetWidth) / m_cellWidth;
    if (event->button() != Qt::LeftButton || point.x() < m_offsetWidth || column >= m_perRow)
        return;
    const qsizetype at = qsizetype(point.y() / m_rowHeight + verticalScrollBar()->value()) * m_perRow + column;
    if (at < m_frame.size())
        choose(at);
}

void FrameBytes::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return choose(m_chosen - 1);
    case Qt::Key_Right:
        return choose(m_chosen + 1);
    case Qt::Key_Up:
        return choose(m_chosen >= m_perRow ? m_chosen - m_perRow : m_chosen);
    case Qt::Key_Down:
        return choose(m_chosen + m_perRow < m_frame.size() ? m_chosen + m_perRow : m_chosen);
    case Qt::Key_Home:
        return choose(0);
    case Qt::Key_End:
        return choose(m_frame.size() - 1);
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void FrameBytes::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void FrameBytes::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace salon
