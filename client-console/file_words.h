// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/files/outgoing_file.h"
#include "shared/client-core/files/transfer_progress.h"
#include "shared/protocol/messages/history.h"

#include <QCoreApplication>

namespace salon::console {

/// Files in a few words for one line, with names that are safe for a terminal whatever their sender called them.
class FileWords
{
    Q_DECLARE_TR_FUNCTIONS(salon::console::FileWords)

public:
    static constexpr qsizetype MostNames = 3; ///< of a message's files; more are counted

    /// "📎 plan.pdf (3.4 MB)", "📎 a.jpg (1 MB), b.jpg (2 MB) and 5 more (12 MB in all)", "📁 Photos (12 files, 34 MB)";
    /// empty without files.
    [[nodiscard]] static QString of(const QList<FileEntry> &files, const QString &folder);
    /// The same of a message's, or of what is to become one.
    [[nodiscard]] static QString of(const RoomEvent &event) { return of(event.files, event.folder); }
    /// "plan.pdf (3.4 MB)"; in a folder with what is above it: "Photos/plan.pdf (3.4 MB)".
    [[nodiscard]] static QString one(const FileEntry &file);
    /// "a.jpg, b.jpg", or the name of the folder; for sentences about them.
    [[nodiscard]] static QString names(const QList<FileEntry> &files, const QString &folder);
    /// How far it is: "42% · 3.4 MB/s · 0:12", "paused", "waiting".
    [[nodiscard]] static QString progress(const TransferProgress &progress);

private:
    [[nodiscard]] static QString sizeOf(const QList<FileEntry> &files);
};

} // namespace salon::console
