// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace salon {

/// Whether anything has this name, a link that leads nowhere included.
[[nodiscard]] bool isNameTaken(const QString &path);

/// A name that nothing has, beside a taken `path`: "photo (2).jpg". Empty: there is none. Somebody may take it before
/// one does: open without overwriting (safe_file::Use::Create).
[[nodiscard]] QString freeName(const QString &path);

} // namespace salon
