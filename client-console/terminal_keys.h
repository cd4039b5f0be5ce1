// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <optional>

namespace salon::console {

/// Cuts what a terminal sends into keys: a character of UTF-8, a control character, or a whole escape sequence. Never
/// waits; bytes may come in any pieces.
class TerminalKeys
{
public:
    static constexpr int EscapeMs = 50; ///< what belongs to an escape key comes sooner than this

    void feed(const QByteArray &bytes) { m_bytes += bytes; }
    /// The next whole key; nothing while it is not all there. Bytes that can be no key are dropped.
    [[nodiscard]] std::optional<QByteArray> next();
    /// All that is there is an Esc: the key itself, or the beginning of a sequence. After EscapeMs it was the key.
    [[nodiscard]] bool isEscapeOpen() const { return m_bytes == "\033"; }
    /// The time is over: the open Esc was the key. It means nothing here.
    void dropEscape();
    /// Everything that was not taken as a key yet.
    [[nodiscard]] QByteArray takeRest();

private:
    enum : int
    {
        Incomplete = 0,
        NoKey = -1 ///< the first byte can begin no key
    };
    [[nodiscard]] qsizetype firstKeySize() const;
    [[nodiscard]] qsizetype characterSize(qsizetype from) const;
    [[nodiscard]] qsizetype sequenceSize() const;

    QByteArray m_bytes;
};

} // namespace salon::console
