// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/push_reader.h"

#include "shared/base/logging.h"
#include "shared/client-core/session/session.h"

namespace salon {

PushReader::PushReader(Session &session, QObject *parent)
    : QObject(parent)
{
    connect(&session, &Session::pushed, this, &PushReader::read);
}

void PushReader::read(const Envelope &envelope)
{
    const auto tell = [this, &envelope]<class Message>(void (PushReader::*fact)(const Message &)) {
        const Result<Message> message = decode<Message>(envelope);
        if (message)
            Q_EMIT(this->*fact)(*message);
        else
            qCWarning(salonSession) << "A push cannot be read:" << message.error().params;
    };
    switch (MessageType(envelope.type)) {
    case MessageType::RoomEvent:
        return tell(&PushReader::eventPushed);
    case MessageType::RoomBehind:
        return tell(&PushReader::behind);
    case MessageType::ReadMoved:
        return tell(&PushReader::readMoved);
    case MessageType::RoomAdded:
        return tell(&PushReader::roomAdded);
    case MessageType::RoomRemoved:
        return tell(&PushReader::roomRemoved);
    case MessageType::TypingSeen:
        return tell(&PushReader::typingSeen);
    case MessageType::PresenceChanged:
        return tell(&PushReader::presenceChanged);
    case MessageType::ProfileChanged:
        return tell(&PushReader::profileChanged);
    case MessageType::RoomAttention:
        return tell(&PushReader::attentionSet);
    case MessageType::SeenMoved:
        return tell(&PushReader::seenMoved);
    case MessageType::HistoryTrimmed:
        return tell(&PushReader::historyTrimmed);
    case MessageType::PrivacyChanged:
        return tell(&PushReader::privacyChanged);
    default:
        return;
    }
}

} // namespace salon
