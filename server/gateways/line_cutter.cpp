// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/gateways/line_cutter.h"

#include <QStringDecoder>
#include <algorithm>
#include <utility>

namespace salon::server {
namespace {

enum : uchar
{
    Se = 240,
    Sb = 250,
    Will = 251,
    Dont = 254,
    Iac = 255
};

/// Bytes at the end that begin a UTF-8 character without finishing it.
qsizetype unfinishedTail(const QByteArray &bytes)
{
    for (qsizetype back = 1; back <= std::min<qsizetype>(3, bytes.size()); ++back) {
        const auto byte = uchar(bytes[bytes.size() - back]);
        if ((byte & 0xC0) == 0x80)
            continue;
        const qsizetype length = byte >= 0xF0 && byte <= 0xF4 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 1;
        return byte < 0xF5 && length > back ? back : 0;
    }
    return 0;
}

bool readsAsLatin1(const QByteArray &bytes)
{
    return std::none_of(bytes.begin(), bytes.end(), [](char byte) {
        const auto code = uchar(byte);
        return (code < 0x20 && code != '\t' && code != '\n' && code != '\r') || code == 0x7F;
    });
}

} // namespace

CutLine cutLineOf(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder(bytes);
    if (!decoder.hasError())
        return { CutLine::Kind::Text, std::move(text) };
    return { readsAsLatin1(bytes) ? CutLine::Kind::Latin1 : CutLine::Kind::Garbage, {} };
}

QList<CutLine> LineCutter::feed(QByteArrayView bytes)
{
    QList<CutLine> lines;
    for (const char byte : bytes)
        take(byte, lines);
    return lines;
}

void LineCutter::take(char byte, QList<CutLine> &lines)
{
    const auto code = uchar(byte);
    switch (m_telnet) {
    case Telnet::Text:
        if (code == Iac)
            m_telnet = Telnet::Command;
        else
            hold(byte);
        break;
    case Telnet::Command:
        m_telnet = Telnet::Text;
        if (code == Iac)
            hold(byte); // the byte 255 itself
        else if (code >= Will && code <= Dont)
            m_telnet = Telnet::Option;
        else if (code == Sb)
            m_telnet = Telnet::Subnegotiation;
        break;
    case Telnet::Option:
        m_telnet = Telnet::Text;
        break;
    case Telnet::Subnegotiation:
        if (code == Iac)
            m_telnet = Telnet::SubnegotiationCommand;
        break;
    case Telnet::SubnegotiationCommand:
        m_telnet = code == Se ? Telnet::Text : Telnet::Subnegotiation;
        break;
    }
    if (m_telnet == Telnet::Text && !m_held.isEmpty() && m_held.back() == '\n')
        endLine(lines);
}

void LineCutter::hold(char byte)
{
    const bool afterCr = std::exchange(m_afterCr, byte == '\r');
    if (byte == '\0' && afterCr)
        byte = '\n'; // telnet's way to say CR alone
    if (byte == '\n') {
        m_held.append(byte);
        return;
    }
    if (m_skipping)
        return;
    m_held.append(byte);
    // A CR that ends the line is none of its bytes.
    const qsizetype size = m_held.size() - (m_held.back() == '\r' ? 1 : 0);
    if (size > MaxLineBytes) {
        m_held.clear();
        m_skipping = true;
    }
}

void LineCutter::endLine(QList<CutLine> &lines)
{
    QByteArray line = std::exchange(m_held, {});
    m_afterCr = false;
    if (std::exchange(m_skipping, false)) {
        lines.append({ CutLine::Kind::TooLong, {} });
        return;
    }
    if (line.endsWith('\n'))
        line.chop(1);
    while (line.endsWith('\r'))
        line.chop(1);
    if (!line.isEmpty())
        lines.append(cutLineOf(line));
}

QList<CutLine> LineCutter::takeAfterSilence()
{
    QList<CutLine> lines;
    if (!m_skipping && !m_held.isEmpty() && unfinishedTail(m_held) == 0)
        endLine(lines);
    return lines;
}

QList<CutLine> LineCutter::finish()
{
    QList<CutLine> lines;
    if (isHolding())
        endLine(lines);
    return lines;
}

} // namespace salon::server
