// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/dispatch/import_desk.h"

#include "server/dispatch/bot_account.h"
#include "server/dispatch/command_context.h"
#include "server/dispatch/file_desk.h"
#include "server/dispatch/room_commands.h"
#include "server/dispatch/wire_form.h"
#include "shared/base/text_checks.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

constexpr qint64 PieceBytes = 1024 * 1024;

/// In the file lane.
Result<> putPart(BlobStore &blobs, const PartId &part, const QString &path, quint64 size)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::CannotOpenFile, file.errorString(), { path });
    blobs.removePart(part);
    auto offset = blobs.beginPart(part, size, {});
    while (offset && *offset < size) {
        const QByteArray piece = file.read(PieceBytes);
        if (piece.isEmpty())
            return fail(ErrorCode::FileDamaged, {}, { path });
        offset = blobs.addToPart(part, *offset, piece);
    }
    if (!offset)
        return fail(offset.error());
    while (true) {
        const auto checked = blobs.checkPart(part);
        if (!checked)
            return fail(checked.error());
        if (*checked)
            return {};
    }
}

} // namespace

ImportDesk::ImportDesk(CommandContext &context)
    : m_context(context)
{
}

qint64 ImportDesk::nowMs() const
{
    return m_context.clock.wallMs();
}

AccountId ImportDesk::accountOf(const QString &login) const
{
    const Account *account = login.isEmpty() ? nullptr : m_context.state.accounts.findLogin(login);
    return account ? account->id : AccountId{};
}

QString ImportDesk::displayNameOf(AccountId account) const
{
    const Account *found = m_context.state.accounts.find(account);
    return found ? found->displayName : QString();
}

void ImportDesk::findBot(std::function<void(const Result<AccountId> &)> done)
{
    findBotAccount(m_context, BotLogin, u"Import"_s, BotPlace::Nowhere, std::move(done));
}

void ImportDesk::findRoom(const QString &name, qint64 createdMs, std::function<void(const Result<RoomId> &)> done)
{
    const auto checked = checkRoomName(name);
    if (!checked) {
        done(fail(checked.error()));
        return;
    }
    NewRoom draft;
    draft.nameKey = roomNameKey(*checked);
    if (const Room *existing = m_context.state.rooms.findPublic(draft.nameKey)) {
        done(existing->id);
        return;
    }
    draft.room.kind = RoomKind::Public;
    draft.room.name = *checked;
    draft.room.createdMs = createdMs;
    draft.room.lastActivityMs = createdMs;
    Event made;
    made.kind = EventKind::RoomCreated;
    made.timeMs = createdMs;
    made.params = { *checked };
    draft.events = { made };
    m_context.store.createRoom(
        draft, m_context.whenDone<CreatedRoom>([this, done = std::move(done)](const Result<CreatedRoom> &created) {
            if (created)
                takeCreatedRoom(m_context, *created, {});
            done(created ? Result<RoomId>(created->room.id) : fail(created.error()));
        }));
}

bool ImportDesk::hasFiles() const
{
    return m_context.files && m_context.settings.files.enabled;
}

void ImportDesk::keepFile(const QString &path, const QByteArray &hash, quint64 size, AccountId account,
    std::function<void(const Result<> &)> done)
{
    const PartId part{ account, hash };
    m_context.files->lane.ask(
        this, [part, path, size](BlobStore &blobs) { return putPart(blobs, part, path, size); },
        [this, part, size, done = std::move(done)](const Result<> &put) {
            if (put)
                m_context.files->books.keep(part, size, done);
            else
                done(put);
        });
}

void ImportDesk::append(const ImportBatch &batch, std::function<void(const Result<ImportedBatch> &)> done)
{
    m_context.store.importMessages(batch,
        m_context.whenDone<ImportedBatch>(
            [this, room = batch.room, done = std::move(done)](const Result<ImportedBatch> &imported) {
                if (imported)
                    m_context.takeImport(room, *imported);
                done(imported);
            }));
}

void ImportDesk::tellOf(RoomId room)
{
    const Room *found = m_context.state.rooms.find(room);
    for (const AccountId member : m_context.state.rooms.membersOf(room)) {
        const Membership *membership = m_context.state.rooms.membership(room, member);
        m_context.sendToAccount(member, encodeFrame(readMoved(*membership, m_context.state)));
        if (membership->readSeq == found->head) // it moved with the import
            m_context.seen.note(room, member);
        for (const Session *session : m_context.sessions.of(member)) {
            m_context.outbound.unfollow(session->info.id, room);
            m_context.outbound.send(session->info.id, encodeFrame(RoomBehind{ room, found->head }));
        }
    }
}

} // namespace salon::server
