// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/net/listener_address.h"
#include "shared/base/result.h"
#include "shared/protocol/join_link.h"

#include <QList>

namespace salon::server {

/// What `salon-server --health` needs to know of a server that runs.
struct RunningServer
{
    QList<JoinLink> links{};
    QString checkName{}; ///< to say in Hello; empty: of a version that knew none
};

/// Where the server of a data folder can be reached from this machine, for `salon-server --health`: the file
/// salon.running there, which only its owner may read, from the moment it listens until it stops as asked. After a
/// crash it stays behind and proves nothing; whoever reads it has to try.
class RunningNote
{
public:
    explicit RunningNote(const QString &dataFolder);

    [[nodiscard]] const QString &path() const { return m_path; }
    Result<> write(const RunningServer &server) const;
    /// Nothing when there is none.
    void remove() const;
    /// Fails with CannotOpenFile, or with InvalidAddress when it is no such file.
    [[nodiscard]] Result<RunningServer> read() const;

private:
    QString m_path;
};

/// How a program on this machine reaches a listener that has its real port; "every address" is 127.0.0.1.
[[nodiscard]] JoinLink localLinkOf(const ListenerAddress &listener, const QByteArray &pin);

} // namespace salon::server
