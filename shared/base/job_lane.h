// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFuture>
#include <QPromise>
#include <QThread>
#include <memory>
#include <type_traits>

namespace salon {

/// One worker thread that runs jobs in the order given. What a job touches (a database connection, a file) belongs to
/// that thread alone. run() may be called from any thread; the destructor finishes the jobs already given, then stops.
class JobLane
{
public:
    explicit JobLane(const QString &threadName);
    ~JobLane();
    Q_DISABLE_COPY_MOVE(JobLane)

    template <class Job>
    requires(!std::is_void_v<std::invoke_result_t<Job>>) QFuture<std::invoke_result_t<Job>> run(Job job)
    {
        auto promise = std::make_shared<QPromise<std::invoke_result_t<Job>>>();
        promise->start();
        post([promise, job = std::move(job)]() mutable {
            promise->addResult(job());
            promise->finish();
        });
        return promise->future();
    }

    /// Runs `job` in the lane without a way to hear of its end.
    template <class Job>
    void post(Job job)
    {
        QMetaObject::invokeMethod(m_worker, std::move(job), Qt::QueuedConnection);
    }

private:
    QThread m_thread;
    QObject *m_worker;
};

} // namespace salon
