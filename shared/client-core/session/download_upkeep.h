// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/protocol/messages/history.h"

#include <QList>
#include <QObject>

namespace salon {

class Downloads;
class RoomSync;
class Rooms;

/// Keeps the files on this device in step with the log: Downloads hears which message has which, and forgets those of
/// what was deleted, trimmed, reset or left, also while this device was away.
class DownloadUpkeep : public QObject
{
    Q_OBJECT
public:
    /// All of them must outlive this.
    DownloadUpkeep(Downloads &downloads, RoomSync &sync, const Rooms &rooms, QObject *parent = nullptr);

private:
    void noteEvents(RoomId room, const QList<RoomEvent> &events);
    void forgetTrimmed();

    Downloads &m_downloads;
    const Rooms &m_rooms;
};

} // namespace salon
