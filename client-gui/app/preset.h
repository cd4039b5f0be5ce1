// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/result.h"

#include <QByteArray>
#include <QString>

namespace salon {

/// What somebody who installed Salon for others wants its first start to begin with. The installer puts it beside the
/// program as preset.ini:
///
///     [Salon]
///     ; a join link or an address
///     server = salon://chat.example.org/?key=…
///     ; fr or en
///     language = fr
struct Preset
{
    QString link{}; ///< empty: none; JoinLink::parse() takes it
    QString language{}; ///< "fr", "en" or empty

    friend bool operator==(const Preset &, const Preset &) = default;
};

/// Reads the text of such a file: UTF-8 or UTF-16, at most 64 KiB, other sections and keys are passed over. Fails with
/// InvalidText{what is wrong} when a value cannot be used: nothing is taken from a file that was meant differently.
Result<Preset> parsePreset(const QByteArray &bytes);

/// The file's preset; an empty one when there is none, or (noted in the log) when it is wrong.
[[nodiscard]] Preset readPreset(const QString &path);

} // namespace salon
