// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QHash>
#include <QLatin1StringView>
#include <QString>
#include <QtGlobal>
#include <array>

namespace salon::server {

/// One of the exercises of a course about sockets, as docs/CLASSROOM.md describes them.
struct ExerciseKind
{
    QLatin1StringView name;
    bool isUdp = false;
    quint16 port = 0; ///< the usual one
};

inline constexpr std::array exerciseKinds{
    ExerciseKind{ QLatin1StringView("presence"), false, 63000 },
    ExerciseKind{ QLatin1StringView("hello"), false, 12345 },
    ExerciseKind{ QLatin1StringView("dialogue"), false, 63001 },
    ExerciseKind{ QLatin1StringView("udp"), true, 3000 },
    ExerciseKind{ QLatin1StringView("netcat"), false, 3000 },
    ExerciseKind{ QLatin1StringView("multichat"), false, 9090 },
    ExerciseKind{ QLatin1StringView("transfer"), false, 63002 },
};

struct ClassroomSettings
{
    QString host = QStringLiteral("127.0.0.1"); ///< "*" is every address
    QHash<QString, quint16> ports{}; ///< of exercises that do not listen on their usual one; 0 picks one
    int maxGuests = 256; ///< connections of all exercises together
    int maxGuestsPerAddress = 32; ///< of one IPv4 address or IPv6 /64; this machine is exempt
    int maxArrivalsPerMinute = 60; ///< the same
    int idleMs = 5 * 60 * 1000; ///< without a byte in either direction
    int maxDelayMs = 10'000; ///< of what comes faster than it may be shown, and after the end of a connection
    int datagramsPerSecond = 500; ///< that are answered
    int datagramsPerSecondAndSource = 50;
};

} // namespace salon::server
