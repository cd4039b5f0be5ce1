// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/client_profile.h"

#include "shared/client-core/store/device_key_store.h"

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

bool makePrivateFolder(const QString &path)
{
    return QDir().mkpath(path)
        && QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
}

} // namespace

ClientProfile::ClientProfile(const Options &options, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_useKeychain(options.useKeychain)
    , m_dataFolder(QDir::cleanPath(
          QDir(options.dataFolder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
                                            : options.dataFolder)
              .absolutePath()))
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
    lockFile->setStaleLockTime(0); // only a dead process loses it
    if (!lockFile->tryLock(0)) {
        if (lockFile->error() != QLockFile::LockFailedError)
            return fail(ErrorCode::CannotOpenFile, {}, { m_dataFolder });
        qint64 pid = 0;
        QString host;
        QString program;
        lockFile->getLockInfo(&pid, &host, &program);
        return fail(ErrorCode::AlreadyRunning, {}, { QString::number(pid) });
    }
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
