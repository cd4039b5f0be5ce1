// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/store/outbox_database.h"

#include "shared/client-core/store/outbox_files.h"

using namespace Qt::StringLiterals;

namespace salon {
namespace {

QStringList migrations()
{
    return {
        u"CREATE TABLE entries (place INTEGER PRIMARY KEY AUTOINCREMENT, cid BLOB NOT NULL UNIQUE,\n"
        " room INTEGER NOT NULL, text TEXT NOT NULL, created_ms INTEGER NOT NULL, counter INTEGER NOT NULL,\n"
        " failed INTEGER NOT NULL, error_code INTEGER NOT NULL, error_params TEXT NOT NULL);\n"
        "CREATE TABLE drafts (room INTEGER PRIMARY KEY, text TEXT NOT NULL)"_s,
        u"ALTER TABLE entries ADD COLUMN may_be_stored INTEGER NOT NULL DEFAULT 0;\n"
        "UPDATE entries SET may_be_stored = 1 WHERE counter > 0 AND failed = 0"_s,
        u"ALTER TABLE entries ADD COLUMN kind INTEGER NOT NULL DEFAULT 0;\n"
        "ALTER TABLE entries ADD COLUMN target INTEGER NOT NULL DEFAULT 0;\n"
        "ALTER TABLE entries ADD COLUMN format INTEGER NOT NULL DEFAULT 0;\n"
        "ALTER TABLE entries ADD COLUMN emoji TEXT NOT NULL DEFAULT '';\n"
        "ALTER TABLE drafts ADD COLUMN reply_to INTEGER NOT NULL DEFAULT 0;\n"
        "CREATE TABLE edits (room INTEGER PRIMARY KEY, target INTEGER NOT NULL, text TEXT NOT NULL,\n"
        " format INTEGER NOT NULL)"_s,
        u"ALTER TABLE entries ADD COLUMN files BLOB"_s,
    };
}

constexpr QChar ParamSeparator(0x1f);

QString joined(const QStringList &params)
{
    return params.join(ParamSeparator);
}

/// A null QString would be stored as NULL.
QString notNull(const QString &value)
{
    return value.isNull() ? u""_s : value;
}

QVariantList valuesOf(const OutboxRecord &record)
{
    return { record.cid.toRfc4122(), record.room.value, notNull(record.text), record.createdMs, qint64(record.counter),
        record.failed, record.failed ? int(record.error.code) : 0, notNull(joined(record.error.params)),
        record.mayBeStored, int(record.kind), record.target, int(record.format), notNull(record.emoji),
        packedFiles(record) };
}

/// Only what this program sends: anything else would have been written by another one.
EventKind kindFrom(int stored)
{
    const auto kind = EventKind(stored);
    return isChange(kind) ? kind : EventKind::Message;
}

TextFormat formatFrom(int stored)
{
    return stored == int(TextFormat::Markdown) || stored == int(TextFormat::Action) ? TextFormat(stored)
                                                                                    : TextFormat::Plain;
}

OutboxRecord recordOf(const QSqlQuery &row)
{
    OutboxRecord record;
    record.cid = Cid::fromRfc4122(row.value(0).toByteArray());
    record.room = RoomId{ row.value(1).toLongLong() };
    record.text = row.value(2).toString();
    record.createdMs = row.value(3).toLongLong();
    record.counter = quint64(row.value(4).toLongLong());
    record.failed = row.value(5).toBool();
    if (record.failed) {
        record.error.code = ErrorCode(row.value(6).toUInt());
        const QString params = row.value(7).toString();
        if (!params.isEmpty())
            record.error.params = params.split(ParamSeparator);
    }
    record.mayBeStored = row.value(8).toBool();
    record.kind = kindFrom(row.value(9).toInt());
    record.target = row.value(10).toLongLong();
    record.format = formatFrom(row.value(11).toInt());
    record.emoji = row.value(12).toString();
    if (!unpackFiles(row.value(13).toByteArray(), record) && !record.failed) {
        record.failed = true; // its text is still there
        record.error.code = ErrorCode::FileChanged;
    }
    return record;
}

} // namespace

OutboxDatabase::OutboxDatabase(QString path)
    : m_path(std::move(path))
{
}

OutboxDatabase::~OutboxDatabase() = default;

void OutboxDatabase::close()
{
    m_file.reset();
}

bool OutboxDatabase::isNewer(const QString &path)
{
    return ClientDatabase::isNewerThan(path, migrations().size());
}

Result<> OutboxDatabase::open()
{
    m_file = std::make_unique<ClientDatabase>(m_path, ClientDatabase::Durability::Full);
    return m_file->open(migrations());
}

Result<OutboxSnapshot> OutboxDatabase::load()
{
    OutboxSnapshot saved;
    Result<> opened = open();
    if (opened)
        opened = readAll(saved);
    else if (opened.error().code == ErrorCode::DatabaseDamaged)
        (void)readAll(saved);
    if (opened)
        return saved;
    if (opened.error().code != ErrorCode::DatabaseDamaged)
        return tl::unexpected(opened.error());
    // Damaged: what could still be read is taken over into a new file, the old one is kept aside.
    m_file->close();
    if (const Result<> aside = m_file->setAside(); !aside)
        return tl::unexpected(aside.error());
    if (opened = open(); !opened)
        return tl::unexpected(opened.error());
    for (const OutboxRecord &record : saved.records) {
        if (const Result<> added = add(record); !added)
            return tl::unexpected(added.error());
    }
    for (auto draft = saved.drafts.cbegin(); draft != saved.drafts.cend(); ++draft)
        (void)keepDraft(draft.key(), draft.value());
    for (auto edit = saved.edits.cbegin(); edit != saved.edits.cend(); ++edit)
        (void)keepEdit(edit.key(), edit.value());
    return saved;
}

Result<> OutboxDatabase::readAll(OutboxSnapshot &snapshot)
{
    snapshot = {};
    const Result<> entries = readEntries(snapshot);
    const Result<> drafts = readDrafts(snapshot); // whatever could be read of the entries
    return entries ? drafts : entries;
}

Result<> OutboxDatabase::readEntries(OutboxSnapshot &snapshot)
{
    auto entries = m_file->run(u"SELECT cid, room, text, created_ms, counter, failed, error_code, error_params, "
                               "may_be_stored, kind, target, format, emoji, files FROM entries ORDER BY place"_s);
    if (!entries)
        return tl::unexpected(entries.error());
    while (entries->next())
        snapshot.records.append(recordOf(*entries));
    return ClientDatabase::ended(*entries);
}

Result<> OutboxDatabase::readDrafts(OutboxSnapshot &snapshot)
{
    auto drafts = m_file->run(u"SELECT room, text, reply_to FROM drafts"_s);
    if (!drafts)
        return tl::unexpected(drafts.error());
    while (drafts->next())
        snapshot.drafts.insert(RoomId{ drafts->value(0).toLongLong() },
            Draft{ drafts->value(1).toString(), drafts->value(2).toLongLong() });
    if (const Result<> complete = ClientDatabase::ended(*drafts); !complete)
        return complete;
    auto edits = m_file->run(u"SELECT room, text, target, format FROM edits"_s);
    if (!edits)
        return tl::unexpected(edits.error());
    while (edits->next())
        snapshot.edits.insert(RoomId{ edits->value(0).toLongLong() },
            Draft{ edits->value(1).toString(), 0, edits->value(2).toLongLong(), formatFrom(edits->value(3).toInt()) });
    return ClientDatabase::ended(*edits);
}

Result<> OutboxDatabase::add(const OutboxRecord &record)
{
    if (!m_file)
        return fail(ErrorCode::StorageFailed, u"not open"_s);
    return m_file
        ->run(
            u"INSERT OR REPLACE INTO entries (cid, room, text, created_ms, counter, failed, error_code, error_params, "
            "may_be_stored, kind, target, format, emoji, files) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
            valuesOf(record))
        .map([](auto &&) {});
}

Result<> OutboxDatabase::update(const QList<OutboxRecord> &records)
{
    if (!m_file)
        return fail(ErrorCode::StorageFailed, u"not open"_s);
    return m_file->transaction([&]() -> Result<> {
        for (const OutboxRecord &record : records) {
            QVariantList values = valuesOf(record);
            values.append(values.takeFirst());
            auto done = m_file->run(u"UPDATE entries SET room = ?, text = ?, created_ms = ?, counter = ?, failed = ?, "
                                    "error_code = ?, error_params = ?, may_be_stored = ?, kind = ?, target = ?, "
                                    "format = ?, emoji = ?, files = ? WHERE cid = ?"_s,
                values);
            if (!done)
                return tl::unexpected(done.error());
        }
        return {};
    });
}

Result<> OutboxDatabase::remove(const QList<Cid> &cids)
{
    if (!m_file)
        return fail(ErrorCode::StorageFailed, u"not open"_s);
    return m_file->transaction([&]() -> Result<> {
        for (const Cid &cid : cids) {
            if (auto done = m_file->run(u"DELETE FROM entries WHERE cid = ?"_s, { cid.toRfc4122() }); !done)
                return tl::unexpected(done.error());
        }
        return {};
    });
}

Result<> OutboxDatabase::turnIntoDraft(const Cid &cid, RoomId room, const Draft &draft)
{
    if (!m_file)
        return fail(ErrorCode::StorageFailed, u"not open"_s);
    return m_file->transaction([&]() -> Result<> {
        if (auto done = m_file->run(u"DELETE FROM entries WHERE cid = ?"_s, { cid.toRfc4122() }); !done)
            return tl::unexpected(done.error());
        return draft.editing > 0 ? keepEdit(room, draft) : keepDraft(room, draft);
    });
}

Result<> OutboxDatabase::keepDraft(RoomId room, const Draft &draft)
{
    if (!m_file)
        return fail(ErrorCode::StorageFailed, u"not open"_s);
    auto done = draft.isEmpty()
        ? m_file->run(u"DELETE FROM drafts WHERE room = ?"_s, { room.value })
        : m_file->run(u"INSERT OR REPLACE INTO drafts (room, text, reply_to) VALUES (?, ?, ?)"_s,
            { room.value, notNull(draft.text), draft.replyTo });
    return std::move(done).map([](auto &&) {});
}

Result<> OutboxDatabase::keepEdit(RoomId room, const Draft &draft)
{
    if (!m_file)
        return fail(ErrorCode::StorageFailed, u"not open"_s);
    auto done = draft.isEmpty()
        ? m_file->run(u"DELETE FROM edits WHERE room = ?"_s, { room.value })
        : m_file->run(u"INSERT OR REPLACE INTO edits (room, target, text, format) VALUES (?, ?, ?, ?)"_s,
            { room.value, draft.editing, notNull(draft.text), int(draft.format) });
    return std::move(done).map([](auto &&) {});
}

} // namespace salon
