// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QAbstractEventDispatcher>
#include <memory>

namespace salon {

/// Event dispatcher for a worker thread with many sockets: epoll on Linux. Returns nothing (Qt's own is then used) on
/// other systems, with `useDefault`, or with SALON_EVENT_DISPATCHER=qt in the environment. Give it to
/// QThread::setEventDispatcher() (which takes ownership) before the thread starts.
std::unique_ptr<QAbstractEventDispatcher> makeWorkerEventDispatcher(bool useDefault = false);

} // namespace salon
