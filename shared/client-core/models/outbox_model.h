// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/session/outbox.h"

#include <QAbstractListModel>

namespace salon {

class Rooms;

/// Everything unsent in any room, oldest first. Entries that the server has are not listed.
class OutboxModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role
    {
        CidRole = Qt::UserRole + 1, ///< QUuid
        RoomIdRole, ///< qint64
        RoomNameRole, ///< QString
        TextRole, ///< QString, one's own words, or what is to change: "Reaction 👍"; Qt::DisplayRole is the same
        SendStateRole, ///< int, SendState
        ErrorRole, ///< QString, empty when nothing went wrong
        CreatedRole, ///< qint64, ms since 1970
        MayBeStoredRole, ///< bool: the server may have it; see Outbox::discard()
        KindRole, ///< int, EventKind: Message or a change
        TargetRole, ///< qint64: the message that it changes or answers; 0: none
        NextTryRole ///< qint64, ms since 1970: it is sent again by itself then; 0: not known, or it is not
    };

    OutboxModel(Outbox &outbox, const Rooms &rooms, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] Cid cidAt(int row) const { return m_entries.value(row).cid; }
    /// Error texts change language.
    void retranslate();

private:
    [[nodiscard]] static QString wordsOf(const OutboxEntry &entry);
    void reload();
    void entryChanged(const OutboxEntry &entry);
    void entryRemoved(const Cid &cid);
    [[nodiscard]] int rowOf(const Cid &cid) const;

    Outbox &m_outbox;
    const Rooms &m_rooms;
    QList<OutboxEntry> m_entries;
};

} // namespace salon
