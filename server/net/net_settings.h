// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/protocol/limits.h"
#include "shared/transport/heartbeat.h"

namespace salon::server {

/// After so many connections without a login within `windowMs`, an address is kept out for `banMs`; 0 failures: never.
struct BanLimits
{
    int failures = 10;
    int windowMs = 120'000;
    int banMs = 300'000;
};

/// What the listeners allow; 0 switches a limit off.
struct AdmissionLimits
{
    int perPrefix = 32; ///< connections at once of one IPv4 address or IPv6 /64
    int newPerMinute = 60; ///< new connections of the same
    int unauthenticated = 256; ///< of all together; the oldest is dropped first
    bool exemptLocal = true; ///< loopback and unix sockets do not count
    int total = 0; ///< descriptors that connections may use
    BanLimits ban{};
};

/// How many frames of any kind one connection may send: `burst` at once, then `perSecond`. A burst of 0: no limit.
struct FrameRate
{
    int burst = 400;
    int perSecond = 200;
};

/// What each worker holds its connections to.
struct ConnectionRules
{
    qsizetype softQueueBytes = 256 * 1024;
    qsizetype hardQueueBytes = 1024 * 1024;
    int stalledMs = 10'000; ///< without a byte leaving while there are some
    int loginMs = wire_limits::LoginMs;
    int framesBeforeLogin = wire_limits::MaxFramesBeforeLogin;
    int undelivered = 64; ///< messages, large ones for several, that the domain has not taken yet; then reading pauses
    FrameRate frames{}; ///< faster ones are read more slowly, nothing else happens to them
    HeartbeatTimes heartbeat{};
};

struct NetSettings
{
    int workers = 0; ///< 0: one per core
    int backlog = 1024;
    bool useQtLoop = false; ///< Qt's own event dispatcher in the workers
    AdmissionLimits admission{};
    ConnectionRules rules{};
};

} // namespace salon::server
