// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/store/sqlite/sqlite_writer.h"

#include "server/store/sqlite/contents_rows.h"
#include "server/store/sqlite/database_setup.h"
#include "server/store/sqlite/storage_error.h"
#include "server/store/store.h"
#include "shared/base/event_line.h"

#include <QUuid>
#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace salon::server {

SqliteWriter::SqliteWriter(const SqliteStoreOptions &options)
    : m_options(options)
{
}

Result<> SqliteWriter::open()
{
    const QString path = m_options.folder + u"/salon.db"_s;
    if (auto opened = m_connection.open(path, SqliteConnection::Access::ReadWrite); !opened)
        return opened;
    if (auto ready = setUpDatabase(m_connection, m_options); !ready)
        return ready;
    if (m_options.maxPages > 0)
        (void)m_connection.valueOf(u"PRAGMA max_page_count = %1"_s.arg(m_options.maxPages));
    m_rows.emplace(m_connection, m_heads);
    sweep(); // what a run before could not
    auto contents = readContents();
    if (!contents)
        return fail(contents.error());
    for (const Room &room : contents->rooms) {
        m_heads.load(room.id, { room.head, room.messageCount, room.lastActivityMs });
        m_rows->beginnings.load(room);
    }
    for (const Membership &membership : contents->memberships)
        m_members.load({ membership.room, membership.account }, true);
    for (const StoredCounter &counter : contents->counters)
        m_counters.load({ counter.device, counter.room }, counter.last);
    m_firstContents = std::move(*contents);
    return {};
}

Result<StoreContents> SqliteWriter::readContents()
{
    if (m_firstContents)
        return *std::exchange(m_firstContents, std::nullopt);
    StoreContents contents = readAllContents(m_connection);
    if (m_connection.failure())
        return fail(startError(m_connection));
    return contents;
}

void SqliteWriter::run(WriteBatch &batch)
{
    if (m_brokenBy) {
        failAll(batch, *m_brokenBy);
        return;
    }
    std::vector<PendingWrite *> writes;
    writes.reserve(batch.size());
    for (const auto &write : batch)
        writes.push_back(write.get());
    if (attempt(writes.data(), writes.size()))
        return;
    if (m_connection.failure()->kind != SqliteFailure::Kind::Constraint) {
        failAll(batch, errorOf(*m_connection.failure()));
        return;
    }
    // One change broke a rule that it should have been refused for: the others shall not suffer.
    for (PendingWrite *write : writes) {
        if (m_brokenBy)
            write->failWith(*m_brokenBy);
        else if (!attempt(&write, 1))
            write->failWith(errorOf(*m_connection.failure()));
    }
}

bool SqliteWriter::attempt(PendingWrite *const *first, size_t count)
{
    m_connection.clearFailure();
    if (!m_connection.run(m_rows->begin))
        return false;
    for (size_t i = 0; i < count && !m_connection.failure(); ++i)
        first[i]->perform(*this);
    if (!m_connection.failure() && flush() && m_connection.run(m_rows->commit)) {
        keep();
        return true;
    }
    const auto failure = m_connection.failure();
    undo();
    m_connection.execute(u"ROLLBACK"_s); // fails when SQLite did so itself: that is no news
    Q_ASSERT(failure == std::nullopt || m_connection.failure()->text == failure->text);
    return false;
}

void SqliteWriter::sweep()
{
    if (m_brokenBy)
        return;
    m_connection.clearFailure();
    // Whoever reads just now (perhaps a backup) is not waited for: messages are.
    m_connection.execute(u"PRAGMA busy_timeout = 0"_s);
    const bool isBusy = m_connection.valueOf(u"PRAGMA wal_checkpoint(TRUNCATE)"_s).toBool();
    m_connection.execute(u"PRAGMA busy_timeout = 5000"_s);
    m_wantsSweep = isBusy || m_connection.failure();
    m_connection.clearFailure(); // if it lasts, the next commit meets it
}

void SqliteWriter::failAll(WriteBatch &batch, const Error &error)
{
    for (const auto &write : batch)
        write->failWith(error);
}

Error SqliteWriter::errorOf(const SqliteFailure &failure)
{
    Error error = storageError(failure);
    // A second fsync may succeed although the first one lost data, so nothing is tried again.
    if (failure.kind == SqliteFailure::Kind::Broken)
        m_brokenBy = error;
    return error;
}

