// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/import/importer.h"

#include "server/dispatch/import_desk.h"
#include "shared/base/when_ready.h"

#include <QPointer>
#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace salon::server {
namespace {

constexpr int LinesPerBatch = 500;
constexpr auto TellEvery = 2s;
constexpr qint64 ClockErrorMs = qint64(24) * 3600 * 1000;

ImportFailure refused(const Error &error)
{
    return { ImportProblem::Refused, 0, {}, error };
}

} // namespace

Importer::Importer(ImportDesk &desk)
    : m_desk(desk)
    , m_lane(u"import"_s)
{
    m_progress.setInterval(TellEvery);
    connect(&m_progress, &QTimer::timeout, this, [this] { tell(m_report.stage); });
}

Importer::~Importer()
{
    // The lane is waited for.
    if (m_reader)
        m_reader->stop();
}

void Importer::importFolder(const QString &folder, const QString &room, Say say)
{
    if (m_reader) {
        ImportReport report{ .stage = ImportReport::Stage::Failed };
        report.failure.problem = ImportProblem::AlreadyRunning;
        say(report);
        return;
    }
    m_say = std::move(say);
    m_roomName = room;
    m_report = {};
    m_places.clear();
    m_bot = {};
    m_filesKept = 0;
    m_reader = std::make_shared<ExportReader>(folder, m_desk.nowMs() + ClockErrorMs);
    m_progress.start();
    const auto check = [reader = m_reader] {
        return reader->check();
    };
    whenReady(m_lane.run(check), this, [this](const ImportResult<ExportContents> &checked) { takeContents(checked); });
}

void Importer::takeContents(const ImportResult<ExportContents> &contents)
{
    if (!contents) {
        finish(contents.error());
        return;
    }
    m_contents = *contents;
    if (m_roomName.isEmpty())
        m_roomName = m_contents.header.roomName;
    if (!m_contents.files.isEmpty() && !m_desk.hasFiles())
        finish(ImportFailure{ ImportProblem::FilesSwitchedOff, 0, {}, {} });
    else
        findBot();
}

void Importer::findBot()
{
    const bool isNeeded = !m_contents.files.isEmpty()
        || std::ranges::any_of(
            m_contents.logins, [this](const QString &login) { return !m_desk.accountOf(login).isValid(); });
    if (!isNeeded) {
        findRoom();
        return;
    }
    m_desk.findBot([self = QPointer<Importer>(this)](const Result<AccountId> &found) {
        if (!self)
            return;
        if (!found) {
            self->finish(refused(found.error()));
            return;
        }
        self->m_bot = *found;
        self->findRoom();
    });
}

void Importer::findRoom()
{
    m_desk.findRoom(m_roomName, m_contents.firstMs, [self = QPointer<Importer>(this)](const Result<RoomId> &found) {
        if (!self)
            return;
        if (!found) {
            self->finish(refused(found.error()));
            return;
        }
        self->m_room = *found;
        self->m_report.lines = 0; // those that were written, from here on
        self->m_report.total = self->m_contents.lines;
        self->m_report.stage = ImportReport::Stage::Writing;
        self->keepFiles();
    });
}

void Importer::keepFiles()
{
    if (m_filesKept == m_contents.files.size()) {
        rewind();
        return;
    }
    const ExportFile &file = m_contents.files.at(m_filesKept);
    m_desk.keepFile(m_reader->placeOf(file), file.hash, file.size, m_bot,
        [self = QPointer<Importer>(this), place = file.place](const Result<> &kept) {
            if (!self)
                return;
            if (!kept && kept.error().code == ErrorCode::FileDamaged) {
                self->finish(ImportFailure{ ImportProblem::FileDamaged, 0, u"files/"_s + place, {} });
            } else if (!kept) {
                self->finish(refused(kept.error()));
            } else {
                ++self->m_filesKept;
                self->keepFiles();
            }
        });
}

void Importer::rewind()
{
    const auto again = [reader = m_reader] {
        return reader->rewind();
    };
    whenReady(m_lane.run(again), this, [this](const ImportResult<> &done) {
        if (done)
            readNext();
        else
            finish(done.error());
    });
}

void Importer::readNext()
{
    const auto read = [reader = m_reader] {
        return reader->next(LinesPerBatch);
    };
    whenReady(m_lane.run(read), this, [this](const ImportResult<QList<ExportLine>> &lines) {
        if (!lines)
            finish(lines.error());
        else if (lines->isEmpty())
            finish(std::nullopt);
        else
            write(*lines);
    });
}

/// `from` gets the seq in the export of each item.
ImportBatch Importer::batchOf(const QList<ExportLine> &lines, QList<Seq> &from)
{
    ImportBatch batch{ m_room, {} };
    for (const ExportLine &line : lines) {
        ++m_report.lines;
        ImportBatch::Item item;
        Event &event = item.event;
        for (const ExportFile &file : line.files) {
            if (file.place.isEmpty())
                ++m_report.filesMissing;
            else
                event.files.append(
                    { file.hash, file.name, file.size, file.mediaType, file.width, file.height, file.path });
        }
        if (!line.isMessage || (event.files.isEmpty() && line.text.isEmpty())) {
            ++m_report.leftOut;
            continue;
        }
        const AccountId author = m_desk.accountOf(line.login);
        event.kind = EventKind::Message;
        event.timeMs = line.timeMs;
        event.author = author.isValid() ? author : m_bot;
        event.authorName = author.isValid() && !line.name.isEmpty() ? line.name : m_desk.displayNameOf(event.author);
        event.alias = author.isValid() || !line.alias.isEmpty() ? line.alias
            : line.name.isEmpty()                               ? line.login
                                                                : line.name;
        event.cid = line.cid;
        event.text = line.text;
        event.format = line.format;
        event.folder = event.files.isEmpty() ? QString() : line.folder;
        item.answers = line.replyTo > 0 ? from.indexOf(line.replyTo) : -1;
        event.target = item.answers < 0 ? m_places.value(line.replyTo) : 0;
        from.append(line.seq);
        batch.items.append(std::move(item));
    }
    return batch;
}

void Importer::write(const QList<ExportLine> &lines)
{
    QList<Seq> from;
    const ImportBatch batch = batchOf(lines, from);
    if (batch.items.isEmpty()) {
        readNext();
        return;
    }
    m_desk.append(batch, [self = QPointer<Importer>(this), from](const Result<ImportedBatch> &imported) {
        if (!self)
            return;
        if (imported)
            self->takeWritten(from, *imported);
        else
            self->finish(refused(imported.error()));
    });
}

void Importer::takeWritten(const QList<Seq> &from, const ImportedBatch &imported)
{
    for (qsizetype i = 0; i < from.size(); ++i)
        m_places.insert(from[i], imported.seqs.value(i));
    m_report.added += imported.authors.size();
    m_report.known += from.size() - imported.authors.size();
    readNext();
}

void Importer::tell(ImportReport::Stage stage)
{
    if (stage == ImportReport::Stage::Checking)
        m_report.lines = m_reader->linesRead();
    m_report.stage = stage;
    m_report.room = m_roomName;
    m_say(m_report);
}

void Importer::finish(const std::optional<ImportFailure> &failure)
{
    m_progress.stop();
    if (m_report.added > 0)
        m_desk.tellOf(m_room);
    if (failure)
        m_report.failure = *failure;
    tell(failure ? ImportReport::Stage::Failed : ImportReport::Stage::Done);
    m_places.clear();
    m_reader.reset();
}

} // namespace salon::server
