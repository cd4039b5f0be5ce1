// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "cache.h"

#include "message.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

static const char half_done[] = "new"; // only one program at a time unpacks
static const char in_use_suffix[] = ".in-use";
enum
{
    DigestLength = 64
};

static const char elsewhere_en[] = "Another folder can be chosen: SALON_BUNDLE_CACHE=/path/of/a/folder";
static const char elsewhere_fr[] = "On peut choisir un autre dossier : SALON_BUNDLE_CACHE=/chemin/d'un/dossier";

static _Noreturn void fail_here(const char *path, int error)
{
    if (error == ENOSPC || error == EDQUOT)
        fail("There is not enough room in %s to unpack the program. %s",
            "Il n'y a pas assez de place dans %s pour dépaqueter le programme. %s", path,
            speaks_french() ? elsewhere_fr : elsewhere_en);
    fail("The program cannot be unpacked into %s: %s. %s", "Le programme ne peut pas être dépaqueté dans %s : %s. %s",
        path, strerror(error), speaks_french() ? elsewhere_fr : elsewhere_en);
}

static char *chosen_path(void)
{
    const char *chosen = getenv("SALON_BUNDLE_CACHE");
    const char *cache = getenv("XDG_CACHE_HOME");
    const char *home = getenv("HOME");
    char *path = NULL;
    int length = -1;
    if (chosen && *chosen == '/')
        length = asprintf(&path, "%s", chosen);
    else if (chosen && *chosen)
        fail("SALON_BUNDLE_CACHE must be an absolute path: %s", "SALON_BUNDLE_CACHE doit être un chemin absolu : %s",
            chosen);
    else if (cache && *cache == '/')
        length = asprintf(&path, "%s/salon-bundle", cache);
    else if (home && *home == '/')
        length = asprintf(&path, "%s/.cache/salon-bundle", home);
    else
        fail("No place to unpack the program: neither HOME nor XDG_CACHE_HOME nor SALON_BUNDLE_CACHE is set.",
            "Aucun endroit où dépaqueter le programme : ni HOME, ni XDG_CACHE_HOME, ni SALON_BUNDLE_CACHE n'est "
            "défini.");
    if (length < 0)
        fail("Out of memory.", "Mémoire insuffisante.");
    return path;
}

static void make_folders(char *path)
{
    for (char *slash = strchr(path + 1, '/');; slash = strchr(slash + 1, '/')) {
        if (slash)
            *slash = '\0';
        // Folders that are there may refuse to be made in other words than EEXIST (EROFS, EACCES).
        struct stat about;
        if (stat(path, &about) != 0 && mkdir(path, 0700) != 0 && errno != EEXIST)
            fail_here(path, errno);
        if (!slash)
            return;
        *slash = '/';
    }
}

static int open_folder(char *path)
{
    make_folders(path);
    const int folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    struct stat about;
    if (folder < 0 || fstat(folder, &about) != 0)
        fail_here(path, errno);
    if (about.st_uid != geteuid() || (about.st_mode & 022) != 0)
        fail("%s belongs to somebody else, or others may write there: nothing is run from it. %s",
            "%s appartient à quelqu'un d'autre, ou d'autres peuvent y écrire : rien n'en sera exécuté. %s", path,
            speaks_french() ? elsewhere_fr : elsewhere_en);
    return folder;
}

static void remove_content(int folder)
{
    const int copy = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *entries = copy < 0 ? NULL : fdopendir(copy);
    if (!entries)
        return;
    for (const struct dirent *entry = readdir(entries); entry; entry = readdir(entries)) {
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            remove_tree(folder, entry->d_name);
    }
    closedir(entries);
}

void remove_tree(int parent, const char *name)
{
    const int folder = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder >= 0) {
        remove_content(folder);
        close(folder);
        unlinkat(parent, name, AT_REMOVEDIR);
    } else {
        unlinkat(parent, name, 0);
    }
}

static bool is_digest(const char *name)
{
    return strlen(name) == DigestLength && strspn(name, "0123456789abcdef") == DigestLength;
}

/// The file whose shared lock says that programs run from the folder of this digest; -1 when it cannot be made.
static int open_in_use(int folder, const char *of, int flags)
{
    char name[DigestLength + sizeof in_use_suffix];
    snprintf(name, sizeof name, "%s%s", of, in_use_suffix);
    return openat(folder, name, O_RDWR | O_CREAT | O_NOFOLLOW | flags, 0600);
}

