// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/protocol/message_types.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <optional>

namespace salon {

/// What a stretch of a frame's bytes is there for. Together the stretches cover the frame without a gap.
enum class FrameByteKind
{
    Length, ///< the four bytes in front
    Structure, ///< CBOR's own: "a map of three pairs", "a text of ten bytes"
    Type, ///< number of the message
    Correlation,
    Key, ///< number of a field
    Value,
    Hidden, ///< a value that nobody may see
    Unreadable ///< no CBOR, or not what a frame holds
};

struct FrameStretch
{
    FrameByteKind kind = FrameByteKind::Value;
    qsizetype at = 0;
    qsizetype size = 0;

    friend bool operator==(const FrameStretch &, const FrameStretch &) = default;
};

/// A thing in a frame, from outside in: prefix, envelope, fields, what is in the fields.
struct FramePart
{
    enum class Kind
    {
        Length,
        Envelope, ///< the array [type, correlation, fields]; its items are not below but after it
        Type,
        Correlation,
        Fields, ///< the map; its fields are below it
        Field, ///< a pair of key and value
        Item, ///< of a list
        Unreadable
    };
    enum class Shape
    {
        Number,
        Time, ///< milliseconds since 1970 UTC
        Boolean,
        Text,
        Bytes,
        Uuid,
        List,
        Record,
        Other ///< negative or fractional: no field of this build has such a value
    };

    Kind kind = Kind::Field;
    Shape shape = Shape::Number;
    quint64 key = 0; ///< of a field
    QString name{}; ///< of a field in its table; empty for one that this build does not know
    QString type{}; ///< "RoomId", "EventKind", "Profile"; empty where the shape says it all
    QString word{}; ///< what the number is called: "Moderator"
    bool isHidden = false; ///< neither number nor content are there
    quint64 number = 0; ///< number, time, boolean; pairs or items of containers; size of text and bytes
    QByteArray content{}; ///< of text, bytes and UUID
    qsizetype at = 0; ///< all its bytes, those of its key and of the parts below included
    qsizetype size = 0;
    QList<FramePart> parts{};
};

/// One frame taken apart by the field tables.
struct FrameView
{
    quint32 type = 0;
    quint64 correlation = 0;
    QLatin1StringView name{}; ///< of the message; empty: this build does not know it
    std::optional<MessageRole> role{};
    bool isUnderstood = false; ///< from the first byte to the last
    QList<FramePart> parts{};
    QList<FrameStretch> stretches{};
};

/// Takes a whole frame, length prefix included, apart. Frames may come from anybody: whatever the bytes are, this
/// returns, and parts never lie outside of them. Values of secret fields (field_table.h), and of fields and messages
/// that this build does not know, are in no part; only their places are.
[[nodiscard]] FrameView viewFrame(const QByteArray &frame);

/// Overwrites in place what viewFrame() hides; the frame keeps its size, and its view stays the same.
void hideSecrets(QByteArray &frame);

} // namespace salon
