// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

// SHA-256 (FIPS 180-4), so that a bundle that was not downloaded whole is told from a good one.

#include <stddef.h>
#include <stdint.h>

struct sha256
{
    uint32_t state[8];
    uint64_t length; ///< bytes taken so far
    uint8_t block[64];
};

void sha256_begin(struct sha256 *hash);
void sha256_take(struct sha256 *hash, const void *data, size_t size);

/// Writes the digest as 64 lower-case hexadecimal digits and a final zero.
void sha256_end(struct sha256 *hash, char text[65]);
