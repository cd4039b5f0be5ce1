// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-console/event_printer.h"
#include "shared/client-core/session/quoted_messages.h"

#include <QObject>
#include <QSet>
#include <functional>
#include <list>

namespace salon::console {

/// What a terminal has printed cannot be changed: so replies are printed once it is known what they answer. Keeps the
/// order in which things were to be printed, whatever takes how long.
class QuoteWaits : public QObject
{
    Q_OBJECT

public:
    explicit QuoteWaits(History &history);

    /// Runs `print` as soon as all that came before was printed and what these events answer is known, or cannot be:
    /// often at once.
    void whenKnown(const QList<RoomEvent> &events, std::function<void()> print);
    /// Drops what waits.
    void clear() { m_waits.clear(); }
    /// Runs what waits, whatever is known.
    void release();
    /// What the event answers; nothing if it answers none.
    [[nodiscard]] std::optional<QuotedMessage> quoteOf(const RoomEvent &event);

private:
    struct Wait
    {
        RoomId room{};
        QSet<Seq> asked{};
        std::function<void()> print{};
    };
    void noteKnown(RoomId room, Seq seq);
    void runReady();

    QuotedMessages m_quotes;
    std::list<Wait> m_waits;
    bool m_isRunning = false;
};

} // namespace salon::console
