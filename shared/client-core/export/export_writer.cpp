// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/export/export_writer.h"

#include "shared/base/file_name.h"
#include "shared/base/free_name.h"
#include "shared/base/safe_file.h"
#include "shared/client-core/export/export_records.h"
#include "shared/client-core/session/message_form.h"

#include <QDateTime>
#include <QDir>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

Error errorOf(const QFile &file)
{
    if (file.error() == QFileDevice::ResourceError)
        return { ErrorCode::StorageFull, file.errorString(), {}, {} };
    return { ErrorCode::CannotOpenFile, file.errorString(), { file.fileName() }, {} };
}

} // namespace

ExportWriter::ExportWriter(QString place, const ExportHead &head)
    : m_place(std::move(place))
    , m_head(head)
    , m_page(head)
{
}

ExportWriter::~ExportWriter()
{
    m_records.close();
    m_html.close();
    if (m_isMade)
        QDir(partOf(m_place)).removeRecursively();
}

Result<> ExportWriter::begin()
{
    const QString part = partOf(m_place);
    if (!QDir().mkdir(part))
        return fail(ErrorCode::CannotOpenFile, {}, { part });
    m_isMade = true;
    if (auto done = open(m_records, u"messages.jsonl"_s); !done)
        return done;
    if (auto done = open(m_html, u"index.html"_s); !done)
        return done;
    if (auto done = writeAll(m_records, jsonLine(exportHeadRecord(m_head))); !done)
        return done;
    return writeAll(m_html, m_page.begin().toUtf8());
}

Result<> ExportWriter::open(QFile &file, const QString &name)
{
    if (!safe_file::open(file, partOf(m_place) + u'/' + name, safe_file::Use::Create))
        return fail(errorOf(file));
    return {};
}

Result<> ExportWriter::write(
    const QList<RoomEvent> &events, const ExportPeople &people, const QSet<QByteArray> &missing)
{
    QByteArray records;
    QString html;
    for (const RoomEvent &event : events) {
        if (!hasLine(event.kind))
            continue;
        records += jsonLine(exportRecord(event, people, missing));
        html += m_page.add(event, people, missing);
    }
    if (auto done = writeAll(m_records, records); !done)
        return done;
    return writeAll(m_html, html.toUtf8());
}

Result<> ExportWriter::writeAll(QFile &file, const QByteArray &bytes)
{
    // Flushed at once: what does not fit shows here and not when the file is closed.
    if (file.write(bytes) != bytes.size() || !file.flush())
        return fail(errorOf(file));
    return {};
}

Result<QString> ExportWriter::finish()
{
    if (auto done = writeAll(m_html, m_page.end().toUtf8()); !done)
        return tl::unexpected(done.error());
    for (QFile *file : { &m_records, &m_html }) {
        if (!safe_file::sync(*file))
            return fail(errorOf(*file));
        file->close();
    }
    if (!QDir().rename(partOf(m_place), m_place)) // never over something: a folder of this name would stay
        return fail(ErrorCode::CannotOpenFile, {}, { m_place });
    m_isMade = false;
    return m_place;
}

QString exportPlace(const QString &folder, const QString &name, qint64 nowMs)
{
    constexpr qsizetype MaxNameChars = 64;
    const QString day = QDateTime::fromMSecsSinceEpoch(nowMs).date().toString(Qt::ISODate);
    const QString place = QDir(folder).filePath(safeFileName(name.left(MaxNameChars)) + u'-' + day);
    for (int number = 1;; ++number) {
        const QString numbered = number == 1 ? place : place + u"-%1"_s.arg(number);
        if (!isNameTaken(numbered) && !isNameTaken(ExportWriter::partOf(numbered)))
            return numbered;
    }
}

} // namespace salon
