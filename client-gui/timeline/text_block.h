// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/timeline/text_metrics.h"
#include "shared/markup/formatted_text.h"
#include "shared/search/search_words.h"

#include <QColor>
#include <QPixmapCache>
#include <QPointF>
#include <QRectF>
#include <QUrl>

#include <memory>
#include <vector>

class QPainter;
class QTextLayout;

namespace salon {

/// A formatted text laid out for one width: measures once, then draws, hits and selects. Positions count UTF-16 units
/// over the paragraphs with one for each line feed between them. Nothing in the text is ever read as markup here.
class TextBlock
{
public:
    struct Look
    {
        QColor text{};
        QColor quiet{}; ///< quoted text, markers of lists
        QColor link{};
        QColor mentionText{};
        QColor mentionGround{};
        QColor myMentionText{};
        QColor myMentionGround{};
        QColor selection{};
        QColor bar{};
        QColor codeGround{};
        QColor codeLine{}; ///< round a block of code
        QColor spoiler{};
        QColor keyword{};
        QColor string{};
        QColor comment{};
        QColor number{};

        friend bool operator==(const Look &, const Look &) = default;
    };
    /// What stands at a point.
    struct Hit
    {
        TextStyles styles{};
        TextTarget target{};
        bool hasTarget = false;
        QString shown{}; ///< the words that lead there
    };

    /// `revealsSpoilers`: hidden stretches are shown like the rest.
    TextBlock(FormattedText text, const TextMetrics &metrics, qreal width, bool revealsSpoilers = false);
    ~TextBlock();
    TextBlock(TextBlock &&) noexcept;
    TextBlock &operator=(TextBlock &&) noexcept;

    [[nodiscard]] qreal height() const noexcept { return m_height; }
    [[nodiscard]] qsizetype length() const noexcept { return m_length; }
    /// What is copied: as it is shown, with the markers of lists and quotes, hidden stretches hidden.
    [[nodiscard]] QString plainText(qsizetype from = 0, qsizetype to = -1) const;

    /// Draws at `origin`; the positions [from, to) are shown as selected.
    void draw(QPainter &painter, QPointF origin, const Look &look, const QRectF &clip, qsizetype from = 0,
        qsizetype to = 0) const;
    /// Behind the text, before draw(): grounds of these stretches.
    void drawMarks(QPainter &painter, QPointF origin, const QList<TextRange> &marks, const QColor &ground,
        const QRectF &clip) const;
    /// The text that positions count in, without markers; hidden stretches too.
    [[nodiscard]] QString raw() const;
    /// Nearest position to a point relative to the origin.
    [[nodiscard]] qsizetype positionAt(QPointF point) const;
    [[nodiscard]] Hit hitAt(QPointF point) const;
    /// Every link once, in the order of the text; at most `most`.
    [[nodiscard]] QList<QUrl> links(qsizetype most) const;
    /// The word around a position.
    [[nodiscard]] std::pair<qsizetype, qsizetype> wordAt(qsizetype position) const;
    [[nodiscard]] bool hidesSpoilers() const noexcept { return m_hasSpoilers && !m_revealsSpoilers; }
    /// The last line as far as it is written, where something may follow it; null after code or text from the right.
    [[nodiscard]] QRectF lastLine() const;

    /// Where the button "copy" of each block of code stands, and what it copies.
    [[nodiscard]] int codeCount() const noexcept { return int(m_codes.size()); }
    [[nodiscard]] QRectF codeCopyRect(int code) const;
    [[nodiscard]] QString codeText(int code) const;

private:
    struct Part;
    /// `signsLeft`: ranges that the block may still have besides those of the text.
    void layOut(Part &part, const FormattedParagraph &paragraph, qsizetype &signsLeft) const;
    /// It stands on a ground of its own.
    [[nodiscard]] static bool hasGround(TextStyles styles);
    void drawParts(
        QPainter &painter, QPointF origin, const Look &look, const QRectF &clip, qsizetype from, qsizetype to) const;
    void drawGrounds(QPainter &painter, const Part &part, const FormattedParagraph &paragraph, QPointF at,
        const Look &look, const QRectF &clip) const;
    void drawSpoilers(QPainter &painter, const Part &part, const FormattedParagraph &paragraph, QPointF at,
        const Look &look, const QRectF &clip) const;
    void drawMarker(
        QPainter &painter, const Part &part, const FormattedParagraph &paragraph, QPointF at, const Look &look) const;
    [[nodiscard]] bool drawPicture(QPainter &painter, QPointF origin, const Look &look) const;
    [[nodiscard]] const Part *partAt(qreal y) const;

    FormattedText m_text;
    TextMetrics m_metrics;
    std::vector<Part> m_parts;
    std::vector<std::size_t> m_codes; ///< parts that are blocks of code
    qreal m_width = 0;
    qreal m_height = 0;
    qsizetype m_length = 0;
    bool m_revealsSpoilers = false;
    bool m_hasSpoilers = false;
    bool m_hasEmoji = false;
    mutable QPixmapCache::Key m_picture;
    mutable Look m_pictureLook;
};

} // namespace salon
