// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/clock.h"
#include "shared/client-core/session/session.h"
#include "shared/transport/frame_tap.h"

#include <QAbstractTableModel>
#include <QPointer>
#include <QSet>
#include <QTimer>
#include <deque>

namespace salon {

/// The frames of a connection and its steps, oldest first, for people who want to see how it works. Nothing is recorded
/// until a session is watched or tap() is lent. Secrets are overwritten before a frame is kept; the oldest rows go when
/// there are more than MaxRows or MaxBytes. Rows appear in batches, a moment after what they tell of.
class FrameLogModel : public QAbstractTableModel, private FrameTap
{
    Q_OBJECT
public:
    static constexpr int MaxRows = 2000;
    static constexpr qsizetype MaxBytes = 8 * 1024 * 1024;
    static constexpr int BatchMs = 30;

    enum class Direction
    {
        Sent,
        Received,
        None ///< no frame: a step of the connection, or that another one begins
    };
    enum Column
    {
        TimeColumn,
        DirectionColumn,
        MessageColumn,
        CorrelationColumn,
        SizeColumn,
        ColumnCount
    };
    enum Role
    {
        TimeRole = Qt::UserRole + 1, ///< qint64, ms since 1970
        DirectionRole, ///< int, Direction
        TypeRole, ///< quint32, number of the message; 0 for a step
        NameRole, ///< QString, name of the message; empty for a step and for a number that this build does not know
        CorrelationRole, ///< quint64
        SizeRole, ///< qint64, bytes with the length prefix; 0 for a step
        FrameRole, ///< QByteArray, whole and without its secrets; see viewFrame()
        StateRole, ///< int, SessionState, of a step
        ErrorRole, ///< int, ErrorCode, of the step Offline; 0: it was asked for
        ConnectionRole, ///< int, what beginConnection() returned; 0 before
        ConnectionNameRole, ///< QString, of the connection that the row is of
        IsPeerRole, ///< bool: with a device, not with a server
        BeginsRole ///< bool: no step; from here on rows are of this connection
    };

    explicit FrameLogModel(const Clock &clock, QObject *parent = nullptr);
    ~FrameLogModel() override;

    /// Rows from now on are of this connection, which a row of its own says (also while paused): its number, 1 and up.
    int beginConnection(const QString &name, bool isPeer);
    /// Records this session from now on, instead of the one before; null: none. At most one log watches a session.
    void watch(Session *session);
    /// For connections without a session. Whoever lends it takes it away again.
    [[nodiscard]] FrameTap &tap() { return *this; }
    void addStep(SessionState state, ErrorCode error = {});
    [[nodiscard]] bool isWatching() const { return m_session != nullptr; }
    /// While paused, what happens is counted and not kept.
    void setPaused(bool paused) { m_paused = paused; }
    [[nodiscard]] bool isPaused() const { return m_paused; }
    void clear();

    /// Frames not kept because of the pause, since the last clear().
    [[nodiscard]] quint64 missedFrames() const { return m_missed; }
    /// Rows that made room for others, since the last clear().
    [[nodiscard]] quint64 droppedRows() const { return m_dropped; }
    [[nodiscard]] qsizetype bytes() const { return m_bytes; }
    /// Numbers of all messages seen since the last clear().
    [[nodiscard]] const QSet<quint32> &types() const { return m_types; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    /// Every column has every role; Qt::DisplayRole is a column's value, not meant for people.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    /// bytes(), missedFrames(), droppedRows() or types() changed.
    void countsChanged();

private:
    struct Connection
    {
        int number = 0;
        QString name{};
        bool isPeer = false;
    };
    struct Entry
    {
        qint64 timeMs = 0;
        Direction direction = Direction::None;
        quint32 type = 0;
        quint64 correlation = 0;
        QByteArray frame{};
        SessionState state = SessionState::Offline;
        int error = 0;
        bool begins = false;
        Connection connection{};
    };

    void frameSent(const QByteArray &frame) override;
    void frameReceived(const QByteArray &payload) override;
    void keepFrame(Direction direction, QByteArray frame);
    void keepStep(SessionState state);
    void keep(Entry entry);
    /// Makes rows of what waits.
    void flush();
    void makeRoom(qsizetype rows, qsizetype bytes);

    const Clock &m_clock;
    QPointer<Session> m_session;
    Connection m_connection;
    std::deque<Entry> m_entries;
    std::deque<Entry> m_waiting; ///< for the next batch
    qsizetype m_waitingBytes = 0;
    QTimer m_batch;
    qsizetype m_bytes = 0; ///< of m_entries
    quint64 m_missed = 0;
    quint64 m_dropped = 0;
    QSet<quint32> m_types;
    bool m_paused = false;
};

} // namespace salon
