// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/request_tracker.h"

#include "shared/protocol/messages/session.h"

#include <algorithm>

namespace salon {

RequestTracker::RequestTracker(const Clock &clock)
    : m_clock(clock)
{
}

quint64 RequestTracker::add(QObject *context, Callback callback)
{
    ++m_last;
    m_pending.insert(m_last, { context, std::move(callback), m_clock.monotonicMs() + TimeoutMs });
    return m_last;
}

bool RequestTracker::resolve(const Envelope &reply)
{
    const auto found = m_pending.constFind(reply.correlation);
    if (found == m_pending.constEnd())
        return false;
    const Pending pending = m_pending.take(reply.correlation);
    if (reply.is(MessageType::Failed))
        finish(pending, tl::unexpected(errorFrom(reply)));
    else
        finish(pending, reply);
    return true;
}

void RequestTracker::failAll(const Error &error)
{
    // In the order asked; what a callback asks anew is not failed.
    const QHash<quint64, Pending> pending = std::exchange(m_pending, {});
    QList<quint64> correlations = pending.keys();
    std::ranges::sort(correlations);
    for (const quint64 correlation : std::as_const(correlations))
        finish(pending.value(correlation), tl::unexpected(error));
}

bool RequestTracker::expire()
{
    const qint64 nowMs = m_clock.monotonicMs();
    QList<quint64> late;
    for (auto it = m_pending.cbegin(); it != m_pending.cend(); ++it) {
        if (it->deadlineMs <= nowMs)
            late.append(it.key());
    }
    std::ranges::sort(late);
    for (const quint64 correlation : std::as_const(late))
        finish(m_pending.take(correlation), fail(ErrorCode::TimedOut));
    return !late.isEmpty();
}

void RequestTracker::finish(const Pending &pending, Result<Envelope> result)
{
    if (pending.context && pending.callback)
        pending.callback(std::move(result));
}

Error errorFrom(const Envelope &failed)
{
    const Result<Failed> message = decode<Failed>(failed);
    if (!message)
        return message.error();
    Error error{ ErrorCode(message->code), {}, message->params, message->retryAfterMs };
    if (message->code >= 1000 || errorName(error.code).isEmpty()) {
        error.code = ErrorCode::Internal;
        error.detail = QStringLiteral("code %1").arg(message->code);
    }
    return error;
}

} // namespace salon
