// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/quote_waits.h"

#include "shared/client-core/session/message_form.h"

#include <utility>

namespace salon::console {

QuoteWaits::QuoteWaits(History &history)
    : m_quotes(history)
{
    connect(&m_quotes, &QuotedMessages::changed, this, &QuoteWaits::noteKnown);
}

void QuoteWaits::whenKnown(const QList<RoomEvent> &events, std::function<void()> print)
{
    Wait wait{ events.isEmpty() ? RoomId{} : events.constFirst().room, {}, std::move(print) };
    for (const RoomEvent &event : events) {
        const Seq target = replyTargetOf(event);
        if (target > 0 && m_quotes.want(event.room, target).state == QuotedMessages::Quote::State::Asked)
            wait.asked.insert(target);
    }
    m_waits.push_back(std::move(wait));
    runReady();
}

void QuoteWaits::release()
{
    for (Wait &wait : m_waits)
        wait.asked.clear();
    runReady();
}

std::optional<QuotedMessage> QuoteWaits::quoteOf(const RoomEvent &event)
{
    const Seq target = replyTargetOf(event);
    if (target == 0)
        return std::nullopt;
    const QuotedMessages::Quote quote = m_quotes.want(event.room, target);
    if (quote.state != QuotedMessages::Quote::State::Known)
        return QuotedMessage{ target, std::nullopt };
    return QuotedMessage{ target, quote.message };
}

void QuoteWaits::noteKnown(RoomId room, Seq seq)
{
    for (Wait &wait : m_waits) {
        if (wait.room == room)
            wait.asked.remove(seq);
    }
    runReady();
}

void QuoteWaits::runReady()
{
    if (std::exchange(m_isRunning, true))
        return;
    while (!m_waits.empty() && m_waits.front().asked.isEmpty()) {
        const auto print = std::move(m_waits.front().print);
        m_waits.pop_front();
        print(); // may add others, or drop all
    }
    m_isRunning = false;
}

} // namespace salon::console
