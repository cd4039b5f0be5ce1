// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/store/sqlite/sqlite_store.h"

#include "server/store/sqlite/group_commit.h"
#include "server/store/sqlite/page_reader.h"
#include "shared/base/when_ready.h"

#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QSqlDatabase>
#include <QTimer>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace salon::server {
namespace {

constexpr auto SweepAfter = 300ms;

/// Store over SQLite: a lane that writes and one that reads.
class SqliteStore final : public Store
{
public:
    explicit SqliteStore(std::unique_ptr<QLockFile> lock, const SqliteStoreOptions &options)
        : m_lock(std::move(lock))
        , m_writes(options, [this](const auto &batch) { handOver(batch); })
        , m_reads(u"store-read"_s)
    {
        m_sweep.setSingleShot(true);
        m_sweep.setInterval(SweepAfter);
        connect(&m_sweep, &QTimer::timeout, this, [this] { m_writes.sweep(); });
    }

    ~SqliteStore() override
    {
        flush();
        m_reads.post([this] { m_reader.reset(); });
    }
    Q_DISABLE_COPY_MOVE(SqliteStore)

    Result<> open(const QString &path)
    {
        if (auto opened = m_writes.open(); !opened)
            return opened;
        return m_reads
            .run([this, path] {
                m_reader = std::make_shared<PageReader>();
                return m_reader->open(path);
            })
            .result();
    }

    Result<StoreContents> load() override { return m_writes.readContents(); }

    void appendMessage(MessageDraft draft, Answer<AppendedMessage> done) override
    {
        give(&SqliteWriter::appendMessage, std::move(draft), std::move(done));
    }
    void useCounter(CounterUse use, Answer<CounterUsed> done) override
    {
        give(&SqliteWriter::useCounter, use, std::move(done));
    }
    void forgetDevice(DeviceId device) override { give<DeviceId, void>(&SqliteWriter::forgetDevice, device, {}); }
    void appendEvent(Event draft, Answer<Event> done) override
    {
        give(&SqliteWriter::appendEvent, std::move(draft), std::move(done));
    }
    void createAccount(NewAccount account, Answer<CreatedAccount> done) override
    {
        give(&SqliteWriter::createAccount, std::move(account), std::move(done));
    }
    void changeAccount(AccountChange change, Answer<> done) override
    {
        give(&SqliteWriter::changeAccount, std::move(change), std::move(done));
    }
    void enrolDevice(Device draft, Answer<Device> done) override
    {
        give(&SqliteWriter::enrolDevice, std::move(draft), std::move(done));
    }
    void removeDevices(QList<DeviceId> devices, Answer<> done) override
    {
        give(&SqliteWriter::removeDevices, std::move(devices), std::move(done));
    }
    void noteSeen(AccountId account, DeviceId device, qint64 timeMs) override
    {
        give<SeenNote, void>(&SqliteWriter::noteSeen, { account, device, timeMs }, {});
    }
    void afterEarlier(std::function<void()> then) override
    {
        give<Nothing, void>(&SqliteWriter::doNothing, {}, [then = std::move(then)](const Result<> &) { then(); });
    }
    void createInvitation(Invitation invitation, Answer<> done) override
    {
        give(&SqliteWriter::createInvitation, std::move(invitation), std::move(done));
    }
    void createRoom(NewRoom room, Answer<CreatedRoom> done) override
    {
        give(&SqliteWriter::createRoom, std::move(room), std::move(done));
    }
    void changeRoom(RoomChange change, Answer<Event> done) override
    {
        give(&SqliteWriter::changeRoom, std::move(change), std::move(done));
    }
    void addMember(MemberChange change, Answer<EnteredMember> done) override
    {
        give(&SqliteWriter::addMember, std::move(change), std::move(done));
    }
    void removeMember(MemberChange change, Answer<Event> done) override
    {
        give(&SqliteWriter::removeMember, std::move(change), std::move(done));
    }
    void removeFromRoom(MemberRemoval removal, Answer<Event> done) override
    {
        give(&SqliteWriter::removeFromRoom, std::move(removal), std::move(done));
    }
    void liftBan(BanLift lift, Answer<Event> done) override
    {
        give(&SqliteWriter::liftBan, std::move(lift), std::move(done));
    }
    void saveMessage(SavedChange change, Answer<bool> done) override
    {
        give(&SqliteWriter::saveMessage, change, std::move(done));
    }
    void moveReadPosition(ReadMove move, Answer<ReadPosition> done) override
    {
        give(&SqliteWriter::moveReadPosition, move, std::move(done));
    }
    void markUnread(UnreadMark mark, Answer<ReadPosition> done) override
    {
        give(&SqliteWriter::markUnread, mark, std::move(done));
    }
    void setAttention(AttentionChange change, Answer<> done) override
    {
        give(&SqliteWriter::setAttention, change, std::move(done));
    }
    void importMessages(ImportBatch batch, Answer<ImportedBatch> done) override
    {
        give(&SqliteWriter::importMessages, std::move(batch), std::move(done));
    }
    void raiseFloor(FloorRaise raise, Answer<FloorRaised> done) override
    {
        give(&SqliteWriter::raiseFloor, raise, std::move(done));
    }
    void sweepTexts(TextSweep sweep, Answer<SweptTexts> done) override
    {
        give(&SqliteWriter::sweepTexts, sweep, std::move(done));
    }
    void addBlob(BlobKeep blob, Answer<bool> done) override
    {
        give(&SqliteWriter::addBlob, std::move(blob), std::move(done));
    }
    void claimBlob(BlobKeep blob, Answer<std::optional<quint64>> done) override
    {
        give(&SqliteWriter::claimBlob, std::move(blob), std::move(done));
    }
    void dropUnnamedBlobs(qint64 beforeMs, Answer<QList<FreedBlob>> done) override
    {
        give(&SqliteWriter::dropUnnamedBlobs, beforeMs, std::move(done));
    }

