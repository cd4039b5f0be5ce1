// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"
#include "shared/base/vocabulary.h"

#include <QPointer>
#include <QWidget>

class QBoxLayout;
class QListView;

namespace salon {

class ElidedLabel;
class EmptyState;
class IconButton;
class MessageListDelegate;
class MessageListModel;
class TextLabel;
class Theme;
class Workspace;

/// The pane with a list of messages: those pinned in a room, one's own saved ones, or those that name one. A click
/// leads to the message; older ones are loaded while one scrolls.
class MessageListPane : public QWidget
{
    Q_OBJECT

public:
    explicit MessageListPane(Theme &theme, QWidget *parent = nullptr);
    ~MessageListPane() override;

    /// `room`: of the pinned ones. The same again only reloads it.
    void showList(Workspace &workspace, MessageListKind kind, RoomId room);
    /// Shows nothing, and lets go of the workspace.
    void clear();
    [[nodiscard]] bool hasList() const;
    [[nodiscard]] MessageListKind kind() const { return m_kind; }
    [[nodiscard]] RoomId room() const { return m_room; }
    [[nodiscard]] QListView &list() const { return *m_list; }
    void focusList();

Q_SIGNALS:
    void messageChosen(salon::RoomId room, salon::Seq seq);
    void closeWanted();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslateUi();
    void applyLook();
    void showState();
    void choose(const QModelIndex &index);
    void openMenu(QPoint position);
    /// Off the list: the pin or the mark is taken away.
    void takeOff(const QModelIndex &index);
    [[nodiscard]] bool mayTakeOff(const QModelIndex &index) const;

    Theme &m_theme;
    QPointer<Workspace> m_workspace;
    QPointer<MessageListModel> m_model;
    MessageListKind m_kind = MessageListKind::Saved;
    RoomId m_room;
    ElidedLabel *m_title;
    IconButton *m_close;
    QListView *m_list;
    MessageListDelegate *m_delegate;
    EmptyState *m_empty;
    TextLabel *m_trouble;
    QBoxLayout *m_head;
};

} // namespace salon
