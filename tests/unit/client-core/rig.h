// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/models/message_sources.h"
#include "shared/client-core/session/message_commands.h"
#include "shared/client-core/session/message_rules.h"
#include "shared/client-core/session/outbox.h"
#include "shared/client-core/session/people.h"
#include "shared/client-core/session/quoted_messages.h"
#include "shared/client-core/session/room_sync.h"
#include "shared/client-core/session/rooms.h"
#include "shared/client-core/session/saved_messages.h"
#include "shared/client-core/session/session.h"
#include "tests/unit/client-core/fake_clock.h"
#include "tests/unit/client-core/fake_server.h"
#include "tests/unit/client-core/memory_stores.h"

#include <QTemporaryDir>
#include <QTest>
#include <memory>

namespace salon::test {

inline const RoomId General{ 10 };
inline const RoomId Ops{ 11 };

inline std::unique_ptr<Session> makeSession(FakeServer &server, const Clock &clock, const DeviceKey &key)
{
    auto session = std::make_unique<Session>(
        Session::Identity{ key, QStringLiteral("test"), QStringLiteral("test 1"), QStringLiteral("fr") },
        server.channels(), clock, ReconnectPolicy(clock, [] { return 0.0; }));
    session->setServer(JoinLink{ QStringLiteral("server") }, {});
    return session;
}

/// One client of a FakeServer, down to a real mirror on disk. Destroy it and make another in the same folder with the
/// same outbox: the program was started again.
struct Rig
{
    Rig(FakeServer &server, const Clock &clock, const QString &folder, MemoryOutboxStore &outboxStore,
        const DeviceKey &key)
        : store(folder + QStringLiteral("/mirror.sqlite"))
        , session(makeSession(server, clock, key))
        , rooms(people)
        , outbox(*session, outboxStore, clock)
        , sync(*session, store, outbox, rooms, people)
        , rules(*session, rooms, people)
        , saved(*session)
        , quotes(sync)
        , messages(*session, outbox, sync, rooms, saved)
    {
        server.devices.insert(key.publicKey);
        sync.load();
        outbox.load();
    }

    /// For models; `history` instead of what sync has.
    MessageSources sources(History &history) { return { history, outbox, rooms, people, rules, saved, quotes }; }
    MessageSources sources() { return sources(sync); }

    /// Connects and waits until everything is here.
    void goOnline()
    {
        QTRY_VERIFY(sync.isLoaded());
        session->start();
        QTRY_VERIFY(sync.isCaughtUp());
    }

    FaultyLocalStore store;
    std::unique_ptr<Session> session;
    People people;
    Rooms rooms;
    Outbox outbox;
    RoomSync sync;
    MessageRules rules;
    SavedMessages saved;
    QuotedMessages quotes;
    MessageCommands messages;
};

/// A server with two rooms, and a folder for one client.
struct World
{
    World()
    {
        server.addRoom(General, QStringLiteral("General"));
        server.addRoom(Ops, QStringLiteral("Ops"));
    }
    std::unique_ptr<Rig> makeRig() { return std::make_unique<Rig>(server, clock, folder.path(), disk, key); }

    FakeClock clock;
    FakeServer server;
    QTemporaryDir folder;
    MemoryOutboxStore disk;
    DeviceKey key = DeviceKey::generate();
};

} // namespace salon::test
