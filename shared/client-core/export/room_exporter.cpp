// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/export/room_exporter.h"

#include "shared/base/when_ready.h"
#include "shared/client-core/export/export_records.h"
#include "shared/client-core/export/export_writer.h"
#include "shared/client-core/session/history.h"
#include "shared/client-core/session/people.h"
#include "shared/client-core/session/refusal.h"
#include "shared/client-core/session/session.h"

#include <QDir>
#include <QTimer>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr int PageEvents = 200;
constexpr int MaxTries = 100; ///< of one page, while the server asks for patience
constexpr int AskAgainMs = 1000;

} // namespace

RoomExporter::RoomExporter(const Sources &sources, const ExportHead &head, const QString &place, QObject *parent)
    : RoomExport(parent)
    , m_sources(sources)
    , m_head(head)
    , m_place(place)
    , m_reached(head.from - 1)
    , m_writer(std::make_shared<std::unique_ptr<ExportWriter>>())
    , m_lane(u"salon-export"_s)
{
    m_progress.eventsTotal = quint64(std::max<Seq>(0, head.to - head.from + 1));
    connect(&m_sources.session, &Session::stateChanged, this, &RoomExporter::sessionEnded);
    QMetaObject::invokeMethod(this, &RoomExporter::begin, Qt::QueuedConnection);
}

RoomExporter::~RoomExporter()
{
    m_lane.post([writer = m_writer] { writer->reset(); });
}

void RoomExporter::begin()
{
    if (!m_isRunning)
        return;
    if (!m_head.room.isValid())
        return end(fail(ErrorCode::NotAMember));
    const auto begun = m_lane.run([writer = m_writer, place = m_place, head = m_head] {
        *writer = std::make_unique<ExportWriter>(place, head);
        return (*writer)->begin();
    });
    whenReady(begun, this, [this](const Result<> &done) {
        if (!m_isRunning)
            return;
        if (!done)
            return end(tl::unexpected(done.error()));
        readOn();
    });
}

void RoomExporter::readOn()
{
    if (m_reached >= m_head.to) {
        finishWriting();
        return;
    }
    whenReady(m_sources.history.after(m_head.room, m_reached, PageEvents), this,
        [this](const Result<HistorySlice> &page) { pageCame(page); });
}

void RoomExporter::pageCame(const Result<HistorySlice> &page)
{
    if (!m_isRunning)
        return;
    if (!page) {
        const bool waits = isTemporary(page.error()) && page.error().code != ErrorCode::TimedOut;
        if (!waits || ++m_tries > MaxTries)
            return end(tl::unexpected(page.error()));
        QTimer::singleShot(retryDelayMs(page.error(), AskAgainMs), this, [this] {
            if (m_isRunning)
                readOn();
        });
        return;
    }
    m_tries = 0;
    m_page.clear();
    for (const RoomEvent &event : page->events) {
        if (event.seq > m_reached && event.seq <= m_head.to && event.room == m_head.room)
            m_page.append(event);
    }
    const Seq reached = page->events.isEmpty() ? 0 : page->events.last().seq;
    m_reached = reached > m_reached ? reached : m_head.to; // nothing more: gone meanwhile
    for (const RoomEvent &event : std::as_const(m_page)) {
        for (int index = 0; index < event.files.size(); ++index) {
            const FileEntry &file = event.files[index];
            if (m_fetched.contains(file.hash))
                continue;
            m_fetched.insert(file.hash);
            m_wanted.append({ { event.room, event.seq, index }, file });
        }
    }
    m_progress.filesTotal += quint32(m_wanted.size());
    fetchNextFile();
}

