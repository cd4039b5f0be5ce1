// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/protocol/codec.h"

#include "shared/protocol/cbor_shape.h"

namespace salon {

Result<Envelope> openEnvelope(QByteArray payload)
{
    if (const auto shape = checkCborShape(payload); !shape)
        return fail(shape.error());
    QCborStreamReader reader(payload);
    if (!reader.isArray() || reader.length() != 3 || !reader.enterContainer() || !reader.isUnsignedInteger())
        return fail(ErrorCode::MalformedFrame, QStringLiteral("not [type, correlation, fields]"));
    const quint64 type = reader.toUnsignedInteger();
    if (type > std::numeric_limits<quint32>::max() || !reader.next() || !reader.isUnsignedInteger())
        return fail(ErrorCode::MalformedFrame, QStringLiteral("not [type, correlation, fields]"));
    const quint64 correlation = reader.toUnsignedInteger();
    if (!reader.next() || !reader.isMap())
        return fail(ErrorCode::MalformedFrame, QStringLiteral("not [type, correlation, fields]"));
    return Envelope{ quint32(type), correlation, std::move(payload) };
}

namespace wire {

QLatin1StringView messageName(MessageType type)
{
    for (const MessageInfo &info : messageInfos) {
        if (info.type == type)
            return info.name;
    }
    return {};
}

bool readText(QCborStreamReader &reader, QString &text, quint32 limitBytes)
{
    if (!reader.isString() || reader.length() > limitBytes)
        return false;
    text.clear();
    auto chunk = reader.readString();
    while (chunk.status == QCborStreamReader::Ok) {
        text += chunk.data;
        chunk = reader.readString();
    }
    return chunk.status == QCborStreamReader::EndOfString;
}

bool readBytes(QCborStreamReader &reader, QByteArray &bytes, quint32 limitBytes)
{
    if (!reader.isByteArray() || reader.length() > limitBytes)
        return false;
    bytes.clear();
    auto chunk = reader.readByteArray();
    while (chunk.status == QCborStreamReader::Ok) {
        bytes += chunk.data;
        chunk = reader.readByteArray();
    }
    return chunk.status == QCborStreamReader::EndOfString;
}

bool readSigned(QCborStreamReader &reader, qint64 &value)
{
    if (reader.isUnsignedInteger()) {
        const quint64 raw = reader.toUnsignedInteger();
        if (raw > quint64(std::numeric_limits<qint64>::max()))
            return false;
        value = qint64(raw);
    } else if (reader.isNegativeInteger()) {
        value = reader.toInteger(); // the shape check keeps it above -2^63
    } else {
        return false;
    }
    return reader.next();
}

bool readUnsigned(QCborStreamReader &reader, quint64 &value, quint64 max)
{
    if (!reader.isUnsignedInteger())
        return false;
    value = reader.toUnsignedInteger();
    return value <= max && reader.next();
}

} // namespace wire
} // namespace salon
