// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/result.h"
#include "shared/protocol/login_proof.h"

#include <QObject>
#include <QString>

namespace salon {

class JobLane;

/// Where the device's secret seed is kept: the system keychain when this build has one and it answers within
/// `KeychainWaitMs`, else a 0600 file. A key found in the file is used even if a keychain is there. Asynchronous.
class DeviceKeyStore : public QObject
{
    Q_OBJECT
public:
    static constexpr int KeychainWaitMs = 4000;

    /// `name` tells installations of one system account apart in the keychain.
    DeviceKeyStore(QString filePath, QString name, bool useKeychain, JobLane &lane, QObject *parent = nullptr);

    /// Reads the key, or makes one and keeps it. Ends in one loaded() or failed(); call once.
    void load();

Q_SIGNALS:
    void loaded(const salon::DeviceKey &key, bool inFile);
    void failed(const salon::Error &error);

private:
    void fileRead(const Result<QByteArray> &seed);
    void askKeychain();
    void keychainAnswered(const QByteArray &seed);
    void keepInKeychain(const DeviceKey &key);
    void markInKeychain(const DeviceKey &key);
    void keychainFailed(const QString &why);
    void giveUp(const Error &error);
    void keepInFile(const DeviceKey &key);
    void finish(const DeviceKey &key, bool inFile);

    QString m_filePath;
    QString m_name;
    bool m_useKeychain;
    JobLane &m_lane;
    bool m_mustUseKeychain = false; ///< an earlier run left the key there
    bool m_finished = false;
};

} // namespace salon

Q_DECLARE_METATYPE(salon::DeviceKey)
