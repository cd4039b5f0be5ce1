// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/job_lane.h"
#include "shared/client-core/export/export_head.h"
#include "shared/client-core/export/room_export.h"
#include "shared/client-core/files/downloads.h"
#include "shared/client-core/store/local_store.h"

#include <QSet>
#include <memory>
#include <optional>

namespace salon {

class ExportWriter;
class History;
class People;
class Session;

/// Reads a room page by page, fetches the files of each page, then writes it, in a thread of its own.
class RoomExporter : public RoomExport
{
    Q_OBJECT
public:
    /// What it reads from; all of it must outlive this.
    struct Sources
    {
        Session &session;
        History &history;
        const People &people;
        Downloads &downloads;
    };

    /// `place`: the folder to be; begins in the next turn of the event loop.
    RoomExporter(const Sources &sources, const ExportHead &head, const QString &place, QObject *parent);
    ~RoomExporter() override;

    [[nodiscard]] ExportProgress progress() const override { return m_progress; }
    [[nodiscard]] bool isRunning() const override { return m_isRunning; }
    void cancel() override;

private:
    struct WantedFile
    {
        DownloadKey key{};
        FileEntry file{};
    };
    void begin();
    void readOn();
    void pageCame(const Result<HistorySlice> &page);
    void fetchNextFile();
    void fileCame(const WantedFile &wanted, const Result<QString> &saved);
    void writePage();
    void finishWriting();
    void end(const Result<QString> &result);
    /// Nothing is on its way into the folder any more: removes what was not finished, and tells.
    void clear();
    void sessionEnded();
    [[nodiscard]] ExportPeople peopleOf(const QList<RoomEvent> &events) const;

    Sources m_sources;
    ExportHead m_head;
    QString m_place;
    ExportProgress m_progress;
    bool m_isRunning = true;
    bool m_isFinishing = false; ///< too late to cancel
    std::optional<DownloadKey> m_saving; ///< on its way into the folder
    Result<QString> m_result;
    Seq m_reached; ///< read so far
    int m_tries = 0; ///< of the page that is asked for
    QList<RoomEvent> m_page;
    QList<WantedFile> m_wanted; ///< of m_page
    QSet<QByteArray> m_fetched;
    QSet<QByteArray> m_missing;
    /// What it points to lives and dies in the lane.
    std::shared_ptr<std::unique_ptr<ExportWriter>> m_writer;
    JobLane m_lane;
};

} // namespace salon
