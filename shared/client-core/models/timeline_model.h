// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/clock.h"
#include "shared/client-core/session/history.h"
#include "shared/client-core/session/outbox.h"

#include <QAbstractListModel>
#include <deque>

namespace salon {

class People;
class Rooms;

/// A window over one room's history, oldest row first: stored events, stretches that are gone, and at the end (when the
/// window reaches it) what the outbox still holds. Rows are addressed by seq or cid, never by a kept row number. Holds
/// at most about MaxRows; what falls out of the window is fetched again when asked. Make one per view; loads by itself.
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
        GapTextRole ///< QString
    };

    static constexpr int PageRows = 100;
    static constexpr int MaxRows = 2000;
    static constexpr qint64 GroupMs = 5 * 60'000;

    TimelineModel(RoomId room, History &history, Outbox &outbox, const Rooms &rooms, const People &people,
        QObject *parent = nullptr);
    ~TimelineModel() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// Qt::DisplayRole: "Marie: text" or the sentence; Qt::AccessibleTextRole: "Marie, 10:42: text, not sent yet".
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] RoomId room() const { return m_room; }
    [[nodiscard]] bool isLoading() const { return m_loading; }
    /// The first row is the oldest that this reader can get.
    [[nodiscard]] bool isAtStart() const { return m_atStart; }
    /// The window reaches the newest event, and live ones are appended.
    [[nodiscard]] bool isAtEnd() const { return m_atEnd; }
    /// -1 when it is not in the window.
    [[nodiscard]] int rowOfSeq(Seq seq) const;
    [[nodiscard]] int rowOfCid(const Cid &cid) const;
    /// 0 while there is none.
    [[nodiscard]] Seq oldestSeq() const;
    [[nodiscard]] Seq newestSeq() const;
    /// Row with StartsUnreadRole, -1 when it is not in the window.
    [[nodiscard]] int unreadRow() const;

    /// Load the next page at that side. Nothing happens while loading, or when there is no more. A failure is told by
    /// loadFailed(), and asking again is allowed.
    void fetchOlder();
    void fetchNewer();
    /// Shows a window around `seq`; jumped() follows. At once if it is loaded already.
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

private:
    struct Row
    {
        enum class Type : quint8
        {
            Event,
            Gap,
            Echo
        };
        Type type = Type::Event;
        RoomEvent event; ///< Gap: seq is its end. Echo: seq 0, or the server's while its event is still to come
        Seq gapFrom = 0;
        SendState state = SendState::Stored;
        Error error;
        bool delayed = false;
        mutable QString words; ///< of a system line, made when first asked for
    };

    [[nodiscard]] QVariant rowData(int row, int role) const;
    [[nodiscard]] QString systemText(const Row &row) const;
    [[nodiscard]] QString authorName(const Row &row) const;
    [[nodiscard]] QString accountName(const Row &row) const;
    [[nodiscard]] QString gatewayName(const Row &row) const;
    [[nodiscard]] QString accessibleText(int row) const;
    [[nodiscard]] RowKind kindOf(const Row &row) const;
    [[nodiscard]] bool isOwn(const Row &row) const;
    [[nodiscard]] bool startsGroup(int row) const;
    [[nodiscard]] bool startsDay(int row) const;
    [[nodiscard]] int storedCount() const { return int(m_rows.size()) - m_echoes; }

    /// Asks for at most a page with seq < before (0: the newest) and shows it instead of what is there.
    void loadWindow(Seq before, Seq lookAt);
    void replaceAll(const HistorySlice &slice, Seq lookAt);
    void insertOlder(const HistorySlice &slice);
    void appendNewer(const HistorySlice &slice);
    void failLoading(const Error &error);
    void setLoading(bool loading);
    void setAtStart(bool atStart);
    void setAtEnd(bool atEnd);
    void noteStart(bool knownStart);
    void noteEnd();
    void insertRows(int at, std::deque<Row> rows);
    void removeRows(int first, int count);
    void trimFront(int keep);
    void trimBack();
    void eventsAppended(const QList<RoomEvent> &events, Seq gapTo);
    void turnEchoIntoEvent(int row, const RoomEvent &event);
    void showEchoes();
    void hideEchoes();
    void echoAdded(const OutboxEntry &entry);
    void echoChanged(const OutboxEntry &entry);
    void echoRemoved(const Cid &cid);
    [[nodiscard]] int echoRow(const Cid &cid) const;
    void personRenamed(AccountId person);
    void findUnread();
    void touch(int first, int last, const QList<int> &roles);
    [[nodiscard]] qint64 timeAbove(int row) const;
    [[nodiscard]] static std::deque<Row> rowsOf(const HistorySlice &slice);
    [[nodiscard]] static Row rowOf(const OutboxEntry &entry);

    RoomId m_room;
    History &m_history;
    Outbox &m_outbox;
    const Rooms &m_rooms;
    const People &m_people;
    std::deque<Row> m_rows;
    int m_echoes = 0; ///< rows of the outbox, at the end
    int m_maxRows = MaxRows;
    int m_generation = 0; ///< answers to what was asked before a jump are dropped
    bool m_loading = false;
    bool m_atStart = false;
    bool m_atEnd = false;
    Seq m_unreadFrom = -1;
    Seq m_unreadSeq = 0; ///< found once: seq of the first message of others after m_unreadFrom; 0 unknown
};

} // namespace salon
