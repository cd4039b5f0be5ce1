// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/protocol/codec.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

namespace salon::test {

/// Payload of a frame, its length prefix taken off.
inline QByteArray payloadOf(const QByteArray &frame)
{
    return frame.mid(FramePrefixBytes);
}

template <wire::Message M>
Result<M> decodePayload(const QByteArray &payload)
{
    const auto envelope = openEnvelope(payload);
    return envelope ? decode<M>(*envelope) : Result<M>(fail(envelope.error()));
}

/// A payload with any fields, valid or not, in Qt's own encoding.
inline QByteArray payloadWith(MessageType type, const QCborMap &fields, qint64 correlation = 7)
{
    return QCborValue(QCborArray{ qint64(type), correlation, fields }).toCbor();
}

/// The fields of a message as a tree that a test can change.
template <wire::Message M>
QCborMap fieldsOf(const M &message)
{
    return QCborValue::fromCbor(payloadOf(encodeFrame(message, 7))).toArray().at(2).toMap();
}

} // namespace salon::test
