// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/import/export_line.h"

#include <QFile>
#include <QSet>
#include <atomic>
#include <memory>

namespace salon::server {

/// What a whole export holds.
struct ExportContents
{
    ExportHeader header{};
    qint64 lines = 0; ///< without the first
    qint64 messages = 0; ///< that can be read in
    qint64 firstMs = 0; ///< time of the first of them
    QSet<QString> logins{}; ///< of authors; an empty one: not known
    QList<ExportFile> files{}; ///< each content once
};

/// Reads the folder of an export, of which nothing but ordinary files is opened: a pipe would be waited for. Blocks;
/// belongs to one thread, but for linesRead() and stop().
class ExportReader
{
public:
    ExportReader(QString folder, qint64 latestMs);

    /// Looks at all of it, files included.
    ImportResult<ExportContents> check();
    /// Begins again, for next(). Fails with Changed if it is not as it was.
    ImportResult<> rewind();
    /// The next lines, at most so many; none at the end.
    ImportResult<QList<ExportLine>> next(int limit);

    /// Any thread.
    [[nodiscard]] qint64 linesRead() const { return m_linesRead; }
    /// Any thread: what is under way fails soon.
    void stop() { m_stops = true; }
    [[nodiscard]] QString placeOf(const ExportFile &file) const;

private:
    ImportResult<> open();
    ImportResult<QByteArray> readLine();
    ImportResult<ExportLine> readNext();
    ImportResult<> checkFile(const ExportFile &file) const;
    [[nodiscard]] bool hasContent(QFile &content, const ExportFile &file) const;
    [[nodiscard]] bool atEnd() const { return m_file.atEnd(); }

    QString m_folder;
    qint64 m_latestMs;
    QFile m_file;
    qint64 m_bytes = -1; ///< of the file that was checked
    qint64 m_line = 0;
    Seq m_seq = 0;
    ExportHeader m_header{};
    std::atomic<qint64> m_linesRead = 0;
    std::atomic<bool> m_stops = false;
};

} // namespace salon::server
