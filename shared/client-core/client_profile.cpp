// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/client_profile.h"

#include "shared/base/portable.h"
#include "shared/client-core/store/device_key_store.h"
#include "shared/client-core/store/mirror_database.h"
#include "shared/client-core/store/outbox_database.h"

#include <QCryptographicHash>
#include <QDir>
#include <QStandardPaths>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

/// The device's name travels in 128 bytes.
QString boundedName(const QString &name)
{
    QString bounded = name.trimmed().left(40);
    return bounded.isEmpty() ? u"?"_s : bounded;
}

QString usualFolder()
{
    const QString portable = portableFolder();
    return portable.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) : portable;
}

bool makePrivateFolder(const QString &path)
{
    return QDir().mkpath(path)
        && QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
}

/// A database below the folder that a newer program wrote; empty if there is none.
QString newerFile(const QString &dataFolder)
{
    const QDir servers(dataFolder + u"/servers"_s);
    const QStringList names = servers.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        const QString mirror = servers.filePath(name + u"/mirror.sqlite"_s);
        const QString outbox = servers.filePath(name + u"/outbox.sqlite"_s);
        if (MirrorDatabase::isNewer(mirror))
            return mirror;
        if (OutboxDatabase::isNewer(outbox))
            return outbox;
    }
    return {};
}

} // namespace

ClientProfile::ClientProfile(const Options &options, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_useKeychain(options.useKeychain)
    , m_dataFolder(
          QDir::cleanPath(QDir(options.dataFolder.isEmpty() ? usualFolder() : options.dataFolder).absolutePath()))
    , m_deviceName(boundedName(options.deviceName.isEmpty() ? QSysInfo::machineHostName() : options.deviceName))
    , m_lane(u"salon-profile"_s)
{
}

ClientProfile::~ClientProfile() = default;

Result<> ClientProfile::lock()
{
    if (!makePrivateFolder(m_dataFolder))
        return fail(ErrorCode::CannotOpenFile, {}, { m_dataFolder });
    auto lockFile = std::make_unique<QLockFile>(m_dataFolder + u"/lock"_s);
    // The system's own lock on the file decides, not its age or the number of a process that may be another's by now.
    lockFile->setStaleLockTime(1);
    if (!lockFile->tryLock(0)) {
        if (lockFile->error() != QLockFile::LockFailedError)
            return fail(ErrorCode::CannotOpenFile, {}, { m_dataFolder });
        qint64 pid = 0;
        QString host;
        QString program;
        lockFile->getLockInfo(&pid, &host, &program);
        return fail(ErrorCode::AlreadyRunning, {}, { QString::number(pid) });
    }
    if (const QString newer = newerFile(m_dataFolder); !newer.isEmpty())
        return fail(ErrorCode::VersionUnsupported, {}, { newer });
    m_lockFile = std::move(lockFile);
    m_settings = std::make_unique<SettingsStore>(m_dataFolder + u"/settings.ini"_s, m_lane);
    m_servers = std::make_unique<KnownServers>(m_dataFolder + u"/servers.json"_s, m_lane);
    return {};
}

void ClientProfile::open()
{
    const auto folderId = QCryptographicHash::hash(m_dataFolder.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    auto *keys = new DeviceKeyStore(
        m_dataFolder + u"/device.key"_s, "device-"_L1 + QString::fromLatin1(folderId), m_useKeychain, m_lane, this);
    connect(keys, &DeviceKeyStore::loaded, this, [this, keys](const DeviceKey &key, bool inFile) {
        keys->deleteLater();
        m_key = key;
        m_keyInFile = inFile;
        Q_EMIT opened();
    });
    connect(keys, &DeviceKeyStore::failed, this, [this, keys](const Error &error) {
        keys->deleteLater();
        Q_EMIT failed(error);
    });
    keys->load();
}

QString ClientProfile::serverFolder(const QString &serverId) const
{
    const QString folder = m_dataFolder + "/servers/"_L1 + serverId;
    makePrivateFolder(folder);
    return folder;
}

} // namespace salon
