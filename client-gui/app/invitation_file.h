// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>
#include <optional>

namespace salon {

/// The path if an argument names an invitation file: a file: URL of this machine, or the path of a file that is there
/// and is called *.salon (which could be a host's name as well). The desktop hands files over in either way.
[[nodiscard]] std::optional<QString> invitationFileGiven(const QString &argument);

/// The join link of an invitation file: one line with salon://…, and nothing else but a byte order mark and the line's
/// end. Who made the file is not known: nothing is read beyond 4 KiB, only regular files are opened, no other scheme is
/// taken. Nothing when it is no such file.
[[nodiscard]] std::optional<QString> readInvitationFile(const QString &path);

} // namespace salon
