// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/protocol/field_table.h"
#include "shared/protocol/message_types.h"

#include <QCborStreamReader>
#include <QCborStreamWriter>
#include <algorithm>
#include <limits>

/// One value of a field <-> CBOR. Reading expects bytes that passed checkCborShape().
namespace salon::wire {

inline constexpr quint32 MaxListedStringBytes = 1024; ///< a string inside a list

/// What a reader met, for the error.
struct ReadContext
{
    const char *badField = "";
};

[[nodiscard]] QLatin1StringView messageName(MessageType type);

[[nodiscard]] bool readText(QCborStreamReader &reader, QString &text, quint32 limitBytes);
[[nodiscard]] bool readBytes(QCborStreamReader &reader, QByteArray &bytes, quint32 limitBytes);
/// A signed member; no message has a negative number, so that peers never have to think about one.
[[nodiscard]] bool readSigned(QCborStreamReader &reader, qint64 &value);
[[nodiscard]] bool readUnsigned(QCborStreamReader &reader, quint64 &value, quint64 max);

template <Record T>
void writeRecord(QCborStreamWriter &writer, const T &record);
template <Record T>
[[nodiscard]] bool readRecord(QCborStreamReader &reader, T &record, ReadContext &context);

template <class T>
void writeValue(QCborStreamWriter &writer, const T &value)
{
    if constexpr (std::is_same_v<T, bool>) {
        writer.append(value);
    } else if constexpr (std::is_enum_v<T>) {
        writer.append(quint64(value));
    } else if constexpr (std::is_integral_v<T>) {
        if constexpr (std::is_signed_v<T>)
            writer.append(quint64(std::max<T>(value, 0))); // a time before 1970, by a clock that is wrong
        else
            writer.append(quint64(value));
    } else if constexpr (std::is_same_v<T, QString>) {
        writer.append(QStringView(value));
    } else if constexpr (std::is_same_v<T, QByteArray>) {
        writer.append(value);
    } else if constexpr (std::is_same_v<T, QUuid>) {
        writer.append(value.toRfc4122());
    } else if constexpr (IsStrongId<T>::value) {
        writer.append(quint64(std::max<qint64>(value.value, 0)));
    } else if constexpr (IsOptional<T>::value) {
        writeValue(writer, *value); // an empty one equals the default and is never written
    } else if constexpr (IsList<T>::value) {
        writer.startArray(quint64(value.size()));
        for (const auto &item : value)
            writeValue(writer, item);
        writer.endArray();
    } else {
        writeRecord(writer, value);
    }
}

template <class T>
[[nodiscard]] bool readValue(QCborStreamReader &reader, T &value, quint32 limit, ReadContext &context);

template <class T>
[[nodiscard]] bool readList(QCborStreamReader &reader, QList<T> &list, quint32 limit, ReadContext &context)
{
    if (!reader.isArray() || reader.length() > limit)
        return false;
    const auto count = qsizetype(reader.length());
    if (!reader.enterContainer())
        return false;
    list.clear();
    for (qsizetype i = 0; i < count; ++i) {
        T item{};
        if (!readValue(reader, item, MaxListedStringBytes, context))
            return false;
        list.append(std::move(item));
    }
    return reader.leaveContainer();
}

template <class T>
bool readValue(QCborStreamReader &reader, T &value, quint32 limit, ReadContext &context)
{
    if constexpr (std::is_same_v<T, bool>) {
        value = reader.isTrue();
        return reader.isBool() && reader.next();
    } else if constexpr (std::is_enum_v<T>) {
        quint64 raw = 0;
        const bool ok = readUnsigned(reader, raw, std::numeric_limits<std::underlying_type_t<T>>::max());
        value = T(raw);
        return ok;
    } else if constexpr (std::is_integral_v<T> && std::is_signed_v<T>) {
        static_assert(sizeof(T) == 8);
        return readSigned(reader, value);
    } else if constexpr (std::is_integral_v<T>) {
        quint64 raw = 0;
        const bool ok = readUnsigned(reader, raw, std::numeric_limits<T>::max());
        value = T(raw);
        return ok;
    } else if constexpr (std::is_same_v<T, QString>) {
        return readText(reader, value, limit);
    } else if constexpr (std::is_same_v<T, QByteArray>) {
        return readBytes(reader, value, limit);
    } else if constexpr (std::is_same_v<T, QUuid>) {
        QByteArray raw;
        const bool ok = readBytes(reader, raw, 16) && raw.size() == 16;
        value = QUuid::fromRfc4122(raw);
        return ok;
    } else if constexpr (IsStrongId<T>::value) {
        return readSigned(reader, value.value);
    } else if constexpr (IsOptional<T>::value) {
        value.emplace();
        return readValue(reader, *value, limit, context);
    } else if constexpr (IsList<T>::value) {
        return readList(reader, value, limit, context);
    } else {
        return readRecord(reader, value, context);
    }
}

template <Record T>
void writeRecord(QCborStreamWriter &writer, const T &record)
{
    [[maybe_unused]] static const T defaults{};
    const auto isWritten = [&](const auto &field) {
        return field.presence == Presence::Required || !(record.*field.member == defaults.*field.member);
    };
    quint64 pairs = 0;
    forEachField<T>([&](const auto &field) { pairs += isWritten(field) ? 1 : 0; });
    writer.startMap(pairs);
    forEachField<T>([&](const auto &field) {
        if (!isWritten(field))
            return;
        writer.append(quint64(field.key));
        writeValue(writer, record.*field.member);
    });
    writer.endMap();
}

/// Reads the value of `key` into its member; skips it when no field has that key.
template <Record T>
[[nodiscard]] bool readField(
    QCborStreamReader &reader, quint64 key, T &record, quint64 &seenFields, ReadContext &context)
{
    bool known = false;
    bool ok = true;
    quint64 bit = 1;
    forEachField<T>([&](const auto &field) {
        if (field.key == key) {
            known = true;
            seenFields |= bit;
            ok = readValue(reader, record.*field.member, field.limit, context);
            if (!ok && *context.badField == '\0')
                context.badField = field.name;
        }
        bit <<= 1;
    });
    return known ? ok : reader.next();
}

template <Record T>
bool readRecord(QCborStreamReader &reader, T &record, ReadContext &context)
{
    if (!reader.isMap())
        return false;
    auto pairs = reader.length();
    if (!reader.enterContainer())
        return false;
    quint64 seenFields = 0;
    for (; pairs > 0; --pairs) {
        quint64 key = 0;
        if (!readUnsigned(reader, key, std::numeric_limits<quint64>::max())
            || !readField(reader, key, record, seenFields, context))
            return false;
    }
    bool complete = true;
    quint64 bit = 1;
    forEachField<T>([&](const auto &field) {
        if (complete && field.presence == Presence::Required && (seenFields & bit) == 0) {
            complete = false;
            context.badField = field.name;
        }
        bit <<= 1;
    });
    return complete && reader.leaveContainer();
}

} // namespace salon::wire
