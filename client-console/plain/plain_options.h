// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>
#include <optional>

namespace salon::console {

/// What `--plain`, `--listen` and `--plain --peer` ask for: talking with a program that knows nothing of Salon.
struct PlainOptions
{
    enum class Way
    {
        Connect,
        Listen,
        Either ///< connect, or wait if nobody is there
    };
    enum class Show
    {
        Text, ///< safe for a terminal
        Hex,
        Raw
    };
    enum class LineEnd
    {
        LineFeed,
        CarriageReturn, ///< and line feed
        None
    };

    Way way = Way::Connect;
    QString address{};
    std::optional<QString> message{}; ///< --send; "-" is standard input
    Show show = Show::Text;
    LineEnd lineEnd = LineEnd::LineFeed; ///< of typed lines on a stream
    bool isFramed = false;
    std::optional<int> timeoutSeconds{}; ///< unless given, waiting for others has no end and connecting 30 s
};

} // namespace salon::console
