// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/quoted_messages.h"

#include "shared/base/when_ready.h"
#include "shared/client-core/session/history.h"
#include "shared/client-core/session/message_form.h"

namespace salon {

QuotedMessages::QuotedMessages(History &history, QObject *parent)
    : QObject(parent)
    , m_history(history)
{
    connect(
        &history, &History::appended, this, [this](RoomId, const QList<RoomEvent> &events) { eventsAppended(events); });
    connect(&history, &History::reset, this, &QuotedMessages::forget);
    connect(&history, &History::trimmed, this, &QuotedMessages::trim);
    connect(&history, &History::reachable, this, &QuotedMessages::tryFailedAgain);
}

QuotedMessages::Quote QuotedMessages::want(RoomId room, Seq seq)
{
    const Key key(room, seq);
    if (const auto known = m_quotes.constFind(key); known != m_quotes.cend())
        return *known;
    if (seq <= 0 || seq > m_history.last(room))
        return { Quote::State::Gone };
    while (m_order.size() >= Max) {
        const Key oldest = m_order.takeFirst();
        m_quotes.remove(oldest);
        m_wanted.removeOne(oldest);
    }
    m_order.append(key);
    m_wanted.append(key);
    askSoon();
    return m_quotes.insert(key, Quote()).value();
}

void QuotedMessages::askSoon()
{
    QMetaObject::invokeMethod(this, &QuotedMessages::askNext, Qt::QueuedConnection);
}

void QuotedMessages::askNext()
{
    if (m_isAsking || m_wanted.isEmpty())
        return;
    const Key key = m_wanted.takeLast();
    m_isAsking = true;
    m_missed.clear();
    whenReady(m_history.before(key.first, key.second + 1, 1), this, [this, key](const Result<HistorySlice> &slice) {
        m_isAsking = false;
        Quote quote;
        if (!slice) {
            quote.state = Quote::State::Failed;
        } else if (slice->events.isEmpty() || slice->events.last().seq != key.second
            || slice->events.last().room != key.first) {
            quote.state = Quote::State::Gone;
        } else {
            quote = { Quote::State::Known, slice->events.last() };
            m_missed.applyTo(quote.message, {});
        }
        settle(key, quote);
        askNext();
    });
}

void QuotedMessages::settle(const Key &key, const Quote &quote)
{
    const auto known = m_quotes.find(key);
    if (known == m_quotes.end())
        return; // pushed out meanwhile
    *known = quote;
    Q_EMIT changed(key.first, key.second);
}

void QuotedMessages::eventsAppended(const QList<RoomEvent> &events)
{
    if (m_isAsking)
        m_missed.note(events);
    for (const RoomEvent &event : events) {
        if (!isChange(event.kind))
            continue;
        const auto quote = m_quotes.find({ event.room, event.target });
        if (quote != m_quotes.end() && applyChange(quote->message, event, {}))
            Q_EMIT changed(event.room, event.target);
    }
}

void QuotedMessages::forget(RoomId room)
{
    m_quotes.removeIf([room](const auto &quote) { return quote.key().first == room; });
    const auto isOfRoom = [room](const Key &key) {
        return key.first == room;
    };
    m_order.removeIf(isOfRoom);
    m_wanted.removeIf(isOfRoom);
}

void QuotedMessages::trim(RoomId room, Seq floor)
{
    const QList<Key> keys = m_order;
    for (const Key &key : keys) {
        if (key.first != room || key.second >= floor)
            continue;
        m_wanted.removeOne(key);
        settle(key, { Quote::State::Gone });
    }
}

void QuotedMessages::tryFailedAgain()
{
    const QList<Key> keys = m_order;
    for (const Key &key : keys) {
        if (m_quotes.value(key).state != Quote::State::Failed)
            continue;
        m_quotes.remove(key);
        m_order.removeOne(key);
        Q_EMIT changed(key.first, key.second); // who still shows it asks anew
    }
}

} // namespace salon
