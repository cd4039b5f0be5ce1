// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/bus/inbound.h"
#include "server/bus/outbound.h"
#include "server/bus/room_door.h"
#include "server/dispatch/door_wish.h"
#include "server/dispatch/operator_port.h"
#include "server/dispatch/server_settings.h"
#include "server/security/password_hasher.h"
#include "server/store/store.h"
#include "shared/base/clock.h"

#include <memory>

namespace salon::server {

class BlobLane;
class CommandContext;
class ImportDesk;
class Retention;
class MessageIndex;
class RoomDoors;

/// Turns what connections say into changes of the store, and what the store kept into what connections hear. Checks
/// shape, login, permission and limits once, before any handler. Lives in the domain thread; everything passed in must
/// outlive it.
class Dispatcher final : public OperatorPort, public Inbound
{
    Q_OBJECT

public:
    /// `contents` is what store.load() gave.
    Dispatcher(Outbound &outbound, Store &store, const Clock &clock, PasswordHasher &hasher, ServerSettings settings,
        const StoreContents &contents);
    ~Dispatcher() override;

    /// People can send files, whose contents are in the lane; before any connection. It must outlive the dispatcher.
    void setFiles(BlobLane &lane);
    /// For a server that listens now, or whose operator changed the configuration. Rates count from the new limits on.
    void setSettings(ServerSettings settings);
    [[nodiscard]] const ServerSettings &settings() const;
    [[nodiscard]] QByteArray serverId() const;

    /// People can search from now on: starts it and lets it follow. It must outlive the dispatcher. Once.
    void useIndex(MessageIndex &index);

    /// A door for a gateway; lives as long as the dispatcher. It opens, or is refused, after this turn.
    RoomDoor &openDoor(const DoorWish &wish);

    /// For messages of an earlier time; lives as long as the dispatcher.
    [[nodiscard]] ImportDesk &importDesk();

    /// Refuses new requests with ShuttingDown, answers those that wait for the store, says Goaway{Shutdown} to all
    /// connections, then drained().
    void shutDown(quint32 retryAfterMs);

    // Inbound
    void connectionOpened(const ConnectionInfo &info) override;
    void messagesReceived(const QList<InboundBatch> &batches) override;
    void connectionClosed(ConnectionId connection, const Error &reason) override;

    // OperatorPort
    [[nodiscard]] QList<PresentPerson> who() const override;
    [[nodiscard]] QList<RoomLine> rooms() const override;
    [[nodiscard]] ServerCounts counts() const override;
    [[nodiscard]] QString ownerCode() const override;
    void announce(const QString &text, std::function<void(const Result<> &)> done) override;
    Result<int> kick(const QString &login, const QString &text) override;
    void createInvitation(
        quint32 lifetimeSeconds, quint32 uses, std::function<void(const Result<NewInvitation> &)> done) override;

Q_SIGNALS:
    void drained();
    /// Everything below `floor` of a room was removed for good.
    void historyTrimmed(salon::RoomId room, salon::Seq floor);

private:
    std::unique_ptr<CommandContext> m_context;
    std::unique_ptr<RoomDoors> m_doors;
    std::unique_ptr<Retention> m_retention;
    std::unique_ptr<ImportDesk> m_importDesk;
};

} // namespace salon::server
