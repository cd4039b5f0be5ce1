// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/app/design_tokens.h"

#include <QStyledItemDelegate>

namespace salon {

class Theme;

/// A row of a dialog's list: an icon and beside it some lines of text, each of a role of its own. Derived classes say
/// what stands in them.
class LinesDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    struct Line
    {
        QString text{};
        ColourRole colour = ColourRole::Text;
        QString aside{}; ///< small and muted at the end
        QString mark{}; ///< icon behind the text
    };
    struct Content
    {
        QString icon{};
        ColourRole iconColour = ColourRole::Muted;
        QList<Line>
            lines{}; ///< as many as there are roles; where the last ones are empty, the rest stands in the middle
    };

    /// `roles`: of the lines, from above.
    LinesDelegate(Theme &theme, QList<TextRole> roles, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    [[nodiscard]] virtual Content content(const QModelIndex &index) const = 0;

private:
    void paintLine(
        QPainter &painter, const QStyleOptionViewItem &option, QRect place, TextRole role, const Line &line) const;

    /// Of the first so many lines.
    [[nodiscard]] int heightOf(qsizetype lines) const;

    Theme &m_theme;
    QList<TextRole> m_roles;
};

} // namespace salon
