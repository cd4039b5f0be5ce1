// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/models/message_sources.h"
#include "shared/client-core/models/timeline_loader.h"
#include "shared/client-core/models/timeline_window.h"
#include "shared/client-core/session/outbox.h"
#include "shared/client-core/session/recent_changes.h"

#include <QAbstractListModel>
#include <QTimer>

namespace salon {

class TimelineCells;

/// A window over one room's history, oldest row first: stored events, stretches that are gone, and at the end (when the
/// window reaches it) what the outbox still holds. Messages are shown in their present form, with the changes that the
/// outbox still holds on top; changes have no row of their own but pins. Rows are addressed by seq or cid, never by a
/// kept row number. Holds at most about MaxRows; what falls out of the window is fetched again when asked. Make one per
/// view; loads by itself.
class TimelineModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum class RowKind
    {
        Message, ///< somebody's text, one's own unsent ones included
        System, ///< a fact, worded in SystemTextRole
        Announcement, ///< the operator's text
        Gap ///< GapTextRole says what is gone
    };
    Q_ENUM(RowKind)

    enum Role
    {
        RowKindRole = Qt::UserRole + 1, ///< int, RowKind
        SeqRole, ///< qint64; 0 for what is not stored yet
        CidRole, ///< QUuid; null where no client sent it
        EventKindRole, ///< int, EventKind
        AuthorIdRole, ///< qint64; 0: the server
        AuthorNameRole, ///< QString: a guest's own name, else the present display name, else the one of that time
        GatewayNameRole, ///< QString: the gateway that a guest spoke through, whose account the author is; else empty
        AuthorLoginRole, ///< QString, empty when unknown
        TimeRole, ///< qint64, ms since 1970
        TextRole, ///< QString, as sent; Message and Announcement
        SystemTextRole, ///< QString, a sentence in the language of now
        SendStateRole, ///< int, SendState; Stored for all that came from the server
        ErrorRole, ///< QString: why it failed or is delayed; empty otherwise
        IsOwnRole, ///< bool
        MentionsMeRole, ///< bool
        StartsGroupRole, ///< bool: another author, kind or day than the row above, or more than 5 minutes later
        StartsDayRole, ///< bool: first row of its day (local time); never the first row of a window in mid-history
        StartsUnreadRole, ///< bool: the "new messages" line goes above; frozen by setUnreadFrom()
        GapTextRole, ///< QString
        FormatRole, ///< int, TextFormat of TextRole
        FormattedRole, ///< FormattedText: TextRole made ready to be drawn, with the names of now
        ReplySeqRole, ///< qint64: the message that this one answers; 0: none
        ReplyAuthorRole, ///< QString: its author's name; empty while unknown
        ReplyTextRole, ///< QString: one line of it; empty while unknown
        ReplyGoneRole, ///< bool: it is deleted, or this reader cannot get it
        EditedRole, ///< bool
        EditedTimeRole, ///< qint64: when TextRole was written, ms since 1970; 0: never edited
        DeletedRole, ///< bool: a tombstone, whose TextRole is empty
        DeletedByRole, ///< QString: name of who deleted it when that was not the author
        PinnedRole, ///< bool
        SavedRole, ///< bool: on one's own list of saved messages
        ReactionsRole, ///< QList<ReactionView>, in the order of their first
        RightsRole, ///< MessageRights
        CallsRole, ///< int, Call
        PendingChangeRole, ///< bool: a change of it waits in the outbox, and is shown already
        FilesRole, ///< QList<FileEntry>: names are safe to show; of unsent rows the hash may be empty
        FolderRole, ///< QString: name of the folder that they are, safe to show; empty: single files
        UploadRole, ///< TransferProgress of one's own row while its files go up; else invalid
        LastRole = UploadRole
    };

    static constexpr int PageRows = TimelineLoader::PageRows;
    static constexpr int MaxRows = 2000;
    static constexpr int FewRows = 20; ///< with fewer, older ones are loaded unasked
    static constexpr qint64 GroupMs = TimelineWindow::GroupMs;

