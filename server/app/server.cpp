// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/app/server.h"

#include "server/app/data_folder.h"
#include "server/app/operator_log.h"
#include "server/app/reachable_address.h"
#include "server/app/running_note.h"
#include "server/app/service_manager.h"
#include "server/app/settings.h"
#include "server/store/sqlite/sqlite_store.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QSslSocket>
#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

constexpr std::chrono::seconds Patience(10);
constexpr quint32 RetryAfterStopMs = 2'000;
constexpr qint64 PageBytes = 4096;
constexpr qint64 BytesPerMegabyte = 1024 * 1024;

tl::unexpected<StartFailure> refuse(ExitCode code, const QString &sentence)
{
    return tl::unexpected(StartFailure{ code, sentence });
}

} // namespace

Server::Server(Config config, QObject *parent)
    : QObject(parent)
    , m_config(std::move(config))
    , m_descriptors(raiseDescriptorLimit())
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(Patience);
    connect(&m_patience, &QTimer::timeout, this, [this] { finish(ExitCode::Ok); });
}

Server::~Server() = default;

StartResult<> Server::start()
{
    if (!isSqliteInstalled()) {
        return refuse(ExitCode::MissingPlugin,
            tr("Qt's SQLite plugin is missing (Debian: libqt6sql6-sqlite); install it to start the server."));
    }
    if (!QSslSocket::supportsSsl())
        return refuse(ExitCode::MissingPlugin, tr("Qt's TLS plugin is missing; install it to start the server."));
    return openStore()
        .and_then([this] { return openFiles(); })
        .and_then([this] { return openIdentity(); })
        .and_then([this] { return openListeners(); })
        .and_then([this] { return findReachableAddress(); })
        .map([this] {
            m_dispatcher = std::make_unique<Dispatcher>(
                *m_network, *m_store, m_clock, m_hasher, serverSettings(m_config, firstLink()), std::move(m_contents));
            m_dispatcher->setFiles(*m_files);
            m_index = std::make_unique<MessageIndex>(m_config.data + u"/search"_s, *m_store);
            m_dispatcher->useIndex(*m_index);
            m_importer = std::make_unique<Importer>(m_dispatcher->importDesk());
            connect(m_store.get(), &Store::failedForGood, this, &Server::storageFailed);
            connect(m_dispatcher.get(), &Dispatcher::drained, this, [this] {
                m_network->closeAll(Goaway{ GoawayReason::Shutdown, RetryAfterStopMs, {} });
            });
            connect(m_network.get(), &Network::allClosed, this, &Server::oneClosed);
            reportPeople();
            reportNetwork();
        })
        .and_then([this] { return openGateways(); })
        .map([this] {
            m_network->setInbound(m_dispatcher.get());
            m_network->start();
            startDiscovery();
            noteRunning();
        });
}

StartResult<> Server::openStore()
{
    if (const auto prepared = prepareDataFolder(m_config.data); !prepared) {
        return refuse(ExitCode::BadDataFolder,
            tr("The data folder %1 cannot be used: %2.").arg(m_config.data, prepared.error().detail));
    }
    SqliteStoreOptions options;
    options.folder = m_config.data;
    //: name of the first room, in which everyone lands
    options.firstRoomName = tr("General");
    options.nowMs = m_clock.wallMs();
    options.maxPages = m_config.databaseMegabytes * BytesPerMegabyte / PageBytes;
    // What goes wrong here is told once, below.
    QLoggingCategory::setFilterRules(u"salon.store.warning=false"_s);
    auto store = openSqliteStore(options);
    if (store)
        m_store = std::move(*store);
    auto contents = store ? m_store->load() : Result<StoreContents>(fail(store.error()));
    QLoggingCategory::setFilterRules({});
    if (contents) {
        m_contents = std::move(*contents);
        return {};
    }
    const Error &error = contents.error();
    switch (error.code) {
    case ErrorCode::AlreadyRunning:
        return refuse(
            ExitCode::AlreadyRunning, tr("Another server already uses the data folder %1.").arg(m_config.data));
    case ErrorCode::DatabaseDamaged:
        return refuse(ExitCode::DatabaseDamaged,
            tr("The database in %1 is damaged (%2). Restore a backup, or move the file away to start afresh.")
                .arg(m_config.data, error.detail));
    case ErrorCode::VersionUnsupported:
        return refuse(ExitCode::DatabaseDamaged,
            tr("The database in %1 was made by a newer version of Salon.").arg(m_config.data));
    case ErrorCode::CannotOpenFile:
        return refuse(
            ExitCode::BadDataFolder, tr("The database in %1 cannot be opened: %2.").arg(m_config.data, error.detail));
    default:
        return refuse(ExitCode::Failed, tr("The database cannot be opened: %1.").arg(error.detail));
    }
}

StartResult<> Server::openFiles()
{
    const QString folder = m_config.data + u"/files"_s;
    m_files = std::make_unique<BlobLane>(folder);
    if (const auto opened = m_files->open(); !opened) {
        return refuse(ExitCode::BadDataFolder,
            tr("The data folder %1 cannot be used: %2.").arg(opened.error().params.value(0), opened.error().detail));
    }
    return {};
}

StartResult<> Server::openIdentity()
{
    auto identity = m_config.tlsCertificate.isEmpty() ? loadOrCreateIdentity(m_config.data, ownHostNames())
                                                      : loadIdentity(m_config.tlsCertificate, m_config.tlsKey);
    if (!identity) {
        return refuse(ExitCode::BadCertificate,
            tr("The server's certificate or key cannot be used (%1): %2.")
                .arg(identity.error().params.value(0), identity.error().detail));
    }
    m_identity = std::move(*identity);
    return {};
}

