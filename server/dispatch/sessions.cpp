// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/dispatch/sessions.h"

#include <algorithm>

namespace salon::server {
namespace {

template <class Pointer>
void sortById(std::vector<Pointer> &sessions)
{
    std::sort(sessions.begin(), sessions.end(),
        [](const Session *left, const Session *right) { return left->info.id < right->info.id; });
}

} // namespace

void Sessions::open(const ConnectionInfo &info)
{
    m_sessions[info.id].info = info;
}

void Sessions::close(ConnectionId id)
{
    const Session *session = find(id);
    if (!session)
        return;
    if (session->account.isValid()) {
        const auto connections = m_ofAccount.find(session->account);
        connections->removeOne(id);
        if (connections->isEmpty())
            m_ofAccount.erase(connections);
    }
    m_sessions.erase(id);
}

void Sessions::enter(ConnectionId id, AccountId account, DeviceId device)
{
    Session *session = find(id);
    if (!session)
        return;
    session->account = account;
    session->device = device;
    session->phase = Session::Phase::In;
    m_ofAccount[account].append(id);
}

std::vector<Session *> Sessions::of(AccountId account)
{
    std::vector<Session *> sessions;
    for (const ConnectionId id : m_ofAccount.value(account)) {
        if (Session *session = find(id); session->isIn())
            sessions.push_back(session);
    }
    return sessions;
}

std::vector<Session *> Sessions::all()
{
    std::vector<Session *> sessions;
    for (auto &[id, session] : m_sessions)
        sessions.push_back(&session);
    sortById(sessions);
    return sessions;
}

std::vector<const Session *> Sessions::all() const
{
    std::vector<const Session *> sessions;
    for (const auto &[id, session] : m_sessions)
        sessions.push_back(&session);
    sortById(sessions);
    return sessions;
}

} // namespace salon::server
