// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/files/temporary_files.h"

#include "shared/base/job_lane.h"
#include "shared/client-core/session/outbox.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <utility>

namespace salon {
namespace {

constexpr qint64 KeptUnnamedSeconds = 48 * 3600; ///< files that no message names: the outbox may be unreadable today

} // namespace

TemporaryFiles::TemporaryFiles(Outbox &outbox, JobLane &lane, const QString &folder, QObject *parent)
    : QObject(parent)
    , m_outbox(outbox)
    , m_lane(lane)
    , m_folder(folder)
{
    m_removalTimer.setSingleShot(true);
    connect(&m_removalTimer, &QTimer::timeout, this, &TemporaryFiles::removeUnused);
    connect(&outbox, &Outbox::loaded, this, &TemporaryFiles::outboxLoaded);
    connect(&outbox, &Outbox::entryAdded, this, &TemporaryFiles::keep);
    connect(&outbox, &Outbox::entryRemoved, this, [this](const Cid &cid) {
        if (m_paths.contains(cid))
            m_removalTimer.start(0); // one that is tried again comes back at once
    });
}

void TemporaryFiles::outboxLoaded()
{
    const QList<OutboxEntry> entries = m_outbox.entries();
    for (const OutboxEntry &entry : entries)
        keep(entry);
    cleanFolder();
}

void TemporaryFiles::keep(const OutboxEntry &entry)
{
    QStringList paths;
    for (const OutgoingFile &file : entry.files) {
        if (file.isTemporary)
            paths.append(file.path);
    }
    if (!paths.isEmpty())
        m_paths.insert(entry.cid, paths);
}

void TemporaryFiles::removeUnused()
{
    QStringList paths;
    for (auto kept = m_paths.begin(); kept != m_paths.end();) {
        if (m_outbox.find(kept.key())) {
            ++kept;
            continue;
        }
        paths += kept.value();
        kept = m_paths.erase(kept);
    }
    m_lane.post([paths, folder = m_folder] {
        for (const QString &path : paths) {
            if (QFileInfo(path).canonicalPath() == QFileInfo(folder).canonicalFilePath())
                QFile::remove(path);
        }
    });
}

void TemporaryFiles::cleanFolder()
{
    QSet<QString> named;
    for (const QStringList &paths : std::as_const(m_paths))
        named.unite(QSet<QString>(paths.cbegin(), paths.cend()));
    m_lane.post([named, folder = m_folder] {
        const QDateTime limit = QDateTime::currentDateTime().addSecs(-KeptUnnamedSeconds);
        const QFileInfoList files = QDir(folder).entryInfoList(QDir::Files | QDir::Hidden | QDir::System);
        for (const QFileInfo &file : files) {
            if (!named.contains(file.canonicalFilePath()) && file.lastModified() < limit)
                QFile::remove(file.absoluteFilePath());
        }
    });
}

} // namespace salon
