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

namespace {

/// The content of the string at the reader, whose length was checked, and one step further.
bool readWhole(QCborStreamReader &reader, QByteArray &bytes)
{
    bytes.resize(qsizetype(reader.length()));
    auto chunk = reader.readStringChunk(bytes.data(), bytes.size());
    qsizetype got = 0;
    while (chunk.status == QCborStreamReader::Ok) {
        got += chunk.data;
        chunk = reader.readStringChunk(bytes.data() + got, bytes.size() - got);
    }
    return chunk.status == QCborStreamReader::EndOfString && got == bytes.size();
}

} // namespace

bool readText(QCborStreamReader &reader, QString &text, quint32 limitBytes)
{
    if (!reader.isString() || reader.length() > limitBytes)
        return false;
    QByteArray utf8;
    if (!readWhole(reader, utf8))
        return false;
    text = QString::fromUtf8(utf8);
    if (utf8.startsWith("\xEF\xBB\xBF")) // Qt takes it for a byte order mark; here it is what the person sent
        text.prepend(QChar(u'\uFEFF'));
    return true;
}

bool readBytes(QCborStreamReader &reader, QByteArray &bytes, quint32 limitBytes)
{
    return reader.isByteArray() && reader.length() <= limitBytes && readWhole(reader, bytes);
}

bool readSigned(QCborStreamReader &reader, qint64 &value)
{
    quint64 raw = 0;
    const bool ok = readUnsigned(reader, raw, quint64(std::numeric_limits<qint64>::max()));
    value = qint64(raw);
    return ok;
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
