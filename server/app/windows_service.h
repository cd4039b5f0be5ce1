// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QtGlobal>
#include <functional>

namespace salon::server {

/// The server as a service of Windows: `salon-server --service`, started by the service manager and by nobody else.
///
/// Without --data everything lies in %ProgramData%\Salon, which is made so that only administrators and the service's
/// own account can read it. There too, whatever --data says: salon-server.log (1 MiB, and three older ones) with
/// everything the program prints, and join-link.txt with the join link and, until somebody has used it, the owner code.
/// "Stop" and the end of Windows (preshutdown) stop the server as SIGTERM does elsewhere, "paramchange" reloads as
/// SIGHUP does. The service is said to run from the READY line on, and until then to be starting; it ends with the
/// program's exit code as its service-specific code.
#ifdef Q_OS_WIN
namespace windows_service {

/// --service is among the arguments.
[[nodiscard]] bool isAskedFor(int argc, char **argv);

/// Runs `program`, in this thread, for the service manager. Returns its exit code; BadOption, after saying so on
/// standard error, when the service manager did not start this process.
int run(const std::function<int()> &program);

} // namespace windows_service
#endif

} // namespace salon::server
