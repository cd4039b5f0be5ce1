// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/session/answer.h"
#include "shared/protocol/messages/rooms.h"

#include <QAbstractListModel>
#include <functional>

namespace salon {

/// Rooms of the server found by a text, page by page (canFetchMore/fetchMore, so a view loads more when scrolled).
/// Without one's direct rooms, which the server lists too: they have no name to be found by.
class PublicRoomModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role
    {
        RoomIdRole = Qt::UserRole + 1, ///< qint64
        NameRole, ///< QString; Qt::DisplayRole is the same
        TopicRole, ///< QString
        KindRole, ///< int, RoomKind
        MemberCountRole, ///< uint
        IsMemberRole, ///< bool
        LastActivityRole ///< qint64, ms since 1970
    };
    using Fetch = std::function<Answer<RoomList>(const QString &query, quint32 offset)>;

    explicit PublicRoomModel(Fetch fetch, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    /// Starts over with this text. Answers to an earlier one are dropped.
    void search(const QString &query);
    [[nodiscard]] bool isLoading() const { return m_loading; }
    [[nodiscard]] RoomSummary roomAt(int row) const { return m_rooms.value(row); }
    /// One joined or left it.
    void setMember(RoomId room, bool member);

Q_SIGNALS:
    void loadingChanged(bool loading);
    void loadFailed(const salon::Error &error);

private:
    void ask();
    void answered(int generation, const Result<RoomList> &answer);
    void setLoading(bool loading);

    Fetch m_fetch;
    QString m_query;
    QList<RoomSummary> m_rooms;
    quint32 m_offset = 0; ///< rooms that the server has listed so far
    int m_generation = 0;
    bool m_more = false;
    bool m_startsOver = false;
    bool m_loading = false;
};

} // namespace salon
