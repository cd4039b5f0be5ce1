// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/session/answer.h"
#include "shared/protocol/messages/rooms.h"

#include <QAbstractListModel>
#include <QTimer>
#include <functional>

namespace salon {

class History;
class People;

/// Members of one room: present ones first, then by name. Empty until the first answer; follows joins, leaves and
/// presence. Not available offline.
class MemberModel : public QAbstractListModel
{
    Q_OBJECT
public:
    static constexpr qsizetype MaxMembers = 20'000;

    enum Role
    {
        AccountIdRole = Qt::UserRole + 1, ///< qint64
        NameRole, ///< QString; Qt::DisplayRole is the same
        LoginRole, ///< QString
        RoleRole, ///< int, salon::Role on the server
        IsMakerRole, ///< bool: made the room
        PresenceRole, ///< int, PresenceState
        StatusTextRole, ///< QString
        LastSeenRole, ///< qint64, ms since 1970; 0 unknown or present
        IsSelfRole, ///< bool
        IsPresentRole ///< bool: not offline; for a section line
    };
    /// Asks the server for one page.
    using Fetch = std::function<Answer<MemberList>(quint32 offset)>;

    MemberModel(RoomId room, Fetch fetch, History &history, const People &people, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] RoomId room() const { return m_room; }
    /// The room has more than MaxMembers; the others are not listed.
    [[nodiscard]] bool isTruncated() const { return m_isTruncated; }
    [[nodiscard]] bool isLoading() const { return m_loading; }
    [[nodiscard]] int rowOf(AccountId account) const;
    [[nodiscard]] int presentCount() const;
    /// Asks again for the whole list; done by itself when made and after a reconnect (Workspace calls it).
    void refresh();

Q_SIGNALS:
    void loadingChanged(bool loading);
    void loadFailed(const salon::Error &error);
    void presentCountChanged(int count);

private:
    void ask(int generation, quint32 offset);
    void pageCame(int generation, const Result<MemberList> &page);
    void eventsAppended(const QList<RoomEvent> &events);
    void show(QList<MemberEntry> members);
    void personChanged(AccountId person);
    void moveToPlace(int row);
    void setLoading(bool loading);
    void removeAccount(AccountId account);
    void updateEntry(MemberEntry &member) const;
    [[nodiscard]] bool isBefore(const MemberEntry &left, const MemberEntry &right) const;
    void countPresent();

    RoomId m_room;
    Fetch m_fetch;
    const People &m_people;
    QList<MemberEntry> m_members;
    QList<MemberEntry> m_incoming;
    bool m_isTruncated = false;
    bool m_loading = false;
    int m_generation = 0;
    int m_lastPresent = 0;
};

} // namespace salon
