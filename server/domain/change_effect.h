// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"
#include "shared/base/vocabulary.h"

#include <QByteArray>
#include <QList>

namespace salon::server {

/// Whom a message reaches beside being there to be read.
struct MessageCalls
{
    AccountId author{};
    QList<AccountId> mentions{};
    Call call = Call::Nobody;

    /// Whether it counts as a mention for the account; the rule of both sides.
    [[nodiscard]] bool reach(AccountId account) const
    {
        return account != author && (call == Call::Room || mentions.contains(account));
    }
    friend bool operator==(const MessageCalls &, const MessageCalls &) = default;
};

/// A content that no message names any more: its file can go.
struct FreedBlob
{
    QByteArray hash{};
    quint64 size = 0;

    friend bool operator==(const FreedBlob &, const FreedBlob &) = default;
};

/// What a change that was stored made of its message, for those who count.
struct ChangeEffect
{
    Seq target = 0; ///< 0: the event was no change
    bool deleted = false;
    MessageCalls before{};
    MessageCalls after{};
    QList<Seq> edits{}; ///< of a deletion: earlier edits of the message, whose texts are gone, too
    QList<FreedBlob> freed{}; ///< by a deletion
};

} // namespace salon::server
