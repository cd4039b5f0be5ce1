// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/protocol/codec.h"
#include "shared/protocol/messages/all.h"

#include <QObject>

namespace salon {

class Session;

/// Tells what the server says without being asked, by its kind and in order. What cannot be read is logged and dropped;
/// kinds that this build does not know are passed over.
class PushReader : public QObject
{
    Q_OBJECT
public:
    explicit PushReader(Session &session, QObject *parent = nullptr);

Q_SIGNALS:
    void eventPushed(const salon::RoomEvent &event);
    void behind(const salon::RoomBehind &behind);
    void readMoved(const salon::ReadMoved &moved);
    void roomAdded(const salon::RoomAdded &added);
    void roomRemoved(const salon::RoomRemoved &removed);
    void typingSeen(const salon::TypingSeen &seen);
    void presenceChanged(const salon::PresenceChanged &changed);
    void profileChanged(const salon::ProfileChanged &changed);
    void attentionSet(const salon::RoomAttention &set);
    void seenMoved(const salon::SeenMoved &moved);
    void historyTrimmed(const salon::HistoryTrimmed &trimmed);
    void privacyChanged(const salon::PrivacyChanged &changed);

private:
    void read(const Envelope &envelope);
};

} // namespace salon
