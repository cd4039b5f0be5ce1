// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/transport/event_dispatcher.h"

#ifdef Q_OS_LINUX
#include "shared/transport/epoll_event_dispatcher_linux.h"
#endif

namespace salon {

std::unique_ptr<QAbstractEventDispatcher> makeWorkerEventDispatcher(bool useDefault)
{
#ifdef Q_OS_LINUX
    if (!useDefault && qgetenv("SALON_EVENT_DISPATCHER") != "qt")
        return EpollEventDispatcher::create();
#else
    Q_UNUSED(useDefault)
#endif
    return {};
}

} // namespace salon
