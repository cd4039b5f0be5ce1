// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/session/rooms.h"

#include <QAbstractListModel>

namespace salon {

class People;

enum class RoomSection
{
    Rooms,
    Direct
};

/// The rooms one is a member of, in no particular order (see RoomListProxy). A row is addressed by its RoomId.
class RoomListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role
    {
        RoomIdRole = Qt::UserRole + 1, ///< qint64
        KindRole, ///< int, RoomKind
        SectionRole, ///< int, RoomSection
        NameRole, ///< QString; of a direct room the others' names. Qt::DisplayRole is the same
        TopicRole, ///< QString
        UnreadRole, ///< uint
        MentionsRole, ///< uint; in a direct room every unread message counts
        LastActivityRole, ///< qint64, ms since 1970; 0 unknown
        LastTextRole, ///< QString, one line, may be empty
        PresenceRole, ///< int, PresenceState of the other person of a 1:1 room; invalid QVariant for others
        StatusTextRole, ///< QString, of the same person
        MemberCountRole, ///< uint
        IsFirstRole, ///< bool: the room everyone lands in
        OthersRole, ///< QVariantList of qint64 account ids; direct rooms only
        HasDraftRole, ///< bool
        AttentionRole, ///< int, Attention: what of it calls this person's attention now
        AttentionUntilRole, ///< qint64, ms since 1970; 0: for good
        MarkRole, ///< qint64: it was marked as unread from this seq on; 0: it was not
        RulesRole, ///< RoomRules
        RulesLineRole ///< QString: rules that are not as usual in one line, in the language of now; may be empty
    };

    RoomListModel(const Rooms &rooms, const People &people, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] int rowOf(RoomId room) const { return int(m_ids.indexOf(room)); }
    [[nodiscard]] RoomId roomAt(int row) const { return m_ids.value(row); }
    /// Told by Workspace, which owns the drafts.
    void setHasDraft(RoomId room, bool hasDraft);
    /// Names made of words change language ("Empty conversation").
    void retranslate();

private:
    void roomChanged(RoomId room, RoomAspects what);
    void personChanged(AccountId person);
    void presenceForgotten();
    [[nodiscard]] QVariant presence(const RoomSummary &room, int role) const;

    const Rooms &m_rooms;
    const People &m_people;
    QList<RoomId> m_ids;
    QList<RoomId> m_drafts;
};

} // namespace salon
