// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/workspace.h"

#include <QList>
#include <QObject>
#include <memory>
#include <vector>

namespace salon {

/// The servers of one installation, each a Workspace; as many as the person wants, all at once.
class Workspaces : public QObject
{
    Q_OBJECT
public:
    /// Makes a workspace for each known server (not started). `client`: "salon 0.1". The profile must be open.
    Workspaces(
        ClientProfile &profile, QString client, Workspace::Environment environment = {}, QObject *parent = nullptr);
    ~Workspaces() override;

    [[nodiscard]] int count() const { return int(m_all.size()); }
    [[nodiscard]] bool isEmpty() const { return m_all.empty(); }
    [[nodiscard]] QList<Workspace *> all() const;
    [[nodiscard]] Workspace *find(const QString &id) const;
    [[nodiscard]] Workspace *findAddress(const JoinLink &address) const;

    /// Connects with every server on which this device is enrolled.
    void startAll();
    void stopAll();

    /// The server of this link: the one known already (with the link's pin, if it had none), or a new one. Not started:
    /// call login() or start() on it. Fails with ServerKeyChanged when the link names another key than the known one.
    Result<Workspace *> add(const JoinLink &link);
    /// Ends the session, forgets the server and deletes its cache, its outbox included.
    void remove(const QString &id);

Q_SIGNALS:
    void added(salon::Workspace *workspace);
    void aboutToRemove(salon::Workspace *workspace);
    void removed(const QString &id);

private:
    Workspace *make(const QString &id);

    ClientProfile &m_profile;
    QString m_client;
    Workspace::Environment m_environment;
    std::vector<std::unique_ptr<Workspace>> m_all;
};

} // namespace salon
