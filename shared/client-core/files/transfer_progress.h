// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/error.h"

#include <QMetaType>

namespace salon {

/// How far the files of a message, or one file that is fetched, have come.
struct TransferProgress
{
    enum State
    {
        Waiting, ///< for the connection, for others that go first, or (with `error`) for the server
        Hashing, ///< read for the first time; `done` counts that
        Running,
        Paused, ///< by the person
        Done,
        Failed ///< see `error`
    };

    quint64 done = 0; ///< bytes
    quint64 total = 0;
    qint64 bytesPerSecond = 0; ///< of the last seconds; 0 unless Running
    qint64 secondsLeft = -1; ///< -1: unknown
    State state = Waiting;
    Error error{};

    friend bool operator==(const TransferProgress &, const TransferProgress &) = default;
};

} // namespace salon

Q_DECLARE_METATYPE(salon::TransferProgress)
