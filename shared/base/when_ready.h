// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

namespace salon {

/// Calls `done` with the result of `future` in the thread of `receiver`; never, if `receiver` is destroyed first.
/// (QFuture::then(context, …) of Qt 6.4.2 aborts in that case.)
template <class T, class Done>
void whenReady(const QFuture<T> &future, QObject *receiver, Done done)
{
    auto *watcher = new QFutureWatcher<T>(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::finished, receiver, [watcher, done = std::move(done)]() mutable {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            done(watcher->result());
    });
    watcher->setFuture(future);
}

} // namespace salon
