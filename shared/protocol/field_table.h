// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/strong_id.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUuid>
#include <optional>
#include <tuple>
#include <type_traits>

/// How a message's members map to the wire: each message struct lists its fields once, and encoding, strict decoding
/// and the comparison with the CDDL file all read that list.
namespace salon::wire {

enum class Presence : quint8
{
    Required, ///< must be there
    Optional, ///< left out when it equals its default; absent means the default
};

/// Whether a person who watches the frames may see the value (frame_view.h).
enum class Secrecy : quint8
{
    Shown,
    Hidden ///< gives access to something: passwords, codes, links with codes, signatures
};

/// One row of a field table. `limit` bounds the size before allocation: bytes of a string, items of a list.
template <class Owner, class Value>
struct Field
{
    quint32 key;
    const char *name;
    Value Owner::*member;
    Presence presence;
    quint32 limit;
    Secrecy secrecy = Secrecy::Shown;
};

template <class Owner, class Value>
constexpr auto required(quint32 key, const char *name, Value Owner::*member, quint32 limit = 0)
{
    return Field<Owner, Value>{ key, name, member, Presence::Required, limit, Secrecy::Shown };
}

template <class Owner, class Value>
constexpr auto optional(quint32 key, const char *name, Value Owner::*member, quint32 limit = 0)
{
    return Field<Owner, Value>{ key, name, member, Presence::Optional, limit, Secrecy::Shown };
}

/// The same row, never shown to anybody: secret(required(2, "password", &M::password, 512)). A test asks of each new
/// field of text or bytes whether it must stand around it.
template <class Owner, class Value>
constexpr auto secret(Field<Owner, Value> field)
{
    field.secrecy = Secrecy::Hidden;
    return field;
}

/// A struct with a field table.
template <class T>
concept Record = requires
{
    T::fields();
};

/// A record that is a whole message.
template <class T>
concept Message = Record<T> && requires
{
    T::Type;
};

template <class T>
struct IsStrongId : std::false_type
{
};
template <class Tag>
struct IsStrongId<StrongId<Tag>> : std::true_type
{
};
template <class T>
struct IsList : std::false_type
{
};
template <class T>
struct IsList<QList<T>> : std::true_type
{
    using Item = T;
};
template <class T>
struct IsOptional : std::false_type
{
};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type
{
    using Value = T;
};

/// Calls `visit` with each row of M's table, in the order of the keys.
template <Record M, class Visit>
constexpr void forEachField(Visit &&visit)
{
    std::apply([&](const auto &...field) { (visit(field), ...); }, M::fields());
}

} // namespace salon::wire
