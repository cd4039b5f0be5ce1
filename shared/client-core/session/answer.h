// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/result.h"

#include <QFuture>

namespace salon {

/// What a command returns: finished later, in the thread that asked. Take it with whenReady(answer, this, [this](const
/// Result<T> &) { … }); nothing happens when the receiver is gone by then. Never wait for it.
template <class T = void>
using Answer = QFuture<Result<T>>;

} // namespace salon
