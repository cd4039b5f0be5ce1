// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/workspaces.h"

#include <QDir>
#include <algorithm>

namespace salon {

Workspaces::Workspaces(ClientProfile &profile, QString client, Workspace::Environment environment, QObject *parent)
    : QObject(parent)
    , m_profile(profile)
    , m_client(std::move(client))
    , m_environment(std::move(environment))
{
    for (const KnownServer &server : profile.servers().all())
        make(server.id);
}

Workspaces::~Workspaces() = default;

QList<Workspace *> Workspaces::all() const
{
    QList<Workspace *> workspaces;
    for (const auto &workspace : m_all)
        workspaces.append(workspace.get());
    return workspaces;
}

Workspace *Workspaces::find(const QString &id) const
{
    const auto found = std::ranges::find_if(m_all, [&](const auto &workspace) { return workspace->id() == id; });
    return found == m_all.end() ? nullptr : found->get();
}

Workspace *Workspaces::findAddress(const JoinLink &address) const
{
    const auto server = m_profile.servers().findAddress(address);
    return server ? find(server->id) : nullptr;
}

void Workspaces::startAll()
{
    for (const auto &workspace : m_all) {
        if (workspace->server().enrolled)
            workspace->start();
    }
}

void Workspaces::stopAll()
{
    for (const auto &workspace : m_all)
        workspace->stop();
}

Result<Workspace *> Workspaces::add(const JoinLink &link)
{
    Workspace *known = findAddress(link);
    if (!known) {
        Workspace *made = make(m_profile.servers().add(link).id);
        Q_EMIT added(made);
        return made;
    }
    const QByteArray pin = known->server().pin;
    if (!link.pin.isEmpty() && !pin.isEmpty() && link.pin != pin)
        return fail(ErrorCode::ServerKeyChanged);
    return known->adoptLink(link).map([known] { return known; });
}

void Workspaces::remove(const QString &id)
{
    const auto found = std::ranges::find_if(m_all, [&](const auto &workspace) { return workspace->id() == id; });
    if (found == m_all.end())
        return;
    Q_EMIT aboutToRemove(found->get());
    m_all.erase(found);
    m_profile.servers().remove(id);
    QDir(m_profile.serverFolder(id)).removeRecursively();
    Q_EMIT removed(id);
}

Workspace *Workspaces::make(const QString &id)
{
    m_all.push_back(std::make_unique<Workspace>(m_profile, id, m_client, m_environment));
    return m_all.back().get();
}

} // namespace salon
