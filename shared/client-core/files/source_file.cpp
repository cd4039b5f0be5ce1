// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/files/source_file.h"

#include "shared/base/safe_file.h"

#include <QDateTime>
#include <QFileInfo>
#include <algorithm>

namespace salon {
namespace {

constexpr quint64 HashedAtOnce = 1024 * 1024;
constexpr qint64 PieceBytes = 128 * 1024; ///< stays in the processor's cache

qint64 modifiedMs(const QString &path)
{
    return QFileInfo(path).lastModified().toMSecsSinceEpoch();
}

} // namespace

SourceFile::SourceFile(OutgoingFile file)
    : m_known(std::move(file))
{
}

Result<> SourceFile::open()
{
    if (!QFileInfo::exists(m_known.path))
        return fail(ErrorCode::FileChanged, m_known.name);
    if (!safe_file::open(m_file, m_known.path, safe_file::Use::Read))
        return fail(ErrorCode::CannotOpenFile, {}, { m_known.path });
    if (m_known.modifiedMs <= 0) { // chosen as it is now
        m_known.size = quint64(m_file.size());
        m_known.modifiedMs = modifiedMs(m_known.path);
    }
    if (!isUnchanged())
        return fail(ErrorCode::FileChanged, m_known.name);
    return {};
}

bool SourceFile::isUnchanged() const
{
    return quint64(m_file.size()) == m_known.size && modifiedMs(m_known.path) == m_known.modifiedMs;
}

Result<quint64> SourceFile::hashMore()
{
    QByteArray piece(PieceBytes, Qt::Uninitialized);
    const quint64 until = std::min(m_known.size, m_hashed + HashedAtOnce);
    while (m_hashed < until) {
        const qint64 got = m_file.read(piece.data(), std::min(PieceBytes, qint64(until - m_hashed)));
        if (got <= 0)
            return fail(ErrorCode::FileChanged, m_known.name);
        m_hash.add(QByteArrayView(piece).first(got));
        m_hashed += quint64(got);
    }
    return m_hashed;
}

Result<OutgoingFile> SourceFile::described()
{
    if (!isUnchanged())
        return fail(ErrorCode::FileChanged, m_known.name);
    OutgoingFile described = m_known;
    described.hash = m_hash.result();
    return described;
}

Result<QByteArray> SourceFile::read(quint64 offset, qint64 length)
{
    const bool isThere = isUnchanged() && m_file.seek(qint64(offset));
    QByteArray piece = isThere ? m_file.read(length) : QByteArray();
    if (piece.isEmpty())
        return fail(ErrorCode::FileChanged, m_known.name);
    return piece;
}

} // namespace salon
