// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/files/cache_folder.h"
#include "shared/client-core/session/answer.h"
#include "shared/protocol/messages/files.h"
#include "shared/protocol/messages/history.h"

#include <QObject>
#include <memory>

namespace salon {

class Clock;
class JobLane;
class PartContent;
class Session;
class TransferWindow;

/// Fetches one file into the cache on the connection of now, from where an earlier time stopped. Deleting it stops it;
/// what came is kept. All given things must outlive it.
class FileDownload : public QObject
{
    Q_OBJECT
public:
    FileDownload(Session &session, JobLane &lane, TransferWindow &window, const Clock &clock, const CacheFolder &folder,
        const OpenDownload &from, const FileEntry &file, QObject *parent = nullptr);
    ~FileDownload() override;

    void start();
    /// Nothing more is asked for and no signal comes; for one that is to be deleted later.
    void stop();
    [[nodiscard]] const FileEntry &file() const { return m_file; }
    /// Others of the same window got an answer.
    void pump();

Q_SIGNALS:
    /// So many bytes of it are here.
    void progressed(quint64 done);
    /// The last signal: it is whole in the cache.
    void finished();
    /// The last signal instead: what the server said, ConnectionLost, FileDamaged, StorageFull, CannotOpenFile.
    void failed(const salon::Error &error);

private:
    void openAtServer(quint64 offset);
    void ask();
    void came(quint64 offset, qint64 bytes, qint64 askedMs, const Result<FileChunk> &chunk);
    void written(qint64 bytes, const Result<> &done);
    void finish();
    void giveUp(const Error &error);
    void release();

    Session &m_session;
    JobLane &m_lane;
    TransferWindow &m_window;
    const Clock &m_clock;
    OpenDownload m_from;
    FileEntry m_file;
    std::shared_ptr<PartContent> m_part; ///< used in the lane
    qint64 m_chunkBytes = 0;
    quint64 m_download = 0;
    bool m_isOpen = false; ///< at the server
    bool m_hasEnded = false;
    quint64 m_asked = 0;
    quint64 m_came = 0;
    quint64 m_written = 0;
    qint64 m_inFlight = 0;
};

} // namespace salon
