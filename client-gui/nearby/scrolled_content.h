// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QScrollArea>

namespace salon {

class Theme;

/// The content of a dialog that may be taller than the screen: as high as it needs to be while there is room, else
/// scrolled; never are lines squeezed.
class ScrolledContent : public QScrollArea
{
    Q_OBJECT

public:
    /// Takes `content`, which has a layout.
    ScrolledContent(Theme &theme, QWidget *content, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    Theme &m_theme;
};

} // namespace salon
