// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/models/people_model.h"

namespace salon {

PeopleModel::PeopleModel(const People &people, QObject *parent)
    : QAbstractListModel(parent)
    , m_people(people)
{
    connect(&people, &People::changed, this, &PeopleModel::personChanged);
    connect(&people, &People::presenceForgotten, this, [this] {
        if (!m_ids.isEmpty())
            Q_EMIT dataChanged(index(0), index(int(m_ids.size()) - 1), { PresenceRole });
    });
}

int PeopleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_ids.size());
}

QVariant PeopleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const AccountId id = m_ids[index.row()];
    const Profile *person = m_people.find(id);
    switch (role) {
    case AccountIdRole:
        return id.value;
    case Qt::DisplayRole:
    case NameRole:
        return m_people.nameOf(id);
    case LoginRole:
        return person ? person->login : QString();
    case PresenceRole:
        return int(person ? person->presence : PresenceState::Offline);
    case StatusTextRole:
        return person ? person->statusText : QString();
    default:
        return {};
    }
}

QHash<int, QByteArray> PeopleModel::roleNames() const
{
    return { { Qt::DisplayRole, "display" }, { AccountIdRole, "accountId" }, { NameRole, "name" },
        { LoginRole, "login" }, { PresenceRole, "presence" }, { StatusTextRole, "statusText" } };
}

void PeopleModel::show(const QList<Profile> &people)
{
    beginResetModel();
    m_ids.clear();
    for (const Profile &person : people)
        m_ids.append(person.id);
    endResetModel();
}

void PeopleModel::personChanged(AccountId person)
{
    const auto row = int(m_ids.indexOf(person));
    if (row >= 0)
        Q_EMIT dataChanged(
            index(row), index(row), { Qt::DisplayRole, NameRole, LoginRole, PresenceRole, StatusTextRole });
}

} // namespace salon