bool SqliteWriter::flush()
{
    const auto &heads = m_heads.changes();
    for (auto head = heads.constBegin(); head != heads.constEnd(); ++head)
        m_rows->rooms.setHead(head.key(), head.value());
    const auto &counters = m_counters.changes();
    for (auto counter = counters.constBegin(); counter != counters.constEnd(); ++counter) {
        if (counter.key().device.isValid())
            m_rows->rooms.setCounter(counter.key(), counter.value());
    }
    return !m_connection.failure();
}

void SqliteWriter::keep()
{
    m_heads.keep();
    m_rows->beginnings.keep();
    m_counters.keep();
    m_members.keep();
}

void SqliteWriter::undo()
{
    m_heads.undo();
    m_rows->beginnings.undo();
    m_counters.undo();
    m_members.undo();
}

bool SqliteWriter::place(Event &event)
{
    RoomHeadRow head = m_heads.value(event.room);
    event.seq = ++head.head;
    head.messageCount += countsAsUnread(event.kind) ? 1 : 0;
    if (hasLine(event.kind))
        head.lastActivityMs = event.timeMs;
    if (!m_rows->events.append(event, head.messageCount))
        return false;
    m_heads.set(event.room, head);
    m_rows->files.add(event);
    return true;
}

Membership SqliteWriter::enter(Membership membership)
{
    const RoomHeadRow head = m_heads.value(membership.room);
    membership.floor = m_rows->beginnings.floorOfNewcomer(membership.room, membership.account);
    membership.readSeq = head.head;
    membership.joinedSeq = head.head;
    membership.messagesBefore = head.messageCount;
    m_rows->rooms.insertMembership(membership);
    m_members.set({ membership.room, membership.account }, true);
    return membership;
}

Result<AppendedMessage> SqliteWriter::appendMessage(const MessageDraft &draft)
{
    const CounterKey key{ draft.device, draft.event.room };
    if (const auto inOrder = checkCounter(m_counters.value(key), draft.counter); !inOrder) {
        if (const auto stored = m_rows->events.find(draft.event.author, draft.event.cid))
            return AppendedMessage{ *stored, true, {} };
        return fail(inOrder.error());
    }
    if (const auto paced = checkPace(draft); !paced) {
        if (const auto stored = m_rows->events.find(draft.event.author, draft.event.cid)) {
            m_counters.set(key, draft.counter);
            return AppendedMessage{ *stored, true, {} };
        }
        return fail(paced.error());
    }
    if (const auto there = checkFiles(draft); !there)
        return fail(there.error());
    m_counters.set(key, draft.counter);
    // The author was a member when asking, and may have left since: a log has nothing by somebody after their
    // departure.
    if (!m_members.value({ draft.event.room, draft.event.author })) {
        if (const auto stored = m_rows->events.find(draft.event.author, draft.event.cid))
            return AppendedMessage{ *stored, true, {} };
        return fail(ErrorCode::NotAMember);
    }
    if (draft.event.target != 0)
        return appendToTarget(draft);
    Event event = draft.event;
    const bool isNew = place(event);
    if (isNew)
        return AppendedMessage{ std::move(event), false, {} };
    // A statement that failed ends the transaction, so the outcome of that case is never told.
    return AppendedMessage{ m_rows->events.find(event.author, event.cid).value_or(Event{}), true, {} };
}

Result<> SqliteWriter::checkPace(const MessageDraft &draft)
{
    if (draft.slowSeconds == 0 || draft.event.kind != EventKind::Message)
        return {};
    const auto lastMs = m_rows->events.lastOwnMs(draft.event.room, draft.event.author);
    const qint64 slowMs = qint64(draft.slowSeconds) * 1000;
    const qint64 waitMs = lastMs ? *lastMs + slowMs - draft.event.timeMs : 0;
    if (waitMs <= 0)
        return {};
    // Never longer than the rule says, even if the clock was set back.
    return fail(Error{ ErrorCode::SlowMode, {}, {}, quint32(std::min(waitMs, slowMs)) });
}

/// Before the number is used: a file that is missing can be sent again, and the message after it.
Result<> SqliteWriter::checkFiles(const MessageDraft &draft)
{
    const Event &event = draft.event;
    if (event.files.isEmpty() || !m_members.value({ event.room, event.author }))
        return {};
    const auto there = m_rows->files.check(event);
    return there || m_rows->events.find(event.author, event.cid) ? Result<>() : there;
}

