// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QtGlobal>

#ifdef Q_OS_WIN
#include <qt_windows.h>
#endif

namespace salon::test {

/// Whether this Windows is Wine, for what Wine does not do as Windows does: say what beside each use.
inline bool isUnderWine()
{
#ifdef Q_OS_WIN
    const HMODULE library = GetModuleHandleW(L"ntdll.dll");
    return library && GetProcAddress(library, "wine_get_version");
#else
    return false;
#endif
}

} // namespace salon::test
