// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/import/export_reader.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QHash>

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

constexpr qint64 PieceBytes = 1024 * 1024;

} // namespace

ExportReader::ExportReader(QString folder, qint64 latestMs)
    : m_folder(std::move(folder))
    , m_latestMs(latestMs)
    , m_file(m_folder + u"/messages.jsonl"_s)
{
}

QString ExportReader::placeOf(const ExportFile &file) const
{
    return m_folder + u"/files/"_s + file.place;
}

ImportResult<> ExportReader::open()
{
    m_file.close();
    m_line = 0;
    m_seq = 0;
    if (!QFileInfo(m_file.fileName()).isFile() || !m_file.open(QIODevice::ReadOnly))
        return failImport(ImportProblem::CannotRead, m_file.fileName());
    const auto line = readLine();
    auto header = line ? parseExportHeader(*line) : tl::unexpected(line.error());
    if (!header) {
        header.error().line = 1;
        return tl::unexpected(header.error());
    }
    m_header = *header;
    return {};
}

ImportResult<QByteArray> ExportReader::readLine()
{
    ++m_line;
    const QByteArray line = m_file.readLine(MaxExportLineBytes + 2);
    if (m_stops || (line.isEmpty() && m_file.error() != QFileDevice::NoError))
        return tl::unexpected(ImportFailure{ ImportProblem::CannotRead, m_line, m_file.fileName(), {} });
    if (line.size() > MaxExportLineBytes)
        return tl::unexpected(ImportFailure{ ImportProblem::LineTooLong, m_line, {}, {} });
    return line;
}

ImportResult<ExportLine> ExportReader::readNext()
{
    const auto bytes = readLine();
    if (!bytes)
        return tl::unexpected(bytes.error());
    auto line = parseExportLine(*bytes, m_header, m_latestMs);
    if (line && line->seq <= m_seq)
        line = failImport(ImportProblem::SeqNotRising);
    if (!line) {
        line.error().line = m_line;
        return line;
    }
    m_seq = line->seq;
    ++m_linesRead;
    return line;
}

ImportResult<> ExportReader::checkFile(const ExportFile &file) const
{
    QFile content(placeOf(file));
    if (!QFileInfo(content.fileName()).isFile() || !content.open(QIODevice::ReadOnly))
        return failImport(ImportProblem::FileMissing, u"files/"_s + file.place);
    if (!hasContent(content, file))
        return failImport(ImportProblem::FileDamaged, u"files/"_s + file.place);
    return {};
}

bool ExportReader::hasContent(QFile &content, const ExportFile &file) const
{
    if (quint64(content.size()) != file.size)
        return false;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    while (!content.atEnd() && !m_stops) {
        const QByteArray piece = content.read(PieceBytes);
        if (piece.isEmpty())
            return false;
        hash.addData(piece);
    }
    return hash.result() == file.hash;
}

ImportResult<ExportContents> ExportReader::check()
{
    if (const auto opened = open(); !opened)
        return tl::unexpected(opened.error());
    ExportContents contents{ .header = m_header };
    QHash<QByteArray, quint64> known;
    while (!atEnd()) {
        const auto line = readNext();
        if (!line)
            return tl::unexpected(line.error());
        ++contents.lines;
        if (!line->isMessage)
            continue;
        if (contents.messages++ == 0)
            contents.firstMs = line->timeMs;
        contents.logins.insert(line->login);
        for (const ExportFile &file : line->files) {
            if (file.place.isEmpty() || known.value(file.hash, file.size + 1) == file.size)
                continue;
            if (auto there = checkFile(file); !there) {
                there.error().line = m_line;
                return tl::unexpected(there.error());
            }
            known.insert(file.hash, file.size);
            contents.files.append(file);
        }
    }
    if (contents.messages == 0)
        return failImport(ImportProblem::NoMessages);
    m_bytes = m_file.pos();
    return contents;
}

ImportResult<> ExportReader::rewind()
{
    m_linesRead = 0;
    if (const auto opened = open(); !opened)
        return opened;
    if (m_file.size() != m_bytes)
        return failImport(ImportProblem::Changed);
    return {};
}

ImportResult<QList<ExportLine>> ExportReader::next(int limit)
{
    QList<ExportLine> lines;
    while (lines.size() < limit && !atEnd()) {
        auto line = readNext();
        if (!line)
            return tl::unexpected(line.error());
        lines.append(std::move(*line));
    }
    return lines;
}

} // namespace salon::server
