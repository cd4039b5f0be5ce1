// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/how_it_works/watched_connection.h"

#include "shared/client-core/workspace.h"
#include "shared/nearby/nearby.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

/// A link's state in the steps of a session: nothing, linked and waiting for the decision, talking.
SessionState stepOf(const std::optional<NearbyPerson> &person)
{
    if (!person || !person->reachable)
        return SessionState::Offline;
    return person->direct ? SessionState::Online : SessionState::Syncing;
}

} // namespace

WatchedConnection::WatchedConnection(FrameLogModel &log)
    : m_log(log)
{
}

WatchedConnection::~WatchedConnection()
{
    leave();
}

void WatchedConnection::setWorkspace(Workspace *workspace)
{
    if (workspace == m_workspace)
        return;
    m_workspace = workspace;
    follow();
    Q_EMIT changed();
}

void WatchedConnection::setPerson(Nearby *nearby, const QByteArray &key)
{
    if (nearby == m_nearby && key == m_person)
        return;
    if (m_nearby)
        m_nearby->people().disconnect(this);
    m_nearby = nearby;
    m_person = key;
    m_name.clear();
    if (isPeer()) {
        connect(&nearby->people(), &NearbyPeople::personChanged, this, &WatchedConnection::personChanged);
        m_name = name();
    }
    follow();
    Q_EMIT changed();
}

void WatchedConnection::setOn(bool on)
{
    m_on = on;
    follow();
}

bool WatchedConnection::isPeer() const
{
    return m_nearby && !m_person.isEmpty();
}

QString WatchedConnection::name() const
{
    if (!isPeer())
        return m_workspace ? m_workspace->name() : QString();
    const auto person = m_nearby->people().find(m_person);
    if (!person && !m_name.isEmpty())
        return m_name; // who has left the list
    return NearbyPeople::nameOf(person.value_or(NearbyPerson{ m_person }));
}

QString WatchedConnection::address() const
{
    if (isPeer() || !m_workspace)
        return {};
    const JoinLink &address = m_workspace->server().address;
    const bool hasPort = !address.host.isEmpty() && !address.host.startsWith("unix:"_L1);
    return hasPort ? "%1:%2"_L1.arg(address.host, QString::number(address.port)) : address.host;
}

bool WatchedConnection::isEncrypted() const
{
    return isPeer() || !m_workspace || !m_workspace->server().address.plain;
}

FrameWords::Names WatchedConnection::namesOf(const QModelIndex &row) const
{
    const QPointer<Workspace> workspace = m_workspaces.value(row.data(FrameLogModel::ConnectionRole).toInt());
    return [workspace](const QString &type, quint64 id) -> QString {
        if (!workspace || id == 0)
            return {};
        if (type == "RoomId"_L1)
            return workspace->rooms().displayName(RoomId{ qint64(id) });
        if (type == "AccountId"_L1)
            return workspace->people().nameOf(AccountId{ qint64(id) });
        return {};
    };
}

void WatchedConnection::reconnect()
{
    if (isPeer() || !m_workspace)
        return;
    m_workspace->stop();
    m_workspace->start();
}

void WatchedConnection::leave()
{
    m_log.watch(nullptr);
    if (m_tapped)
        m_tapped->setFrameTap({}, nullptr);
    m_tapped = nullptr;
    m_followed = nullptr;
    m_followedPerson.clear();
}

/// Brings the log to what is to be recorded now.
void WatchedConnection::follow()
{
    QObject *wanted = !m_on ? nullptr : isPeer() ? static_cast<QObject *>(m_nearby) : m_workspace.data();
    const QByteArray person = wanted && isPeer() ? m_person : QByteArray();
    if (wanted == m_followed && person == m_followedPerson)
        return;
    leave();
    m_followed = wanted;
    m_followedPerson = person;
    if (!wanted)
        return;
    const int number = m_log.beginConnection(name(), isPeer());
    if (isPeer()) {
        m_step = stepOf(m_nearby->people().find(m_person));
        m_log.addStep(m_step);
        m_tapped = m_nearby;
        m_tapped->setFrameTap(m_person, &m_log.tap());
    } else {
        m_workspaces.insert(number, m_workspace);
        m_log.watch(&m_workspace->session());
    }
}

void WatchedConnection::personChanged(const QByteArray &key)
{
    if (key != m_person)
        return;
    const SessionState step = stepOf(m_nearby->people().find(m_person));
    if (m_on && std::exchange(m_step, step) != step)
        m_log.addStep(step);
    const QString now = name();
    if (std::exchange(m_name, now) != now)
        Q_EMIT changed();
}

} // namespace salon
