// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QListView>
#include <QStyledItemDelegate>

#include <functional>

namespace salon {

class Theme;

/// A list whose rows fall into sections, each begun by a head of small letters above its first row. The head belongs to
/// that row's rectangle but is neither hovered, selected nor clicked. In the icons-only form heads are thin lines.
class SectionListView : public QListView
{
    Q_OBJECT

public:
    /// Words of the head above `index`; called for the first row of a section only.
    using HeadText = std::function<QString(const QModelIndex &index)>;

    SectionListView(Theme &theme, int sectionRole, HeadText headText, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    void setIconsOnly(bool isIconsOnly);
    [[nodiscard]] bool isIconsOnly() const { return m_isIconsOnly; }
    [[nodiscard]] QString headText(const QModelIndex &index) const { return m_headText(index); }
    [[nodiscard]] bool startsSection(const QModelIndex &index) const;
    /// Of the head above this row; 0 for most rows.
    [[nodiscard]] int headHeight(const QModelIndex &index) const;
    [[nodiscard]] Theme &theme() const { return m_theme; }

Q_SIGNALS:
    /// A click, or Enter, on a row.
    void chosen(const QModelIndex &index);
    /// A click with the middle button, or a click or Enter with Alt: only to look at it.
    void glanced(const QModelIndex &index);
    /// A click on the row's badge, where its delegate says that one is.
    void badgeClicked(const QModelIndex &index);
    void menuWanted(const QModelIndex &index, QPoint globalPosition);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;
    [[nodiscard]] QModelIndex rowAt(QPoint point) const;

private:
    Theme &m_theme;
    int m_sectionRole;
    HeadText m_headText;
    bool m_isIconsOnly = false;
    QPersistentModelIndex m_pressed;
};

/// Draws ground and head, and leaves the row itself to paintRow().
class SectionDelegate : public QStyledItemDelegate
{
public:
    explicit SectionDelegate(SectionListView &view);

    /// Of a row whose rectangle is `row`; null: it has none.
    [[nodiscard]] virtual QRect badgeRect(const QRect &row, const QModelIndex &index) const;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    struct Row
    {
        QRect rect{}; ///< inside the paddings
        QColor ground{}; ///< what the row stands on
        bool isSelected = false;
        bool isHovered = false;
    };
    virtual void paintRow(QPainter &painter, const Row &row, const QModelIndex &index) const = 0;
    /// What paintRow() paints into, of the rectangle of a row.
    [[nodiscard]] QRect innerRect(const QRect &row, const QModelIndex &index) const;
    [[nodiscard]] SectionListView &view() const { return m_view; }

private:
    SectionListView &m_view;
};

} // namespace salon