    TimelineModel(RoomId room, const MessageSources &sources, QObject *parent = nullptr);
    ~TimelineModel() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// Qt::DisplayRole: "Marie: text" or the sentence; Qt::AccessibleTextRole: "Marie, 10:42: text, not sent yet".
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] RoomId room() const { return m_room; }
    [[nodiscard]] bool isLoading() const { return m_loader.isLoading(); }
    /// The first row is the oldest that this reader can get.
    [[nodiscard]] bool isAtStart() const { return m_atStart; }
    /// The window reaches the newest event, and live ones are appended.
    [[nodiscard]] bool isAtEnd() const { return m_atEnd; }
    /// -1 when it is not in the window.
    [[nodiscard]] int rowOfSeq(Seq seq) const { return m_window.rowOfSeq(seq); }
    [[nodiscard]] int rowOfCid(const Cid &cid) const { return m_window.rowOfCid(cid); }
    /// 0 while there is none.
    [[nodiscard]] Seq oldestSeq() const { return m_window.oldestSeq(); }
    [[nodiscard]] Seq newestSeq() const { return m_window.newestSeq(); }
    /// Row with StartsUnreadRole, -1 when it is not in the window.
    [[nodiscard]] int unreadRow() const;

    /// Load the next page at that side, as a view does by itself while somebody scrolls. Nothing happens while loading,
    /// when there is no more, or after a failure at that side: then only a person may ask, or the connection comes
    /// back.
    void fetchOlder();
    void fetchNewer();
    /// What lies beyond the first row could not be had; without any row: nothing could. See failedSidesChanged().
    [[nodiscard]] bool isOlderFailed() const { return m_loader.isOlderFailed(); }
    [[nodiscard]] bool isNewerFailed() const { return m_loader.isNewerFailed(); }
    /// A person asks again.
    void retryOlder();
    void retryNewer();
    /// Shows a window around `seq`; jumped() follows. At once if it is loaded already. If it cannot be had,
    /// loadFailed() says so and what was there stays; where nothing was, the newest rows known here are shown, and the
    /// place that was asked for once the connection is back, unless somebody jumped elsewhere.
    void jumpToSeq(Seq seq);
    /// Shows the newest rows; jumped() follows with the newest seq.
    void jumpToLatest();

    /// Where the "new messages" line stands: above the first message of others after `readSeq`. Set it when the room is
    /// opened (or the window loses the focus) and leave it while it stays open. -1: no line.
    void setUnreadFrom(Seq readSeq);

    /// Words of system lines, errors and gaps change language.
    void retranslate();
    /// For tests and small machines; at least 2 * PageRows.
    void setMaxRows(int rows);

Q_SIGNALS:
    void loadingChanged(bool loading);
    void atStartChanged(bool atStart);
    void atEndChanged(bool atEnd);
    /// jumpToSeq() or jumpToLatest() is done; `row` is where to look.
    void jumped(int row);
    void loadFailed(const salon::Error &error);
    /// isOlderFailed() or isNewerFailed() is another.
    void failedSidesChanged();

private:
    void connectSources();
    [[nodiscard]] bool startsUnread(const TimelineItem &item) const;
    [[nodiscard]] int storedCount() const { return m_window.storedCount(); }
    /// Makes rows of it, with what came meanwhile and what the outbox holds.
    [[nodiscard]] TimelineItems rowsOf(const HistorySlice &slice) const;
    [[nodiscard]] TimelineItem rowOf(const RoomEvent &event) const;

    void replaceAll(const HistorySlice &slice, Seq lookAt);
    void windowShown(Seq lookAt);
    void windowFailed(Seq lookAt, const Error &error);
    void historyReset();
    void historyTrimmed(Seq floor);
    void historyReachable();
    void insertOlder(const HistorySlice &slice);
    void appendNewer(const HistorySlice &slice, bool isLast);
    void setAtStart(bool atStart);
    void setAtEnd(bool atEnd);
    void noteEnd();
    void addRows(int at, TimelineItems items);
    void dropRows(int first, int count);
    void trimFront(int keep);
    void trimBack();
    void eventsAppended(const QList<RoomEvent> &events, Seq gapTo);
    void appendRows(const QList<RoomEvent> &events, Seq gapTo);
    /// The window was empty: what came first may be the room's beginning.
    void noteFirstEvents();
    /// Pages without enough rows: nobody can scroll to ask for more.
    void fillWindow();
    void changeMessage(const RoomEvent &change);
    void showPending(Seq target);
    void quoteChanged(Seq quoted);
    void turnEchoIntoEvent(int row, const RoomEvent &event);
    void showEchoes();
    void hideEchoes();
    void addEchoes(const TimelineItems &echoes);
    void outboxLoaded();
    void echoAdded(const OutboxEntry &entry);
    void echoChanged(const OutboxEntry &entry);
    void echoRemoved(const Cid &cid);
    void personRenamed(AccountId person);
    /// Texts that name people or rooms are to be formatted anew.
    void namesChanged();
    void findUnread();
    void touch(int first, int last, const QList<int> &roles);
    /// The row may begin a group or a day now, or no more; it need not exist.
    void touchStarts(int row);

    RoomId m_room;
    MessageSources m_sources;
    std::unique_ptr<TimelineCells> m_cells;
    TimelineLoader m_loader;
    TimelineWindow m_window;
    RecentChanges m_missed; ///< while something is loading
    QTimer m_namesTimer;
    int m_maxRows = MaxRows;
    bool m_olderHadRows = true; ///< the last page of that side
    bool m_newerHadRows = true;
    bool m_atStart = false;
    bool m_atEnd = false;
    Seq m_unreadFrom = -1;
    Seq m_unreadSeq = 0; ///< found once: seq of the first message of others after m_unreadFrom; 0 unknown
};

} // namespace salon