void RoomExporter::fetchNextFile()
{
    if (m_wanted.isEmpty()) {
        writePage();
        return;
    }
    const WantedFile &wanted = m_wanted.first();
    if (!m_sources.session.isOnline() && m_sources.downloads.localPath(wanted.file.hash).isEmpty())
        return end(fail(ErrorCode::ConnectionLost));
    const QString part = ExportWriter::partOf(m_place);
    const auto made = m_lane.run([part] { return QDir(part).mkpath(u"files"_s); });
    whenReady(made, this, [this, part](bool isMade) {
        if (!m_isRunning || m_wanted.isEmpty())
            return;
        if (!isMade)
            return end(fail(ErrorCode::CannotOpenFile, {}, { part + u"/files"_s }));
        const WantedFile next = m_wanted.takeFirst();
        m_saving = next.key;
        whenReady(m_sources.downloads.save(next.key, next.file, part + u'/' + exportedFilePath(next.file)), this,
            [this, next](const Result<QString> &saved) { fileCame(next, saved); });
    });
}

void RoomExporter::fileCame(const WantedFile &wanted, const Result<QString> &saved)
{
    m_saving.reset();
    if (!m_isRunning)
        return clear();
    const ErrorCode code = saved ? ErrorCode::Internal : saved.error().code;
    if (!saved && code != ErrorCode::FileGone && code != ErrorCode::MessageUnknown)
        return end(tl::unexpected(saved.error()));
    if (!saved)
        m_missing.insert(wanted.file.hash); // its message was deleted meanwhile, or the server lost it
    ++m_progress.files;
    Q_EMIT progressed(m_progress);
    if (m_isRunning)
        fetchNextFile();
}

ExportPeople RoomExporter::peopleOf(const QList<RoomEvent> &events) const
{
    ExportPeople people;
    const auto add = [&](AccountId id) {
        if (!id.isValid() || people.contains(id))
            return;
        const Profile *known = m_sources.people.find(id);
        people.insert(id, { id, known ? known->login : QString(), known ? known->displayName : QString() });
    };
    for (const RoomEvent &event : events) {
        add(event.author);
        add(event.subject);
        add(event.deletedBy);
        for (const AccountId named : event.mentions)
            add(named);
        for (const ReactionEntry &reaction : event.reactions) {
            for (const AccountId person : reaction.people)
                add(person);
        }
    }
    return people;
}

void RoomExporter::writePage()
{
    const auto written = m_lane.run([writer = m_writer, page = m_page, people = peopleOf(m_page), missing = m_missing] {
        return (*writer)->write(page, people, missing);
    });
    whenReady(written, this, [this](const Result<> &done) {
        if (!m_isRunning)
            return;
        if (!done)
            return end(tl::unexpected(done.error()));
        m_progress.events = quint64(std::max<Seq>(0, std::min(m_reached, m_head.to) - m_head.from + 1));
        Q_EMIT progressed(m_progress);
        if (m_isRunning)
            readOn();
    });
}

void RoomExporter::finishWriting()
{
    m_isFinishing = true;
    whenReady(
        m_lane.run([writer = m_writer] { return (*writer)->finish(); }), this, [this](const Result<QString> &place) {
            if (m_isRunning)
                end(place);
        });
}

void RoomExporter::sessionEnded()
{
    // A file that is not here would be waited for without end; pages tell of it themselves.
    const bool waitsForFile = m_isRunning && m_progress.files < m_progress.filesTotal;
    if (waitsForFile && m_sources.session.state() == SessionState::Offline)
        end(fail(ErrorCode::ConnectionLost));
}

void RoomExporter::cancel()
{
    if (!m_isRunning || m_isFinishing)
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_isRunning && !m_isFinishing)
                end(fail(ErrorCode::Canceled));
        },
        Qt::QueuedConnection);
}

void RoomExporter::end(const Result<QString> &result)
{
    if (!std::exchange(m_isRunning, false))
        return;
    m_result = result;
    m_wanted.clear();
    if (m_saving)
        m_sources.downloads.cancel(*m_saving); // fileCame() follows
    else
        clear();
}

void RoomExporter::clear()
{
    const auto cleared = m_lane.run([writer = m_writer] {
        writer->reset();
        return true;
    });
    whenReady(cleared, this, [this](bool) { Q_EMIT finished(m_result); });
}

} // namespace salon
