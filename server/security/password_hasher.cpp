// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/security/password_hasher.h"

#include <QPromise>
#include <array>
#include <memory>
#include <sodium.h>

namespace salon::server {
namespace {

constexpr quint32 RetryWhenBusyMs = 2000;

Result<QByteArray> hashNow(const PasswordHashCost &cost, const QString &password)
{
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    const QByteArray bytes = password.toUtf8();
    const int failed = crypto_pwhash_str_alg(hash.data(), bytes.constData(), quint64(bytes.size()), cost.passes,
        cost.memoryBytes, crypto_pwhash_ALG_ARGON2ID13);
    if (failed != 0)
        return fail(ErrorCode::Internal, QStringLiteral("no memory for a password hash"));
    return QByteArray(hash.data());
}

Result<PasswordVerdict> verifyNow(const PasswordHashCost &cost, const QByteArray &hash, const QString &password)
{
    const QByteArray bytes = password.toUtf8();
    const bool matches = crypto_pwhash_str_verify(hash.constData(), bytes.constData(), quint64(bytes.size())) == 0;
    const bool outdated
        = matches && crypto_pwhash_str_needs_rehash(hash.constData(), cost.passes, cost.memoryBytes) != 0;
    return PasswordVerdict{ matches, outdated };
}

} // namespace

PasswordHasher::PasswordHasher(const PasswordHashCost &cost)
    : m_cost(cost)
{
    if (sodium_init() < 0)
        qFatal("libsodium cannot start");
    m_pool.setMaxThreadCount(cost.threads);
    m_pool.setObjectName(QStringLiteral("passwords"));
    m_dummyHash = hashNow(cost, QStringLiteral("nobody's password")).value_or(QByteArray());
}

PasswordHasher::~PasswordHasher()
{
    m_pool.clear();
    m_pool.waitForDone();
}

template <class T>
QFuture<Result<T>> PasswordHasher::enqueue(std::function<Result<T>()> job)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    auto future = promise->future();
    if (m_waiting.fetch_add(1) >= m_cost.queue + m_cost.threads) {
        m_waiting.fetch_sub(1);
        promise->addResult(fail(Error{ ErrorCode::ServerBusy, {}, {}, RetryWhenBusyMs }));
        promise->finish();
        return future;
    }
    m_pool.start([this, promise, job = std::move(job)] {
        promise->addResult(job());
        m_waiting.fetch_sub(1);
        promise->finish();
    });
    return future;
}

QFuture<Result<QByteArray>> PasswordHasher::hash(const QString &password)
{
    return enqueue<QByteArray>([cost = m_cost, password] { return hashNow(cost, password); });
}

QFuture<Result<PasswordVerdict>> PasswordHasher::verify(const QByteArray &hash, const QString &password)
{
    if (hash.isEmpty()) {
        return enqueue<PasswordVerdict>([cost = m_cost, dummy = m_dummyHash, password]() -> Result<PasswordVerdict> {
            (void)verifyNow(cost, dummy, password);
            return PasswordVerdict{};
        });
    }
    return enqueue<PasswordVerdict>([cost = m_cost, hash, password] { return verifyNow(cost, hash, password); });
}

} // namespace salon::server
