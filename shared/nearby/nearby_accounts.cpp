// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/nearby/nearby_accounts.h"

#include "shared/base/when_ready.h"
#include "shared/client-core/workspaces.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr qsizetype KeyBytes = 32;
constexpr qint64 MaxFileBytes = 1024 * 1024;
constexpr qsizetype MaxKnown = 1000;
constexpr auto Base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

} // namespace

NearbyAccounts::NearbyAccounts(ClientProfile &profile, Nearby &nearby, Workspaces &workspaces, QObject *parent)
    : QObject(parent)
    , m_nearby(nearby)
    , m_workspaces(workspaces)
    , m_path(profile.dataFolder() + u"/nearby-accounts.json"_s)
    , m_lane(u"salon-nearby-accounts"_s)
{
    whenReady(m_lane.run([path = m_path] { return readFrom(path); }), this, [this](const QList<Known> &known) {
        // What a server said meanwhile is newer.
        for (const Known &one : known) {
            if (!m_asked.value(one.account.server).contains(one.key))
                m_known.append(one);
        }
        for (const Known &one : known)
            tell(one.key);
    });
    connect(&nearby.people(), &NearbyPeople::personChanged, this, [this](const QByteArray &key) {
        tell(key);
        const auto everywhere = m_workspaces.all();
        for (Workspace *workspace : everywhere)
            ask(workspace, key);
    });
    connect(&workspaces, &Workspaces::added, this, &NearbyAccounts::watch);
    connect(&workspaces, &Workspaces::removed, this, &NearbyAccounts::forgetServer);
    const auto everywhere = workspaces.all();
    for (Workspace *workspace : everywhere)
        watch(workspace);
}

NearbyAccounts::~NearbyAccounts() = default;

void NearbyAccounts::watch(Workspace *workspace)
{
    connect(&workspace->session(), &Session::stateChanged, this, [this, workspace](SessionState state) {
        if (state == SessionState::Online)
            askAboutEverybody(workspace);
        else
            m_asked.remove(workspace->id());
    });
    if (workspace->session().isOnline())
        askAboutEverybody(workspace);
}

void NearbyAccounts::askAboutEverybody(Workspace *workspace)
{
    const QList<NearbyPerson> everybody = m_nearby.people().all();
    for (const NearbyPerson &person : everybody)
        ask(workspace, person.key);
}

void NearbyAccounts::ask(Workspace *workspace, const QByteArray &key)
{
    const auto person = m_nearby.people().find(key);
    // A server need not know whom one merely passes by.
    const bool concernsUs = person && (person->asks || person->trust == PeerTrust::Accepted);
    QSet<QByteArray> &asked = m_asked[workspace->id()];
    if (!concernsUs || !workspace->session().isOnline() || asked.contains(key) || asked.size() >= MaxKnown)
        return;
    asked.insert(key);
    whenReady(workspace->findPeople(QString::fromLatin1(key.toBase64(Base64))), this,
        [this, id = workspace->id(), name = workspace->name(), key](const Result<PeopleList> &list) {
            if (!list) {
                m_asked[id].remove(key);
                return;
            }
            QList<NearbyAccount> found;
            // An older server looks for a name of 43 letters, which nobody has.
            if (list->people.size() == 1) {
                const Profile &owner = list->people.constFirst();
                found.append({ id, name, owner.id, owner.login, owner.displayName });
            }
            learn(id, key, found);
        });
}

void NearbyAccounts::learn(const QString &server, const QByteArray &key, const QList<NearbyAccount> &found)
{
    const auto isOld = [&](const Known &known) {
        return known.key == key && known.account.server == server;
    };
    const auto old = std::find_if(m_known.begin(), m_known.end(), isOld);
    const bool isSame = old == m_known.end() ? found.isEmpty() : found == QList{ old->account };
    if (isSame)
        return;
    m_known.removeIf(isOld);
    for (const NearbyAccount &account : found)
        m_known.append({ key, account });
    while (m_known.size() > MaxKnown)
        m_known.removeFirst();
    tell(key);
    save();
}

void NearbyAccounts::tell(const QByteArray &key)
{
    QList<NearbyAccount> accounts;
    for (const Known &known : std::as_const(m_known)) {
        if (known.key == key)
            accounts.append(known.account);
    }
    m_nearby.setAccounts(key, accounts);
}

void NearbyAccounts::forgetServer(const QString &server)
{
    m_asked.remove(server);
    QSet<QByteArray> keys;
    m_known.removeIf([&](const Known &known) {
        const bool goes = known.account.server == server;
        if (goes)
            keys.insert(known.key);
        return goes;
    });
    for (const QByteArray &key : std::as_const(keys))
        tell(key);
    if (!keys.isEmpty())
        save();
}

void NearbyAccounts::save()
{
    m_lane.post([path = m_path, all = m_known] { write(path, all); });
}

QList<NearbyAccounts::Known> NearbyAccounts::readFrom(const QString &path)
{
    QList<Known> all;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > MaxFileBytes)
        return all;
    const QJsonArray rows = QJsonDocument::fromJson(file.readAll()).array();
    for (const QJsonValue &row : rows) {
        const QByteArray key = QByteArray::fromBase64(row[u"key"_s].toString().toLatin1(), Base64);
        const AccountId account{ row[u"account"_s].toString().toLongLong() };
        if (key.size() == KeyBytes && account.isValid() && all.size() < MaxKnown)
            all.append({ key,
                { row[u"server"_s].toString(), row[u"serverName"_s].toString(), account, row[u"login"_s].toString(),
                    row[u"name"_s].toString() } });
    }
    return all;
}

void NearbyAccounts::write(const QString &path, const QList<Known> &all)
{
    QJsonArray rows;
    for (const Known &known : all) {
        const NearbyAccount &account = known.account;
        rows.append(
            QJsonObject{ { u"key"_s, QString::fromLatin1(known.key.toBase64(Base64)) }, { u"server"_s, account.server },
                { u"serverName"_s, account.serverName }, { u"account"_s, QString::number(account.account.value) },
                { u"login"_s, account.login }, { u"name"_s, account.name } });
    }
    // Lost with the power, it is asked for again.
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        file.write(QJsonDocument(rows).toJson());
        file.commit();
    }
}

} // namespace salon
