// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/result.h"

#include <QString>

namespace salon {

/// Rules for what people write, the same on both sides. Each returns the text in its stored form or the coded reason.

/// Body of a message: not empty, within text_limits; CRLF and CR become LF; control characters other than LF and TAB
/// become U+FFFD. Errors: EmptyText, TextTooLong{bytes, limit}, LineTooLong{limit}, TooManyLines{limit}, InvalidText
/// (a lone surrogate).
Result<QString> checkMessageText(const QString &text);

/// Login id: [a-z0-9][a-z0-9._-]*, 1 to 32 characters after lower-casing, not a reserved word.
/// Error: InvalidLogin{max}.
Result<QString> checkLogin(const QString &login);

/// Display name: trimmed, inner white space folded, NFC; no control, format, invisible, private or unassigned character
/// (but the joiner and selector inside emoji), no leading combining mark, at most 8 marks in a row; at most 32
/// graphemes. Error: InvalidDisplayName{max}.
Result<QString> checkDisplayName(const QString &name);

/// Room name: as a display name with at most 64 graphemes. Error: InvalidRoomName{max}.
Result<QString> checkRoomName(const QString &name);

/// Topic: one line of at most 390 bytes, may be empty. Error: InvalidTopic{max}.
Result<QString> checkTopic(const QString &topic);

/// Custom status: one line of at most 200 bytes, may be empty. Error: InvalidStatusText{max}.
Result<QString> checkStatusText(const QString &text);

/// Password: 8 to 128 bytes of UTF-8 after NFC, every kind of space an ASCII space (PRECIS OpaqueString,
/// RFC 8265 §4.2), never truncated.
/// Errors: PasswordTooShort{min}, PasswordTooLong{max}.
Result<QString> checkPassword(const QString &password);

} // namespace salon
