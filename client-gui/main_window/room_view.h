// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/timeline/timeline_view.h"
#include "shared/base/cid.h"
#include "shared/base/error.h"
#include "shared/base/ids.h"
#include "shared/client-core/session/rooms.h"

#include <QHash>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

class QAction;

namespace salon {

class Banner;
class Composer;
class ConnectionBar;
class ElidedLabel;
class EmojiCatalogue;
class EmptyState;
class FilesOfRoom;
class MemberModel;
class MessageActions;
class MessageListModel;
class ReachableBar;
class ReadWatch;
class RoomHeader;
class RoomWriting;
class SettingsStore;
class Theme;
class TimelineModel;
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
    /// Invalid: none. `isPeek`: only to look, nothing is marked as read until endPeek().
    void openRoom(RoomId room, bool isPeek = false);
    [[nodiscard]] bool isPeeking() const { return m_isPeeking; }
    /// From now on it is read like any other room.
    void endPeek();
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
    [[nodiscard]] RoomWriting &writing() const { return *m_writing; }
    [[nodiscard]] FilesOfRoom &files() const { return *m_files; }
    [[nodiscard]] const EmojiCatalogue &emoji() const { return *m_emoji; }
    [[nodiscard]] TimelineModel *timelineModel() const { return m_model; }

    /// Goes to this message of the open room, lets it shine for a moment and offers the way back.
    void showMessage(Seq seq);
    /// To the text that is written; where nobody may write, to the messages.
    void focusText();
    void goToUnread();
    /// To exactly the first unread message, by what the server counts now.
    void goToFirstUnread();
    /// Where one is in the open room, and back there.
    [[nodiscard]] TimelineView::Place place() { return m_timeline->place(); }
    void goToPlace(const TimelineView::Place &place);
    /// The open room counts as unread from this message on; reading pauses until one comes back.
    void markUnread(Seq seq);
    /// Everything here was seen; shows the newest message.
    void readAndGoToBottom();
    void mention(const QString &login);
    /// Puts an unsent message of the open room back into the composer, before what stands there.
    void editAgain(const Cid &cid);

Q_SIGNALS:
    /// Null when no room is open. The model lives until the next call.
    void membersChanged(salon::MemberModel *members);
    void directRequested(salon::AccountId person);
    /// This message of the open room is to be answered, or changed.
    void replyAsked(salon::Seq seq);
    void editAsked(salon::Seq seq);
    /// A link of ours was clicked.
    void linkOpened(const QString &link);
    void roomRequested(salon::RoomId room);
    /// The day of a separator was clicked: to messages of which day?
    void dateWanted(const QDate &day);
    /// A change was refused, and the person wants to see what is unsent.
    void outboxRequested();
    /// Ask, and leave it.
    void leaveRequested(salon::RoomId room);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslateUi();
    void applyLook();
    void discard(const Cid &cid);
    void showTyping();
    void showWindowState();
    void loadFailed(const Error &error);
    void showTarget();
    void followModel();

    // Reading and writing by the rules: room_view_reading.cpp
    void connectReading();
    void openReading(const RoomSummary &room);
    void roomChanged(RoomAspects what);
    void holdReading();
    void showReading();
    void showSeen();
    void showPosting();
    void noteRefusal(RoomId room, const Error &error);
    void showRefusal();

    // Messages: room_view_messages.cpp
    void connectMessages();
    void showOffers();
    void showPins();
    void returnFromJump();
    void forgetReturn();
    void jumped(int row);

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
    Banner *m_reading; ///< nothing is marked as read, and why
    Banner *m_refused; ///< a change of a message that was taken back
    ElidedLabel *m_slow; ///< how long slow mode waits
    ElidedLabel *m_typing;
    Composer *m_composer;
    EmptyState *m_noRoom;
    ReadWatch *m_readWatch;
    QPointer<TimelineModel> m_model;
    QPointer<MemberModel> m_members;
    std::unique_ptr<EmojiCatalogue> m_emoji;
    std::unique_ptr<RoomWriting> m_writing;
    enum class Jump
    {
        None,
        ToRow,
        ToUnread, ///< the first unread message
        ToBottom,
        ToMessage, ///< which shines, and can be left again
        ToPlace ///< where one was before
    };
    bool m_isPeeking = false;
    bool m_holdsReading = false; ///< the room was marked as unread while it is open
    Seq m_mark = 0; ///< of the open room, as last known
    RoomId m_seenRoom; ///< whose readers are watched
    QHash<RoomId, Error> m_refusals; ///< not looked at yet
    QTimer m_slowTimer;
    QString m_blockedBy; ///< why nothing can be written; empty: it can
    Jump m_jump = Jump::None; ///< what to show when the model's window is another one
    qreal m_jumpShare = 0; ///< of ToPlace
    std::optional<TimelineView::Place> m_return; ///< where one was before the first jump to a message
    MessageActions *m_actions;
    FilesOfRoom *m_files;
    QPointer<MessageListModel> m_pins; ///< of the open room
};

} // namespace salon
