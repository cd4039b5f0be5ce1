// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/peer/part_file.h"

#include "shared/base/free_name.h"
#include "shared/base/safe_file.h"

#include <QFileInfo>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr qint64 HashedAtOnce = 2 * 1024 * 1024;
constexpr qint64 SyncedAtOnce = 32 * 1024 * 1024; ///< little is left to wait for at the end
constexpr qsizetype TagBytes = 16;

} // namespace

PartFile::PartFile(PeerEntry offer)
    : m_offer(std::move(offer))
{
}

QString PartFile::pathOf(const PeerEntry &offer)
{
    // The number of an offer is chosen by who makes it: two people may choose the same one.
    const QByteArray tag
        = QCryptographicHash::hash(offer.person + offer.cid.toRfc4122(), QCryptographicHash::Sha256).left(TagBytes);
    return QFileInfo(offer.filePath).path() + u"/.salon-"_s + QString::fromLatin1(tag.toHex()) + u".part"_s;
}

bool PartFile::reserve(const PeerEntry &offer)
{
    PartFile part(offer);
    return part.openPart(false) || part.openPart(true);
}

void PartFile::remove(const PeerEntry &offer)
{
    QFile::remove(pathOf(offer));
}

bool PartFile::hasRoom(const PeerEntry &offer, const SpareBytes &spare)
{
    const QFileInfo part(pathOf(offer));
    const quint64 there = part.isFile() ? quint64(part.size()) : 0;
    if (there >= offer.fileBytes)
        return true;
    const qint64 room = spare(part.path());
    return room > 0 && offer.fileBytes - there <= quint64(room);
}

bool PartFile::openPart(bool isNew)
{
    m_file.close();
    m_hasGap = false;
    return safe_file::open(m_file, pathOf(m_offer), isNew ? safe_file::Use::Create : safe_file::Use::Write);
}

PartFile::Found PartFile::open()
{
    if (openPart(false)) {
        const bool fits = quint64(m_file.size()) <= m_offer.fileBytes || m_file.resize(0);
        return fits ? Found::Part : Found::Failed;
    }
    if (isNameTaken(pathOf(m_offer)))
        return Found::Failed;
    safe_file::open(m_file, m_offer.filePath, safe_file::Use::Read);
    if (m_file.isOpen() && quint64(m_file.size()) == m_offer.fileBytes)
        return Found::Placed;
    return openAnew() ? Found::Part : Found::Failed;
}

bool PartFile::openAnew()
{
    m_hash.reset();
    m_hashed = 0;
    return openPart(true);
}

PartFile::Hashing PartFile::hashMore()
{
    if (m_hashed >= m_file.size())
        return m_file.seek(m_hashed) ? Hashing::Done : Hashing::Failed;
    const QByteArray data = m_file.read(HashedAtOnce);
    if (data.isEmpty())
        return Hashing::Failed;
    m_hash.addData(data);
    m_hashed += data.size();
    return Hashing::More;
}

bool PartFile::write(const QByteArray &data)
{
    m_hasGap = m_hasGap || !append(data);
    return !m_hasGap;
}

bool PartFile::append(const QByteArray &data)
{
    if (m_file.write(data) != data.size())
        return false;
    m_hash.addData(data);
    m_hashed += data.size();
    m_unsynced += data.size();
    safe_file::beginSync(m_file, m_file.pos() - data.size(), data.size());
    return m_unsynced < SyncedAtOnce || sync();
}

bool PartFile::sync()
{
    m_unsynced = 0;
    return safe_file::sync(m_file);
}

PartFile::Placing PartFile::place(const QString &path)
{
    const QString part = pathOf(m_offer);
    if (!isRight()) {
        m_file.close();
        QFile::remove(part);
        return Placing::Damaged;
    }
    if (!sync())
        return Placing::Failed;
    switch (safe_file::renameWithoutReplacing(m_file, part, path)) {
    case safe_file::Renaming::Done:
        return Placing::Placed;
    case safe_file::Renaming::Taken:
        return Placing::Taken;
    case safe_file::Renaming::Failed:
        break;
    }
    return Placing::Failed;
}

} // namespace salon
