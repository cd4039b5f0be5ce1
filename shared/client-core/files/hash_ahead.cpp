// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/files/hash_ahead.h"

#include "shared/base/result.h"
#include "shared/client-core/files/file_hashing.h"

#include <utility>

namespace salon {
namespace {

/// A file whose time is not known is the one that is there now.
bool isSame(const OutgoingFile &one, const OutgoingFile &other)
{
    return one.size == other.size
        && (one.modifiedMs == other.modifiedMs || one.modifiedMs <= 0 || other.modifiedMs <= 0);
}

} // namespace

HashAhead::HashAhead(JobLane &lane, QObject *parent)
    : QObject(parent)
    , m_lane(lane)
{
}

HashAhead::~HashAhead() = default;

void HashAhead::add(const QList<OutgoingFile> &files)
{
    for (const OutgoingFile &file : files) {
        if (isForwarded(file) || !file.hash.isEmpty())
            continue;
        const auto known = m_known.constFind(file.path);
        if (known != m_known.cend() && isSame(*known, file))
            continue;
        remove(file); // it is another one by now
        m_known.insert(file.path, file);
        m_waiting.append(file);
    }
    if (!m_hashing)
        next();
}

void HashAhead::remove(const OutgoingFile &file)
{
    m_known.remove(file.path);
    m_waiting.removeIf([&](const OutgoingFile &waiting) { return waiting.path == file.path; });
    if (m_hashing && m_reading == file.path)
        next();
}

void HashAhead::next()
{
    if (m_hashing) {
        m_hashing->disconnect(this);
        std::exchange(m_hashing, nullptr)->deleteLater();
    }
    if (m_waiting.isEmpty())
        Q_EMIT finished();
    else
        read(m_waiting.takeFirst());
}

void HashAhead::read(const OutgoingFile &file)
{
    m_reading = file.path;
    // Each on its own: that one cannot be read says nothing of the others.
    m_hashing = new FileHashing(m_lane, { file }, this);
    connect(m_hashing, &FileHashing::finished, this, [this](const QList<OutgoingFile> &files) {
        for (const OutgoingFile &read : files)
            m_known.insert(read.path, read);
        next();
    });
    connect(m_hashing, &FileHashing::failed, this, &HashAhead::next);
    m_hashing->start();
}

QList<OutgoingFile> HashAhead::completed(QList<OutgoingFile> files) const
{
    for (OutgoingFile &file : files) {
        const auto known = m_known.constFind(file.path);
        if (known == m_known.cend() || known->hash.isEmpty() || !isSame(*known, file))
            continue;
        file.hash = known->hash;
        file.modifiedMs = known->modifiedMs;
    }
    return files;
}

} // namespace salon
