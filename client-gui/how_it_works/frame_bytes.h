// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/protocol/frame_view.h"

#include <QAbstractScrollArea>

namespace salon {

class Theme;

/// The bytes of a frame in hexadecimal, each marked by what it is there for; hidden ones are dots. The arrow keys and
/// the mouse choose a byte.
class FrameBytes : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit FrameBytes(Theme &theme, QWidget *parent = nullptr);

    void setFrame(const QByteArray &frame, const FrameView &view);
    /// Draws a box around these bytes and brings them into view.
    void highlight(qsizetype at, qsizetype size);
    /// What the chosen byte is there for, for screen readers; they are told when it is another.
    void describe(const QString &words);

    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void byteChosen(qsizetype at);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void applyTheme();
    void updateLayout();
    void choose(qsizetype at);
    void bringIntoView(qsizetype at);
    [[nodiscard]] QRect cell(qsizetype at) const; ///< in the viewport
    /// With so many bytes in a row.
    [[nodiscard]] int widthFor(int bytes) const;
    [[nodiscard]] const FrameStretch *stretchAt(qsizetype at) const;
    void paintByte(QPainter &painter, qsizetype at) const;

    Theme &m_theme;
    QByteArray m_frame;
    FrameView m_view;
    qsizetype m_markAt = 0;
    qsizetype m_markSize = 0;
    qsizetype m_chosen = 0;
    int m_perRow = 8;
    bool m_hasText = false; ///< there is room for the bytes as letters
    int m_cellWidth = 1;
    int m_rowHeight = 1;
    int m_letterWidth = 1;
    int m_offsetWidth = 1;
};

} // namespace salon
