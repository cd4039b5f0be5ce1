// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/stop_signals.h"

#include <mutex>
#include <utility>

namespace salon {
namespace {

std::mutex instanceMutex; // for the two below
StopSignals *instance = nullptr;
bool stopWaits = false; ///< asked for before anybody could hear it

} // namespace

void StopSignals::setInstance(StopSignals *signalsOfSystem)
{
    const std::lock_guard lock(instanceMutex);
    instance = signalsOfSystem;
    if (instance && std::exchange(stopWaits, false))
        QMetaObject::invokeMethod(instance, &StopSignals::stopRequested, Qt::QueuedConnection);
}

void StopSignals::requestStop()
{
    const std::lock_guard lock(instanceMutex);
    if (instance)
        QMetaObject::invokeMethod(instance, &StopSignals::stopRequested, Qt::QueuedConnection);
    else
        stopWaits = true;
}

void StopSignals::requestReload()
{
    const std::lock_guard lock(instanceMutex);
    if (instance)
        QMetaObject::invokeMethod(instance, &StopSignals::reloadRequested, Qt::QueuedConnection);
}

} // namespace salon
