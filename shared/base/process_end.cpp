// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/process_end.h"

#include "shared/base/standard_streams.h"

#include <QtGlobal>

#ifdef Q_OS_WIN
#include <cstdio>
#include <qt_windows.h>
#endif

namespace salon {

int endOfProgram(int exitCode)
{
#ifdef Q_OS_WIN
    std::fflush(stdout); // not all streams: a thread may sit in one
    std::fflush(stderr);
    restoreConsole();
    TerminateProcess(GetCurrentProcess(), UINT(exitCode));
#endif
    return exitCode;
}

} // namespace salon
