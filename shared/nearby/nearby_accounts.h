// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/job_lane.h"
#include "shared/nearby/nearby.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace salon {

class Workspace;
class Workspaces;

/// Recognises people nearby by the key of their device: asks each server on which this person is logged in whose it is,
/// and tells Nearby. Asks about those only who are accepted or who ask, and each server once for each connection. What
/// was learned is kept in the data folder, so that it holds while a server is away.
class NearbyAccounts : public QObject
{
    Q_OBJECT

public:
    /// All three must outlive this.
    NearbyAccounts(ClientProfile &profile, Nearby &nearby, Workspaces &workspaces, QObject *parent = nullptr);
    ~NearbyAccounts() override;

private:
    struct Known
    {
        QByteArray key{};
        NearbyAccount account{};
    };

    static QList<Known> readFrom(const QString &path);
    static void write(const QString &path, const QList<Known> &all);

    void watch(Workspace *workspace);
    void askAboutEverybody(Workspace *workspace);
    void ask(Workspace *workspace, const QByteArray &key);
    void learn(const QString &server, const QByteArray &key, const QList<NearbyAccount> &found);
    void tell(const QByteArray &key);
    void forgetServer(const QString &server);
    void save();

    Nearby &m_nearby;
    Workspaces &m_workspaces;
    QString m_path;
    QList<Known> m_known;
    QHash<QString, QSet<QByteArray>> m_asked; ///< by server, since it was connected
    JobLane m_lane;
};

} // namespace salon
