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
class DirectBadge;
class ElidedLabel;
class IconButton;
class PinButton;
class SamePeople;
struct RoomSummary;
class Theme;
class Workspace;

/// The line above the conversation: what room this is, its topic, members and menu. With somebody who is met without
/// the server too: how they are reached at this moment, and the way to the other conversation.
class RoomHeader : public QWidget
{
    Q_OBJECT

public:
    RoomHeader(Theme &theme, QAction &showMembers, QWidget *parent = nullptr);

    void setRoom(Workspace *workspace, RoomId room);
    void setRoomMenu(QMenu *menu);
    void setSamePeople(const SamePeople *same);
    /// How many messages are pinned here, as far as known.
    void setPins(int count, bool hasMore);
    /// The rest gives way to the name.
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A click on the name or the topic.
    void propertiesRequested();
    /// A click on the line with the rules.
    void rulesRequested();
    void searchRequested();
    /// The list of what is pinned here.
    void pinsRequested();
    /// To the conversation with the same person without the server.
    void nearbyRequested(const QByteArray &key);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslateUi();
    void applyLook();
    void showRoom();
    void showPerson(const RoomSummary &room);
    void showRules(const RoomSummary &room);
    /// To the device of the person, or to the choice among several.
    void writeDirectly();
    /// Shows as much beside the name as there is room for.
    void fit();

    Theme &m_theme;
    QAction &m_showMembers;
    QPointer<Workspace> m_workspace;
    QPointer<const SamePeople> m_same;
    RoomId m_room;
    QLabel *m_icon;
    AvatarLabel *m_avatar;
    ElidedLabel *m_name;
    DirectBadge *m_badge;
    ElidedLabel *m_topic;
    ElidedLabel *m_rules; ///< those that are not as usual
    IconButton *m_search;
    PinButton *m_pins;
    IconButton *m_direct;
    IconButton *m_members;
    IconButton *m_more;
    QBoxLayout *m_row;
    QBoxLayout *m_line; ///< of the name, in the row
};

} // namespace salon
