// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/timeline/timeline_metrics.h"
#include "client-gui/timeline/timeline_row.h"

#include <QList>
#include <QRect>

namespace salon {

/// Where the files of one message stand in its row. It follows from what the message says of them, never from how far
/// they came, so that nothing moves when a picture arrives. Pictures come first, in a grid when there are several;
/// other files are cards; a folder, or more files than fit, is one card that can be opened.
class AttachmentsLayout
{
public:
    static constexpr int MostPictures = 9; ///< shown; the last one says how many more there are
    static constexpr int MostCards = 5; ///< more become one
    static constexpr int MostLines = 400; ///< of an opened card
    static constexpr int MostDepth = 8; ///< of folders in folders, as shown
    static constexpr int Slots = 3; ///< places for buttons at the end of a card

    struct Picture
    {
        int file = 0;
        QRect rect{};
        bool isCovered = false; ///< by the picture's middle; else all of it is seen
    };
    struct Card
    {
        int file = -1; ///< -1: all that are on this card
        QRect rect{};
    };
    /// Of an opened card.
    struct Line
    {
        int file = -1; ///< -1: a folder
        QString name{};
        int depth = 0;
        QRect rect{};
    };
    struct Hit
    {
        enum class Part
        {
            None,
            Picture,
            Card,
            Button, ///< see `slot`
            Expand, ///< opens and closes the card of all
            Line,
            Upload
        };
        Part part = Part::None;
        int file = -1;
        int slot = -1; ///< from the end of the card on

        friend bool operator==(const Hit &, const Hit &) = default;
    };

    AttachmentsLayout() = default;
    AttachmentsLayout(const TimelineRow &row, const TimelineMetrics &metrics, QPoint origin, bool isExpanded);

    [[nodiscard]] int height() const noexcept { return m_height; }
    [[nodiscard]] const QList<Picture> &pictures() const noexcept { return m_pictures; }
    /// Behind the last picture that is shown.
    [[nodiscard]] int hiddenPictures() const noexcept { return m_hiddenPictures; }
    [[nodiscard]] const QList<Card> &cards() const noexcept { return m_cards; }
    /// Those on the card of all; empty: there is none.
    [[nodiscard]] const QList<int> &collected() const noexcept { return m_collected; }
    [[nodiscard]] bool isExpanded() const noexcept { return m_isExpanded; }
    [[nodiscard]] const QList<Line> &lines() const noexcept { return m_lines; }
    /// Lines that are left out.
    [[nodiscard]] int hiddenLines() const noexcept { return m_hiddenLines; }
    /// How far one's own files came; null: they are stored.
    [[nodiscard]] QRect uploadRect() const noexcept { return m_upload; }
    /// The place of a button on a card, counted from its end.
    [[nodiscard]] QRect slotRect(const QRect &card, int slot) const;

    [[nodiscard]] Hit hitAt(QPoint point) const;
    /// Where it stands; null: nowhere.
    [[nodiscard]] QRect rectOf(const Hit &hit) const;

private:
    void placePictures(const TimelineRow &row, const QList<int> &files, const TimelineMetrics &metrics, QPoint at);
    void placeCards(const TimelineRow &row, const QList<int> &files, const TimelineMetrics &metrics, QPoint at);
    void placeLines(const TimelineRow &row, const TimelineMetrics &metrics, QRect below);

    int m_height = 0;
    int m_slot = 0;
    int m_padding = 0;
    bool m_isExpanded = false;
    QList<Picture> m_pictures;
    int m_hiddenPictures = 0;
    QList<Card> m_cards;
    QList<int> m_collected;
    QList<Line> m_lines;
    int m_hiddenLines = 0;
    QRect m_upload;
};

/// The size at which a picture of this size is shown, at most `most`, never enlarged; thin ones get a box of `least`.
[[nodiscard]] QSize shownPictureSize(quint32 width, quint32 height, QSize most, int least);

} // namespace salon
