// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

// The beginning of the single-file bundle: a program without any library, in front of a squashfs image with the desktop
// client and its Qt. It unpacks the image once into the person's cache (see cache.h) and becomes the client. Nothing is
// mounted: that would need FUSE and its helper on the machine, and a process that stays; containers and small systems
// have neither. Options that begin with --appimage- are the runtime's, everything else is the client's.

#include "cache.h"
#include "image.h"
#include "message.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void print_help(void)
{
    static const char english[]
        = "Salon " SALON_VERSION ", the desktop client in one file.\n"
          "\n"
          "  --appimage-help      show this text\n"
          "  --appimage-version   show the version of the bundle and its checksum\n"
          "  --appimage-extract   unpack everything into the folder squashfs-root here\n"
          "  --appimage-offset    show where the squashfs image begins in this file\n"
          "\n"
          "Everything else goes to Salon (--help shows it). At the first start the bundle unpacks itself into\n"
          "~/.cache/salon-bundle, or $XDG_CACHE_HOME/salon-bundle, or the folder that SALON_BUNDLE_CACHE names; what\n"
          "an older bundle left there is removed. It puts nothing into menus. To have it there, and to open\n"
          "salon:// links with it: squashfs-root/usr/share/applications/salon.desktop goes to\n"
          "~/.local/share/applications with this file's path in its Exec= line; then\n"
          "  xdg-mime default salon.desktop x-scheme-handler/salon\n";
    static const char french[]
        = "Salon " SALON_VERSION ", le client de bureau en un seul fichier.\n"
          "\n"
          "  --appimage-help      afficher ce texte\n"
          "  --appimage-version   afficher la version et la somme de contrôle\n"
          "  --appimage-extract   tout dépaqueter dans le dossier squashfs-root, ici\n"
          "  --appimage-offset    dire où commence l'image squashfs dans ce fichier\n"
          "\n"
          "Tout le reste est pour Salon (voir --help). Au premier lancement, le fichier se dépaquette dans\n"
          "~/.cache/salon-bundle, ou $XDG_CACHE_HOME/salon-bundle, ou le dossier que nomme SALON_BUNDLE_CACHE ; ce\n"
          "qu'une version plus ancienne y a laissé est enlevé. Rien n'est ajouté aux menus. Pour l'y mettre et ouvrir\n"
          "les liens salon:// : copiez squashfs-root/usr/share/applications/salon.desktop dans\n"
          "~/.local/share/applications avec le chemin de ce fichier dans la ligne Exec= ; puis\n"
          "  xdg-mime default salon.desktop x-scheme-handler/salon\n";
    fputs(speaks_french() ? french : english, stdout);
}

static int extract_here(struct image *image)
{
    static const char name[] = "squashfs-root";
    if (!image_is_whole(image))
        fail("This file is damaged or was not downloaded whole. Please download it again.",
            "Ce fichier est abîmé ou n'a pas été téléchargé en entier. Téléchargez-le de nouveau, s'il vous plaît.");
    if (mkdir(name, 0755) != 0) {
        if (errno == EEXIST)
            fail("%s is already here; nothing was changed.", "%s existe déjà ici ; rien n'a été changé.", name);
        fail("The folder %s cannot be made here: %s", "Le dossier %s ne peut pas être créé ici : %s", name,
            strerror(errno));
    }
    const int folder = open(name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    const int error = folder < 0 ? errno : image_unpack(image, folder);
    if (error) {
        remove_tree(AT_FDCWD, name);
        fail("Not unpacked: %s. What was written is removed again.",
            "Non dépaqueté : %s. Ce qui a été écrit est enlevé.", strerror(error));
    }
    puts(name);
    return 0;
}

/// Does what an option of the runtime asks; -1 when it is none.
static int own_option(struct image *image, const char *option)
{
    if (strcmp(option, "--appimage-help") == 0)
        print_help();
    else if (strcmp(option, "--appimage-version") == 0)
        printf("Salon %s\nSHA-256 %s\n", SALON_VERSION, image_digest());
    else if (strcmp(option, "--appimage-offset") == 0)
        printf("%llu\n", (unsigned long long)image->offset);
    else if (strcmp(option, "--appimage-extract") == 0)
        return extract_here(image);
    else if (strncmp(option, "--appimage-", strlen("--appimage-")) == 0)
        fail("This bundle has no option %s; see --appimage-help.",
            "Ce fichier n'a pas d'option %s ; voir --appimage-help.", option);
    else
        return -1;
    return 0;
}

static void set_environment(const char *folder, const char *called)
{
    char path[PATH_MAX];
    const ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
    if (length > 0) {
        path[length] = '\0';
        setenv("APPIMAGE", path, 1);
    }
    setenv("APPDIR", folder, 1);
    setenv("ARGV0", called, 1);
    if (getcwd(path, sizeof path))
        setenv("OWD", path, 1);
}

int main(int argc, char **argv)
{
    struct image image;
    // A closed stream must not become a file of ours.
    for (int stream = 0; stream <= 2; ++stream) {
        if (fcntl(stream, F_GETFD) < 0 && open("/dev/null", O_RDWR) < 0)
            return 1;
    }
    image_open(&image);
    if (argc > 1) {
        const int done = own_option(&image, argv[1]);
        if (done >= 0)
            return done;
    }
    const char *folder = cache_unpacked(&image);
    char *program = NULL;
    if (asprintf(&program, "%s/AppRun", folder) < 0)
        fail("Out of memory.", "Mémoire insuffisante.");
    set_environment(folder, argc > 0 ? argv[0] : program);
    if (argc > 0)
        argv[0] = program;
    execv(program, argv);
    fail("%s cannot be started: %s", "%s ne peut pas être lancé : %s", program, strerror(errno));
}