static void remove_if_unused(int folder, const char *name)
{
    char lock_name[DigestLength + sizeof in_use_suffix];
    const int lock = open_in_use(folder, name, O_CLOEXEC);
    if (lock < 0)
        return;
    if (flock(lock, LOCK_EX | LOCK_NB) == 0) {
        remove_tree(folder, name);
        snprintf(lock_name, sizeof lock_name, "%s%s", name, in_use_suffix);
        unlinkat(folder, lock_name, 0);
    }
    close(lock);
}

static void remove_others(int folder)
{
    const int copy = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *entries = copy < 0 ? NULL : fdopendir(copy);
    if (!entries)
        return;
    for (const struct dirent *entry = readdir(entries); entry; entry = readdir(entries)) {
        if (is_digest(entry->d_name) && strcmp(entry->d_name, image_digest()) != 0)
            remove_if_unused(folder, entry->d_name);
    }
    closedir(entries);
}

static void check_room(struct image *image, int folder, const char *path)
{
    struct statvfs about;
    if (fstatvfs(folder, &about) != 0)
        fail_here(path, errno);
    if (about.f_flag & ST_NOEXEC)
        fail("The system runs no programs from %s (its file system is mounted with noexec). %s",
            "Le système n'exécute pas de programmes depuis %s (système de fichiers monté avec noexec). %s", path,
            speaks_french() ? elsewhere_fr : elsewhere_en);
    if (about.f_flag & ST_RDONLY)
        fail_here(path, EROFS);
    const uint64_t mebibyte = 1024 * 1024;
    const uint64_t needed = image_unpacked_size(image) / mebibyte + 1;
    const uint64_t there = (uint64_t)about.f_bavail * about.f_frsize / mebibyte;
    if (there < needed)
        fail("Unpacking the program takes %llu MiB in %s, but only %llu MiB are free. %s",
            "Dépaqueter le programme demande %llu Mio dans %s, mais il n'y a que %llu Mio de libres. %s",
            (unsigned long long)needed, path, (unsigned long long)there, speaks_french() ? elsewhere_fr : elsewhere_en);
}

static void unpack(struct image *image, int folder, const char *path)
{
    check_room(image, folder, path);
    if (!image_is_whole(image))
        fail("This file is damaged or was not downloaded whole. Please download it again.",
            "Ce fichier est abîmé ou n'a pas été téléchargé en entier. Téléchargez-le de nouveau, s'il vous plaît.");
    remove_tree(folder, half_done);
    if (mkdirat(folder, half_done, 0700) != 0)
        fail_here(path, errno);
    const int target = openat(folder, half_done, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    const int error = target < 0 ? errno : image_unpack(image, target);
    if (error) {
        remove_tree(folder, half_done);
        fail_here(path, error);
    }
    syncfs(target); // a power cut must not leave names without their content
    close(target);
    remove_tree(folder, image_digest()); // what is there is not what it should be
    if (renameat(folder, half_done, folder, image_digest()) != 0) {
        const int rename_error = errno;
        remove_tree(folder, half_done);
        fail_here(path, rename_error);
    }
}

static bool is_ready(struct image *image, int folder)
{
    const int target = openat(folder, image_digest(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    const bool good = target >= 0 && image_is_unpacked_at(image, target);
    if (target >= 0)
        close(target);
    return good;
}

char *cache_unpacked(struct image *image)
{
    char *path = chosen_path();
    const int folder = open_folder(path);
    // Held while this program looks and unpacks: a second one that is started meanwhile waits and finds everything
    // done.
    const int turn = openat(folder, "turn", O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
    // Inherited by what this program becomes, and by nothing that outlives it for long: not O_CLOEXEC.
    const int in_use = turn < 0 ? -1 : open_in_use(folder, image_digest(), 0);
    if (turn < 0 || in_use < 0) {
        const int error = errno;
        // A folder that has become read-only, or a full disk, hinders nobody when everything is there already.
        if (is_ready(image, folder) && asprintf(&path, "%s/%s", path, image_digest()) > 0)
            return path;
        fail_here(path, error);
    }
    while (flock(turn, LOCK_EX) != 0 || flock(in_use, LOCK_SH) != 0) {
        if (errno != EINTR)
            fail_here(path, errno);
    }
    if (!is_ready(image, folder))
        unpack(image, folder, path);
    remove_others(folder);
    char *found = NULL;
    if (asprintf(&found, "%s/%s", path, image_digest()) < 0)
        fail("Out of memory.", "Mémoire insuffisante.");
    free(path);
    close(turn);
    close(folder);
    return found;
}
