// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/protocol/frame_view.h"

#include <QLatin1StringView>

/// The field tables as data that can be asked at run time; for viewFrame().
namespace salon::wire {

struct RecordShape;

struct ValueShape
{
    FramePart::Shape shape = FramePart::Shape::Number;
    QLatin1StringView type{}; ///< of numbers and records that have a name of their own
    bool isEnum = false;
    const RecordShape *record = nullptr; ///< of a record
    const ValueShape *item = nullptr; ///< of a list

    [[nodiscard]] bool hasSecrets() const;
};

struct FieldShape
{
    quint32 key = 0;
    QLatin1StringView name{};
    bool isSecret = false;
    const ValueShape *value = nullptr;
};

struct RecordShape
{
    QList<FieldShape> fields{};
    bool hasSecrets = false; ///< here or in what is inside

    [[nodiscard]] const FieldShape *find(quint64 key) const;
};

/// The fields of a message; null for a number that this build does not know.
[[nodiscard]] const RecordShape *shapeOfMessage(quint64 type);
/// Name of an enumerator; empty when unknown.
[[nodiscard]] QString enumeratorName(QLatin1StringView type, quint64 number);

} // namespace salon::wire
