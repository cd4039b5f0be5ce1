// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "image.h"

#include "message.h"
#include "sha256.h"

#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char digest[] = SALON_BUNDLE_SHA256;
static const uint64_t expected_size = SALON_BUNDLE_SIZE;
enum
{
    BlockSize = 256 * 1024
};

const char *image_digest(void)
{
    return digest;
}

static _Noreturn void fail_damaged(void)
{
    fail("This file is damaged or was not downloaded whole. Please download it again.",
        "Ce fichier est abîmé ou n'a pas été téléchargé en entier. Téléchargez-le de nouveau, s'il vous plaît.");
}

void image_open(struct image *image)
{
    image->file = open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
    if (image->file < 0)
        fail("The bundle cannot read itself (%s); is /proc mounted?",
            "Le fichier ne peut pas se lire lui-même (%s) ; /proc est-il monté ?", strerror(errno));
    Elf64_Ehdr header;
    struct stat about;
    if (pread(image->file, &header, sizeof header, 0) != sizeof header || fstat(image->file, &about) != 0)
        fail_damaged();
    // The section table is the last thing of a program; the image follows at once.
    image->offset = header.e_shoff + (uint64_t)header.e_shentsize * header.e_shnum;
    if ((uint64_t)about.st_size < image->offset || (uint64_t)about.st_size - image->offset != expected_size)
        fail_damaged();
    image->size = expected_size;
    if (sqfs_init(&image->tree, image->file, image->offset) != SQFS_OK)
        fail_damaged();
}

bool image_is_whole(struct image *image)
{
    char *buffer = malloc(BlockSize);
    struct sha256 hash;
    sha256_begin(&hash);
    uint64_t done = 0;
    while (buffer && done < image->size) {
        const uint64_t left = image->size - done;
        const ssize_t got
            = pread(image->file, buffer, left < BlockSize ? left : BlockSize, (off_t)(image->offset + done));
        if (got <= 0)
            break;
        sha256_take(&hash, buffer, (size_t)got);
        done += (uint64_t)got;
    }
    free(buffer);
    char text[65];
    sha256_end(&hash, text);
    return done == image->size && strcmp(text, digest) == 0;
}

/// What is done with each entry; false ends the walk.
typedef bool visit(struct image *image, const char *path, sqfs_inode *inode, void *context);

/// Parents come before what is in them. True when all were visited.
static bool each_entry(struct image *image, visit *take, void *context)
{
    sqfs_traverse walk;
    sqfs_err error = SQFS_OK;
    if (sqfs_traverse_open(&walk, &image->tree, sqfs_inode_root(&image->tree)) != SQFS_OK)
        return false;
    bool going = true;
    while (going && sqfs_traverse_next(&walk, &error)) {
        sqfs_inode inode;
        if (walk.dir_end)
            continue;
        going = sqfs_inode_get(&image->tree, &inode, sqfs_dentry_inode(&walk.entry)) == SQFS_OK
            && take(image, walk.path, &inode, context);
    }
    sqfs_traverse_close(&walk);
    return going && error == SQFS_OK;
}

static bool add_size(struct image *image, const char *path, sqfs_inode *inode, void *context)
{
    (void)image, (void)path;
    const uint64_t size = S_ISREG(inode->base.mode) ? inode->xtra.reg.file_size : 1;
    *(uint64_t *)context += (size + 4095) / 4096 * 4096;
    return true;
}

uint64_t image_unpacked_size(struct image *image)
{
    uint64_t size = 0;
    if (!each_entry(image, add_size, &size))
        fail_damaged();
    return size;
}

struct target
{
    int folder;
    int error; ///< errno, or EIO when the image itself cannot be read
    char *buffer;
};

static bool write_file(struct image *image, sqfs_inode *inode, int file, char *buffer)
{
    const uint64_t size = inode->xtra.reg.file_size;
    for (uint64_t done = 0; done < size;) {
        sqfs_off_t part = BlockSize;
        errno = EIO;
        if (sqfs_read_range(&image->tree, inode, (sqfs_off_t)done, &part, buffer) != SQFS_OK || part <= 0)
            return false;
        for (sqfs_off_t at = 0; at < part;) {
            const ssize_t wrote = write(file, buffer + at, (size_t)(part - at));
            if (wrote < 0 && errno == EINTR)
                continue;
            if (wrote <= 0)
                return false;
            at += wrote;
        }
        done += (uint64_t)part;
    }
    return true;
}

static struct timespec image_time(const sqfs_inode *inode)
{
    return (struct timespec){ .tv_sec = (time_t)inode->base.mtime };
}

static bool unpack_file(struct image *image, const char *path, sqfs_inode *inode, struct target *to)
{
    const int file = openat(to->folder, path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (file < 0)
        return false;
    const struct timespec times[2] = { image_time(inode), image_time(inode) };
    bool good = write_file(image, inode, file, to->buffer);
    good = good && fchmod(file, inode->base.mode & 0700) == 0 && futimens(file, times) == 0;
    const int error = errno;
    const bool closed = close(file) == 0; // some file systems tell only now that there is no room
    if (!good)
        errno = error;
    return good && closed;
}

static bool read_link(struct image *image, sqfs_inode *inode, char text[4096])
{
    size_t size = 4096;
    return sqfs_readlink(&image->tree, inode, text, &size) == SQFS_OK;
}

static bool unpack_entry(struct image *image, const char *path, sqfs_inode *inode, void *context)
{
    struct target *to = context;
    bool good = false;
    char text[4096];
    errno = EIO;
    if (S_ISDIR(inode->base.mode))
        good = mkdirat(to->folder, path, 0700) == 0;
    else if (S_ISREG(inode->base.mode))
        good = unpack_file(image, path, inode, to);
    else if (S_ISLNK(inode->base.mode))
        good = read_link(image, inode, text) && symlinkat(text, to->folder, path) == 0;
    if (!good)
        to->error = errno ? errno : EIO;
    return good;
}

int image_unpack(struct image *image, int folder)
{
    struct target to = { .folder = folder, .error = 0, .buffer = malloc(BlockSize) };
    if (!to.buffer)
        return ENOMEM;
    const bool good = each_entry(image, unpack_entry, &to);
    free(to.buffer);
    if (good)
        return 0;
    return to.error ? to.error : EIO;
}

static bool is_there(struct image *image, const char *path, sqfs_inode *inode, void *context)
{
    const int folder = *(int *)context;
    struct stat about;
    if (fstatat(folder, path, &about, AT_SYMLINK_NOFOLLOW) != 0
        || (about.st_mode & S_IFMT) != (inode->base.mode & S_IFMT) || about.st_uid != geteuid())
        return false;
    if (S_ISREG(inode->base.mode))
        return (uint64_t)about.st_size == inode->xtra.reg.file_size
            && (about.st_mode & 0777) == (inode->base.mode & 0700) && about.st_mtim.tv_sec == image_time(inode).tv_sec;
    if (S_ISLNK(inode->base.mode)) {
        char wanted[4096];
        char found[4096] = { 0 };
        return read_link(image, inode, wanted) && readlinkat(folder, path, found, sizeof found - 1) > 0
            && strcmp(wanted, found) == 0;
    }
    return (about.st_mode & 0777) == 0700;
}

bool image_is_unpacked_at(struct image *image, int folder)
{
    return each_entry(image, is_there, &folder);
}
