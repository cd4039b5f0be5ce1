// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/files/downloads.h"

#include "shared/base/clock.h"
#include "shared/base/job_lane.h"
#include "shared/base/when_ready.h"
#include "shared/client-core/files/file_download.h"
#include "shared/client-core/files/file_kind.h"
#include "shared/client-core/files/saved_copy.h"
#include "shared/client-core/session/ask.h"
#include "shared/client-core/session/refusal.h"

#include <QFileInfo>
#include <algorithm>

namespace salon {
namespace {

constexpr int TellEveryMs = 150;
constexpr int FirstWaitMs = 1000;
constexpr int LongestWaitMs = 60'000;
constexpr int MostDamaged = 1;
constexpr qsizetype HashBytes = 32;

bool passesByItself(const Error &error)
{
    if (error.code == ErrorCode::StorageFull && !error.retryAfterMs)
        return false; // of this computer
    return error.code == ErrorCode::TooManyTransfers || isTemporary(error);
}

} // namespace

size_t qHash(const DownloadKey &key, size_t seed)
{
    return qHashMulti(seed, key.room.value, key.seq, key.index);
}

Downloads::Downloads(Session &session, JobLane &lane, const QString &folder, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_lane(lane)
    , m_clock(clock)
    , m_folder(folder)
{
    for (QTimer *timer : { &m_tellTimer, &m_waitTimer })
        timer->setSingleShot(true);
    connect(&m_tellTimer, &QTimer::timeout, this, &Downloads::tellChanges);
    connect(&m_waitTimer, &QTimer::timeout, this, &Downloads::next);
    connect(&session, &Session::stateChanged, this, &Downloads::sessionStateChanged);
    const auto listed = m_lane.run([folder = m_folder] { return folder.list(); });
    whenReady(listed, this, [this](const CachedContents &contents) {
        for (auto content = contents.cbegin(); content != contents.cend(); ++content) {
            if (!m_contents.contains(content.key()))
                m_contents.insert(content.key(), content.value());
        }
        m_isLoaded = true;
        makeRoom({});
        Q_EMIT loaded();
        next();
    });
}

Downloads::~Downloads()
{
    const QList<DownloadKey> waiting = m_saves.uniqueKeys();
    for (const DownloadKey &key : waiting)
        endSaves(key, { ErrorCode::Canceled });
    qDeleteAll(findChildren<FileDownload *>()); // they use what is gone later
}

// --- What is here

bool Downloads::isWhole(const QByteArray &hash) const
{
    const auto content = m_contents.constFind(hash);
    return content != m_contents.cend() && content->isWhole;
}

QString Downloads::localPath(const QByteArray &hash) const
{
    const auto content = m_contents.find(hash);
    if (content == m_contents.end() || !content->isWhole)
        return {};
    content->usedMs = m_clock.wallMs();
    return m_folder.pathOf(hash);
}

TransferProgress Downloads::progress(const DownloadKey &key) const
{
    return m_items.value(key).shown;
}

void Downloads::addToCache(const QByteArray &hash, quint64 size)
{
    CachedContent &content = m_contents[hash];
    content.size = size;
    content.usedMs = m_clock.wallMs();
    content.isWhole = true;
    makeRoom(hash);
    Q_EMIT localChanged(hash);
}

void Downloads::makeRoom(const QByteArray &keep)
{
    quint64 total = 0;
    for (const CachedContent &content : std::as_const(m_contents))
        total += content.size;
    while (total > m_maxCacheBytes) {
        auto oldest = m_contents.cend();
        for (auto content = m_contents.cbegin(); content != m_contents.cend(); ++content) {
            const bool isFree = content.key() != keep && !isRunning(content.key());
            if (isFree && (oldest == m_contents.cend() || content->usedMs < oldest->usedMs))
                oldest = content;
        }
        if (oldest == m_contents.cend())
            return;
        total -= oldest->size;
        remove(QByteArray(oldest.key()));
    }
}

void Downloads::remove(const QByteArray &hash)
{
    m_contents.remove(hash);
    m_lane.post([folder = m_folder, hash] { folder.remove(hash); });
    Q_EMIT localChanged(hash);
}

void Downloads::keepMessages(const QByteArray &hash)
{
    m_lane.post([folder = m_folder, hash, messages = m_contents.value(hash).messages] {
        if (folder.make())
            folder.keepMessages(hash, messages);
    });
}

void Downloads::adopt(const QByteArray &hash, const QString &path)
{
    m_adopting.insert(hash, m_adopting.value(hash));
    const auto adopted = m_lane.run([folder = m_folder, hash, path]() -> quint64 {
        const quint64 size = quint64(QFileInfo(path).size());
        return size <= MaxAdoptedBytes && folder.adopt(hash, path) ? size : 0;
    });
    whenReady(adopted, this, [this, hash](quint64 size) {
        const QSet<MessageName> messages = m_adopting.take(hash);
        if (size == 0)
            return;
        addToCache(hash, size);
        if (!messages.isEmpty()) { // the message was there first
            m_contents[hash].messages.unite(messages);
            keepMessages(hash);
        }
    });
}

// --- What the log says

void Downloads::noteMessage(RoomId room, Seq seq, const QList<FileEntry> &files)
{
    for (const FileEntry &file : files) {
        if (const auto adopting = m_adopting.find(file.hash); adopting != m_adopting.end())
            adopting->insert({ room, seq });
        const auto content = m_contents.find(file.hash);
        if (content == m_contents.end() || content->messages.contains({ room, seq }))
            continue;
        content->messages.insert({ room, seq });
        keepMessages(file.hash);
    }
}

void Downloads::forgetMessage(RoomId room, Seq seq)
{
    forgetIf([&](const MessageName &message) { return message.first == room && message.second == seq; });
}

void Downloads::forgetRoom(RoomId room, Seq floor)
{
    forgetIf(
        [&](const MessageName &message) { return message.first == room && (floor == 0 || message.second < floor); });
}

void Downloads::forgetIf(const std::function<bool(const MessageName &)> &isGone)
{
    const QList<DownloadKey> keys = m_items.keys();
    for (const DownloadKey &key : keys) {
        if (!isGone({ key.room, key.seq }))
            continue;
        stopRunning(m_items[key]);
        m_order.removeOne(key);
        m_items.remove(key);
        endSaves(key, { ErrorCode::FileGone });
        Q_EMIT changed(key);
    }
    const QList<QByteArray> hashes = m_contents.keys();
    for (const QByteArray &hash : hashes) {
        QSet<MessageName> &messages = m_contents[hash].messages;
        const qsizetype before = messages.size();
        messages.removeIf([&](const MessageName &message) { return isGone(message); });
        if (messages.size() == before)
            continue;
        if (messages.isEmpty())
            remove(hash);
        else
            keepMessages(hash);
    }
    next();
}

// --- What a person does

void Downloads::fetch(const DownloadKey &key, const FileEntry &file)
{
    if (file.hash.size() != HashBytes || key.seq <= 0)
        return;
    Item &item = m_items[key];
    const bool isNew = item.file.hash.isEmpty();
    if (item.download || (item.shown.state == TransferProgress::Done && isWhole(file.hash)))
        return;
    item.file = file;
    item.shown.total = file.size;
    item.waitsUntilMs = 0;
    item.damaged = 0;
    if (isNew || !m_order.contains(key))
        m_order.append(key);
    if (m_isLoaded && isWhole(file.hash)) {
        finished(key);
        return;
    }
    setState(key, TransferProgress::Waiting);
    next();
}

void Downloads::pause(const DownloadKey &key)
{
    const auto item = m_items.find(key);
    if (item == m_items.end() || item->shown.state > TransferProgress::Running)
        return;
    stopRunning(*item);
    setState(key, TransferProgress::Paused);
    next();
}

void Downloads::resume(const DownloadKey &key)
{
    if (const auto item = m_items.constFind(key); item != m_items.cend())
        fetch(key, FileEntry(item->file));
}

void Downloads::cancel(const DownloadKey &key)
{
    const auto item = m_items.find(key);
    if (item == m_items.end() || item->shown.state == TransferProgress::Done)
        return;
    stopRunning(*item);
    m_items.remove(key);
    m_order.removeOne(key);
    endSaves(key, { ErrorCode::Canceled });
    Q_EMIT changed(key);
    next();
}

Answer<QString> Downloads::save(const DownloadKey &key, const FileEntry &file, const QString &target)
{
    if (file.hash.size() != HashBytes)
        return failedAnswer<QString>({ ErrorCode::FileGone });
    const Save save{ target, std::make_shared<QPromise<Result<QString>>>() };
    save.promise->start();
    if (isWhole(file.hash)) {
        copy(file.hash, shownName(file), save);
        return save.promise->future();
    }
    m_saves.insert(key, save);
    fetch(key, file);
    return save.promise->future();
}

void Downloads::copy(const QByteArray &hash, const QString &name, const Save &save)
{
    const auto copied = m_lane.run(
        [from = m_folder.pathOf(hash), target = save.target, name] { return saveCopy(from, target, name); });
    whenReady(copied, this, [this, hash, promise = save.promise](const Result<QString> &where) {
        if (!where && where.error().params.value(0) == m_folder.pathOf(hash))
            remove(hash); // somebody else took it away: it is fetched anew next time
        promise->addResult(where);
        promise->finish();
    });
}

void Downloads::endSaves(const DownloadKey &key, const Error &error)
{
    const QList<Save> saves = m_saves.values(key);
    m_saves.remove(key);
    for (const Save &save : saves) {
        save.promise->addResult(Result<QString>(tl::unexpected(error)));
        save.promise->finish();
    }
}

// --- Running

void Downloads::sessionStateChanged()
{
    if (m_session.state() == SessionState::Offline) {
        const QList<DownloadKey> keys = m_order;
        for (const DownloadKey &key : keys) {
            if (const auto item = m_items.constFind(key); item != m_items.cend() && item->download)
                failed(key, { ErrorCode::ConnectionLost });
        }
        m_window.reset();
    } else if (m_session.isOnline()) {
        for (Item &item : m_items)
            item.waitsUntilMs = 0;
        next();
    }
}

bool Downloads::isRunning(const QByteArray &hash) const
{
    return std::ranges::any_of(
        m_items, [&](const Item &item) { return item.download && item.download->file().hash == hash; });
}

bool Downloads::mayRun(const Item &item) const
{
    return item.shown.state == TransferProgress::Waiting && !item.download && item.waitsUntilMs <= m_clock.monotonicMs()
        && !isRunning(item.file.hash);
}

void Downloads::next()
{
    if (!m_isLoaded)
        return;
    const QList<DownloadKey> keys = m_order;
    for (const DownloadKey &key : keys) {
        const auto item = m_items.find(key);
        if (item == m_items.end() || !mayRun(*item))
            continue;
        if (isWhole(item->file.hash)) {
            finished(key);
            continue;
        }
        const auto running = std::ranges::count_if(m_items, [](const Item &one) { return one.download != nullptr; });
        if (m_session.isOnline() && running < MaxAtOnce)
            begin(key, *item);
    }
    armTimer();
}

void Downloads::begin(const DownloadKey &key, Item &item)
{
    CachedContent &content = m_contents[item.file.hash];
    content.messages.insert({ key.room, key.seq });
    content.usedMs = m_clock.wallMs();
    keepMessages(item.file.hash); // before its content: whatever is there can be found again
    item.speed.reset();
    item.download = new FileDownload(m_session, m_lane, m_window, m_clock, m_folder,
        OpenDownload{ key.room, key.seq, quint32(key.index) }, item.file, this);
    connect(item.download, &FileDownload::progressed, this, [this, key](quint64 done) { progressed(key, done); });
    connect(item.download, &FileDownload::finished, this, [this, key] { finished(key); });
    connect(item.download, &FileDownload::failed, this, [this, key](const Error &error) { failed(key, error); });
    FileDownload *download = item.download;
    setState(key, TransferProgress::Running);
    download->start();
}

void Downloads::stopRunning(Item &item)
{
    if (!item.download)
        return;
    item.download->stop();
    item.download->deleteLater();
    item.download = nullptr;
    pumpAll();
}

void Downloads::pumpAll()
{
    for (const Item &item : std::as_const(m_items)) {
        if (item.download)
            QMetaObject::invokeMethod(item.download, &FileDownload::pump, Qt::QueuedConnection);
    }
}

void Downloads::progressed(const DownloadKey &key, quint64 done)
{
    Item &item = m_items[key];
    const qint64 nowMs = m_clock.monotonicMs();
    item.refusals = 0;
    item.speed.add(done > item.shown.done ? done - item.shown.done : 0, nowMs);
    item.shown.done = done;
    item.shown.bytesPerSecond = item.speed.bytesPerSecond(nowMs);
    item.shown.secondsLeft = item.speed.secondsLeft(item.file.size - std::min(done, item.file.size), nowMs);
    m_contents[item.file.hash].size = done;
    m_toTell.insert(key);
    if (!m_tellTimer.isActive())
        m_tellTimer.start(TellEveryMs);
}

void Downloads::finished(const DownloadKey &key)
{
    Item &item = m_items[key];
    const FileEntry file = item.file;
    const bool wasFetched = item.download != nullptr;
    stopRunning(item);
    item.shown.done = file.size;
    m_order.removeOne(key);
    if (wasFetched)
        addToCache(file.hash, file.size);
    else
        m_lane.post([folder = m_folder, hash = file.hash] { folder.touch(hash); });
    noteMessage(key.room, key.seq, { file });
    setState(key, TransferProgress::Done);
    const QList<Save> saves = m_saves.values(key);
    m_saves.remove(key);
    for (const Save &save : saves)
        copy(file.hash, shownName(file), save);
    if (wasFetched)
        next();
}

void Downloads::failed(const DownloadKey &key, const Error &error)
{
    Item &item = m_items[key];
    stopRunning(item);
    const bool isLost = error.code == ErrorCode::ConnectionLost || error.code == ErrorCode::TimedOut;
    const bool isTriedAgain = error.code == ErrorCode::FileDamaged && item.damaged++ < MostDamaged;
    if (isLost || isTriedAgain || passesByItself(error)) {
        if (error.code != ErrorCode::ConnectionLost) {
            const int otherwiseMs = std::min(LongestWaitMs, FirstWaitMs << std::min(item.refusals++, 6));
            item.waitsUntilMs = m_clock.monotonicMs() + retryDelayMs(error, otherwiseMs);
        }
        setState(key, TransferProgress::Waiting, isLost ? Error() : error);
    } else {
        m_order.removeOne(key);
        setState(key, TransferProgress::Failed, error);
        endSaves(key, error);
    }
    next();
}

void Downloads::setState(const DownloadKey &key, TransferProgress::State state, const Error &error)
{
    Item &item = m_items[key];
    item.shown.state = state;
    item.shown.error = error;
    if (state != TransferProgress::Running) {
        item.shown.bytesPerSecond = 0;
        item.shown.secondsLeft = -1;
    }
    Q_EMIT changed(key);
}

void Downloads::tellChanges()
{
    const QSet<DownloadKey> keys = std::exchange(m_toTell, {});
    for (const DownloadKey &key : keys)
        Q_EMIT changed(key);
}

void Downloads::armTimer()
{
    const qint64 nowMs = m_clock.monotonicMs();
    qint64 nextMs = -1;
    for (const Item &item : std::as_const(m_items)) {
        if (item.shown.state == TransferProgress::Waiting && item.waitsUntilMs > nowMs)
            nextMs = nextMs < 0 ? item.waitsUntilMs : std::min(nextMs, item.waitsUntilMs);
    }
    if (nextMs >= 0)
        m_waitTimer.start(int(nextMs - nowMs));
}

} // namespace salon