    void readPage(PageQuery query, Answer<EventPage> done) override { read(&PageReader::read, query, std::move(done)); }
    void findAge(AgeQuery query, Answer<AgeFound> done) override { read(&PageReader::findAge, query, std::move(done)); }
    void readList(ListQuery query, Answer<EventList> done) override
    {
        read(&PageReader::readList, query, std::move(done));
    }
    void readRevisions(MessageQuery query, Answer<RevisionPage> done) override
    {
        read(&PageReader::readRevisions, query, std::move(done));
    }
    void readReactions(MessageQuery query, Answer<QList<Reaction>> done) override
    {
        read(&PageReader::readReactions, query, std::move(done));
    }
    void readFile(FileQuery query, Answer<File> done) override { read(&PageReader::readFile, query, std::move(done)); }
    void readBlobHashes(quint8 firstByte, Answer<QList<QByteArray>> done) override
    {
        read(&PageReader::readBlobHashes, firstByte, std::move(done));
    }
    void readLog(LogQuery query, Answer<LogPage> done) override { read(&PageReader::readLog, query, std::move(done)); }
    void readFound(FoundQuery query, Answer<FoundMessages> done) override
    {
        read(&PageReader::readFound, std::move(query), std::move(done));
    }
    void findMoment(MomentQuery query, Answer<Seq> done) override
    {
        read(&PageReader::findMoment, query, std::move(done));
    }

private:
    template <class Query, class Page>
    void read(Result<Page> (PageReader::*operation)(const Query &), Query query, Answer<Page> done)
    {
        m_reads.post([this, operation, query, done = std::move(done)] {
            auto page = std::make_shared<Result<Page>>((m_reader.get()->*operation)(query));
            QMetaObject::invokeMethod(
                this,
                [this, page, done, brokenBy = m_reader->brokenBy()] {
                    done(*page);
                    sayBroken(brokenBy);
                },
                Qt::QueuedConnection);
        });
    }

    template <class Draft, class Outcome>
    void give(Result<Outcome> (SqliteWriter::*operation)(const Draft &), Draft draft, Answer<Outcome> done)
    {
        m_gathered.push_back(
            std::make_unique<PendingWriteOf<Draft, Outcome>>(operation, std::move(draft), std::move(done)));
        if (m_gathered.size() > 1)
            return;
        // What one turn of the loop asks for goes to the lane together.
        QMetaObject::invokeMethod(
            this, [this] { flush(); }, Qt::QueuedConnection);
    }

    void flush()
    {
        if (!m_gathered.empty())
            m_writes.give(std::exchange(m_gathered, {}));
    }

    /// In the lane.
    void handOver(const std::shared_ptr<WriteBatch> &batch)
    {
        QMetaObject::invokeMethod(
            this,
            [this, batch, brokenBy = m_writes.brokenBy(), wantsSweep = m_writes.wantsSweep()] {
                for (const auto &write : *batch)
                    write->deliver();
                sayBroken(brokenBy);
                if (wantsSweep && !m_sweep.isActive())
                    m_sweep.start();
            },
            Qt::QueuedConnection);
    }

    /// Whichever lane saw it first.
    void sayBroken(const std::optional<Error> &brokenBy)
    {
        if (brokenBy && !std::exchange(m_saidBroken, true))
            Q_EMIT failedForGood(*brokenBy);
    }

    std::unique_ptr<QLockFile> m_lock; ///< goes last
    WriteBatch m_gathered;
    bool m_saidBroken = false;
    QTimer m_sweep; ///< the lane sweeps by itself while it is busy
    std::shared_ptr<PageReader> m_reader; ///< the read lane's
    GroupCommit m_writes;
    JobLane m_reads; ///< ends first: the last connection that closes must be the one that writes
};

Result<> makeFolder(const QString &folder)
{
    const QFileInfo info(folder);
    if (!info.exists()) {
        if (!QDir().mkpath(folder))
            return fail(ErrorCode::CannotOpenFile, u"the folder cannot be made"_s, { folder });
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    if (!QFileInfo(folder).isDir() || !QFileInfo(folder).isWritable())
        return fail(ErrorCode::CannotOpenFile, u"not a folder that can be written to"_s, { folder });
    return {};
}

Result<std::unique_ptr<QLockFile>> lockFolder(const QString &folder)
{
    auto lock = std::make_unique<QLockFile>(folder + u"/salon.lock"_s);
    // The system's own lock on the file decides, not its age or the number of a process that may be another's by now.
    lock->setStaleLockTime(1);
    if (lock->tryLock(0))
        return lock;
    if (lock->error() == QLockFile::LockFailedError)
        return fail(ErrorCode::AlreadyRunning, {}, { folder });
    return fail(ErrorCode::CannotOpenFile, u"the lock file cannot be made"_s, { folder });
}

} // namespace

bool isSqliteInstalled()
{
    return QSqlDatabase::isDriverAvailable(u"QSQLITE"_s);
}

Result<std::unique_ptr<Store>> openSqliteStore(const SqliteStoreOptions &options)
{
    if (const auto made = makeFolder(options.folder); !made)
        return fail(made.error());
    auto lock = lockFolder(options.folder);
    if (!lock)
        return fail(lock.error());
    const QString path = options.folder + u"/salon.db"_s;
    auto store = std::make_unique<SqliteStore>(std::move(*lock), options);
    if (const auto opened = store->open(path); !opened)
        return fail(opened.error());
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    return store;
}

} // namespace salon::server
