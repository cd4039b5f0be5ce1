// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/import/export_reader.h"
#include "server/import/import_port.h"
#include "shared/base/job_lane.h"

#include <QHash>
#include <QObject>
#include <QTimer>
#include <optional>

namespace salon::server {

class ImportDesk;
struct ImportBatch;
struct ImportedBatch;

/// Reads exports in: the whole of one is checked before anything of it is written, in a lane of its own; then it goes
/// to the store in batches between which everything else has its turn. A message is stored once, however often and
/// wherever it is begun again. One export at a time. Domain thread.
class Importer : public QObject, public ImportPort
{
    Q_OBJECT

public:
    explicit Importer(ImportDesk &desk);
    ~Importer() override;
    Q_DISABLE_COPY_MOVE(Importer)

    void importFolder(const QString &folder, const QString &room, Say say) override;

private:
    void takeContents(const ImportResult<ExportContents> &contents);
    void findBot();
    void findRoom();
    void keepFiles();
    void rewind();
    void readNext();
    void write(const QList<ExportLine> &lines);
    void takeWritten(const QList<Seq> &from, const ImportedBatch &imported);
    void tell(ImportReport::Stage stage);
    void finish(const std::optional<ImportFailure> &failure);
    [[nodiscard]] ImportBatch batchOf(const QList<ExportLine> &lines, QList<Seq> &from);

    ImportDesk &m_desk;
    std::shared_ptr<ExportReader> m_reader; ///< the lane's; nullptr: nothing is going on
    Say m_say;
    QString m_roomName;
    ExportContents m_contents;
    ImportReport m_report;
    AccountId m_bot{};
    RoomId m_room{};
    qsizetype m_filesKept = 0;
    QHash<Seq, Seq> m_places; ///< where messages of the export are now
    QTimer m_progress;
    JobLane m_lane;
};

} // namespace salon::server
