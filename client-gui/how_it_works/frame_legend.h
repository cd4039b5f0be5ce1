// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/protocol/frame_view.h"

#include <QList>
#include <QWidget>

class QPainter;

namespace salon {

class Theme;

/// Paints the ground and the mark of a byte of this kind: a colour, and a line of its own below the digits, so that
/// nobody needs the colour. `isEnd`: the stretch ends with this byte.
void paintByteMark(QPainter &painter, const Theme &theme, const QRect &cell, FrameByteKind kind, bool isEnd);

/// What the marks of the bytes mean: a sample and a word for each.
class FrameLegend : public QWidget
{
    Q_OBJECT
public:
    explicit FrameLegend(Theme &theme, QWidget *parent = nullptr);

    /// Only these are explained.
    void setKinds(const QList<FrameByteKind> &kinds);

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();

    Theme &m_theme;
    QList<FrameByteKind> m_kinds;
};

} // namespace salon
