// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/markup/emoji/single_emoji.h"
#include "shared/markup/format_text.h"
#include "shared/markup/plain_text.h"
#include "tests/unit/markup/markup_dump.h"

#include <cstdio>
#include <cstdlib>

// The first byte says how the rest is read; the rest is what somebody wrote.

using namespace salon;

namespace {

void require(bool holds, const QString &complaint)
{
    if (holds)
        return;
    std::fprintf(stderr, "%s\n", qPrintable(complaint));
    std::abort();
}

/// Every other name is known, so that names are replaced and left alone.
MarkupNames someNames(unsigned seed)
{
    MarkupNames names;
    names.call = Call(seed % 3);
    names.person = [](const QString &login) -> std::optional<PersonName> {
        return login.size() % 2 == 0 ? std::optional(PersonName{ login.toUpper(), 1, login.size() > 4 }) : std::nullopt;
    };
    names.room = [](const QString &name) -> std::optional<RoomName> {
        return name.size() % 2 == 0 ? std::optional(RoomName{ name, 2 }) : std::nullopt;
    };
    return names;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    const auto format = TextFormat(data[0] % 3);
    const FormattedText formatted = formatText(text, format, someNames(data[0] / 3));
    const QString complaint = test::complaint(formatted);
    // Plain text keeps even noncharacters, which people's programs may do with as they like.
    require(complaint.isEmpty() || format == TextFormat::Plain, complaint);
    require(oneLine(formatted, 100).size() <= 100, QStringLiteral("a line is longer than it may be"));
    require(plainText(formatted).isValidUtf16(), QStringLiteral("half a surrogate pair"));
    const qsizetype emoji = emojiLength(text);
    require(emoji >= 0 && emoji <= text.size(), QStringLiteral("an emoji beyond the text"));
    return 0;
}
