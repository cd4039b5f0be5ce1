// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/strong_id.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUuid>
#include <optional>
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

/// What a record describes itself to: each struct has
///
///     static constexpr void fields(auto table)
///     {
///         table(table.required(1, "room", &MarkRead::room), table.optional(3, "keepMark", &MarkRead::keepMark));
///     }
///
/// with its rows in the order of the keys. A template, so that only the files that encode or decode pay for the rows:
/// as a tuple that each struct returned they were half of the time in which anything that knows a message was compiled.
template <class Visit>
class FieldTable
{
public:
    constexpr explicit FieldTable(Visit &visit)
        : m_visit(visit)
    {
    }

    template <class Owner, class Value>
    static constexpr auto required(quint32 key, const char *name, Value Owner::*member, quint32 limit = 0)
    {
        return Field<Owner, Value>{ key, name, member, Presence::Required, limit, Secrecy::Shown };
    }

    template <class Owner, class Value>
    static constexpr auto optional(quint32 key, const char *name, Value Owner::*member, quint32 limit = 0)
    {
        return Field<Owner, Value>{ key, name, member, Presence::Optional, limit, Secrecy::Shown };
    }

    /// The same row, never shown to anybody: table.secret(table.required(2, "password", &M::password, 512)). A test
    /// asks of each new field of text or bytes whether it must stand around it.
    template <class Owner, class Value>
    static constexpr auto secret(Field<Owner, Value> field)
    {
        field.secrecy = Secrecy::Hidden;
        return field;
    }

    constexpr void operator()(const auto &...rows) const { (m_visit(rows), ...); }

private:
    Visit &m_visit;
};

/// A struct with a field table.
template <class T>
concept Record = requires
{
    T::fields(0);
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
    M::fields(FieldTable<std::remove_reference_t<Visit>>(visit));
}

} // namespace salon::wire
