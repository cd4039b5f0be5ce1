// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"
#include "shared/client-core/files/cache_folder.h"
#include "shared/client-core/files/speed_meter.h"
#include "shared/client-core/files/transfer_progress.h"
#include "shared/client-core/files/transfer_window.h"
#include "shared/client-core/session/answer.h"
#include "shared/protocol/messages/history.h"

#include <QHash>
#include <QObject>
#include <QTimer>
#include <functional>
#include <memory>

namespace salon {

class Clock;
class FileDownload;
class JobLane;
class Session;

/// One file of one message.
struct DownloadKey
{
    RoomId room{};
    Seq seq = 0;
    int index = 0; ///< among the message's files

    friend bool operator==(const DownloadKey &, const DownloadKey &) = default;
};
[[nodiscard]] size_t qHash(const DownloadKey &key, size_t seed = 0);

/// Fetches files of messages into this device's cache, where they lie under their hash, checked, until others need the
/// room (512 MiB) or their messages are deleted. What stopped goes on from there, after a cut or a restart. Three at
/// once, in the order asked for. Disks are read and written in `lane` only; everything else in the thread that made it.
class Downloads : public QObject
{
    Q_OBJECT
public:
    static constexpr quint64 MaxCacheBytes = 512ULL * 1024 * 1024;
    static constexpr int MaxAtOnce = 3;
    static constexpr qint64 MaxWindowBytes = 208 * 1024; ///< with some news less than makes a server hold them back
    static constexpr quint64 MaxAdoptedBytes = 4ULL * 1024 * 1024;

    /// `folder` is made when used; the others must outlive this. Reads what is there, and emits loaded().
    Downloads(Session &session, JobLane &lane, const QString &folder, const Clock &clock, QObject *parent = nullptr);
    ~Downloads() override;

    /// Wants it here; waits for the connection. Nothing happens when it is here or under way; one that failed, was
    /// canceled or is paused goes on.
    void fetch(const DownloadKey &key, const FileEntry &file);
    void pause(const DownloadKey &key);
    void resume(const DownloadKey &key);
    /// What came is kept for the next time.
    void cancel(const DownloadKey &key);
    /// Waiting with total 0 for what nobody asked for in this run; whether it is here says localPath().
    [[nodiscard]] TransferProgress progress(const DownloadKey &key) const;
    /// Where the content is on this device; empty: not here, or not known before loaded(). Read it in another thread;
    /// never run or change it.
    [[nodiscard]] QString localPath(const QByteArray &hash) const;

    /// Fetches it if it must, and copies it to where the person says: into a folder under its own safe name, or to the
    /// file named. Nothing is ever overwritten: a taken name becomes "photo (2).jpg". The answer is where it is. On
    /// Windows it is marked as come from the network. Errors: CannotOpenFile{path}, StorageFull, Canceled, FileGone…
    Answer<QString> save(const DownloadKey &key, const FileEntry &file, const QString &target);

    /// For the sender: this file of this computer is the content of that hash; small ones are taken into the cache, so
    /// that nobody fetches what they sent.
    void adopt(const QByteArray &hash, const QString &path);

    // What the log says.
    /// These are files of that message.
    void noteMessage(RoomId room, Seq seq, const QList<FileEntry> &files);
    /// That message is deleted: what no other message here has goes.
    void forgetMessage(RoomId room, Seq seq);
    /// Everything of the room before `floor`; 0: everything.
    void forgetRoom(RoomId room, Seq floor = 0);

    /// For tests.
    void setMaxCacheBytes(quint64 bytes) { m_maxCacheBytes = bytes; }

Q_SIGNALS:
    /// localPath() knows what is here.
    void loaded();
    /// progress() is another; at most some times a second, but at once when its state is.
    void changed(const salon::DownloadKey &key);
    /// localPath() of this content is another.
    void localChanged(const QByteArray &hash);

private:
    struct Item
    {
        FileEntry file{};
        FileDownload *download = nullptr; ///< while it runs
        qint64 waitsUntilMs = 0;
        int refusals = 0;
        int damaged = 0;
        TransferProgress shown{};
        SpeedMeter speed{};
    };
    struct Save
    {
        QString target;
        std::shared_ptr<QPromise<Result<QString>>> promise;
    };

    [[nodiscard]] bool isWhole(const QByteArray &hash) const;
    void sessionStateChanged();
    void next();
    [[nodiscard]] bool mayRun(const Item &item) const;
    [[nodiscard]] bool isRunning(const QByteArray &hash) const;
    void begin(const DownloadKey &key, Item &item);
    void stopRunning(Item &item);
    void progressed(const DownloadKey &key, quint64 done);
    void finished(const DownloadKey &key);
    void failed(const DownloadKey &key, const Error &error);
    void setState(const DownloadKey &key, TransferProgress::State state, const Error &error = {});
    void tellChanges();
    void armTimer();
    void pumpAll();
    void copy(const QByteArray &hash, const QString &name, const Save &save);
    void endSaves(const DownloadKey &key, const Error &error);
    void keepMessages(const QByteArray &hash);
    void addToCache(const QByteArray &hash, quint64 size);
    void makeRoom(const QByteArray &keep);
    void remove(const QByteArray &hash);
    void forgetIf(const std::function<bool(const MessageName &)> &isGone);

    Session &m_session;
    JobLane &m_lane;
    const Clock &m_clock;
    CacheFolder m_folder;
    TransferWindow m_window{ MaxWindowBytes };
    quint64 m_maxCacheBytes = MaxCacheBytes;
    bool m_isLoaded = false;
    mutable CachedContents m_contents;
    QHash<QByteArray, QSet<MessageName>> m_adopting; ///< on their way into the cache, with the messages heard of since
    QHash<DownloadKey, Item> m_items;
    QList<DownloadKey> m_order; ///< asked for
    QMultiHash<DownloadKey, Save> m_saves;
    QSet<DownloadKey> m_toTell;
    QTimer m_tellTimer;
    QTimer m_waitTimer;
};

} // namespace salon

Q_DECLARE_METATYPE(salon::DownloadKey)
