// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "tests/integration/torture/history.h"

namespace salon::test {

/// What is unread in a log, by the rule of docs/PROTOCOL.md §8.7 and by nothing that the server does.
class ReadCounts
{
public:
    explicit ReadCounts(const Timeline &log);

    struct Counts
    {
        qsizetype unread = 0;
        qsizetype mentions = 0;
    };
    /// Of the events in (seq, head], for one account.
    [[nodiscard]] Counts between(AccountId account, Seq seq, Seq head) const;

private:
    using Places = QList<Seq>; ///< ascending
    static qsizetype countIn(const Places &places, Seq seq, Seq head);

    Places m_messages;
    QHash<AccountId, Places> m_own;
    QHash<AccountId, Places> m_mentions;
};

} // namespace salon::test
