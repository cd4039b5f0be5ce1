// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QStringList>
#include <functional>

namespace salon::console {

/// What somebody typed to send files: `plan.pdf "photo 1.jpg" caption`.
struct TypedFiles
{
    QStringList paths{}; ///< absolute
    QString caption{};
    QString missing{}; ///< typed like a path, and nothing is there; then the rest was not read
};

/// Words are paths as long as something is there; the first other one begins the caption, unless it looks like a path
/// itself, and so does "--" in any case. Paths may stand in quotation marks, begin with ~ and, but on Windows, have
/// \ in front of a space.
[[nodiscard]] TypedFiles readTypedFiles(
    const QString &argument, const std::function<bool(const QString &path)> &exists);
[[nodiscard]] TypedFiles readTypedFiles(const QString &argument);

/// "~/photo.jpg" as a shell reads it.
[[nodiscard]] QString expandedPath(const QString &typed);
/// The same; what is relative is so to where the program was started.
[[nodiscard]] QString absolutePath(const QString &typed);

/// The one folder that a command names, absolute: quoted or not, it may have spaces.
[[nodiscard]] QString typedFolder(const QString &argument);

/// How the path at the end of "/file …" may go on, as it is to be typed; folders end in a slash. `start`: where in the
/// line that path begins.
[[nodiscard]] QStringList pathCompletions(const QString &line, qsizetype cursor, qsizetype &start, int limit);

} // namespace salon::console
