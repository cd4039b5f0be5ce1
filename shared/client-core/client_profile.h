// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/clock.h"
#include "shared/base/job_lane.h"
#include "shared/base/result.h"
#include "shared/client-core/known_servers.h"
#include "shared/client-core/settings.h"
#include "shared/protocol/login_proof.h"

#include <QLockFile>
#include <QObject>
#include <memory>

namespace salon {

/// One installation of Salon: its data folder, the lock that keeps a second program out of it, the device's key and
/// name, settings and the list of servers. Programs make one, then a Workspaces on it.
///
///     ClientProfile profile(options, clock);
///     if (const auto taken = profile.lock(); !taken) … errorText(taken.error()) …   // AlreadyRunning, CannotOpenFile
///     connect(&profile, &ClientProfile::opened, …); profile.open();
class ClientProfile : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        QString dataFolder{}; ///< empty: QStandardPaths::AppDataLocation (set the application's name before)
        bool useKeychain = true; ///< false: key in a 0600 file, without asking
        QString deviceName{}; ///< empty: the host's name
    };

    ClientProfile(const Options &options, const Clock &clock, QObject *parent = nullptr);
    ~ClientProfile() override;

    /// Makes the data folder (0700) and takes its lock, then reads settings and servers. Quick. Errors:
    /// AlreadyRunning{pid}, CannotOpenFile{folder}, VersionUnsupported{file} (a newer Salon wrote it; nothing is
    /// changed). Call first.
    Result<> lock();
    /// Reads the device's key, or makes it at the first start. Ends in opened() or failed().
    void open();
    [[nodiscard]] bool isOpen() const { return m_key.isValid(); }

    [[nodiscard]] QString dataFolder() const { return m_dataFolder; }
    /// Folder of one server's cache and outbox; made when used.
    [[nodiscard]] QString serverFolder(const QString &serverId) const;
    [[nodiscard]] QString deviceName() const { return m_deviceName; }
    [[nodiscard]] const DeviceKey &deviceKey() const { return m_key; }
    /// The key lies in a file and not in the system's keychain: worth a note in the settings.
    [[nodiscard]] bool isKeyInFile() const { return m_keyInFile; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    /// Valid after lock().
    [[nodiscard]] SettingsStore &settings() const { return *m_settings; }
    /// Valid after lock().
    [[nodiscard]] KnownServers &servers() const { return *m_servers; }

Q_SIGNALS:
    void opened();
    void failed(const salon::Error &error);

private:
    const Clock &m_clock;
    bool m_useKeychain;
    QString m_dataFolder;
    QString m_deviceName;
    DeviceKey m_key;
    bool m_keyInFile = false;
    std::unique_ptr<QLockFile> m_lockFile;
    JobLane m_lane;
    std::unique_ptr<SettingsStore> m_settings;
    std::unique_ptr<KnownServers> m_servers;
};

} // namespace salon
