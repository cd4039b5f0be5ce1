// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QString>

namespace salon {

/// Markdown as people write it in a chat, made ready for a CommonMark parser, so that no word is lost and lines mean
/// what they look like. Done with noncharacters, which restored() takes out of what the parser gives:
/// - addresses are shielded from emphasis (https://example.org/_a_),
/// - a line under a line never makes it a heading, and nothing is a link's definition,
/// - a quote ends with its last line that begins with ">",
/// - the numbers of a list's items are kept as they were written.
/// What is code stays as it is.
[[nodiscard]] QByteArray parserSource(const QString &text);

/// The text without any block: all on one line, for Action.
[[nodiscard]] QByteArray parserLine(const QString &text);

/// What people wrote, of what the parser gives. `number` becomes the number of the list's item that begins with it.
[[nodiscard]] QString restored(QStringView text, QString *number = nullptr);

} // namespace salon
