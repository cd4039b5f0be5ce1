// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/standard_streams.h"

#include <QtGlobal>

#ifdef Q_OS_WIN
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <io.h>
#include <qt_windows.h>
#else
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace salon {

#ifdef Q_OS_WIN

namespace {

UINT codePageBefore = 0;

bool isOpen(FILE *stream)
{
    const int descriptor = _fileno(stream);
    return descriptor >= 0 && _get_osfhandle(descriptor) != -1;
}

} // namespace

void openMissingStandardStreams()
{
    // The lowest free number is given, and those below are open by now.
    for (FILE *stream : { stdin, stdout, stderr }) {
        if (!isOpen(stream) && !std::freopen("NUL", stream == stdin ? "r" : "w", stream))
            return;
        _setmode(_fileno(stream), _O_BINARY);
    }
    const UINT before = GetConsoleOutputCP();
    if (before == 0 || before == CP_UTF8 || codePageBefore != 0)
        return; // without a console, or nothing to do
    codePageBefore = before;
    SetConsoleOutputCP(CP_UTF8);
    std::atexit(&restoreConsole);
}

void restoreConsole()
{
    if (codePageBefore != 0)
        SetConsoleOutputCP(codePageBefore);
}

void useConsoleOfStarter()
{
    if (isOpen(stdout) || AttachConsole(ATTACH_PARENT_PROCESS) == 0)
        return;
    for (FILE *stream : { stdout, stderr }) {
        if (!std::freopen("CONOUT$", "w", stream))
            return;
    }
}

bool isErrorOutputRead()
{
    if (!isOpen(stderr))
        return false;
    auto *const output = reinterpret_cast<HANDLE>(_get_osfhandle(_fileno(stderr)));
    DWORD mode = 0;
    return GetFileType(output) != FILE_TYPE_CHAR || GetConsoleMode(output, &mode) != 0; // else it is NUL
}

#else

void openMissingStandardStreams()
{
    for (const int stream : { STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO }) {
        // The lowest free number is given, and those below are open by now.
        if (::fcntl(stream, F_GETFD) < 0 && errno == EBADF && ::open("/dev/null", O_RDWR) < 0)
            return;
    }
}

void restoreConsole()
{
}

void useConsoleOfStarter()
{
}

bool isErrorOutputRead()
{
    return ::isatty(STDERR_FILENO) != 0;
}

#endif

} // namespace salon
