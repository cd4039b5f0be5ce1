// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/peer/peer_link.h"

namespace salon {

/// Questions to the store that messages of the other ask: nothing more is read while there are many.
class LinkQuestions
{
public:
    void asked(PeerLink *link) { count(link, 1); }
    void answered(PeerLink *link) { count(link, -1); }
    /// The link is no more the one that asks.
    void letGo(PeerLink *link)
    {
        if (link)
            link->holdReading(this, false);
    }

private:
    void count(PeerLink *link, int more)
    {
        constexpr int Most = 64;
        m_open += more;
        if (link)
            link->holdReading(this, m_open >= Most);
    }

    int m_open = 0;
};

} // namespace salon
