// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/result.h"
#include "shared/protocol/join_link.h"

#include <QList>
#include <QObject>
#include <optional>

namespace salon {

class JobLane;

/// A server that this installation was told of.
struct KnownServer
{
    QString id{}; ///< made here; names the folder of its cache; never changes
    QString name{}; ///< as the server calls itself; the host until it did
    JoinLink address{}; ///< without invitation
    QByteArray pin{}; ///< SHA-256 of its SPKI, once known
    QByteArray serverId{}; ///< Welcome::serverId, once known
    QString login{};
    QString displayName{};
    bool enrolled = false; ///< this device's key opens the account
    quint64 fileBytes = 0; ///< ServerLimits of files, as said last; 0: none
    quint32 files = 0;

    friend bool operator==(const KnownServer &, const KnownServer &) = default;
};

/// The list of servers, in the order they were added, kept in a 0600 JSON file. Written in `lane`.
class KnownServers : public QObject
{
    Q_OBJECT
public:
    KnownServers(QString path, JobLane &lane, QObject *parent = nullptr);

    [[nodiscard]] const QList<KnownServer> &all() const { return m_servers; }
    [[nodiscard]] std::optional<KnownServer> find(const QString &id) const;
    /// The one at the same host and port, if there is one.
    [[nodiscard]] std::optional<KnownServer> findAddress(const JoinLink &address) const;

    /// A new entry with an id; the pin of the link, if any, becomes the entry's. Emits added().
    KnownServer add(const JoinLink &address);
    /// Replaces the entry of the same id. Emits changed() when something differs.
    void update(const KnownServer &server);
    /// Emits removed().
    void remove(const QString &id);

Q_SIGNALS:
    void added(const salon::KnownServer &server);
    void changed(const salon::KnownServer &server);
    void removed(const QString &id);

private:
    void load();
    void save();

    QString m_path;
    JobLane &m_lane;
    QList<KnownServer> m_servers;
};

} // namespace salon
