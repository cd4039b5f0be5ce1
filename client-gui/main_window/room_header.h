// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"

#include <QPointer>
#include <QWidget>

class QAction;
class QBoxLayout;
class QLabel;
class QMenu;

namespace salon {

class AvatarLabel;
class ElidedLabel;
class IconButton;
class Theme;
class Workspace;

/// The line above the conversation: what room this is, its topic, members and menu.
class RoomHeader : public QWidget
{
    Q_OBJECT

public:
    RoomHeader(Theme &theme, QAction &showMembers, QWidget *parent = nullptr);

    void setRoom(Workspace *workspace, RoomId room);
    void setRoomMenu(QMenu *menu);

Q_SIGNALS:
    /// A click on the name or the topic.
    void propertiesRequested();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void retranslateUi();
    void applyLook();
    void showRoom();

    Theme &m_theme;
    QAction &m_showMembers;
    QPointer<Workspace> m_workspace;
    RoomId m_room;
    QLabel *m_icon;
    AvatarLabel *m_avatar;
    ElidedLabel *m_name;
    ElidedLabel *m_topic;
    IconButton *m_members;
    IconButton *m_more;
    QBoxLayout *m_row;
};

} // namespace salon
