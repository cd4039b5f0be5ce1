// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/plain/printable_bytes.h"

#include "shared/base/terminal_text.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace salon::console {
namespace {

/// Bytes of the character that `lead` begins; 1 for what begins none.
qsizetype lengthOf(char lead)
{
    const auto byte = uchar(lead);
    if (byte >= 0xC2 && byte < 0xE0)
        return 2;
    if (byte >= 0xE0 && byte < 0xF0)
        return 3;
    return byte >= 0xF0 && byte < 0xF5 ? 4 : 1;
}

/// How many bytes at the end may become a character, or CR LF, with those that follow.
qsizetype unfinishedTail(QByteArrayView bytes)
{
    if (bytes.endsWith('\r'))
        return 1;
    for (qsizetype back = 1; back <= std::min<qsizetype>(3, bytes.size()); ++back) {
        const char byte = bytes[bytes.size() - back];
        if ((uchar(byte) & 0xC0) != 0x80)
            return lengthOf(byte) > back ? back : 0;
    }
    return 0;
}

QString shown(QByteArrayView utf8)
{
    QString text = QString::fromUtf8(utf8);
    text.replace("\r\n"_L1, "\n"_L1).replace(u'\t', "    "_L1);
    return safeForTerminal(text);
}

} // namespace

QString PrintableBytes::feed(QByteArrayView bytes)
{
    m_held.append(bytes);
    const QByteArray all = std::exchange(m_held, {});
    const qsizetype whole = all.size() - unfinishedTail(all);
    m_held = all.sliced(whole);
    return decode(QByteArrayView(all).first(whole));
}

QString PrintableBytes::finish()
{
    return decode(std::exchange(m_held, {}));
}

QString PrintableBytes::decode(QByteArrayView bytes)
{
    if (bytes.isValidUtf8())
        return shown(bytes);
    QString text;
    qsizetype from = 0; // of what is UTF-8 and not taken yet
    for (qsizetype at = 0; at < bytes.size();) {
        const QByteArrayView character = bytes.sliced(at, std::min(lengthOf(bytes[at]), bytes.size() - at));
        if (character.isValidUtf8()) {
            at += character.size();
            continue;
        }
        m_hasForeign = true;
        text += shown(bytes.sliced(from, at - from));
        text += u"\\x"_s + QString::number(uchar(bytes[at]), 16).toUpper();
        from = ++at;
    }
    return text + shown(bytes.sliced(from));
}

} // namespace salon::console
