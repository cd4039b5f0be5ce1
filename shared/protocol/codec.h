// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/result.h"
#include "shared/protocol/field_table.h"
#include "shared/protocol/frame_codec.h"
#include "shared/protocol/message_types.h"
#include "shared/protocol/wire_value.h"

#include <QBuffer>
#include <QCborStreamReader>
#include <QCborStreamWriter>

namespace salon {

/// A payload whose shape was checked: its type and correlation are known, its fields not yet read.
struct Envelope
{
    quint32 type = 0; ///< a MessageType, possibly one this build does not know
    quint64 correlation = 0;
    QByteArray payload{};

    [[nodiscard]] bool is(MessageType wanted) const { return type == quint32(wanted); }
};

/// Checks the payload of a frame against the strict CBOR subset and reads `[type, correlation, {…}]` up to the map.
/// Fails with MalformedFrame.
Result<Envelope> openEnvelope(QByteArray payload);

/// A whole frame, length included, ready to be written to any number of connections.
template <wire::Message M>
[[nodiscard]] QByteArray encodeFrame(const M &message, quint64 correlation = 0)
{
    QByteArray frame(FramePrefixBytes, Qt::Uninitialized);
    QBuffer buffer(&frame);
    buffer.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered);
    QCborStreamWriter writer(&buffer);
    writer.startArray(3);
    writer.append(quint64(M::Type));
    writer.append(correlation);
    wire::writeRecord(writer, message);
    writer.endArray();
    finishFrame(frame);
    return frame;
}

/// The message in an envelope. Fields of unknown keys are skipped. Fails with MalformedMessage{message, field} for a
/// wrong type, a size over the limit or a missing field, with UnexpectedMessage when the envelope holds another type.
template <wire::Message M>
[[nodiscard]] Result<M> decode(const Envelope &envelope)
{
    if (!envelope.is(M::Type))
        return fail(ErrorCode::UnexpectedMessage);
    QCborStreamReader reader(envelope.payload);
    reader.enterContainer();
    reader.next(); // type
    reader.next(); // correlation
    M message;
    wire::ReadContext context;
    if (!wire::readRecord(reader, message, context)) {
        return fail(ErrorCode::MalformedMessage, QString::fromLatin1(context.badField),
            { QString::fromLatin1(wire::messageName(M::Type)), QString::fromLatin1(context.badField) });
    }
    return message;
}

} // namespace salon
