// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

// What the runtime says to the person who started the bundle, in French when the session is French, else in English.

#include <stdbool.h>

/// Whether the session speaks French (LC_ALL, LC_MESSAGES, LANG: the first one that is set).
bool speaks_french(void);

/// One line on standard error, in the form of printf; both texts take the same arguments in the same order.
void say(const char *english, const char *french, ...);

/// Says it, shows it in a window as well when nobody reads standard error but a display is there, and ends with 1.
_Noreturn void fail(const char *english, const char *french, ...);
