// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/terminal_keys.h"

#include <QByteArrayView>
#include <utility>

namespace salon::console {
namespace {

constexpr qsizetype LongestSequence = 32;
constexpr char Escape = '\033';
constexpr QByteArrayView PasteBegin = "\033[200~";
constexpr QByteArrayView PasteEnd = "\033[201~";

bool isBetween(char c, int least, int most)
{
    const int value = static_cast<unsigned char>(c);
    return least <= value && value <= most;
}

} // namespace

std::optional<TerminalInput> TerminalKeys::next()
{
    while (!m_bytes.isEmpty() && !m_isPasting) {
        const qsizetype size = firstKeySize();
        if (size == Incomplete)
            return std::nullopt;
        if (size == NoKey) {
            m_bytes.remove(0, 1);
            continue;
        }
        const QByteArray key = m_bytes.left(size);
        m_bytes.remove(0, size);
        m_isPasting = m_expectsPastes && key == PasteBegin;
        if (!m_isPasting)
            return TerminalInput{ key };
    }
    return m_isPasting ? nextPaste() : std::nullopt;
}

std::optional<TerminalInput> TerminalKeys::nextPaste()
{
    if (m_isPasteOver) {
        const qsizetype end = m_bytes.lastIndexOf(PasteEnd);
        TerminalInput paste{ m_bytes.left(end < 0 ? m_bytes.size() : end), true, m_lost };
        m_bytes.remove(0, end < 0 ? m_bytes.size() : end + PasteEnd.size());
        m_isPasting = m_isPasteOver = false;
        m_lost = 0;
        return paste;
    }
    // The last bytes stay: they may be its end.
    if (const qsizetype surplus = m_bytes.size() - MaxPaste; surplus > MaxPaste) {
        m_bytes.remove(MaxPaste - PasteEnd.size(), surplus);
        m_lost += surplus;
    }
    return std::nullopt;
}

int TerminalKeys::waitMs() const
{
    if (m_isPasting)
        return m_bytes.contains(PasteEnd) ? EscapeMs : PasteMs;
    return m_bytes == QByteArrayView(&Escape, 1) ? EscapeMs : 0;
}

void TerminalKeys::timeIsOver()
{
    if (m_isPasting)
        m_isPasteOver = true;
    else if (waitMs() > 0)
        m_bytes.clear();
}

QByteArray TerminalKeys::takeRest()
{
    m_isPasting = m_isPasteOver = false;
    m_lost = 0;
    return std::exchange(m_bytes, {});
}

qsizetype TerminalKeys::firstKeySize() const
{
    if (m_bytes[0] != Escape)
        return characterSize(0);
    if (m_bytes.size() == 1)
        return Incomplete;
    if (m_bytes[1] == Escape)
        return NoKey; // the key itself, and then something else
    if (m_bytes[1] == '[' || m_bytes[1] == 'O')
        return sequenceSize();
    const qsizetype character = characterSize(1);
    return character > 0 ? 1 + character : character;
}

qsizetype TerminalKeys::characterSize(qsizetype from) const
{
    const char first = m_bytes[from];
    if (isBetween(first, 0, 0x7f))
        return 1;
    const qsizetype size = isBetween(first, 0xc2, 0xdf) ? 2
        : isBetween(first, 0xe0, 0xef)                  ? 3
        : isBetween(first, 0xf0, 0xf4)                  ? 4
                                                        : 0;
    if (size == 0)
        return NoKey;
    for (qsizetype i = 1; i < size; ++i) {
        if (from + i >= m_bytes.size())
            return Incomplete;
        if (!isBetween(m_bytes[from + i], 0x80, 0xbf))
            return NoKey;
    }
    return QByteArrayView(m_bytes).sliced(from, size).isValidUtf8() ? size : qsizetype(NoKey);
}

qsizetype TerminalKeys::sequenceSize() const
{
    // "ESC [ parameters final" or "ESC O [modifier] final"; the Linux console has "ESC [ [ A" to "ESC [ [ E" too.
    qsizetype i = 2;
    if (m_bytes[1] == '[' && m_bytes.size() > 2 && m_bytes[2] == '[')
        i = 3;
    const int leastParameter = m_bytes[1] == '[' ? 0x20 : 0x30;
    while (i < m_bytes.size() && isBetween(m_bytes[i], leastParameter, 0x3f)) {
        if (++i > LongestSequence)
            return NoKey;
    }
    if (i >= m_bytes.size())
        return Incomplete;
    return isBetween(m_bytes[i], 0x40, 0x7e) ? i + 1 : qsizetype(NoKey);
}

} // namespace salon::console
