// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/store/device_key_store.h"

#include "shared/base/job_lane.h"
#include "shared/base/logging.h"
#include "shared/base/private_file.h"
#include "shared/base/when_ready.h"

#include <QFile>
#include <QTimer>

#ifdef SALON_WITH_KEYCHAIN
#include <qt6keychain/keychain.h>
#endif

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr qsizetype SeedBytes = 32;
/// Stands in the file instead of a seed when the key went to the keychain: a keychain that does not answer one day (an
/// SSH session) must not make this device a stranger.
constexpr QByteArrayView InKeychain = "keychain";

} // namespace

DeviceKeyStore::DeviceKeyStore(QString filePath, QString name, bool useKeychain, JobLane &lane, QObject *parent)
    : QObject(parent)
    , m_filePath(std::move(filePath))
    , m_name(std::move(name))
    , m_useKeychain(useKeychain)
    , m_lane(lane)
{
}

void DeviceKeyStore::load()
{
    whenReady(m_lane.run([path = m_filePath]() -> Result<QByteArray> {
        if (!QFile::exists(path))
            return QByteArray();
        return readSmallFile(path, 1024);
    }),
        this, [this](const Result<QByteArray> &seed) { fileRead(seed); });
}

void DeviceKeyStore::fileRead(const Result<QByteArray> &seed)
{
    m_mustUseKeychain = seed && *seed == InKeychain;
    if (m_mustUseKeychain) {
        askKeychain();
        return;
    }
    // A key that is there but cannot be read is never replaced: that would lock its person out of the accounts.
    if (!seed || (!seed->isEmpty() && seed->size() != SeedBytes)) {
        giveUp(seed ? Error{ ErrorCode::CannotOpenFile, u"wrong size"_s, { m_filePath } } : seed.error());
        return;
    }
    if (!seed->isEmpty()) {
        if (const Result<DeviceKey> key = DeviceKey::fromSeed(*seed))
            finish(*key, true);
        return;
    }
    if (m_useKeychain)
        askKeychain();
    else
        keepInFile(DeviceKey::generate());
}

#ifdef SALON_WITH_KEYCHAIN

void DeviceKeyStore::askKeychain()
{
    // Without a secret service (a headless machine, an SSH session) the answer may take long or never come.
    QTimer::singleShot(KeychainWaitMs, this, [this] {
        if (!m_finished)
            keychainFailed(u"no answer"_s);
    });
    // Nobody owns a job: the keychain may ask the person for minutes and calls it back whenever that ends. It deletes
    // itself then.
    auto *job = new QKeychain::ReadPasswordJob(u"Salon"_s);
    job->setKey(m_name);
    job->setInsecureFallback(false);
    connect(job, &QKeychain::Job::finished, this, [this, job] {
        if (m_finished)
            return;
        if (job->error() == QKeychain::NoError && job->binaryData().size() == SeedBytes)
            keychainAnswered(job->binaryData());
        else if (job->error() == QKeychain::EntryNotFound)
            keepInKeychain(DeviceKey::generate());
        else
            keychainFailed(job->errorString());
    });
    job->start();
}

void DeviceKeyStore::keychainAnswered(const QByteArray &seed)
{
    if (const Result<DeviceKey> key = DeviceKey::fromSeed(seed))
        finish(*key, false);
}

void DeviceKeyStore::keepInKeychain(const DeviceKey &key)
{
    auto *job = new QKeychain::WritePasswordJob(u"Salon"_s);
    job->setKey(m_name);
    job->setBinaryData(key.seed());
    job->setInsecureFallback(false);
    connect(job, &QKeychain::Job::finished, this, [this, job, key] {
        if (m_finished)
            return;
        if (job->error() == QKeychain::NoError)
            markInKeychain(key);
        else
            keepInFile(key);
    });
    job->start();
}

#else

void DeviceKeyStore::askKeychain()
{
    keychainFailed(u"this build has none"_s);
}

#endif

void DeviceKeyStore::keychainFailed(const QString &why)
{
    if (m_mustUseKeychain) {
        giveUp({ ErrorCode::CannotOpenFile, u"keychain: "_s + why, { m_filePath } });
        return;
    }
    qCInfo(salonAuth) << "No system keychain, the device key goes into a file:" << why;
    keepInFile(DeviceKey::generate());
}

void DeviceKeyStore::giveUp(const Error &error)
{
    m_finished = true;
    Q_EMIT failed(error);
}

void DeviceKeyStore::markInKeychain(const DeviceKey &key)
{
    m_finished = true;
    whenReady(m_lane.run([path = m_filePath] { return writePrivateFile(path, InKeychain.toByteArray()); }), this,
        [this, key](const Result<> &written) {
            if (written)
                finish(key, false);
            else
                giveUp(written.error());
        });
}

void DeviceKeyStore::keepInFile(const DeviceKey &key)
{
    m_finished = true;
    whenReady(m_lane.run([path = m_filePath, seed = key.seed()] { return writePrivateFile(path, seed); }), this,
        [this, key](const Result<> &written) {
            if (written)
                Q_EMIT loaded(key, true);
            else
                Q_EMIT failed(written.error());
        });
}

void DeviceKeyStore::finish(const DeviceKey &key, bool inFile)
{
    m_finished = true;
    Q_EMIT loaded(key, inFile);
}

} // namespace salon
