// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

// The folder where bundles are unpacked, $XDG_CACHE_HOME/salon-bundle (or $SALON_BUNDLE_CACHE): one folder for each
// image, named by its digest. What is there belongs to the person alone. Images of other versions are removed as soon
// as no program runs from them any more.

#include "image.h"

/// Makes sure that the image lies unpacked, and returns the absolute path of its folder (never freed). Holds that
/// folder for as long as this program, and what it becomes, runs. Ends with a message when it cannot be done.
char *cache_unpacked(struct image *image);

/// Removes a folder with everything in it; follows no links.
void remove_tree(int parent, const char *name);
