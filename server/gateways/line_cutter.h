// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace salon::server {

/// A line of a plain-text connection, or why it is none.
struct CutLine
{
    enum class Kind
    {
        Text, ///< strict UTF-8
        Latin1, ///< not UTF-8, but it reads as text of ISO 8859-1 or Windows-1252: say which encoding is wanted
        Garbage, ///< neither
        TooLong ///< above the limit; nothing of it is kept
    };
    Kind kind = Kind::Text;
    QString text{}; ///< of Kind::Text, without its end; may hold control characters
    friend bool operator==(const CutLine &, const CutLine &) = default;
};

/// Bytes that are a message by themselves, of any length.
[[nodiscard]] CutLine cutLineOf(const QByteArray &bytes);

/// Cuts what a plain-text connection sends, in pieces of any size, into lines (LF, CR LF or telnet's CR NUL). Telnet's
/// commands (IAC …) are skipped; empty lines are left out. Holds at most one line.
class LineCutter
{
public:
    static constexpr qsizetype MaxLineBytes = 1024;

    /// The lines that `bytes` completed.
    QList<CutLine> feed(QByteArrayView bytes);
    /// After a silence: what stands there without a line end is a line too. A character that only came in part is
    /// waited for: then nothing is cut yet, and isHolding() stays true.
    QList<CutLine> takeAfterSilence();
    /// At the end of the connection, or when waiting was in vain: whatever stands there.
    QList<CutLine> finish();
    /// Whether there are bytes without a line end.
    [[nodiscard]] bool isHolding() const { return !m_held.isEmpty() || m_skipping; }

private:
    enum class Telnet
    {
        Text,
        Command, ///< after IAC
        Option, ///< after IAC and one of the four that name an option
        Subnegotiation, ///< up to IAC SE
        SubnegotiationCommand ///< IAC within it
    };

    void take(char byte, QList<CutLine> &lines);
    void hold(char byte);
    void endLine(QList<CutLine> &lines);

    QByteArray m_held;
    Telnet m_telnet = Telnet::Text;
    bool m_afterCr = false;
    bool m_skipping = false; ///< the line is too long: up to its end
};

} // namespace salon::server
