// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/nearby/nearby_files.h"

#include "shared/base/file_name.h"
#include "shared/base/result.h"
#include "shared/base/when_ready.h"
#include "shared/peer/peer_node.h"
#include "shared/peer/store/peer_store.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr qint64 HashedAtOnce = 1024 * 1024;

Error cannotOpen(const QString &path)
{
    return { ErrorCode::CannotOpenFile, {}, { path }, std::nullopt };
}

QString usualFolder()
{
    const QString downloads = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    return downloads.isEmpty() ? QDir::homePath() : downloads;
}

/// Where it shall be. Whether that name is free shows in the end: nothing is overwritten.
Result<QString> placeIn(const QString &folder, const QString &name)
{
    if (!QDir().mkpath(folder) || !QFileInfo(folder).isWritable())
        return tl::unexpected(cannotOpen(folder));
    return QDir(folder).absoluteFilePath(name);
}

} // namespace

struct NearbyFiles::Read
{
    QString path{};
    quint64 bytes = 0;
    QByteArray hash{};
};

NearbyFiles::NearbyFiles(QObject *parent)
    : QObject(parent)
    , m_folder(usualFolder())
    , m_places(u"salon-nearby-places"_s)
    , m_lane(u"salon-nearby-files"_s)
{
}

NearbyFiles::~NearbyFiles()
{
    use(nullptr, nullptr);
}

void NearbyFiles::use(PeerNode *node, PeerStore *store)
{
    for (const Preparing &offer : std::as_const(m_preparing))
        offer.stopped->store(true);
    m_node = node;
    m_store = store;
}

PeerTransfers *NearbyFiles::transfersWith(const QByteArray &person) const
{
    return m_node ? m_node->transfers(person) : nullptr;
}

void NearbyFiles::offer(const QByteArray &person, const QString &path)
{
    if (!transfersWith(person)) {
        Q_EMIT notOffered(person, path, { ErrorCode::NotPermitted });
        return;
    }
    const Preparing offer{ person, path, std::make_shared<std::atomic_bool>(false) };
    m_preparing.append(offer);
    Q_EMIT preparing(person, path);
    const auto done = m_lane.run([path, stopped = offer.stopped] { return read(path, *stopped); });
    whenReady(done, this, [this, offer](const Result<Read> &content) { prepared(offer, content); });
}

/// In the lane.
Result<NearbyFiles::Read> NearbyFiles::read(const QString &path, const std::atomic_bool &stopped)
{
    // A pipe or a device has no end; opening one may wait for ever.
    const QFileInfo info(path);
    QFile file(path);
    if (stopped.load())
        return fail(ErrorCode::Canceled);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly))
        return tl::unexpected(cannotOpen(path));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    quint64 bytes = 0;
    while (!file.atEnd()) {
        const QByteArray data = file.read(HashedAtOnce);
        if (stopped.load())
            return fail(ErrorCode::Canceled);
        if (data.isEmpty())
            return tl::unexpected(cannotOpen(path));
        hash.addData(data);
        bytes += quint64(data.size());
    }
    return Read{ info.absoluteFilePath(), bytes, hash.result() };
}

void NearbyFiles::prepared(const Preparing &offer, const Result<Read> &read)
{
    m_preparing.removeIf([&offer](const Preparing &other) { return other.stopped == offer.stopped; });
    if (offer.stopped->load()) // maybe after the last byte was read
        Q_EMIT notOffered(offer.person, offer.path, { ErrorCode::Canceled });
    else if (read)
        offerRead(offer.person, *read);
    else
        Q_EMIT notOffered(offer.person, offer.path, read.error());
}

void NearbyFiles::cancelOffer(const QByteArray &person, const QString &path)
{
    for (const Preparing &offer : std::as_const(m_preparing)) {
        if (offer.person == person && offer.path == path)
            offer.stopped->store(true);
    }
}

QStringList NearbyFiles::preparedFor(const QByteArray &person) const
{
    QStringList paths;
    for (const Preparing &offer : m_preparing) {
        if (offer.person == person && !offer.stopped->load())
            paths.append(offer.path);
    }
    return paths;
}

void NearbyFiles::offerRead(const QByteArray &person, const Read &read)
{
    PeerConversation *talk = m_node ? m_node->conversation(person) : nullptr;
    if (!talk) {
        Q_EMIT notOffered(person, read.path, { ErrorCode::NotPermitted });
        return;
    }
    PeerEntry entry;
    entry.fileName = QFileInfo(read.path).fileName();
    entry.fileBytes = read.bytes;
    entry.fileHash = read.hash;
    entry.filePath = read.path;
    if (const auto queued = talk->offer(entry); queued)
        Q_EMIT offered(person, read.path);
    else
        Q_EMIT notOffered(person, read.path, queued.error());
}

void NearbyFiles::accept(const QByteArray &person, const Cid &cid, const QString &folder)
{
    if (!m_store || !transfersWith(person)) {
        Q_EMIT notAccepted(person, cid, { ErrorCode::NotPermitted });
        return;
    }
    const FileDecision decision = m_decisions.decide(person, cid);
    whenReady(m_store->entry(person, cid), this,
        [this, person, cid, folder, decision](const Result<std::optional<PeerEntry>> &found) {
            PeerTransfers *transfers = transfersWith(person);
            if (!decision.isLast() || !found || !*found || (*found)->isMine() || (*found)->file == PeerFileState::None
                || !transfers)
                return;
            const PeerEntry &offer = **found;
            const bool goesOn = !offer.filePath.isEmpty()
                && (offer.file == PeerFileState::Paused || offer.file == PeerFileState::Accepted);
            if (goesOn)
                transfers->accept(cid, offer.filePath);
            else if (offer.file != PeerFileState::Whole)
                place(person, offer, folder.isEmpty() ? m_folder : folder, decision);
        });
}

void NearbyFiles::place(
    const QByteArray &person, const PeerEntry &offer, const QString &folder, const FileDecision &decision)
{
    const auto path = m_places.run([folder, name = safeFileName(offer.fileName)] { return placeIn(folder, name); });
    whenReady(path, this, [this, person, cid = offer.cid, decision](const Result<QString> &place) {
        if (!decision.isLast())
            return;
        PeerTransfers *transfers = transfersWith(person);
        if (!place)
            Q_EMIT notAccepted(person, cid, place.error());
        else if (transfers)
            transfers->accept(cid, *place);
    });
}

void NearbyFiles::refuse(const QByteArray &person, const Cid &cid)
{
    if (!m_store)
        return;
    const FileDecision decision = m_decisions.decide(person, cid);
    whenReady(m_store->entry(person, cid), this,
        [this, person, cid, decision](const Result<std::optional<PeerEntry>> &found) {
            PeerTransfers *transfers = transfersWith(person);
            // One that was declined may be about to be taken after all.
            const bool isOpen = decision.isLast() && found && *found && !(*found)->isMine()
                && ((*found)->file == PeerFileState::Offered || (*found)->file == PeerFileState::Accepted
                    || (*found)->file == PeerFileState::Paused || (*found)->file == PeerFileState::Declined);
            if (isOpen && transfers)
                transfers->decline(cid);
        });
}

void NearbyFiles::pause(const QByteArray &person, const Cid &cid)
{
    (void)m_decisions.decide(person, cid);
    if (PeerTransfers *transfers = transfersWith(person))
        transfers->pause(cid);
}

void NearbyFiles::withdraw(const QByteArray &person, const Cid &cid)
{
    if (PeerTransfers *transfers = transfersWith(person))
        transfers->withdraw(cid);
}

} // namespace salon
