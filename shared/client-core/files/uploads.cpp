// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/files/uploads.h"

#include "shared/base/clock.h"
#include "shared/base/job_lane.h"
#include "shared/client-core/files/file_hashing.h"
#include "shared/client-core/session/outbox.h"
#include "shared/client-core/session/refusal.h"
#include "shared/client-core/session/session.h"
#include "shared/protocol/messages/files.h"

#include <algorithm>

namespace salon {
namespace {

constexpr int TellEveryMs = 150;
constexpr int FirstWaitMs = 1000;
constexpr int LongestWaitMs = 60'000;
constexpr int MostDamaged = 2;

quint64 totalOf(const QList<OutgoingFile> &files)
{
    quint64 total = 0;
    for (const OutgoingFile &file : files)
        total += file.size;
    return total;
}

/// The connection ended, or its state is another than thought: asked anew from the start.
bool isAboutTheConnection(const Error &error)
{
    return error.code == ErrorCode::ConnectionLost || error.code == ErrorCode::TimedOut
        || error.code == ErrorCode::UploadUnknown || error.code == ErrorCode::OffsetWrong;
}

bool passesByItself(const Error &error)
{
    if (error.code == ErrorCode::DailyQuotaReached || error.code == ErrorCode::QuotaReached)
        return false; // too long to wait for: the person decides
    return error.code == ErrorCode::TooManyTransfers || isTemporary(error);
}

} // namespace

Uploads::Uploads(
    Session &session, Outbox &outbox, JobLane &lane, const Clock &clock, const QString &folder, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_outbox(outbox)
    , m_lane(lane)
    , m_clock(clock)
    , m_temporary(outbox, lane, folder)
{
    connect(&outbox, &Outbox::loaded, this, &Uploads::outboxLoaded);
    connect(&outbox, &Outbox::entryChanged, this, &Uploads::entryChanged);
    connect(&outbox, &Outbox::entryRemoved, this, &Uploads::entryRemoved);
    connect(&session, &Session::stateChanged, this, &Uploads::sessionStateChanged);
    for (QTimer *timer : { &m_tellTimer, &m_waitTimer })
        timer->setSingleShot(true);
    connect(&m_tellTimer, &QTimer::timeout, this, &Uploads::tellChanges);
    connect(&m_waitTimer, &QTimer::timeout, this, &Uploads::next);
}

Uploads::~Uploads()
{
    qDeleteAll(findChildren<FileUpload *>()); // they use what is gone later
    qDeleteAll(findChildren<FileHashing *>());
}

TransferProgress Uploads::progress(const Cid &cid) const
{
    const auto job = m_jobs.constFind(cid);
    return job == m_jobs.cend() ? TransferProgress() : job->shown;
}

// --- What the outbox has

void Uploads::outboxLoaded()
{
    const QList<OutboxEntry> entries = m_outbox.entries();
    for (const OutboxEntry &entry : entries) {
        if (entry.state == SendState::Uploading)
            begin(entry);
    }
    next();
}

void Uploads::entryChanged(const OutboxEntry &entry)
{
    if (entry.files.isEmpty())
        return;
    if (entry.state == SendState::Uploading && !m_jobs.contains(entry.cid)) {
        begin(entry);
        next();
    } else if (entry.state != SendState::Uploading && m_jobs.contains(entry.cid)) {
        end(entry.cid);
    }
}

void Uploads::entryRemoved(const Cid &cid)
{
    if (m_jobs.contains(cid))
        end(cid);
}

void Uploads::begin(const OutboxEntry &entry)
{
    Job &job = m_jobs[entry.cid];
    job.room = entry.room;
    job.files = entry.files;
    job.isHashed = std::ranges::none_of(job.files, [](const OutgoingFile &file) { return file.hash.isEmpty(); });
    job.shown.total = totalOf(job.files);
    job.isPaused = entry.isPaused;
    if (job.isPaused)
        job.shown.state = TransferProgress::Paused;
    noteChange(entry.cid);
}

void Uploads::end(const Cid &cid)
{
    const Job job = m_jobs.take(cid);
    if (cid == m_running) {
        if (m_upload && m_upload->opened())
            m_opened.insert(m_upload->file().hash, *m_upload->opened());
        stopRunning(false);
    }
    for (const OutgoingFile &file : job.files) { // what is open of one that is not wanted any more
        const auto open = m_opened.constFind(file.hash);
        if (open == m_opened.cend())
            continue;
        m_session.request<Done>(CancelUpload{ open->upload }, this, [](const Result<Done> &) {});
        m_opened.erase(open);
    }
    Q_EMIT changed(cid, job.room);
    next();
}

// --- Running

void Uploads::sessionStateChanged()
{
    if (m_session.state() == SessionState::Offline) {
        m_opened.clear();
        m_window.reset();
        if (m_upload)
            uploadFailed({ ErrorCode::ConnectionLost });
    } else if (m_session.isOnline()) {
        for (Job &job : m_jobs)
            job.waitsUntilMs = 0;
        next();
    }
}

bool Uploads::mayRun(const Job &job) const
{
    return !job.isPaused && job.waitsUntilMs <= m_clock.monotonicMs() && (!job.isHashed || m_session.isOnline());
}

void Uploads::next()
{
    if (!m_running.isNull())
        return;
    for (const OutboxEntry &entry : m_outbox.entries()) {
        const auto job = m_jobs.find(entry.cid);
        if (job == m_jobs.end() || !mayRun(*job))
            continue;
        m_running = entry.cid;
        if (job->isHashed)
            putUp(m_running, *job);
        else
            hash(m_running, *job);
        return;
    }
    armTimer();
}

void Uploads::stopRunning(bool keepsOpen)
{
    if (m_hashing) {
        m_hashing->disconnect(this);
        m_hashing->deleteLater();
    }
    if (m_upload) {
        if (keepsOpen && m_upload->opened())
            m_opened.insert(m_upload->file().hash, *m_upload->opened());
        m_upload->stop();
        m_upload->deleteLater();
    }
    m_hashing = nullptr;
    m_upload = nullptr;
    m_running = Cid();
}

void Uploads::hash(const Cid &cid, Job &job)
{
    m_hashing = new FileHashing(m_lane, job.files, this);
    connect(m_hashing, &FileHashing::progressed, this, [this](quint64 done) {
        m_jobs[m_running].shown.done = done;
        noteChange(m_running);
    });
    connect(m_hashing, &FileHashing::failed, this, &Uploads::fail);
    connect(m_hashing, &FileHashing::finished, this, [this, cid](const QList<OutgoingFile> &files) {
        Job &hashed = m_jobs[cid];
        hashed.files = files;
        hashed.isHashed = true;
        hashed.shown.total = totalOf(files);
        hashed.shown.done = 0;
        m_outbox.noteFiles(cid, files);
        setState(cid, hashed, TransferProgress::Waiting);
        stopRunning(false);
        next();
    });
    setState(cid, job, TransferProgress::Hashing);
    m_hashing->start();
}

Result<> Uploads::checkLimits(const Job &job) const
{
    const ServerLimits &limits = m_session.welcome().limits;
    if (!m_session.hasFeature(QString::fromLatin1(features::Files)) || limits.fileBytes == 0)
        return salon::fail(ErrorCode::UnknownRequest);
    if (limits.files > 0 && quint32(job.files.size()) > limits.files)
        return salon::fail(ErrorCode::TooManyFiles, {}, { QString::number(limits.files) });
    const auto isTooLarge = [&](const OutgoingFile &file) {
        return file.size > limits.fileBytes;
    };
    if (std::ranges::any_of(job.files, isTooLarge))
        return salon::fail(ErrorCode::FileTooLarge, {}, { QString::number(limits.fileBytes) });
    return {};
}

void Uploads::putUp(const Cid &cid, Job &job)
{
    if (const Result<> allowed = checkLimits(job); !allowed) {
        fail(allowed.error());
        return;
    }
    job.index = 0;
    job.doneBefore = 0;
    job.speed.reset();
    setState(cid, job, TransferProgress::Running);
    putUpNextFile();
}

void Uploads::putUpNextFile()
{
    const Cid cid = m_running;
    Job &job = m_jobs[cid];
    if (job.index >= job.files.size()) {
        job.shown.done = job.shown.total;
        stopRunning(false);
        m_outbox.noteUploaded(cid); // ends the job
        return;
    }
    const OutgoingFile &file = job.files[job.index];
    m_upload = new FileUpload(m_session, m_lane, m_window, m_clock, file, this);
    connect(m_upload, &FileUpload::progressed, this, &Uploads::fileProgressed);
    connect(m_upload, &FileUpload::finished, this, &Uploads::fileFinished);
    connect(m_upload, &FileUpload::failed, this, &Uploads::uploadFailed);
    const auto open = m_opened.constFind(file.hash);
    m_upload->start(open == m_opened.cend() ? std::nullopt : std::optional(*open));
    m_opened.remove(file.hash);
}

void Uploads::fileProgressed(quint64 done)
{
    Job &job = m_jobs[m_running];
    const quint64 now = job.doneBefore + done;
    const qint64 nowMs = m_clock.monotonicMs();
    job.refusals = 0;
    job.speed.add(now > job.shown.done ? now - job.shown.done : 0, nowMs);
    job.shown.done = now;
    job.shown.bytesPerSecond = job.speed.bytesPerSecond(nowMs);
    job.shown.secondsLeft = job.speed.secondsLeft(job.shown.total - std::min(now, job.shown.total), nowMs);
    noteChange(m_running);
}

void Uploads::fileFinished()
{
    Job &job = m_jobs[m_running];
    const OutgoingFile file = job.files[job.index];
    job.doneBefore += file.size;
    ++job.index;
    m_upload->deleteLater();
    m_upload = nullptr;
    Q_EMIT fileUploaded(file.hash, file.path);
    if (!m_running.isNull()) // nobody who heard of it ended it
        putUpNextFile();
}

void Uploads::uploadFailed(const Error &error)
{
    const Cid cid = m_running;
    Job &job = m_jobs[cid];
    if (error.code == ErrorCode::FileDamaged && ++job.damaged <= MostDamaged) {
        job.isHashed = false; // it changed without another time, or the wire spoiled it
        for (OutgoingFile &file : job.files)
            file.hash.clear();
        stopRunning(false);
        setState(cid, job, TransferProgress::Waiting);
        next();
    } else if (isAboutTheConnection(error) || passesByItself(error)) {
        stopRunning(false);
        waitFor(job, error);
        setState(cid, job, TransferProgress::Waiting, passesByItself(error) ? error : Error());
        next();
    } else {
        fail(error);
    }
}

void Uploads::waitFor(Job &job, const Error &error)
{
    if (error.code == ErrorCode::ConnectionLost)
        return; // it goes on with the next connection
    const bool isFirst = job.refusals++ == 0;
    if (isFirst && isAboutTheConnection(error))
        return;
    const int otherwiseMs = std::min(LongestWaitMs, FirstWaitMs << std::min(job.refusals, 6));
    job.waitsUntilMs = m_clock.monotonicMs() + retryDelayMs(error, otherwiseMs);
}

void Uploads::fail(const Error &error)
{
    const Cid cid = m_running;
    stopRunning(false);
    m_outbox.noteUploadFailed(cid, error); // ends the job
    if (m_jobs.contains(cid))
        end(cid);
}

void Uploads::armTimer()
{
    const qint64 nowMs = m_clock.monotonicMs();
    qint64 nextMs = -1;
    for (const Job &job : std::as_const(m_jobs)) {
        if (!job.isPaused && job.waitsUntilMs > nowMs)
            nextMs = nextMs < 0 ? job.waitsUntilMs : std::min(nextMs, job.waitsUntilMs);
    }
    if (nextMs >= 0)
        m_waitTimer.start(int(nextMs - nowMs));
}

// --- What a person does

void Uploads::pause(const Cid &cid)
{
    const auto job = m_jobs.find(cid);
    if (job == m_jobs.end() || job->isPaused)
        return;
    job->isPaused = true;
    m_outbox.notePaused(cid, true);
    if (cid == m_running)
        stopRunning(true);
    setState(cid, *job, TransferProgress::Paused);
    next();
}

void Uploads::resume(const Cid &cid)
{
    const auto job = m_jobs.find(cid);
    if (job == m_jobs.end() || cid == m_running)
        return;
    job->isPaused = false;
    m_outbox.notePaused(cid, false);
    job->waitsUntilMs = 0;
    setState(cid, *job, TransferProgress::Waiting);
    next();
}

// --- Telling

void Uploads::setState(const Cid &cid, Job &job, TransferProgress::State state, const Error &error)
{
    job.shown.state = state;
    job.shown.error = error;
    if (state != TransferProgress::Running) {
        job.shown.bytesPerSecond = 0;
        job.shown.secondsLeft = -1;
    }
    const RoomId room = job.room;
    Q_EMIT changed(cid, room);
}

void Uploads::noteChange(const Cid &cid)
{
    m_toTell.insert(cid);
    if (!m_tellTimer.isActive())
        m_tellTimer.start(TellEveryMs);
}

void Uploads::tellChanges()
{
    const QSet<Cid> cids = std::exchange(m_toTell, {});
    for (const Cid &cid : cids) {
        if (const auto job = m_jobs.constFind(cid); job != m_jobs.cend())
            Q_EMIT changed(cid, RoomId(job->room));
    }
}

} // namespace salon
