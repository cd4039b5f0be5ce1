// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/nearby/nearby_people.h"

#include "shared/base/terminal_text.h"
#include "shared/client-core/text/time_text.h"

#include <QDateTime>
#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

int rankOf(const NearbyPerson &person)
{
    if (person.asks)
        return 0;
    if (person.trust == PeerTrust::Accepted)
        return person.isHere() ? 1 : 2;
    return person.trust == PeerTrust::Blocked ? 4 : 3;
}

bool standsBefore(const NearbyPerson &one, const NearbyPerson &other)
{
    return std::tuple(rankOf(one), one.name.toCaseFolded(), one.key)
        < std::tuple(rankOf(other), other.name.toCaseFolded(), other.key);
}

QStringList serversOf(const NearbyPerson &person)
{
    QStringList names;
    for (const NearbyAccount &account : person.accounts)
        names.append(account.serverName);
    names.removeDuplicates();
    return names;
}

} // namespace

QString NearbyPeople::nameOf(const NearbyPerson &person)
{
    const QString name = safeLineForTerminal(person.name);
    return name.trimmed().isEmpty() ? tr("Somebody without a name") : name;
}

QString NearbyPeople::statusOf(const NearbyPerson &person)
{
    if (person.trust == PeerTrust::Unknown && person.doubt == PeerDoubt::OtherKeyAtAddress)
        return tr("Answers where somebody else was before");
    if (person.trust == PeerTrust::Unknown && person.doubt == PeerDoubt::SameNameAsKnown)
        return person.asks ? tr("Wants to talk with you; not the one you know")
                           : tr("On this network; not the one you know");
    if (person.asks)
        return tr("Wants to talk with you");
    switch (person.trust) {
    case PeerTrust::Blocked:
        return tr("Refused");
    case PeerTrust::Unknown:
        return tr("On this network");
    case PeerTrust::Accepted:
        break;
    }
    if (person.direct)
        return tr("Here");
    if (person.isUndecided())
        return tr("Has not accepted yet");
    if (person.found)
        return tr("Connecting…");
    return person.lastSeenMs > 0 ? TimeText::lastSeen(person.lastSeenMs, QDateTime::currentDateTime()) : tr("Away");
}

QString NearbyPeople::doubtOf(const NearbyPerson &person) const
{
    if (person.trust != PeerTrust::Unknown || person.doubt == PeerDoubt::None)
        return {};
    const NearbyPerson known = find(person.notKey).value_or(NearbyPerson{});
    const QString words = known.words.isEmpty() ? u"…"_s : known.words.join(u' ');
    if (person.doubt == PeerDoubt::OtherKeyAtAddress && !person.address.isEmpty())
        //: %1 an address, %2 a name, %3 four words
        return tr("Another device than before answers at %1. This is not the %2 you know, whose words are: %3.")
            .arg(safeLineForTerminal(person.address), nameOf(known), words);
    //: %1 a name, %2 four words
    return tr("This is not the %1 you know, whose words are: %2.").arg(nameOf(known), words);
}

int NearbyPeople::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_people.size());
}

QVariant NearbyPeople::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const NearbyPerson &person = m_people.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return nameOf(person);
    case Qt::AccessibleTextRole:
        if (person.unread > 0)
            //: For screen readers. %1 name, %2 "Here", %3 "2 unread messages"
            return tr("%1, %2, %3").arg(nameOf(person), statusOf(person), unreadText(person.unread));
        //: For screen readers. %1 name, %2 "Here"
        return tr("%1, %2").arg(nameOf(person), statusOf(person));
    case KeyRole:
        return person.key;
    case WordsRole:
        return person.words;
    case TrustRole:
        return int(person.trust);
    case AsksRole:
        return person.asks;
    case IsHereRole:
        return person.isHere();
    case IsDirectRole:
        return person.direct;
    case IsUndecidedRole:
        return person.isUndecided();
    case UnreadRole:
        return person.unread;
    case LastSeenRole:
        return person.lastSeenMs;
    case ServersRole:
        return serversOf(person);
    case AccountRole:
        return person.accounts.isEmpty() ? 0 : person.accounts.constFirst().account.value;
    case StatusTextRole:
        return statusOf(person);
    case DoubtRole:
        return int(person.doubt);
    case NotKeyRole:
        return person.notKey;
    case DoubtTextRole:
        return doubtOf(person);
    default:
        return {};
    }
}

QString NearbyPeople::unreadText(int count)
{
    return tr("%n unread message(s)", nullptr, count);
}

QHash<int, QByteArray> NearbyPeople::roleNames() const
{
    return { { NameRole, "name" }, { KeyRole, "key" }, { WordsRole, "words" }, { TrustRole, "trust" },
        { AsksRole, "asks" }, { IsHereRole, "isHere" }, { IsDirectRole, "isDirect" },
        { IsUndecidedRole, "isUndecided" }, { UnreadRole, "unread" }, { LastSeenRole, "lastSeen" },
        { ServersRole, "servers" }, { AccountRole, "account" }, { StatusTextRole, "statusText" },
        { DoubtRole, "doubt" }, { NotKeyRole, "notKey" }, { DoubtTextRole, "doubtText" } };
}

std::optional<NearbyPerson> NearbyPeople::find(const QByteArray &key) const
{
    const int row = rowOf(key);
    return row < 0 ? std::nullopt : std::optional(m_people.at(row));
}

std::optional<NearbyPerson> NearbyPeople::findAccount(const QString &server, AccountId account) const
{
    for (const NearbyPerson &person : m_people) {
        const bool isIt = std::any_of(person.accounts.begin(), person.accounts.end(),
            [&](const NearbyAccount &known) { return known.server == server && known.account == account; });
        if (isIt)
            return person;
    }
    return {};
}

int NearbyPeople::rowOf(const QByteArray &key) const
{
    const auto it = std::find_if(
        m_people.begin(), m_people.end(), [&key](const NearbyPerson &person) { return person.key == key; });
    return it == m_people.end() ? -1 : int(it - m_people.begin());
}

int NearbyPeople::unreadCount() const
{
    int count = 0;
    for (const NearbyPerson &person : m_people)
        count += person.unread;
    return count;
}

int NearbyPeople::requestCount() const
{
    return int(std::count_if(m_people.begin(), m_people.end(), [](const NearbyPerson &person) { return person.asks; }));
}

void NearbyPeople::put(const NearbyPerson &person)
{
    const int row = rowOf(person.key);
    if (row >= 0 && m_people.at(row) == person)
        return;
    // Where it stands among the others.
    int place = 0;
    for (const NearbyPerson &other : std::as_const(m_people)) {
        if (other.key != person.key && standsBefore(other, person))
            ++place;
    }
    if (row < 0) {
        beginInsertRows({}, place, place);
        m_people.insert(place, person);
        endInsertRows();
    } else {
        if (place != row) {
            beginMoveRows({}, row, row, {}, place > row ? place + 1 : place);
            m_people.move(row, place);
            endMoveRows();
        }
        m_people[place] = person;
        Q_EMIT dataChanged(index(place), index(place));
    }
    Q_EMIT personChanged(person.key);
}

void NearbyPeople::remove(const QByteArray &key)
{
    const int row = rowOf(key);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_people.removeAt(row);
    endRemoveRows();
    Q_EMIT personChanged(key);
}

void NearbyPeople::clear()
{
    beginResetModel();
    const auto gone = std::exchange(m_people, {});
    endResetModel();
    for (const NearbyPerson &person : gone)
        Q_EMIT personChanged(person.key);
}

void NearbyPeople::retranslate()
{
    if (!m_people.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_people.size()) - 1));
}

} // namespace salon
