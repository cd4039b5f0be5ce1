// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/gateways/line_cutter.h"
#include "shared/base/terminal_text.h"

#include <cstdlib>

// The first byte says how the rest is cut; the rest is what a plain-text connection sends.

using namespace salon;
using namespace salon::server;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

QList<CutLine> linesOf(QByteArrayView stream, qsizetype step)
{
    LineCutter cutter;
    QList<CutLine> lines;
    for (qsizetype at = 0; at < stream.size(); at += step)
        lines += cutter.feed(stream.sliced(at, std::min(step, stream.size() - at)));
    lines += cutter.finish();
    require(!cutter.isHolding());
    return lines;
}

/// What guests and operators are shown has no raw control byte.
void requireSafe(const QString &text)
{
    const QString shown = safeLineForTerminal(text);
    for (const QChar c : shown) {
        const char16_t code = c.unicode();
        require(code >= 0x20 && !(code >= 0x7F && code < 0xA0) && code != 0x2028 && code != 0x2029);
        require(!(code >= 0x202A && code <= 0x202E) && !(code >= 0x2066 && code <= 0x2069));
    }
    require(safeLineForTerminal(shown) == shown);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArrayView stream(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    const QList<CutLine> lines = linesOf(stream, 1 + data[0]);
    require(lines == linesOf(stream, std::max<qsizetype>(1, stream.size())));
    for (const CutLine &line : lines) {
        require(line.kind == CutLine::Kind::Text || line.text.isEmpty());
        require(line.text.toUtf8().size() <= LineCutter::MaxLineBytes);
        require(!line.text.contains(u'\n') && line.text.isValidUtf16());
        requireSafe(line.text);
    }
    // A silence may come anywhere: it makes more lines, never loses or joins bytes of text.
    LineCutter paused;
    for (qsizetype at = 0; at < stream.size(); ++at) {
        (void)paused.feed(stream.sliced(at, 1));
        const bool wasHolding = paused.isHolding();
        const auto taken = paused.takeAfterSilence();
        require(wasHolding || taken.isEmpty());
    }
    return 0;
}
