// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"
#include "shared/base/vocabulary.h"

#include <QList>
#include <QString>
#include <functional>

namespace salon::server {

/// Accounts that `text` names as @login, each once, in the order of their first mention, at most 64. An @ inside a word
/// (an address of e-mail) names nobody; a login ends where letters, digits, '.', '_' and '-' end, and may be followed
/// by a full stop. `memberCalled` gives the account of a login, or an invalid id for logins that are not in the room.
[[nodiscard]] QList<AccountId> findMentions(
    const QString &text, const std::function<AccountId(const QString &login)> &memberCalled);

/// Whether the text has @room or @here as a word of its own, by the same rules; of both the first counts for more.
[[nodiscard]] Call findCall(const QString &text);

} // namespace salon::server
