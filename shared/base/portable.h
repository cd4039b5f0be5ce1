// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace salon {

/// Where a program keeps its data when a file called "portable" lies beside it, as in the zip for Windows: the folder
/// "data/<name>" there. Empty when there is no such file.
[[nodiscard]] QString portableFolder(const QString &programFolder, const QString &name);

/// The same for this very program; always empty on other systems than Windows, where programs lie in folders of the
/// system. Needs the QCoreApplication.
[[nodiscard]] QString portableFolder();

} // namespace salon
