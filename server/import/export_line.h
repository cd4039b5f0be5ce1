// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/import/import_failure.h"
#include "shared/base/cid.h"
#include "shared/base/ids.h"
#include "shared/base/vocabulary.h"

#include <QByteArray>
#include <QList>

namespace salon::server {

inline constexpr qsizetype MaxExportLineBytes = 1024 * 1024;
inline constexpr qsizetype MaxExportedFiles = 100; ///< of one message

/// The first line of messages.jsonl (docs/EXPORT.md).
struct ExportHeader
{
    QString serverId{};
    QString serverName{};
    qint64 roomId = 0;
    QString roomName{};
};

struct ExportFile
{
    QByteArray hash{}; ///< SHA-256
    quint64 size = 0; ///< bytes
    QString name{};
    QString path{};
    QString mediaType{};
    quint32 width = 0;
    quint32 height = 0;
    QString place{}; ///< name below files/; empty: its content is not in the export
};

/// Another line: a message that can be read in, or something else.
struct ExportLine
{
    Seq seq = 0;
    qint64 timeMs = 0; ///< since 1970 UTC
    bool isMessage = false; ///< the following is empty otherwise
    QString login{}; ///< of the author; empty: not known, or the server itself
    QString name{}; ///< what the author was called
    QString alias{};
    Cid cid{};
    QString text{};
    TextFormat format = TextFormat::Plain;
    Seq replyTo = 0;
    QList<ExportFile> files{};
    QString folder{};
};

[[nodiscard]] ImportResult<ExportHeader> parseExportHeader(const QByteArray &line);

/// Everything in it is checked by the rules that hold for what people send. `latestMs`: no message is from later.
[[nodiscard]] ImportResult<ExportLine> parseExportLine(
    const QByteArray &line, const ExportHeader &header, qint64 latestMs);

} // namespace salon::server