StartResult<> Server::openListeners()
{
    m_network = std::make_unique<Network>(netSettings(m_config, m_descriptors), m_clock);
    for (const QString &text : std::as_const(m_config.listen)) {
        const auto address = ListenerAddress::parse(text);
        if (!address)
            return refuse(ExitCode::BadOption, tr("“%1” is not an address to listen on.").arg(text));
        if (address->isCleartextBeyondThisMachine() && !m_config.acceptCleartext) {
            return refuse(ExitCode::CannotListen,
                tr("%1 would be readable by everybody on the way: without TLS the server listens on this machine only. "
                   "Use TLS, or add --i-accept-cleartext.")
                    .arg(text));
        }
        const auto listening = m_network->listen(*address, m_identity);
        if (listening)
            continue;
        switch (listening.error().code) {
        case ErrorCode::AddressInUse:
            return refuse(ExitCode::CannotListen,
                tr("The address %1 is already in use; is another server running there?").arg(text));
        case ErrorCode::NotPermitted:
            return refuse(ExitCode::CannotListen, tr("This user may not listen on %1.").arg(text));
        case ErrorCode::HostNotFound:
            return refuse(ExitCode::CannotListen, tr("The host name in %1 is unknown.").arg(text));
        default:
            return refuse(
                ExitCode::CannotListen, tr("The server cannot listen on %1 (%2).").arg(text, listening.error().detail));
        }
    }
    return {};
}

void Server::renewIdentity()
{
    const TlsIdentity old = m_identity;
    if (const auto opened = openIdentity(); !opened) {
        operator_log::failure(opened.error().sentence + u' ' + tr("The server goes on with the old ones."));
        return;
    }
    if (m_identity.key == old.key && m_identity.chain == old.chain)
        return;
    m_network->setIdentity(m_identity);
    for (JoinLink &link : m_links) {
        if (!link.pin.isEmpty())
            link.pin = m_identity.pin;
    }
    noteRunning();
    operator_log::event(tr("New connections get the new certificate; fingerprint of the server's key: %1")
                            .arg(fingerprintText(m_identity.pin)));
}

std::optional<JoinLink> Server::firstLink() const
{
    return m_links.isEmpty() ? std::nullopt : std::optional(m_links.first());
}

StartResult<> Server::findReachableAddress()
{
    for (const ListenerAddress &listener : m_network->listeners()) {
        const auto link = joinLinkOf(listener, m_identity.pin, m_config.publicAddress);
        if (!link) {
            return refuse(ExitCode::BadOption,
                tr("“%1” is not a public address; it is a host, or host:port.").arg(m_config.publicAddress));
        }
        m_links.append(*link);
    }
    // What invitations carry is the first link; TLS before the others.
    std::stable_partition(m_links.begin(), m_links.end(), [](const JoinLink &link) { return !link.pin.isEmpty(); });
    return {};
}

StartResult<> Server::openGateways()
{
    m_gateways = std::make_unique<Gateways>(*m_dispatcher, m_reports);
    connect(m_gateways.get(), &Gateways::closed, this, &Server::oneClosed);
    return m_gateways->open(m_config);
}

void Server::startDiscovery()
{
    const auto reach = m_config.discovery ? DiscoveryBeacon::reachOf(m_network->listeners()) : std::nullopt;
    if (!reach)
        return;
    m_beacon = std::make_unique<DiscoveryBeacon>(m_clock, *m_dispatcher, m_dispatcher->serverId());
    if (m_beacon->start(*reach, m_identity.pin, m_config))
        return;
    m_beacon.reset();
    operator_log::failure(tr("UDP port %1 is in use by another program: people on this network cannot find the server "
                             "by themselves, but can still join it.")
                              .arg(m_config.discoveryPort));
}

void Server::noteRunning() const
{
    QList<JoinLink> links;
    for (const ListenerAddress &listener : m_network->listeners())
        links.append(localLinkOf(listener, m_identity.pin));
    const RunningNote note(m_config.data);
    if (const auto written = note.write({ links, m_visits.checkName() }); !written)
        operator_log::failure(tr("The file %1 cannot be written: %2.").arg(note.path(), written.error().detail));
}

void Server::reload(const Config &config)
{
    for (const ConfigKey &key : configKeys()) {
        if (!key.reloadable)
            continue;
        std::visit([&](auto member) { m_config.*member = config.*member; }, key.member);
    }
    const NetSettings settings = netSettings(m_config, m_descriptors);
    m_network->setLimits(settings.admission, settings.rules);
    renewIdentity();
    m_dispatcher->setSettings(serverSettings(m_config, firstLink()));
    if (m_beacon)
        m_beacon->describe(m_identity.pin, m_config);
    operator_log::event(tr("The configuration was read again."));
}

void Server::stop()
{
    if (std::exchange(m_stopping, true))
        return;
    service_manager::tell("STOPPING=1");
    operator_log::event(tr("The server is stopping."));
    m_patience.start();
    m_beacon.reset();
    m_network->stopAccepting();
    m_gateways->close();
    m_dispatcher->shutDown(RetryAfterStopMs);
}

void Server::storageFailed(const Error &error)
{
    operator_log::failure(
        tr("The data cannot be trusted any more (%1): the server stops at once. Check the disk.").arg(error.detail));
    finish(error.code == ErrorCode::DatabaseDamaged ? ExitCode::DatabaseDamaged : ExitCode::Failed);
}

void Server::oneClosed()
{
    if (--m_toClose == 0)
        finish(ExitCode::Ok);
}

void Server::finish(ExitCode code)
{
    if (std::exchange(m_finished, true))
        return;
    m_patience.stop();
    if (m_network)
        RunningNote(m_config.data).remove();
    Q_EMIT stopped(code);
}

} // namespace salon::server
