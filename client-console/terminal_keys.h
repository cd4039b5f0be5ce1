// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <optional>

namespace salon::console {

/// A character of UTF-8, a control character or a whole escape sequence; or a text that was pasted.
struct TerminalInput
{
    QByteArray bytes{};
    bool isPaste = false; ///< as it came, whatever is in it
    qsizetype lost = 0; ///< bytes of a paste beyond TerminalKeys::MaxPaste

    friend bool operator==(const TerminalInput &, const TerminalInput &) = default;
};

/// Cuts what a terminal sends into keys and, where it says what is pasted (ESC[200~ … ESC[201~), pastes. Never waits;
/// bytes may come in any pieces. What is pasted may hold the end of a paste itself and go on as if it were typed: a
/// paste ends at the last such end, once nothing has come for a moment.
class TerminalKeys
{
public:
    static constexpr int EscapeMs = 50; ///< what belongs to an escape key, or to a paste, comes sooner than this
    static constexpr int PasteMs = 1000; ///< a paste whose end does not come is over after this
    static constexpr qsizetype MaxPaste = qsizetype(1024) * 1024;

    /// Without it what says where a paste begins and ends is a key like another, and what is between them is typed.
    void expectPastes() { m_expectsPastes = true; }
    void feed(const QByteArray &bytes) { m_bytes += bytes; }
    /// The next whole key or paste; nothing while it is not all there. Bytes that can be no key are dropped.
    [[nodiscard]] std::optional<TerminalInput> next();
    /// How long to wait for more before timeIsOver(); 0: what is there waits for nothing.
    [[nodiscard]] int waitMs() const;
    /// Nothing has come for waitMs(): an Esc was the key itself, which means nothing here; a paste is what has come.
    void timeIsOver();
    /// Everything that was not taken yet.
    [[nodiscard]] QByteArray takeRest();

private:
    enum : int
    {
        Incomplete = 0,
        NoKey = -1 ///< the first byte can begin no key
    };
    [[nodiscard]] std::optional<TerminalInput> nextPaste();
    [[nodiscard]] qsizetype firstKeySize() const;
    [[nodiscard]] qsizetype characterSize(qsizetype from) const;
    [[nodiscard]] qsizetype sequenceSize() const;

    QByteArray m_bytes;
    bool m_expectsPastes = false;
    bool m_isPasting = false;
    bool m_isPasteOver = false;
    qsizetype m_lost = 0;
};

} // namespace salon::console
