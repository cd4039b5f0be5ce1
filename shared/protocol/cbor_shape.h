// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/result.h"

#include <QByteArrayView>

namespace salon {

/// Checks that `item` is exactly one CBOR item of the strict subset of docs/PROTOCOL.md §3: definite lengths, shortest
/// integers, unsigned map keys without repetition, valid UTF-8, no tags, no floats, no null, bounded depth and counts,
/// no trailing bytes. Allocates nothing. Fails with MalformedFrame. Source: RFC 8949.
Result<> checkCborShape(QByteArrayView item);

} // namespace salon
