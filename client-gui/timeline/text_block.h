// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/timeline/message_text.h"

#include <QColor>
#include <QFont>
#include <QPixmapCache>
#include <QPointF>
#include <QRectF>

#include <memory>
#include <vector>

class QPainter;
class QTextLayout;

namespace salon {

/// A message's text laid out for one width: measures once, then draws, hits and selects. Positions count UTF-16 units
/// over the paragraphs with one for each line feed between them.
class TextBlock
{
public:
    struct Look
    {
        QColor text{};
        QColor link{};
        QColor mentionText{};
        QColor mentionGround{};
        QColor selection{};

        friend bool operator==(const Look &, const Look &) = default;
    };

    TextBlock(MessageText text, const QFont &font, qreal width);
    ~TextBlock();
    TextBlock(TextBlock &&) noexcept;
    TextBlock &operator=(TextBlock &&) noexcept;

    [[nodiscard]] qreal height() const noexcept { return m_height; }
    [[nodiscard]] qsizetype length() const noexcept { return m_length; }
    [[nodiscard]] QString plainText(qsizetype from = 0, qsizetype to = -1) const;

    /// Draws at `origin`; the positions [from, to) are shown as selected.
    void draw(QPainter &painter, QPointF origin, const Look &look, const QRectF &clip, qsizetype from = 0,
        qsizetype to = 0) const;
    /// Nearest position to a point relative to the origin.
    [[nodiscard]] qsizetype positionAt(QPointF point) const;
    /// The link under a point; empty where there is none.
    [[nodiscard]] QUrl linkAt(QPointF point) const;
    /// The word around a position.
    [[nodiscard]] std::pair<qsizetype, qsizetype> wordAt(qsizetype position) const;
    [[nodiscard]] bool hasLinks() const noexcept { return m_hasLinks; }

private:
    struct Part;
    void drawParts(
        QPainter &painter, QPointF origin, const Look &look, const QRectF &clip, qsizetype from, qsizetype to) const;
    [[nodiscard]] bool drawPicture(QPainter &painter, QPointF origin, const Look &look) const;
    [[nodiscard]] const Part *partAt(qreal y) const;

    MessageText m_text;
    std::vector<Part> m_parts;
    qreal m_width = 0;
    qreal m_height = 0;
    qsizetype m_length = 0;
    bool m_hasLinks = false;
    bool m_hasEmoji = false;
    mutable QPixmapCache::Key m_picture;
    mutable Look m_pictureLook;
};

} // namespace salon
