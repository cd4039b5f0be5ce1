// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/store/outbox_store.h"

namespace salon {

/// The files of an unsent message as one value in the outbox's file; empty: none.
[[nodiscard]] QByteArray packedFiles(const OutboxRecord &record);
/// Back into `record`. False, and nothing changes: nobody wrote that.
bool unpackFiles(const QByteArray &bytes, OutboxRecord &record);

} // namespace salon
