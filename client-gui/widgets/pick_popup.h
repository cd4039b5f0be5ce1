// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFrame>

class QListWidget;

namespace salon {

class Theme;

/// A raised card over the window with a list to pick one row from: a picture, a name, a muted detail at the end. The
/// list never takes the focus: whoever has it moves the choice.
class PickPopup : public QFrame
{
    Q_OBJECT

public:
    struct Row
    {
        QString name{};
        QString detail{};
        QString icon{}; ///< empty: an avatar, or
        QString emoji{};
        qint64 face = 0; ///< account id, for the avatar's colour
        int unread = 0;
    };

    [[nodiscard]] QListWidget &list() const { return *m_list; }
    /// The next row or the one before, round the ends.
    void moveBy(int rows);

protected:
    PickPopup(Theme &theme, QWidget *parent);

    /// Replaces the rows; the first one is chosen.
    void setRows(const QList<Row> &rows);
    /// -1 without rows.
    [[nodiscard]] int chosenRow() const;
    /// Of the list with all its rows, but not more than `mostRows`.
    [[nodiscard]] int listHeight(int mostRows) const;
    [[nodiscard]] Theme &theme() const { return m_theme; }

    void paintEvent(QPaintEvent *event) override;

Q_SIGNALS:
    void rowClicked();

private:
    Theme &m_theme;
    QListWidget *m_list;
};

} // namespace salon
