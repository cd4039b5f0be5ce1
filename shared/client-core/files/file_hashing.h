// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/files/outgoing_file.h"
#include "shared/client-core/session/answer.h"

#include <QObject>
#include <memory>

namespace salon {

class JobLane;
class SourceFile;

/// Finds out hash, size and time of files, those that have a hash already left out. Piece by piece in a lane, so that
/// others get their turns there. Deleting it stops it.
class FileHashing : public QObject
{
    Q_OBJECT
public:
    FileHashing(JobLane &lane, const QList<OutgoingFile> &files, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    /// Bytes of all files.
    void progressed(quint64 done);
    /// The last signal.
    void finished(const QList<salon::OutgoingFile> &files);
    /// The last signal instead: FileChanged, CannotOpenFile.
    void failed(const salon::Error &error);

private:
    void next();
    void readMore();
    void describe();

    JobLane &m_lane;
    QList<OutgoingFile> m_files;
    qsizetype m_index = 0;
    quint64 m_doneBefore = 0;
    std::shared_ptr<SourceFile> m_source; ///< used in the lane
};

} // namespace salon
