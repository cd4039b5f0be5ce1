// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/files/file_hashing.h"

#include "shared/base/job_lane.h"
#include "shared/base/when_ready.h"
#include "shared/client-core/files/source_file.h"

namespace salon {

FileHashing::FileHashing(JobLane &lane, const QList<OutgoingFile> &files, QObject *parent)
    : QObject(parent)
    , m_lane(lane)
    , m_files(files)
{
}

void FileHashing::start()
{
    next();
}

void FileHashing::next()
{
    while (m_index < m_files.size() && !m_files[m_index].hash.isEmpty())
        m_doneBefore += m_files[m_index++].size;
    if (m_index >= m_files.size()) {
        Q_EMIT finished(m_files);
        return;
    }
    m_source = std::make_shared<SourceFile>(m_files[m_index]);
    const auto opening = m_lane.run([source = m_source] { return source->open(); });
    whenReady(opening, this, [this](const Result<> &opened) {
        if (opened)
            readMore();
        else
            Q_EMIT failed(opened.error());
    });
}

void FileHashing::readMore()
{
    struct Piece
    {
        quint64 hashed = 0;
        bool isLast = false;
    };
    const auto read = m_lane.run([source = m_source]() -> Result<Piece> {
        const Result<quint64> hashed = source->hashMore();
        if (!hashed)
            return tl::unexpected(hashed.error());
        return Piece{ *hashed, source->isHashed() };
    });
    whenReady(read, this, [this](const Result<Piece> &piece) {
        if (!piece) {
            Q_EMIT failed(piece.error());
            return;
        }
        Q_EMIT progressed(m_doneBefore + piece->hashed);
        if (piece->isLast)
            describe();
        else
            readMore();
    });
}

void FileHashing::describe()
{
    const auto described = m_lane.run([source = std::exchange(m_source, {})] { return source->described(); });
    whenReady(described, this, [this](const Result<OutgoingFile> &file) {
        if (!file) {
            Q_EMIT failed(file.error());
            return;
        }
        m_files[m_index] = *file;
        next();
    });
}

} // namespace salon
