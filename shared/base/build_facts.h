// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>
#include <QStringList>

namespace salon {

/// "0.1.0", from project(VERSION) of CMakeLists.txt.
[[nodiscard]] QString buildVersion();

/// The commit that was built, as buildCommit() has it; main() says it once. Until then it is "unknown".
void setBuildCommit(const QString &commit);
[[nodiscard]] QString shownCommit();

/// "salon-server 0.1.0 (2d674dd0f1a2)": the first line of --version.
[[nodiscard]] QString buildVersionLine(const QString &program);

/// What somebody who helps wants to know of this program and its machine, one fact per line, translated: Qt as compiled
/// and as running, the TLS library (from transport's tlsLibraryName()), compiler, system. Nothing that names a person,
/// a folder or the time of the build.
[[nodiscard]] QStringList buildFacts(const QString &tlsLibrary);

} // namespace salon
