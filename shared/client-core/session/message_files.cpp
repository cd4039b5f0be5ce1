// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/message_files.h"

#include "shared/base/when_ready.h"
#include "shared/client-core/files/file_checks.h"
#include "shared/client-core/files/hash_ahead.h"
#include "shared/client-core/session/message_commands.h"
#include "shared/client-core/session/message_rules.h"
#include "shared/client-core/session/people.h"
#include "shared/client-core/session/rooms.h"
#include "shared/client-core/session/server_record.h"
#include "shared/client-core/session/session.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPromise>
#include <QUuid>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace salon {

MessageFiles::MessageFiles(const Parts &parts, QString temporaryFolder, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_temporaryFolder(std::move(temporaryFolder))
{
}

bool MessageFiles::mayBeSent(RoomId room) const
{
    const RoomSummary *where = m_parts.rooms.find(room);
    if (!where || m_parts.server.limits().fileBytes == 0 || where->rules.files == RoomPeople::Nobody
        || !m_parts.rules.mayPost(room))
        return false;
    const bool isAbove = m_parts.session.self().role >= Role::Moderator
        || (where->maker.isValid() && where->maker == m_parts.people.self());
    return where->rules.files == RoomPeople::Everyone || isAbove;
}

Answer<ScannedFiles> MessageFiles::scan(const QStringList &paths)
{
    const ServerLimits limits = m_parts.server.limits();
    return scanFiles(m_parts.lane, paths, { limits.fileBytes, limits.files });
}

HashAhead *MessageFiles::hashAhead()
{
    return new HashAhead(m_parts.lane, this);
}

QString MessageFiles::newTemporaryFile(const QString &suffix) const
{
    const auto onlyOwner = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    if (!QDir(m_temporaryFolder).exists()
        && !(QDir().mkpath(m_temporaryFolder) && QFile::setPermissions(m_temporaryFolder, onlyOwner)))
        return {};
    return QFileInfo(m_temporaryFolder).absoluteFilePath() + u'/' + QUuid::createUuid().toString(QUuid::WithoutBraces)
        + u'.' + suffix;
}

Result<> MessageFiles::checkRoom(RoomId room) const
{
    if (!m_parts.rooms.find(room))
        return fail(ErrorCode::NotAMember);
    if (!m_parts.rules.mayPost(room))
        return fail(ErrorCode::PostingRestricted);
    if (!mayBeSent(room))
        return fail(ErrorCode::FilesNotAllowed);
    return {};
}

Result<> MessageFiles::check(RoomId room, const QList<OutgoingFile> &files, const QString &folder) const
{
    const Result<> allowed = checkRoom(room);
    return allowed ? checkOutgoingFiles(files, folder, m_parts.server.limits()) : allowed;
}

Result<> MessageFiles::checkForwarded(RoomId room, const QList<FileEntry> &files) const
{
    const Result<> allowed = checkRoom(room);
    const quint32 most = m_parts.server.limits().files;
    if (allowed && most > 0 && files.size() > qsizetype(most))
        return fail(ErrorCode::TooManyFiles, {}, { QString::number(most) });
    return allowed;
}

Answer<QString> MessageFiles::save(const DownloadKey &key, const QString &target)
{
    const auto promise = std::make_shared<QPromise<Result<QString>>>();
    promise->start();
    const auto finish = [promise](const Result<QString> &result) {
        promise->addResult(result);
        promise->finish();
    };
    whenReady(
        m_parts.messages.fetch(key.room, key.seq), this, [this, key, target, finish](const Result<RoomEvent> &message) {
            if (!message)
                finish(tl::unexpected(message.error()));
            else if (key.index < 0 || key.index >= message->files.size())
                finish(fail(ErrorCode::FileGone));
            else
                whenReady(m_parts.downloads.save(key, message->files[key.index], target), this, finish);
        });
    return promise->future();
}

} // namespace salon
