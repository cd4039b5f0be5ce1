// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/widgets/text_label.h"

namespace salon {

/// One line that ends in "…" when there is no room, and then shows its whole text as a tool tip. Line breaks in the
/// text become spaces. Assistive programs always read the whole text.
class ElidedLabel : public TextLabel
{
    Q_OBJECT

public:
    ElidedLabel(Theme &theme, TextRole textRole, ColourRole colourRole, QWidget *parent = nullptr);

    /// Use this instead of setText().
    void setFullText(const QString &text);
    [[nodiscard]] QString fullText() const { return text(); }
    /// File names read better elided in the middle.
    void setElideMode(Qt::TextElideMode mode);
    [[nodiscard]] bool isElided() const;

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    Qt::TextElideMode m_mode = Qt::ElideRight;
};

} // namespace salon
