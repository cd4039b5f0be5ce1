// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/app/config.h"
#include "server/app/discovery_beacon.h"
#include "server/app/gateways.h"
#include "server/app/report_limit.h"
#include "server/app/start_failure.h"
#include "server/app/visits.h"
#include "server/dispatch/dispatcher.h"
#include "server/files/blob_lane.h"
#include "server/import/importer.h"
#include "server/net/network.h"
#include "server/search/message_index.h"
#include "server/security/password_hasher.h"
#include "server/store/store.h"
#include "shared/base/clock.h"
#include "shared/transport/tls_identity.h"

#include <QObject>
#include <QTimer>
#include <functional>
#include <memory>

namespace salon::server {

/// The composition root: makes store, dispatcher and network side, starts them in that order, tells the operator what
/// happens, and stops them the other way round. Domain thread.
class Server : public QObject
{
    Q_OBJECT

public:
    explicit Server(Config config, QObject *parent = nullptr);
    ~Server() override;

    /// Blocks while the database is opened. `config.data` must be set.
    StartResult<> start();
    /// What the operator and programs are told at the start, the READY line last.
    void greet() const;

    /// Takes over what SIGHUP may change (ConfigKey::reloadable), and the certificate and key if their files changed.
    void reload(const Config &config);
    /// Stops accepting, lets the commit under way finish and its answers leave, says goodbye, then stopped(); at most
    /// ten seconds. Again: nothing.
    void stop();

    [[nodiscard]] OperatorPort &operatorPort() { return *m_dispatcher; }
    /// Nullptr without classroom.
    [[nodiscard]] ClassroomPort *classroom() { return m_gateways->classroom(); }
    /// Nullptr when nobody can come in without an account.
    [[nodiscard]] GuestsPort *guests() { return m_gateways->guests(); }
    [[nodiscard]] ImportPort *importer() { return m_importer.get(); }

Q_SIGNALS:
    void stopped(salon::server::ExitCode code);

private:
    StartResult<> openStore();
    StartResult<> openFiles();
    StartResult<> openIdentity();
    void renewIdentity();
    StartResult<> openListeners();
    StartResult<> findReachableAddress();
    [[nodiscard]] std::optional<JoinLink> firstLink() const;
    StartResult<> openGateways();
    void startDiscovery();
    /// For --health, which finds the server by it.
    void noteRunning() const;
    /// Empty when nobody needs it any more, or when it went into the OwnerNote.
    [[nodiscard]] QString ownerCodeToSay() const;
    void reportPeople();
    void reportNetwork();
    void storageFailed(const Error &error);
    void oneClosed();
    void finish(ExitCode code);

    Config m_config;
    int m_descriptors = 0;
    SystemClock m_clock;
    ReportLimit m_reports{ m_clock };
    Visits m_visits;
    PasswordHasher m_hasher;
    TlsIdentity m_identity;
    StoreContents m_contents; ///< between openStore() and the dispatcher
    std::unique_ptr<Store> m_store;
    std::unique_ptr<BlobLane> m_files;
    std::unique_ptr<MessageIndex> m_index;
    std::unique_ptr<Network> m_network;
    std::unique_ptr<Dispatcher> m_dispatcher;
    std::unique_ptr<Importer> m_importer; ///< ends before the dispatcher
    std::unique_ptr<Gateways> m_gateways; ///< ends before the dispatcher
    std::unique_ptr<DiscoveryBeacon> m_beacon; ///< while there is something to find
    QList<JoinLink> m_links; ///< one per listener
    QTimer m_patience;
    bool m_stopping = false;
    bool m_finished = false;
    int m_toClose = 2; ///< network and gateways, before a stop is over
};

} // namespace salon::server
