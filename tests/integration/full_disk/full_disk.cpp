// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

// Preloaded into a server (LD_PRELOAD): while the file $SALON_FULL_DISK_SWITCH exists, no file below
// $SALON_FULL_DISK_FOLDER can grow, as on a disk where others took all the room. What is in a file already can be
// overwritten. Needs no rights, unlike a small file system.

#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

bool isOnTheDisk(int descriptor)
{
    const char *folder = std::getenv("SALON_FULL_DISK_FOLDER");
    if (!folder)
        return false;
    char entry[64];
    std::snprintf(entry, sizeof entry, "/proc/self/fd/%d", descriptor);
    char path[PATH_MAX];
    const ssize_t length = ::readlink(entry, path, sizeof path);
    const size_t prefix = std::strlen(folder);
    return length > 0 && size_t(length) >= prefix && std::strncmp(path, folder, prefix) == 0;
}

bool hasNoRoom(int descriptor, size_t count, off_t offset)
{
    const char *full = std::getenv("SALON_FULL_DISK_SWITCH");
    struct stat file = {};
    return full && ::access(full, F_OK) == 0 && isOnTheDisk(descriptor) && ::fstat(descriptor, &file) == 0
        && offset + off_t(count) > file.st_size;
}

using Write = ssize_t (*)(int, const void *, size_t, off_t);

ssize_t writeWith(const char *name, int descriptor, const void *bytes, size_t count, off_t offset)
{
    if (hasNoRoom(descriptor, count, offset)) {
        errno = ENOSPC;
        return -1;
    }
    return reinterpret_cast<Write>(::dlsym(RTLD_NEXT, name))(descriptor, bytes, count, offset);
}

} // namespace

extern "C" {

ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t offset)
{
    return writeWith("pwrite", descriptor, bytes, count, offset);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t offset)
{
    return writeWith("pwrite64", descriptor, bytes, count, offset);
}
}
