// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/result.h"
#include "shared/protocol/messages/history.h"

#include <QObject>

namespace salon {

/// How far an export has come.
struct ExportProgress
{
    quint64 events = 0; ///< written
    quint64 eventsTotal = 0; ///< in the room, as far as this reader can get them
    quint32 files = 0; ///< fetched
    quint32 filesTotal = 0; ///< named by the messages so far
    friend bool operator==(const ExportProgress &, const ExportProgress &) = default;
};

/// Writes one room's history into a folder as docs/EXPORT.md says: messages.jsonl, index.html and files/. It is written
/// to "….part" beside its place and gets its name when it is whole: a cancel or an error leaves nothing. Made by
/// Workspace::exportRoom(); begins by itself. Reads and writes without blocking the thread that made it. Destroying it
/// cancels it.
class RoomExport : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] virtual ExportProgress progress() const = 0;
    [[nodiscard]] virtual bool isRunning() const = 0;
    /// finished() follows with Canceled.
    virtual void cancel() = 0;

Q_SIGNALS:
    void progressed(const salon::ExportProgress &progress);
    /// The folder, or why there is none: Canceled, ConnectionLost, StorageFull, CannotOpenFile{path}, FileDamaged,
    /// NotAMember. Emitted once.
    void finished(const salon::Result<QString> &folder);
};

} // namespace salon

Q_DECLARE_METATYPE(salon::ExportProgress)
