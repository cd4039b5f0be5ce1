// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/cid.h"
#include "shared/base/ids.h"
#include "shared/client-core/files/file_upload.h"
#include "shared/client-core/files/speed_meter.h"
#include "shared/client-core/files/temporary_files.h"
#include "shared/client-core/files/transfer_progress.h"
#include "shared/client-core/files/transfer_window.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>
#include <memory>

namespace salon {

class Clock;
class FileHashing;
class JobLane;
class Outbox;
class Session;
struct OutboxEntry;

/// Brings the files of the outbox's messages to the server: reads them for their hash, puts up what the server does not
/// have, from where an earlier time stopped, and tells the outbox when a message may go. One message at a time, in the
/// order queued, those that are paused or wait left out; texts are never held up by more than about 250 ms of bytes.
/// Files are read in `lane` only. Everything else in the thread that made it.
class Uploads : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 MaxWindowBytes = 4 * 240 * 1024;

    /// `folder`: of files made for messages (isTemporary); what no message names is removed from it. All must outlive
    /// this.
    Uploads(Session &session, Outbox &outbox, JobLane &lane, const Clock &clock, const QString &folder,
        QObject *parent = nullptr);
    ~Uploads() override;

    /// Of an entry that is SendState::Uploading; of anything else the default.
    [[nodiscard]] TransferProgress progress(const Cid &cid) const;
    /// Until resume(), over reconnects and restarts.
    void pause(const Cid &cid);
    /// Also ends the wait after a refusal.
    void resume(const Cid &cid);

Q_SIGNALS:
    /// progress() is another; at most some times a second, but at once when its state is.
    void changed(const salon::Cid &cid, salon::RoomId room);
    /// The server has this content, which lies here.
    void fileUploaded(const QByteArray &hash, const QString &path);

private:
    struct Job
    {
        RoomId room{};
        QList<OutgoingFile> files{};
        bool isHashed = false;
        bool isPaused = false;
        qsizetype index = 0; ///< of the file that is next
        quint64 doneBefore = 0; ///< bytes of the files before it
        qint64 waitsUntilMs = 0; ///< after a refusal for now
        int refusals = 0; ///< in a row
        int damaged = 0; ///< how often the server found another hash
        TransferProgress shown{};
        SpeedMeter speed{};
    };

    void outboxLoaded();
    void entryChanged(const OutboxEntry &entry);
    void entryRemoved(const Cid &cid);
    void begin(const OutboxEntry &entry);
    /// Stops what runs for it, if that is it, and forgets it.
    void end(const Cid &cid);
    void stopRunning(bool keepsOpen);
    void sessionStateChanged();
    void next();
    [[nodiscard]] bool mayRun(const Job &job) const;
    void hash(const Cid &cid, Job &job);
    void putUp(const Cid &cid, Job &job);
    void putUpNextFile();
    [[nodiscard]] Result<> checkLimits(const Job &job) const;
    void fileProgressed(quint64 done);
    void fileFinished();
    void uploadFailed(const Error &error);
    void waitFor(Job &job, const Error &error);
    void fail(const Error &error);
    void setState(const Cid &cid, Job &job, TransferProgress::State state, const Error &error = {});
    void noteChange(const Cid &cid);
    void tellChanges();
    void armTimer();

    Session &m_session;
    Outbox &m_outbox;
    JobLane &m_lane;
    const Clock &m_clock;
    TransferWindow m_window{ MaxWindowBytes };
    QHash<Cid, Job> m_jobs;
    Cid m_running{}; ///< null: nothing runs
    FileHashing *m_hashing = nullptr;
    FileUpload *m_upload = nullptr;
    QHash<QByteArray, OpenedUpload> m_opened; ///< paused, by hash; of this connection
    TemporaryFiles m_temporary;
    QSet<Cid> m_toTell;
    QTimer m_tellTimer;
    QTimer m_waitTimer;
};

} // namespace salon
