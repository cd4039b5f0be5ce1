// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/safe_file.h"

#include <QDir>
#include <fcntl.h>
#include <io.h>
#include <qt_windows.h>
#include <string>

namespace salon::safe_file {
namespace {

std::wstring native(const QString &path)
{
    return QDir::toNativeSeparators(path).toStdWString();
}

bool isRegularFile(HANDLE handle)
{
    BY_HANDLE_FILE_INFORMATION about{};
    return GetFileType(handle) == FILE_TYPE_DISK && GetFileInformationByHandle(handle, &about) != 0
        && (about.dwFileAttributes & (FILE_ATTRIBUTE_DIRECTORY | FILE_ATTRIBUTE_REPARSE_POINT)) == 0;
}

} // namespace

bool open(QFile &file, const QString &path, Use use)
{
    // Who opens it for writing lets nobody else do so, until it is closed. It may be renamed meanwhile.
    const bool isWriter = use != Use::Read;
    const DWORD others = FILE_SHARE_READ | FILE_SHARE_DELETE | (isWriter ? 0 : FILE_SHARE_WRITE);
    const HANDLE handle = CreateFileW(native(path).c_str(), isWriter ? GENERIC_READ | GENERIC_WRITE : GENERIC_READ,
        others, nullptr, use == Use::Create ? CREATE_NEW : OPEN_EXISTING,
        FILE_ATTRIBUTE_NORMAL | FILE_FLAG_OPEN_REPARSE_POINT, nullptr);
    if (handle == INVALID_HANDLE_VALUE)
        return false;
    const int descriptor
        = isRegularFile(handle) ? _open_osfhandle(intptr_t(handle), isWriter ? _O_RDWR : _O_RDONLY) : -1;
    if (descriptor < 0) {
        CloseHandle(handle);
        return false;
    }
    const auto mode = isWriter ? QIODevice::ReadWrite : QIODevice::ReadOnly;
    if (file.open(descriptor, mode | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle))
        return true;
    _close(descriptor);
    return false;
}

void beginSync(QFile &, qint64, qint64)
{
}

bool sync(QFile &file)
{
    return _commit(file.handle()) == 0;
}

Renaming renameWithoutReplacing(QFile &file, const QString &from, const QString &to)
{
    if (MoveFileExW(native(from).c_str(), native(to).c_str(), MOVEFILE_WRITE_THROUGH) != 0) {
        file.close(); // or nobody else could open it
        return Renaming::Done;
    }
    const DWORD error = GetLastError();
    return error == ERROR_ALREADY_EXISTS || error == ERROR_FILE_EXISTS ? Renaming::Taken : Renaming::Failed;
}

} // namespace salon::safe_file
