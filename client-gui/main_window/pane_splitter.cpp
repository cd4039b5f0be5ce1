// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/main_window/pane_splitter.h"

#include "client-gui/app/theme.h"

#include <QPainter>

namespace salon {

namespace {

class PaneHandle : public QSplitterHandle
{
public:
    PaneHandle(Theme &theme, QSplitter *splitter)
        : QSplitterHandle(Qt::Horizontal, splitter)
        , m_theme(theme)
    {
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), m_theme.colour(ColourRole::Line));
    }

private:
    Theme &m_theme;
};

} // namespace

PaneSplitter::PaneSplitter(Theme &theme, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
    , m_theme(theme)
{
    setHandleWidth(1); // Qt gives so thin a handle a wider place for the mouse
}

QSplitterHandle *PaneSplitter::createHandle()
{
    return new PaneHandle(m_theme, this);
}

} // namespace salon
