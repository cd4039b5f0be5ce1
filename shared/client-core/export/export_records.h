// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/export/export_head.h"
#include "shared/protocol/messages/history.h"

#include <QJsonObject>
#include <QSet>

namespace salon {

/// The lines of messages.jsonl, as docs/EXPORT.md has them.

[[nodiscard]] QJsonObject exportHeadRecord(const ExportHead &head);
/// `missing`: hashes of files that the server no longer has.
[[nodiscard]] QJsonObject exportRecord(
    const RoomEvent &event, const ExportPeople &people, const QSet<QByteArray> &missing);
/// "files/<SHA-256>.png": where a file's content lies in the exported folder; the same for the same content.
[[nodiscard]] QString exportedFilePath(const FileEntry &file);
/// One line, LF included.
[[nodiscard]] QByteArray jsonLine(const QJsonObject &record);

} // namespace salon
