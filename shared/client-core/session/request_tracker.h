// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/protocol/codec.h"

#include <QHash>
#include <QPointer>
#include <functional>

namespace salon {

/// Requests that wait for their reply: correlation -> callback. Each callback is called exactly once, with the reply's
/// envelope or the reason why there is none, unless its context died.
class RequestTracker
{
public:
    using Callback = std::function<void(Result<Envelope>)>;
    static constexpr int TimeoutMs = 30'000;

    explicit RequestTracker(const Clock &clock);

    /// The correlation to send the request under.
    quint64 add(QObject *context, Callback callback);
    /// Answers the request of this correlation; a Failed becomes its Error. False for a correlation nobody waits for.
    bool resolve(const Envelope &reply);
    /// All that wait fail with `error`; for a connection that ended.
    void failAll(const Error &error);
    /// Those that waited too long fail with TimedOut. True if there were any.
    bool expire();
    [[nodiscard]] qsizetype size() const { return m_pending.size(); }

private:
    struct Pending
    {
        QPointer<QObject> context;
        Callback callback;
        qint64 deadlineMs = 0;
    };
    static void finish(const Pending &pending, Result<Envelope> result);

    const Clock &m_clock;
    quint64 m_last = 0;
    QHash<quint64, Pending> m_pending;
};

/// The error in a Failed. Codes that this build does not know become Internal with the number in `detail`.
[[nodiscard]] Error errorFrom(const Envelope &failed);

} // namespace salon