Result<AppendedMessage> SqliteWriter::appendToTarget(const MessageDraft &draft)
{
    // What was stored once is answered again, whatever became of its target since.
    if (const auto stored = m_rows->events.find(draft.event.author, draft.event.cid))
        return AppendedMessage{ *stored, true, {} };
    MessageDraft checked = draft;
    checked.floor = std::max(draft.floor, m_rows->beginnings.floor(draft.event.room));
    const auto target = m_rows->changes.check(checked);
    if (!target)
        return fail(target.error());
    Event event = MessageChanges::eventOf(draft, *target);
    if (!place(event))
        return AppendedMessage{}; // a statement failed, which ends the transaction
    ChangeEffect effect = m_rows->changes.apply(event, *target);
    if (effect.deleted)
        effect.freed = m_rows->files.release(event.room, event.target, event.target);
    m_wantsSweep = m_wantsSweep || effect.deleted;
    return AppendedMessage{ std::move(event), false, std::move(effect) };
}

Result<CounterUsed> SqliteWriter::useCounter(const CounterUse &use)
{
    const CounterKey key{ use.device, use.room };
    const auto inOrder = checkCounter(m_counters.value(key), use.counter);
    if (inOrder)
        m_counters.set(key, use.counter);
    const auto stored = m_rows->events.find(use.author, use.cid);
    if (!inOrder && !stored)
        return fail(inOrder.error());
    return CounterUsed{ stored };
}

Result<> SqliteWriter::forgetDevice(const DeviceId &device)
{
    m_counters.forget([device](auto entry) { return entry.key().device == device; });
    return {};
}

Result<Event> SqliteWriter::appendEvent(const Event &draft)
{
    Event event = draft;
    place(event);
    return event;
}

Result<CreatedAccount> SqliteWriter::createAccount(const NewAccount &account)
{
    Result<CreatedAccount> created = m_rows->accounts.create(account);
    if (!created || !account.room.isValid())
        return created;
    place(created->joined);
    created->membership = enter({ account.room, created->account.id, account.account.createdMs, 1, 0, 0, 0, 0, 0 });
    return created;
}

Result<> SqliteWriter::removeDevices(const QList<DeviceId> &devices)
{
    m_rows->accounts.remove(devices);
    return {};
}

Result<> SqliteWriter::noteSeen(const SeenNote &note)
{
    m_rows->accounts.noteSeen(note);
    return {};
}

Result<> SqliteWriter::createInvitation(const Invitation &invitation)
{
    m_rows->accounts.create(invitation);
    return {};
}

Result<CreatedRoom> SqliteWriter::createRoom(const NewRoom &room)
{
    RoomRows &rooms = m_rows->rooms;
    CreatedRoom created{ room.room, {}, room.events, false };
    if (!room.nameKey.isEmpty() && rooms.publicRoomNamed(room.nameKey).isValid())
        return fail(ErrorCode::RoomNameTaken);
    if (!room.memberKey.isEmpty()) {
        if (const RoomId existing = rooms.directRoomOf(room.memberKey); existing.isValid()) {
            created.room.id = existing;
            created.existed = true;
            created.events.clear();
            return created;
        }
    }
    created.room.id = rooms.insert(room.room, room.nameKey, room.memberKey);
    m_heads.set(created.room.id, {});
    for (Event &event : created.events) {
        event.room = created.room.id;
        place(event);
    }
    for (const AccountId member : room.members)
        created.memberships.append(enter({ created.room.id, member, room.room.createdMs, 1, 0, 0, 0, 0, 0 }));
    return created;
}

Result<Event> SqliteWriter::changeRoom(const RoomChange &change)
{
    RoomRows &rooms = m_rows->rooms;
    if (change.name) {
        const RoomId other = change.nameKey.isEmpty() ? RoomId{} : rooms.publicRoomNamed(change.nameKey);
        if (other.isValid() && other != change.room)
            return fail(ErrorCode::RoomNameTaken);
        rooms.rename(change.room, *change.name, change.nameKey);
    }
    if (change.topic)
        rooms.setTopic(change.room, *change.topic);
    if (change.rules) {
        m_rows->beginnings.setHistory(change.room, change.rules->history);
        rooms.setRules(change.room, *change.rules);
    }
    return appendEvent(change.event);
}

Result<EnteredMember> SqliteWriter::addMember(const MemberChange &change)
{
    const Membership &membership = change.membership;
    if (m_members.value({ membership.room, membership.account }))
        return fail(ErrorCode::AlreadyMember);
    if (m_rows->rooms.isBanned(membership.room, membership.account))
        return fail(ErrorCode::Banned);
    Event event = change.event;
    place(event);
    return EnteredMember{ event, enter(membership) };
}

