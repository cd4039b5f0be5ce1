// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/session/outbox_entry.h"

#include <QCoreApplication>

namespace salon::console {

/// What an entry of the outbox is, in a few words for one line: the text of a message, "edit of #57: text",
/// "reaction 👍 to #57". Not safe for a terminal yet.
class OutboxWords
{
    Q_DECLARE_TR_FUNCTIONS(salon::console::OutboxWords)

public:
    [[nodiscard]] static QString of(const OutboxEntry &entry);
};

} // namespace salon::console
