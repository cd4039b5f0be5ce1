// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/session/people.h"

#include <QAbstractListModel>

namespace salon {

/// People, for choosing somebody: what findPeople() gave, in that order, kept up to date in name and presence.
class PeopleModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role
    {
        AccountIdRole = Qt::UserRole + 1, ///< qint64
        NameRole, ///< QString; Qt::DisplayRole is the same
        LoginRole, ///< QString
        PresenceRole, ///< int, PresenceState
        StatusTextRole ///< QString
    };

    explicit PeopleModel(const People &people, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    void show(const QList<Profile> &people);

private:
    void personChanged(AccountId person);

    const People &m_people;
    QList<AccountId> m_ids;
};

} // namespace salon
