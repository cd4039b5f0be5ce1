// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QTableView>

namespace salon {

class EmojiModel;
class Theme;

/// The grid of the emoji picker. Arrow keys go from emoji to emoji, over headings and round the ends of lines; only
/// what is seen is painted. It may be moved by somebody else, who has the focus.
class EmojiGrid : public QTableView
{
    Q_OBJECT

public:
    EmojiGrid(Theme &theme, EmojiModel &model, QWidget *parent = nullptr);

    /// Moves the choice as this key would; false for other keys.
    bool moveByKey(int key);
    void choose(const QModelIndex &index);
    /// Makes this line the first one that is seen.
    void scrollToLine(int line);
    /// Of a whole grid, without its height.
    [[nodiscard]] int wantedWidth() const;

Q_SIGNALS:
    void chosenChanged(const QModelIndex &index);

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void applyLook();
    void layOutLines();
    [[nodiscard]] QModelIndex reachedBy(CursorAction action) const;

    Theme &m_theme;
    EmojiModel &m_model;
};

} // namespace salon
