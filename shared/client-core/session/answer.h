// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/result.h"

#include <QFuture>
#include <QPromise>

namespace salon {

/// What a command returns: finished later, in the thread that asked. Take it with whenReady(answer, this, [this](const
/// Result<T> &) { … }); nothing happens when the receiver is gone by then. Never wait for it.
template <class T = void>
using Answer = QFuture<Result<T>>;

/// One that is known at once.
template <class T = void>
[[nodiscard]] Answer<T> readyAnswer(Result<T> result)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

} // namespace salon
