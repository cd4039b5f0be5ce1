// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <chrono>

namespace salon::server {

/// The manager that runs this program as a service, systemd or one that speaks like it, by what it says in the
/// environment. Without one, and on other systems, nothing happens.
namespace service_manager {

/// One state for the manager: "READY=1", "STOPPING=1". False when nobody asked to be told ($NOTIFY_SOCKET), or the
/// state did not get there: the program goes on all the same.
bool tell(const QByteArray &state);
/// The state behind which the manager holds a reload for under way; "READY=1" ends it.
[[nodiscard]] QByteArray reloading();
/// Whether standard output goes to the system's journal ($JOURNAL_STREAM), which more people than root may read.
[[nodiscard]] bool keepsOutput();
/// How often the manager wants to hear "WATCHDOG=1", or it takes this process for one that hangs: half of what it set
/// ($WATCHDOG_USEC). Zero when it does not want to.
[[nodiscard]] std::chrono::milliseconds watchdogInterval();

} // namespace service_manager
} // namespace salon::server
