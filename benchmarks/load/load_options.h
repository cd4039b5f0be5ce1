// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/protocol/join_link.h"

#include <QStringList>
#include <optional>

namespace salon::load {

/// What one run does. Everything is bounded: connections, messages, seconds.
struct LoadOptions
{
    JoinLink link{};
    qint64 processId = 0; ///< the server's, for its CPU and memory; 0: not measured
    int members = 10; ///< connections in the room
    bool follow = true; ///< members hear what is said; otherwise only acknowledgements count
    int senders = 1; ///< of the members
    int window = 1; ///< messages of one sender on the way: until all have it, or until acknowledged
    int rate = 0; ///< messages a second of all senders together; 0: as the window allows
    int bytes = 200; ///< of a message's text
    int idle = 0; ///< connections beside that are logged in and follow nothing
    double seconds = 5;
    double warmUpSeconds = 1;
    QString label{};

    static constexpr int MaxConnections = 15'000;
    static constexpr double MaxSeconds = 120;
};

/// Reads the arguments; says what is wrong on standard error. Refuses hosts other than this machine.
std::optional<LoadOptions> readLoadOptions(const QStringList &arguments);

} // namespace salon::load
