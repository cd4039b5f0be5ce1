// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"

#include <QWidget>

class QBoxLayout;
class QLineEdit;
class QMenu;
class QToolButton;

namespace salon {

class EmptyState;
class IconButton;
class LanguageManager;
class NearbyPanel;
class RoomListProxy;
class RoomWords;
class SamePeople;
class SectionListView;
class SelfBar;
class SettingsStore;
class Theme;
class Workspace;

/// The left pane: the server's name with its menu, a field that filters, the rooms, and at the foot oneself with the
/// language switch. Under 720 px of window width it becomes a strip of icons.
class RoomListPane : public QWidget
{
    Q_OBJECT

public:
    RoomListPane(Theme &theme, LanguageManager &languages, SettingsStore &settings, QWidget *parent = nullptr);
    ~RoomListPane() override;

    /// Null: nothing to show.
    void setWorkspace(Workspace *workspace);
    void setServerMenu(QMenu *menu);
    /// Stands under the rooms; the pane owns it.
    void setNearbyPanel(NearbyPanel *panel);
    /// Who of the direct conversations is met without the server too.
    void setSamePeople(const SamePeople *same);
    void setSortedByActivity(bool byActivity);
    /// Marks the open room.
    void setCurrentRoom(RoomId room);
    void setIconsOnly(bool isIconsOnly);
    [[nodiscard]] bool isIconsOnly() const;
    void focusFilter();
    void focusList();

    /// Neighbour of the open room in the order shown; invalid when there is none. Unread is what came directly, too.
    [[nodiscard]] RoomId roomAfter(RoomId room, int direction, bool unreadOnly) const;
    [[nodiscard]] RoomId roomAt(int row) const;
    [[nodiscard]] SelfBar &selfBar() const { return *m_self; }
    [[nodiscard]] SectionListView &list() const { return *m_list; }

Q_SIGNALS:
    void roomChosen(salon::RoomId room);
    /// To be looked at without being marked as read.
    void roomPeeked(salon::RoomId room);
    /// To its first unread message.
    void firstUnreadWanted(salon::RoomId room);
    void roomMenuWanted(salon::RoomId room, QPoint globalPosition);
    void createRoomRequested();
    /// The lists of messages over all rooms.
    void mentionsRequested();
    void savedRequested();
    void browseRoomsRequested();
    /// There is no server, and one is wanted.
    void joinServerRequested();

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslateUi();
    void applyLook();
    void showServerName();
    void updateEmpty();
    void markCurrent();
    /// Rooms and people nearby share the height, whole rows of each.
    void shareHeight();

    Theme &m_theme;
    SettingsStore &m_settings;
    Workspace *m_workspace = nullptr;
    QToolButton *m_server;
    IconButton *m_mentions;
    IconButton *m_saved;
    IconButton *m_create;
    QBoxLayout *m_filterRow;
    QLineEdit *m_filter;
    RoomListProxy *m_proxy;
    RoomWords *m_words;
    SectionListView *m_list;
    EmptyState *m_empty;
    NearbyPanel *m_nearby = nullptr;
    SelfBar *m_self;
    RoomId m_current;
};

} // namespace salon
