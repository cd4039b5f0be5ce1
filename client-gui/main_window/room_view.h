// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/cid.h"
#include "shared/base/error.h"
#include "shared/base/ids.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <optional>

class QAction;

namespace salon {

class Composer;
class ConnectionBar;
class ElidedLabel;
class EmptyState;
class MemberModel;
class ReachableBar;
class ReadWatch;
class RoomHeader;
class SettingsStore;
class Theme;
class TimelineModel;
class TimelineView;
class Workspace;

/// The middle of the window: header, connection bar, timeline, who types, composer, for the room that is open. Makes
/// the room's models and throws them away with it.
class RoomView : public QWidget
{
    Q_OBJECT

public:
    RoomView(Theme &theme, SettingsStore &settings, QAction &showMembers, QWidget *parent = nullptr);
    ~RoomView() override;

    /// Null: no server.
    void setWorkspace(Workspace *workspace);
    /// Invalid: none.
    void openRoom(RoomId room);
    [[nodiscard]] RoomId room() const { return m_room; }
    /// One is no longer in the open room: says so until another one is opened. What was being written stays that
    /// room's draft, and can be copied.
    void leaveRemovedRoom();

    /// Stands under the connection bar and opens with it.
    void setReachableBar(ReachableBar *bar);

    [[nodiscard]] RoomHeader &header() const { return *m_header; }
    [[nodiscard]] ConnectionBar &connectionBar() const { return *m_connection; }
    [[nodiscard]] TimelineView &timeline() const { return *m_timeline; }
    [[nodiscard]] Composer &composer() const { return *m_composer; }
    [[nodiscard]] TimelineModel *timelineModel() const { return m_model; }

    void goToUnread();
    /// Everything here was seen; shows the newest message.
    void readAndGoToBottom();
    void mention(const QString &login);
    /// Puts an unsent message of the open room back into the composer, before what stands there.
    void editAgain(const Cid &cid);

Q_SIGNALS:
    /// Null when no room is open. The model lives until the next call.
    void membersChanged(salon::MemberModel *members);
    void directRequested(salon::AccountId person);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslateUi();
    void applyLook();
    void send(const QString &text);
    void discard(const Cid &cid);
    void keepDraft();
    void showTyping();
    void showWindowState();
    void loadFailed(const Error &error);
    void showTarget();
    void followModel();
    [[nodiscard]] qint64 firstUnreadAfter() const;

    Theme &m_theme;
    SettingsStore &m_settings;
    QPointer<Workspace> m_workspace;
    RoomId m_room;
    QString m_name; ///< of the open room, as shown
    struct Gone
    {
        QString name{};
        QString text{}; ///< that was being written
    };
    std::optional<Gone> m_gone; ///< the room that was open and is no more
    RoomHeader *m_header;
    ConnectionBar *m_connection;
    TimelineView *m_timeline;
    ElidedLabel *m_typing;
    Composer *m_composer;
    EmptyState *m_noRoom;
    ReadWatch *m_readWatch;
    QPointer<TimelineModel> m_model;
    QPointer<MemberModel> m_members;
    QTimer m_draftTimer;
    enum class Jump
    {
        None,
        ToRow,
        ToBottom
    };
    Jump m_jump = Jump::None; ///< what to show when the model's window is another one
    bool m_isDraftDirty = false;
};

} // namespace salon
