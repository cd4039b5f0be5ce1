// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/result.h"

#include <QByteArray>
#include <QFuture>
#include <QString>
#include <QThreadPool>
#include <atomic>
#include <functional>

namespace salon::server {

/// Cost of one Argon2id hash (RFC 9106) and how many may run and wait.
struct PasswordHashCost
{
    quint64 passes = 2;
    size_t memoryBytes = size_t(64) * 1024 * 1024;
    int threads = 2;
    int queue = 32;

    /// The least that libsodium allows, for tests.
    static PasswordHashCost cheap() { return { 1, size_t(8) * 1024, 2, 32 }; }
};

struct PasswordVerdict
{
    bool matches = false;
    bool outdated = false; ///< was made with other costs: hash anew while the password is at hand
};

/// Hashes and checks passwords in threads of its own, so that logins never slow the conversation. Used from one thread.
/// Both fail with ServerBusy (retryAfterMs) before any hashing when the queue is full.
class PasswordHasher
{
public:
    explicit PasswordHasher(const PasswordHashCost &cost = {});
    /// Waits for the hashes that run; those that wait are dropped.
    ~PasswordHasher();
    Q_DISABLE_COPY_MOVE(PasswordHasher)

    [[nodiscard]] QFuture<Result<QByteArray>> hash(const QString &password);
    /// An empty `hash` never matches but takes as long as any other.
    [[nodiscard]] QFuture<Result<PasswordVerdict>> verify(const QByteArray &hash, const QString &password);

private:
    template <class T>
    QFuture<Result<T>> enqueue(std::function<Result<T>()> job);

    PasswordHashCost m_cost;
    QByteArray m_dummyHash;
    std::atomic<int> m_waiting = 0;
    QThreadPool m_pool;
};

} // namespace salon::server
