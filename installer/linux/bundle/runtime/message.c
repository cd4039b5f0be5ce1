// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "message.h"

#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static const char program[] = "Salon";

bool speaks_french(void)
{
    static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
    for (size_t i = 0; i < sizeof names / sizeof *names; ++i) {
        const char *value = getenv(names[i]);
        if (value && *value)
            return strncmp(value, "fr", 2) == 0;
    }
    return false;
}

static char *formatted(const char *format, va_list arguments)
{
    char *text = NULL;
    return vasprintf(&text, format, arguments) < 0 ? NULL : text;
}

void say(const char *english, const char *french, ...)
{
    va_list arguments;
    va_start(arguments, french);
    char *text = formatted(speaks_french() ? french : english, arguments);
    va_end(arguments);
    fprintf(stderr, "%s: %s\n", program, text ? text : english);
    free(text);
}

/// Tries one of the programs that desktops have for this; whether it was there.
static bool show_with(char *const *command)
{
    const pid_t child = fork();
    if (child < 0)
        return false;
    if (child == 0) {
        const int nowhere = open("/dev/null", O_RDWR);
        if (nowhere >= 0) {
            dup2(nowhere, STDOUT_FILENO);
            dup2(nowhere, STDERR_FILENO);
        }
        execvp(command[0], command);
        _exit(127);
    }
    int status = 0;
    return waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) < 126;
}

static void show_window(char *text)
{
    const char *x11 = getenv("DISPLAY");
    const char *wayland = getenv("WAYLAND_DISPLAY");
    if (isatty(STDERR_FILENO) || !((x11 && *x11) || (wayland && *wayland)))
        return;
    char *const zenity[] = { "zenity", "--error", "--no-markup", "--title=Salon", "--text", text, NULL };
    char *const kdialog[] = { "kdialog", "--title", "Salon", "--error", text, NULL };
    char *const xmessage[] = { "xmessage", "-center", text, NULL };
    char *const notify[] = { "notify-send", "Salon", text, NULL };
    (void)(show_with(zenity) || show_with(kdialog) || show_with(xmessage) || show_with(notify));
}

void fail(const char *english, const char *french, ...)
{
    va_list arguments;
    va_start(arguments, french);
    char *text = formatted(speaks_french() ? french : english, arguments);
    va_end(arguments);
    fprintf(stderr, "%s: %s\n", program, text ? text : english);
    if (text)
        show_window(text);
    exit(1);
}
