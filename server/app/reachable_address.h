// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/net/listener_address.h"
#include "shared/protocol/join_link.h"

#include <QStringList>

namespace salon::server {

/// How people reach a listener, as a join link without invitation: the public address if one is configured, else the
/// listener's own; for "every address" this machine's address in its network, or its name, or 127.0.0.1.
/// Fails with InvalidAddress{publicAddress}.
Result<JoinLink> joinLinkOf(const ListenerAddress &listener, const QByteArray &pin, const QString &publicAddress);

/// Names and addresses of this machine for the certificate made at first start.
[[nodiscard]] QStringList ownHostNames();

} // namespace salon::server
