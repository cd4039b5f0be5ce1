// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

// The squashfs image behind the runtime, and what of it lies unpacked in a folder.

#include <stdbool.h>
#include <stdint.h>

#include <squashfuse/squashfuse.h>

struct image
{
    int file;
    uint64_t offset; ///< where it begins in the file
    uint64_t size; ///< to the end of the file
    sqfs tree;
};

/// Opens the image of the program that runs. Ends with a message when the file was cut or is damaged.
void image_open(struct image *image);

/// Whether its bytes have the SHA-256 that was built in; reads all of it.
bool image_is_whole(struct image *image);

/// Bytes that its files take when unpacked, each rounded up to blocks of 4 KiB.
uint64_t image_unpacked_size(struct image *image);

/// Unpacks everything into this folder, which is empty and belongs to the caller alone; 0, or errno of what failed.
int image_unpack(struct image *image, int folder);

/// Whether this folder holds what image_unpack() makes: every entry with its kind, size, mode and time.
bool image_is_unpacked_at(struct image *image, int folder);

/// The SHA-256 of the image that was built in.
const char *image_digest(void);
