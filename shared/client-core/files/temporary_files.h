// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/cid.h"

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QTimer>

namespace salon {

class JobLane;
class Outbox;
struct OutboxEntry;

/// Files that were made for messages (pasted pictures, OutgoingFile::isTemporary): each is removed once the outbox has
/// its message no more, and at the start what no message has named for two days. Files outside the folder are never
/// touched.
class TemporaryFiles : public QObject
{
    Q_OBJECT
public:
    /// Follows `outbox` from before it is loaded; files are removed in `lane`. Both outlive this.
    TemporaryFiles(Outbox &outbox, JobLane &lane, const QString &folder, QObject *parent = nullptr);

private:
    void outboxLoaded();
    void keep(const OutboxEntry &entry);
    void removeUnused();
    void cleanFolder();

    const Outbox &m_outbox;
    JobLane &m_lane;
    QString m_folder;
    QHash<Cid, QStringList> m_paths; ///< of each message that has some
    QTimer m_removalTimer;
};

} // namespace salon
