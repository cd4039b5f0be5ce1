// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/session/channel.h"

#include <QPointer>

namespace salon::test {

class FakeServer;

/// A client's end of a connection to a FakeServer in the same process.
class FakeChannel final : public Channel
{
    Q_OBJECT
public:
    explicit FakeChannel(FakeServer &server);
    ~FakeChannel() override;
    void open(const JoinLink &address, const QByteArray &pin) override;
    void send(const QByteArray &frame) override;
    void close() override;

private:
    QPointer<FakeServer> m_server;
};

} // namespace salon::test
