// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QAccessibleWidget>
#include <QHash>
#include <QPersistentModelIndex>

namespace salon {

class TimelineView;

/// The timeline as assistive programs see it: a list with one item per message, whose name is the whole sentence
/// "Marie, 10:42: text, sent".
class TimelineAccessible : public QAccessibleWidget
{
public:
    explicit TimelineAccessible(TimelineView &view);
    ~TimelineAccessible() override;

    /// Makes Qt use this class for every TimelineView; may be called again.
    static void install();
    /// Tells that a row was added at the end.
    static void announce(TimelineView &view, int row);
    static void focusMoved(TimelineView &view, int row);

    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface *child(int index) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override;
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override;
    [[nodiscard]] QAccessibleInterface *focusChild() const override;
    [[nodiscard]] QAccessible::State state() const override;

private:
    void dropDead() const;

    TimelineView &m_view;
    mutable QHash<QString, QAccessible::Id> m_children; ///< by seq or cid
};

/// One message.
class TimelineRowAccessible : public QAccessibleInterface
{
public:
    TimelineRowAccessible(TimelineView &view, const QModelIndex &index);

    [[nodiscard]] const QPersistentModelIndex &index() const { return m_index; }

    [[nodiscard]] bool isValid() const override;
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override;
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QString text(QAccessible::Text text) const override;
    void setText(QAccessible::Text, const QString &) override {}
    [[nodiscard]] QRect rect() const override;
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QAccessible::State state() const override;

private:
    TimelineView &m_view;
    QPersistentModelIndex m_index;
};

} // namespace salon
