// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/files/blob_store.h"

#include "shared/base/private_file.h"
#include "shared/base/safe_file.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

constexpr auto OwnFile = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr auto OwnFolder = OwnFile | QFileDevice::ExeOwner;
constexpr quint64 CheckedAtOnce = quint64(4) << 20; ///< so that others wait little
constexpr qint64 ReadAtOnce = qint64(256) << 10;
constexpr quint32 RetryWhenFullMs = 30'000;
constexpr quint32 RetryWhenFailedMs = 2'000;
constexpr quint64 NearlyFull = quint64(1) << 20;
constexpr int HexDigits = 64; ///< of a hash

Result<> makeFolder(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists() && !QDir().mkdir(path, OwnFolder))
        return fail(ErrorCode::CannotOpenFile, u"the folder cannot be made"_s, { path });
    if (!QFileInfo(path).isDir() || !QFileInfo(path).isWritable())
        return fail(ErrorCode::CannotOpenFile, u"not a folder that can be written to"_s, { path });
    return {};
}

Error failedNow(const QString &detail)
{
    return { ErrorCode::StorageFailed, detail, {}, RetryWhenFailedMs };
}

} // namespace

std::optional<DiskSpace> BlobStore::probeDisk(const QString &folder)
{
    const QStorageInfo disk(folder);
    if (!disk.isValid() || !disk.isReady())
        return std::nullopt;
    return DiskSpace{ quint64(std::max<qint64>(0, disk.bytesAvailable())),
        quint64(std::max<qint64>(0, disk.bytesTotal())) };
}

BlobStore::BlobStore(QString folder, SpaceProbe probe)
    : m_folder(std::move(folder))
    , m_probe(std::move(probe))
{
}

QString BlobStore::pathOf(const QByteArray &hash) const
{
    const QString name = QString::fromLatin1(hash.toHex());
    return m_folder + u'/' + name.left(2) + u'/' + name;
}

QString BlobStore::pathOf(const PartId &part) const
{
    return m_folder + u"/parts/"_s + part.fileName();
}

Result<> BlobStore::open()
{
    return makeFolder(m_folder).and_then([this] { return makeFolder(m_folder + u"/parts"_s); });
}

Result<> BlobStore::checkSpace(quint64 wanted, const SpaceRule &rule) const
{
    const auto space = m_probe(m_folder);
    if (!space)
        return {}; // writing will tell
    for (const auto &open : m_parts)
        wanted += open->size - open->written;
    const quint64 reserve = std::max(rule.minFreeBytes, space->total / 100 * quint64(std::max(0, rule.minFreePercent)));
    if (space->free < reserve || space->free - reserve < wanted)
        return fail(Error{ ErrorCode::StorageFull, u"too little space for files"_s, {}, RetryWhenFullMs });
    return {};
}

/// How many bytes of the part there are.
Result<quint64> BlobStore::openPartFile(const PartId &part, quint64 size) const
{
    QFile file(pathOf(part));
    if (file.exists()) {
        if (quint64(file.size()) <= size)
            return quint64(file.size());
        file.remove(); // of the same hash and another size: one of the two was a lie
    }
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, OwnFile))
        return fail(failedNow(file.errorString()));
    return 0;
}

Result<quint64> BlobStore::beginPart(const PartId &part, quint64 size, const SpaceRule &rule)
{
    if (const auto open = m_parts.value(part); open && open->size == size && !open->checked)
        return open->written; // another connection of the account goes on with it
    m_parts.remove(part);
    const auto there = openPartFile(part, size);
    if (!there)
        return there;
    if (const auto space = checkSpace(size - *there, rule); !space) {
        if (*there == 0)
            QFile::remove(pathOf(part));
        return fail(space.error());
    }
    auto begun = std::make_shared<OpenPart>();
    begun->size = size;
    begun->written = *there;
    m_parts.insert(part, begun);
    return there;
}

Error BlobStore::writeError(const QFile &file) const
{
    const auto space = m_probe(m_folder);
    if (space && space->free < NearlyFull)
        return { ErrorCode::StorageFull, file.errorString(), {}, RetryWhenFullMs };
    return failedNow(file.errorString());
}

Result<quint64> BlobStore::addToPart(const PartId &part, quint64 offset, const QByteArray &bytes)
{
    const auto open = m_parts.value(part);
    if (!open)
        return fail(ErrorCode::UploadUnknown);
    if (offset != open->written || quint64(bytes.size()) > open->size - open->written)
        return fail(ErrorCode::OffsetWrong, {}, { QString::number(open->written) });
    // Opened each time: a descriptor for each upload would soon be too many.
    QFile file(pathOf(part));
    if (!file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly | QIODevice::Unbuffered)) {
        m_parts.remove(part);
        return fail(failedNow(file.errorString()));
    }
    if (!file.seek(qint64(offset)) || file.write(bytes) != bytes.size()) {
        const Error error = writeError(file);
        file.resize(qint64(offset));
        m_parts.remove(part);
        return fail(error);
    }
    if (open->hashed == offset) {
        open->hash.add(bytes);
        open->hashed += quint64(bytes.size());
    }
    open->written += quint64(bytes.size());
    safe_file::beginSync(file, qint64(offset), bytes.size());
    return open->written;
}

