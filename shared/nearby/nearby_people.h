// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/nearby/nearby_person.h"

#include <QAbstractListModel>
#include <optional>

namespace salon {

/// Everybody that Nearby knows of: those who ask first, then those accepted (here before away), then strangers who were
/// found, then those refused; by name within each. Kept by Nearby; rows are addressed by key.
class NearbyPeople : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        KeyRole = Qt::UserRole + 1, ///< QByteArray
        NameRole, ///< QString, safe to show, never empty; Qt::DisplayRole is the same
        WordsRole, ///< QStringList, four or none yet
        TrustRole, ///< int, PeerTrust
        AsksRole, ///< bool: wants to talk and waits for a decision
        IsHereRole, ///< bool
        IsDirectRole, ///< bool: what is written leaves at once
        IsUndecidedRole, ///< bool: accepted here, and the other has not decided yet
        UnreadRole, ///< int
        LastSeenRole, ///< qint64, ms since 1970; 0: never
        ServersRole, ///< QStringList: names of the servers by which this person is known; empty if none
        AccountRole, ///< qint64: AccountId on the first of these servers; 0: none
        StatusTextRole, ///< QString: one short sentence in the language of now
        DoubtRole, ///< int, PeerDoubt
        NotKeyRole, ///< QByteArray: with a doubt, of whom they could be taken for
        DoubtTextRole ///< QString: doubtOf()
    };

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// Qt::AccessibleTextRole: "Marie, here, 2 unread messages".
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// What the person is called, safe to show and never empty.
    [[nodiscard]] static QString nameOf(const NearbyPerson &person);
    /// "Here", "Wants to talk with you", "Last seen 5 minutes ago".
    [[nodiscard]] static QString statusOf(const NearbyPerson &person);
    /// Why this person may not be who they seem to be, with the words of who is known; empty if there is no doubt.
    [[nodiscard]] QString doubtOf(const NearbyPerson &person) const;
    /// "2 unread messages"
    [[nodiscard]] static QString unreadText(int count);

    [[nodiscard]] const QList<NearbyPerson> &all() const { return m_people; }
    [[nodiscard]] std::optional<NearbyPerson> find(const QByteArray &key) const;
    /// The person whose device has this account; nothing if none was recognised.
    [[nodiscard]] std::optional<NearbyPerson> findAccount(const QString &server, AccountId account) const;
    /// -1 if there is none.
    [[nodiscard]] int rowOf(const QByteArray &key) const;
    /// Messages that were not seen, of everybody.
    [[nodiscard]] int unreadCount() const;
    /// How many ask.
    [[nodiscard]] int requestCount() const;

    /// Adds the person or replaces the one of the same key; the row moves to its place.
    void put(const NearbyPerson &person);
    void remove(const QByteArray &key);
    void clear();
    /// Words of the status change language.
    void retranslate();

Q_SIGNALS:
    /// Anything of this person, new ones and removed ones included.
    void personChanged(const QByteArray &key);

private:
    QList<NearbyPerson> m_people;
};

} // namespace salon
