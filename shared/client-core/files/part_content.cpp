// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/files/part_content.h"

#include "shared/base/safe_file.h"
#include "shared/base/spare_bytes.h"

#include <QFileInfo>
#include <algorithm>

namespace salon {
namespace {

constexpr qint64 ReadAtOnce = 1024 * 1024;

} // namespace

PartContent::PartContent(CacheFolder folder, QByteArray hash, quint64 size)
    : m_folder(std::move(folder))
    , m_wanted(std::move(hash))
    , m_size(size)
{
}

Result<quint64> PartContent::open()
{
    if (const Result<> made = m_folder.make(); !made)
        return tl::unexpected(made.error());
    const QString path = m_folder.partOf(m_wanted);
    if (!safe_file::open(m_file, path, safe_file::Use::Write) && !safe_file::open(m_file, path, safe_file::Use::Create))
        return salon::fail(ErrorCode::CannotOpenFile, {}, { path });
    if (quint64(m_file.size()) > m_size && !m_file.resize(0))
        return salon::fail(ErrorCode::StorageFailed);
    for (qint64 left = m_file.size(); left > 0;) { // up to its end
        const QByteArray piece = m_file.read(std::min(left, ReadAtOnce));
        if (piece.isEmpty())
            return salon::fail(ErrorCode::StorageFailed);
        m_hash.add(piece);
        left -= piece.size();
    }
    const auto there = quint64(m_file.size());
    const qint64 spare = spareBytesIn(QFileInfo(path).path());
    if (m_size > there && (spare <= 0 || m_size - there > quint64(spare)))
        return salon::fail(ErrorCode::StorageFull);
    return there;
}

Result<> PartContent::write(const QByteArray &data)
{
    if (m_file.write(data) != data.size())
        return salon::fail(ErrorCode::StorageFull);
    m_hash.add(data);
    safe_file::beginSync(m_file, m_file.pos() - data.size(), data.size());
    return {};
}

Result<> PartContent::finish()
{
    const QString part = m_folder.partOf(m_wanted);
    if (quint64(m_file.size()) != m_size || m_hash.result() != m_wanted) {
        m_file.close();
        QFile::remove(part);
        return salon::fail(ErrorCode::FileDamaged);
    }
    if (!safe_file::sync(m_file))
        return salon::fail(ErrorCode::StorageFull);
    const auto renamed = safe_file::renameWithoutReplacing(m_file, part, m_folder.pathOf(m_wanted));
    m_file.close();
    if (renamed == safe_file::Renaming::Taken)
        QFile::remove(part); // the same content is there already
    else if (renamed == safe_file::Renaming::Failed)
        return salon::fail(ErrorCode::StorageFailed);
    return {};
}

} // namespace salon
