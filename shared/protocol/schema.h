// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/protocol/field_table.h"
#include "shared/protocol/message_types.h"
#include "shared/protocol/wire_names.h"
#include "shared/protocol/wire_value.h"

/// The protocol described as data, from the same field tables that encode and decode: for the test that holds code,
/// CDDL and document together, and for tools that show frames to people.
namespace salon::wire {

/// One row of a record. `type` is the CDDL (RFC 8610) type, sizes included: "tstr .size (0..64)", "[0*8 RoomId]".
struct FieldInfo
{
    quint32 key = 0;
    QString name{};
    QString type{};
    Presence presence = Presence::Required;
    quint32 limit = 0; ///< bytes of a string, items of a list, 0 for what has a size of its own

    friend bool operator==(const FieldInfo &, const FieldInfo &) = default;
};

/// A message or a record inside messages.
struct RecordInfo
{
    QString name{};
    QList<FieldInfo> fields{};

    friend bool operator==(const RecordInfo &, const RecordInfo &) = default;
};

/// All messages in the order of their numbers, then the records that only stand inside others.
[[nodiscard]] const QList<RecordInfo> &recordInfos();

/// What a record is called on the wire: the message's name, or the name in the list of nested records.
template <Record T>
[[nodiscard]] constexpr QLatin1StringView recordName()
{
    if constexpr (Message<T>) {
        for (const MessageInfo &info : messageInfos) {
            if (info.type == T::Type)
                return info.name;
        }
        return {};
    } else {
        return nestedRecordName(static_cast<const T *>(nullptr));
    }
}

/// The CDDL type of a member.
template <class T>
[[nodiscard]] QString cddlType(quint32 limit)
{
    if constexpr (std::is_same_v<T, bool>)
        return QStringLiteral("bool");
    else if constexpr (std::is_enum_v<T>)
        return enumName(T{});
    else if constexpr (std::is_integral_v<T> && std::is_signed_v<T>)
        return QStringLiteral("uint63");
    else if constexpr (std::is_integral_v<T>)
        return QStringLiteral("uint%1").arg(sizeof(T) * 8);
    else if constexpr (std::is_same_v<T, QString>)
        return QStringLiteral("tstr .size (0..%1)").arg(limit);
    else if constexpr (std::is_same_v<T, QByteArray>)
        return QStringLiteral("bstr .size (0..%1)").arg(limit);
    else if constexpr (std::is_same_v<T, QUuid>)
        return QStringLiteral("Cid");
    else if constexpr (IsStrongId<T>::value)
        return idName(T{});
    else if constexpr (IsOptional<T>::value)
        return cddlType<typename IsOptional<T>::Value>(limit);
    else if constexpr (IsList<T>::value)
        return QStringLiteral("[0*%1 %2]").arg(limit).arg(cddlType<typename IsList<T>::Item>(MaxListedStringBytes));
    else
        return recordName<T>();
}

/// Key, name, type, presence and limit of each field of a message or record.
template <Record T>
[[nodiscard]] RecordInfo describe()
{
    RecordInfo info{ recordName<T>(), {} };
    forEachField<T>([&]<class Value>(const Field<T, Value> &field) {
        info.fields.append(
            { field.key, QString::fromLatin1(field.name), cddlType<Value>(field.limit), field.presence, field.limit });
    });
    return info;
}

} // namespace salon::wire
