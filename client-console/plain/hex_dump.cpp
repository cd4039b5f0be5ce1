// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/plain/hex_dump.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon::console {
namespace {

constexpr qsizetype BytesInLine = 16;

} // namespace

QString hexDump(QByteArrayView bytes, quint64 offset)
{
    QByteArray dump;
    for (qsizetype from = 0; from < bytes.size(); from += BytesInLine) {
        const QByteArrayView line = bytes.sliced(from, std::min(BytesInLine, bytes.size() - from));
        dump += QByteArray::number(offset + quint64(from), 16).rightJustified(8, '0') + ' ';
        for (qsizetype i = 0; i < BytesInLine; ++i) {
            dump += i == BytesInLine / 2 ? "  " : " ";
            dump += i < line.size() ? line.sliced(i, 1).toByteArray().toHex() : QByteArray("  ");
        }
        dump += "  |";
        for (const char byte : line)
            dump += byte >= 0x20 && byte < 0x7f ? byte : '.';
        dump += "|\n";
    }
    return QString::fromLatin1(dump);
}

} // namespace salon::console