void SqliteWriter::leave(RoomId room, AccountId account)
{
    m_rows->rooms.removeMembership(room, account);
    m_members.set({ room, account }, false);
}

Result<Event> SqliteWriter::removeMember(const MemberChange &change)
{
    const Membership &membership = change.membership;
    if (!m_members.value({ membership.room, membership.account }))
        return fail(ErrorCode::NotAMember);
    leave(membership.room, membership.account);
    return appendEvent(change.event);
}

Result<Event> SqliteWriter::removeFromRoom(const MemberRemoval &removal)
{
    const bool isMember = m_members.value({ removal.room, removal.account });
    if (removal.ban ? m_rows->rooms.isBanned(removal.room, removal.account) : !isMember)
        return fail(ErrorCode::NothingToChange);
    if (isMember)
        leave(removal.room, removal.account);
    if (removal.ban)
        m_rows->rooms.insertBan(removal.room, removal.account, removal.event.author, removal.event.timeMs);
    return appendEvent(removal.event);
}

Result<Event> SqliteWriter::liftBan(const BanLift &lift)
{
    if (!m_rows->rooms.isBanned(lift.room, lift.account))
        return fail(ErrorCode::NotBanned);
    m_rows->rooms.deleteBan(lift.room, lift.account);
    return appendEvent(lift.event);
}

Result<bool> SqliteWriter::saveMessage(const SavedChange &change)
{
    const bool isSaved = m_rows->saved.has(change);
    if (isSaved == change.saved)
        return false;
    // One that cannot be got any more may be taken off.
    const Seq floor = std::max(change.floor, m_rows->beginnings.floor(change.room));
    if (change.saved && (change.seq < floor || !m_rows->changes.hasMessage(change.room, change.seq)))
        return fail(ErrorCode::MessageUnknown);
    if (change.saved && m_rows->saved.countOf(change.account) >= MaxSaved)
        return fail(ErrorCode::TooManySaved, {}, { QString::number(MaxSaved) });
    m_rows->saved.put(change);
    return true;
}

Result<> SqliteWriter::setAttention(const AttentionChange &change)
{
    if (!m_rows->rooms.setAttention(change))
        return fail(ErrorCode::NotAMember);
    return {};
}

Seq SqliteWriter::placeOnce(Event event, ImportedBatch &imported)
{
    auto stored = m_rows->events.find(event.author, event.cid);
    if (stored && stored->room != event.room) {
        // A copy of another room of this server: a message of its own, always under the same id.
        event.cid = QUuid::createUuidV5(event.cid, QByteArray::number(event.room.value));
        stored = m_rows->events.find(event.author, event.cid);
    }
    if (stored)
        return stored->seq;
    if (!place(event))
        return 0; // a statement failed, which ends the transaction
    imported.authors.append(event.author);
    return event.seq;
}

Result<ImportedBatch> SqliteWriter::importMessages(const ImportBatch &batch)
{
    const RoomHeadRow before = m_heads.value(batch.room);
    ImportedBatch imported;
    imported.before = before.head;
    for (const ImportBatch::Item &item : batch.items) {
        Event event = item.event;
        event.room = batch.room;
        if (item.answers >= 0)
            event.target = imported.seqs.value(item.answers);
        imported.seqs.append(placeOnce(std::move(event), imported));
    }
    RoomHeadRow head = m_heads.value(batch.room);
    head.lastActivityMs = std::max(before.lastActivityMs, head.lastActivityMs);
    m_heads.set(batch.room, head);
    if (head.head > before.head)
        m_rows->rooms.keepUpToDate(batch.room, before.head, head);
    imported.head = head.head;
    imported.messageCount = head.messageCount;
    imported.lastActivityMs = head.lastActivityMs;
    return imported;
}

Result<SweptTexts> SqliteWriter::sweepTexts(const TextSweep &sweep)
{
    m_wantsSweep = m_wantsSweep || !m_rows->beginnings.isSwept(sweep.room);
    return m_rows->beginnings.sweep(sweep);
}

Result<bool> SqliteWriter::addBlob(const BlobKeep &blob)
{
    return m_rows->files.put(blob);
}

Result<std::optional<quint64>> SqliteWriter::claimBlob(const BlobKeep &blob)
{
    return m_rows->files.claim(blob);
}

Result<QList<FreedBlob>> SqliteWriter::dropUnnamedBlobs(const qint64 &beforeMs)
{
    return m_rows->files.dropUnnamed(beforeMs);
}

} // namespace salon::server