Result<bool> BlobStore::checkPart(const PartId &part)
{
    const auto open = m_parts.value(part);
    if (!open || open->written != open->size)
        return fail(ErrorCode::UploadUnknown);
    QFile file(pathOf(part));
    const quint64 until = std::min(open->size, open->hashed + CheckedAtOnce);
    // What a run before received was not seen by this hash.
    if (open->hashed < until && (!file.open(QIODevice::ReadOnly) || !file.seek(qint64(open->hashed)))) {
        removePart(part);
        return fail(failedNow(file.errorString()));
    }
    while (open->hashed < until) {
        const QByteArray bytes = file.read(std::min(ReadAtOnce, qint64(until - open->hashed)));
        if (bytes.isEmpty()) {
            removePart(part);
            return fail(failedNow(file.errorString()));
        }
        open->hash.add(bytes);
        open->hashed += quint64(bytes.size());
    }
    if (open->hashed < open->size)
        return false;
    if (open->hash.result() != part.hash) {
        removePart(part);
        return fail(ErrorCode::FileDamaged);
    }
    open->checked = true;
    return true;
}

Result<> BlobStore::keepPart(const PartId &part)
{
    const auto open = m_parts.take(part);
    if (!open || !open->checked)
        return fail(ErrorCode::UploadUnknown);
    const QString from = pathOf(part);
    const QString to = pathOf(part.hash);
    if (const auto folder = makeFolder(QFileInfo(to).absolutePath()); !folder)
        return fail(failedNow(folder.error().detail));
    // A second fsync may succeed although the first one lost data: the file goes, and is sent again.
    const auto kept = moveForGood(from, to);
    if (!kept) {
        QFile::remove(from);
        return fail(failedNow(kept.error().detail));
    }
    return {};
}

void BlobStore::leavePart(const PartId &part)
{
    const auto open = m_parts.take(part);
    if (open && open->written == 0)
        QFile::remove(pathOf(part));
}

void BlobStore::removePart(const PartId &part)
{
    m_parts.remove(part);
    QFile::remove(pathOf(part));
}

bool BlobStore::has(const QByteArray &hash, quint64 size) const
{
    const QFileInfo file(pathOf(hash));
    return file.isFile() && quint64(file.size()) == size;
}

Result<QByteArray> BlobStore::read(const QByteArray &hash, quint64 offset, quint32 length) const
{
    QFile file(pathOf(hash));
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(ErrorCode::FileGone, file.errorString());
    if (offset >= quint64(file.size()))
        return QByteArray();
    const qint64 wanted = qint64(std::min<quint64>(length, quint64(file.size()) - offset));
    QByteArray bytes(wanted, Qt::Uninitialized);
    if (!file.seek(qint64(offset)) || file.read(bytes.data(), wanted) != wanted)
        return fail(ErrorCode::FileGone, file.errorString());
    return bytes;
}

void BlobStore::remove(const QByteArray &hash)
{
    QFile::remove(pathOf(hash));
}

void BlobStore::sweep(quint8 firstByte, const QSet<QByteArray> &keep)
{
    const QDir folder(m_folder + u'/' + QString::fromLatin1(QByteArray(1, char(firstByte)).toHex()));
    const QStringList names = folder.entryList(QDir::Files | QDir::NoSymLinks);
    for (const QString &name : names) {
        const QByteArray hash = QByteArray::fromHex(name.toLatin1());
        if (name.size() == HexDigits && hash.size() == HexDigits / 2 && !keep.contains(hash))
            QFile::remove(folder.filePath(name));
    }
}

void BlobStore::sweepParts(qint64 beforeMs)
{
    QSet<QString> open;
    for (auto part = m_parts.constBegin(); part != m_parts.constEnd(); ++part)
        open.insert(part.key().fileName());
    const QDir folder(m_folder + u"/parts"_s);
    const QFileInfoList files = folder.entryInfoList(QDir::Files | QDir::NoSymLinks);
    for (const QFileInfo &file : files) {
        if (!open.contains(file.fileName()) && file.lastModified().toMSecsSinceEpoch() < beforeMs)
            QFile::remove(file.filePath());
    }
}

} // namespace salon::server
