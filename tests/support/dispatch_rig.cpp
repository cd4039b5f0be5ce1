// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/dispatch_rig.h"

#include "server/store/sqlite/sqlite_store.h"
#include "shared/protocol/version.h"
#include "tests/support/wait_until.h"

using namespace Qt::StringLiterals;

namespace salon::test {

using namespace salon::server;

DispatchRig::DispatchRig()
{
    settings.name = u"Test"_s;
    settings.registration = RegistrationPolicy::Open;
    settings.messages = {};
    settings.messageBytes = {};
    settings.commands = {};
    settings.registrations = {};
    settings.roomsCreatedPerDay = 0;
    settings.directRoomsOpenedPerDay = 0;
    settings.files.dailyBytes = 0;
    settings.files.space = { 0, 0 };
    start();
}

DispatchRig::~DispatchRig() = default;

void DispatchRig::start()
{
    store = openSqliteStore({ folder.filePath(u"data"_s), u"General"_s, clock.wall, 0 }).value();
    dispatcher = std::make_unique<Dispatcher>(net, *store, clock, hasher, settings, store->load().value());
    files = std::make_unique<BlobLane>(folder.filePath(u"data/files"_s), space);
    if (!files->open())
        qFatal("the folder of files cannot be made");
    dispatcher->setFiles(*files);
}

void DispatchRig::useIndex()
{
    m_hasIndex = true;
    index = std::make_unique<MessageIndex>(folder.filePath(u"search"_s), *store);
    dispatcher->useIndex(*index);
}

void DispatchRig::restart()
{
    dispatcher.reset();
    files.reset();
    index.reset();
    store.reset();
    net = {};
    start();
    if (m_hasIndex)
        useIndex();
}

ConnectionId DispatchRig::connect(const QString &addressPrefix)
{
    const ConnectionId id{ ++m_connections };
    dispatcher->connectionOpened(
        { id, u"192.0.2.1:%1"_s.arg(1000 + id.value), addressPrefix, addressPrefix.isEmpty(), QByteArray(32, 'p') });
    return id;
}

void DispatchRig::disconnect(ConnectionId connection)
{
    if (!net.isClosed(connection))
        net.close(connection, std::nullopt);
    dispatcher->connectionClosed(connection, { ErrorCode::ConnectionLost, {}, {}, {} });
}

void DispatchRig::deliver(ConnectionId connection, const QList<QByteArray> &frames)
{
    InboundBatch batch{ connection, {} };
    for (const QByteArray &frame : frames)
        batch.messages.append(openEnvelope(frame.mid(FramePrefixBytes)).value());
    dispatcher->messagesReceived({ batch });
}

std::optional<Envelope> DispatchRig::waitForReply(ConnectionId connection, quint64 correlation)
{
    std::optional<Envelope> found;
    (void)waitUntil([&] {
        for (const Envelope &envelope : net.received(connection)) {
            if (envelope.correlation == correlation)
                found = envelope;
        }
        return found.has_value();
    });
    return found;
}

ConnectionId DispatchRig::greet(const QString &addressPrefix)
{
    const ConnectionId connection = connect(addressPrefix);
    const auto welcome = ask<Welcome>(connection, Hello{ { ProtocolVersion }, features, u"test 1"_s, u"en"_s });
    m_nonces.insert(connection, welcome.value().nonce);
    return connection;
}

DeviceProof DispatchRig::proofOf(ConnectionId connection, const DeviceKey &key) const
{
    return makeDeviceProof(key, m_nonces.value(connection), QByteArray(32, 'p'), u"test device"_s);
}

DispatchRig::Person DispatchRig::join(const QString &login)
{
    return joinWithPassword(login, {});
}

DispatchRig::Person DispatchRig::joinWithPassword(const QString &login, const QString &password)
{
    Person person;
    person.key = DeviceKey::generate();
    person.connection = greet();
    const auto in
        = ask<LoggedIn>(person.connection, Register{ login, {}, password, {}, proofOf(person.connection, person.key) });
    if (!in)
        qFatal("%s could not register: %d", qPrintable(login), int(in.error().code));
    person.account = in->account;
    person.device = in->device;
    return person;
}

DispatchRig::Person DispatchRig::comeBack(const Person &person)
{
    Person back = person;
    back.connection = greet();
    const auto in = ask<LoggedIn>(back.connection, LoginWithKey{ proofOf(back.connection, back.key) });
    if (!in)
        qFatal("could not come back: %d", int(in.error().code));
    return back;
}

DispatchRig::Person DispatchRig::secondDevice(const QString &login, const QString &password)
{
    Person person;
    person.key = DeviceKey::generate();
    person.connection = greet();
    const auto in = ask<LoggedIn>(
        person.connection, LoginWithPassword{ login, password, proofOf(person.connection, person.key) });
    if (!in)
        qFatal("%s could not log in: %d", qPrintable(login), int(in.error().code));
    person.account = in->account;
    person.device = in->device;
    return person;
}

SendMessage DispatchRig::draft(Person &person, RoomId room, const QString &text)
{
    return { room, makeCid(clock), ++person.counters[room], text };
}

Result<Sent> DispatchRig::say(Person &person, RoomId room, const QString &text)
{
    return ask<Sent>(person.connection, draft(person, room, text));
}

RoomId DispatchRig::openRoom(const Person &person, const QString &name, RoomKind kind, const QList<AccountId> &members)
{
    return ask<RoomOpened>(person.connection, CreateRoom{ kind, name, {}, members }).value().room.id;
}

} // namespace salon::test
