// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/session/outbox_entry.h"
#include "shared/protocol/limits.h"

#include <QList>
#include <optional>

namespace salon {

/// How the messages of one room go out during one connection: consecutive numbers, at most 16 unanswered, a pause after
/// a refusal, then anew from the oldest (docs/PROTOCOL.md §8.6). Those refused together are one refusal; after it only
/// one message goes out at first, and one more at once with each that is accepted. A value without timer and
/// connection: the outbox asks it before it sends and tells it each answer. `waiting` are the room's entries that
/// isWaiting(), in the order queued.
class SendLane
{
public:
    /// Entries keep the numbers of an earlier connection as long as these can still be what the server waits for;
    /// `serverLast` is the highest that it has seen.
    void begin(const QList<OutboxEntry *> &waiting, quint64 serverLast);

    /// Nothing may go out: a pause, or the answers of the others are awaited after a refusal.
    [[nodiscard]] bool isHeld(qint64 nowMs) const;
    [[nodiscard]] bool isFull() const;
    /// End of the pause by the monotonic clock; may lie in the past.
    [[nodiscard]] qint64 heldUntilMs() const { return m_heldUntilMs; }
    /// The room's slow mode: messages wait, changes need not.
    [[nodiscard]] bool isSlow(qint64 nowMs) const { return nowMs < m_slowUntilMs; }
    /// When a pause or slow mode ends next; nothing: neither is on.
    [[nodiscard]] std::optional<qint64> nextEndMs(qint64 nowMs) const;
    /// A person wants it tried now: ends both.
    void endPause() { m_heldUntilMs = m_slowUntilMs = 0; }
    /// Not held any more after a refusal: `waiting` get other numbers if the server named one.
    void recover(const QList<OutboxEntry *> &waiting);

    /// The next number, for one that has none; it is to be on disk before the message goes out: after a kill the same
    /// message must not come with another number while the server still reads what the killed program sent.
    [[nodiscard]] quint64 nextNumber() { return m_nextCounter++; }
    /// One goes out.
    void take() { ++m_inFlight; }
    /// `isNew`: it was never sent before, so that its number was the right one.
    void accepted(bool isNew);
    /// True: it must be sent again after the pause, which is as long as the server says, or doubles where it says
    /// nothing. False: refused for good.
    bool refused(const Error &error, qint64 nowMs);
    /// Refused without using its number up, and taken out of the queue for now.
    void withdrawn(quint64 counter);
    /// The same, and no message goes out before the wait that slow mode asks for is over; how long it is.
    qint64 slowed(quint64 counter, quint32 retryAfterMs, qint64 nowMs);
    /// Its answer will never come.
    void lost();

private:
    void answered();

    quint64 m_nextCounter = 1;
    int m_inFlight = 0;
    /// One until a message that was never sent before is accepted: of one that may be stored the answer does not tell
    /// whether its number is right, and behind a wrong number a later message with a right one would overtake.
    int m_mayBeInFlight = 1;
    bool m_recovers = false; ///< something was refused: wait for the other answers, then send anew from the oldest
    quint64 m_renumberFrom = 0; ///< the server named the counter to go on with
    qint64 m_heldUntilMs = 0;
    qint64 m_slowUntilMs = 0; ///< by the monotonic clock, too
    int m_refusals = 0; ///< rounds of them in a row
};

/// The server asks for another number; nothing is wrong with the message.
[[nodiscard]] bool isAboutCounters(const Error &error);

} // namespace salon
