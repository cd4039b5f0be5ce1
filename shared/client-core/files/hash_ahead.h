// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/files/outgoing_file.h"

#include <QHash>
#include <QObject>

namespace salon {

class FileHashing;
class JobLane;

/// Finds out the hashes of files while a person still looks at them and writes a caption, so that they go out at once
/// when they are sent. What it does not get to, or cannot read, the outbox does. Deleting it stops it.
class HashAhead : public QObject
{
    Q_OBJECT
public:
    /// `lane` outlives this; the files are read there.
    explicit HashAhead(JobLane &lane, QObject *parent = nullptr);
    ~HashAhead() override;

    /// One after the other, behind those given before. What was given before and is still the same is left out.
    void add(const QList<OutgoingFile> &files);
    /// It is not to be sent any more: not read any further.
    void remove(const OutgoingFile &file);
    /// The same files, each with its hash if it was read whole and is still the one that was read.
    [[nodiscard]] QList<OutgoingFile> completed(QList<OutgoingFile> files) const;

Q_SIGNALS:
    /// Nothing is left to read.
    void finished();

private:
    void read(const OutgoingFile &file);
    void next();

    JobLane &m_lane;
    QList<OutgoingFile> m_waiting{};
    QString m_reading{}; ///< its path
    QHash<QString, OutgoingFile> m_known{}; ///< by path; without a hash while it is not read
    FileHashing *m_hashing = nullptr;
};

} // namespace salon
