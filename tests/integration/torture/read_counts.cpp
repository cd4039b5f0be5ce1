// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/integration/torture/read_counts.h"

#include <algorithm>

namespace salon::test {

ReadCounts::ReadCounts(const Timeline &log)
{
    for (const DeliveryRecord &event : log) {
        if (event.kind != EventKind::Message && event.kind != EventKind::Announcement)
            continue;
        m_messages.append(event.seq);
        m_own[event.author].append(event.seq);
        for (const AccountId mentioned : event.mentions) {
            if (mentioned != event.author)
                m_mentions[mentioned].append(event.seq);
        }
    }
}

ReadCounts::Counts ReadCounts::between(AccountId account, Seq seq, Seq head) const
{
    const qsizetype own = countIn(m_own.value(account), seq, head);
    return { countIn(m_messages, seq, head) - own, countIn(m_mentions.value(account), seq, head) };
}

qsizetype ReadCounts::countIn(const Places &places, Seq seq, Seq head)
{
    const auto first = std::upper_bound(places.begin(), places.end(), seq);
    return std::max<qsizetype>(0, std::upper_bound(places.begin(), places.end(), head) - first);
}

} // namespace salon::test
