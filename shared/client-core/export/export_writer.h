// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/result.h"
#include "shared/client-core/export/export_page.h"

#include <QFile>

namespace salon {

/// The folder of an export while it is written, under the name "….part". Blocks: made, used and destroyed in a lane.
/// Whatever was not finished is removed again. Errors: CannotOpenFile{path}, StorageFull.
class ExportWriter
{
public:
    /// `place`: the folder to be, which must not be there.
    ExportWriter(QString place, const ExportHead &head);
    ~ExportWriter();
    Q_DISABLE_COPY_MOVE(ExportWriter)

    Result<> begin();
    Result<> write(const QList<RoomEvent> &events, const ExportPeople &people, const QSet<QByteArray> &missing);
    /// The answer is `place`.
    Result<QString> finish();

    [[nodiscard]] static QString partOf(const QString &place) { return place + QStringLiteral(".part"); }
    /// All of it, or the reason; what a full disk says is StorageFull.
    static Result<> writeAll(QFile &file, const QByteArray &bytes);

private:
    Result<> open(QFile &file, const QString &name);

    QString m_place;
    ExportHead m_head;
    ExportPage m_page;
    QFile m_records;
    QFile m_html;
    bool m_isMade = false;
};

/// "<folder>/<name>-2026-03-01", or with a number behind it: a name that is free, also with ".part".
[[nodiscard]] QString exportPlace(const QString &folder, const QString &name, qint64 nowMs);

} // namespace salon
