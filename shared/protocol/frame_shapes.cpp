// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/protocol/frame_shapes.h"

#include "shared/base/error.h"
#include "shared/protocol/messages/all.h"
#include "shared/protocol/schema.h"

#include <QHash>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon::wire {
namespace {

constexpr QLatin1StringView ErrorCodeType = "ErrorCode"_L1;

template <Record T>
const RecordShape &recordShape();

template <class T>
ValueShape makeShape()
{
    using Shape = FramePart::Shape;
    if constexpr (std::is_same_v<T, bool>)
        return { Shape::Boolean };
    else if constexpr (std::is_enum_v<T>)
        return { Shape::Number, enumName(T{}), true };
    else if constexpr (std::is_integral_v<T>)
        return { std::is_signed_v<T> ? Shape::Time : Shape::Number }; // the only signed members are times
    else if constexpr (std::is_same_v<T, QString>)
        return { Shape::Text };
    else if constexpr (std::is_same_v<T, QByteArray>)
        return { Shape::Bytes };
    else if constexpr (std::is_same_v<T, QUuid>)
        return { Shape::Uuid };
    else if constexpr (IsStrongId<T>::value)
        return { Shape::Number, idName(T{}) };
    else
        return { Shape::Record, recordName<T>(), false, &recordShape<T>() };
}

template <class T>
const ValueShape &valueShape()
{
    if constexpr (IsOptional<T>::value) {
        return valueShape<typename IsOptional<T>::Value>();
    } else if constexpr (IsList<T>::value) {
        static const ValueShape shape{ FramePart::Shape::List, {}, false, nullptr,
            &valueShape<typename IsList<T>::Item>() };
        return shape;
    } else {
        static const ValueShape shape = makeShape<T>();
        return shape;
    }
}

/// Fields that hold an ErrorCode are plain numbers in the tables, since a peer may know more codes than this build.
template <class T>
constexpr bool holdsErrorCode(quint32 key)
{
    if constexpr (std::is_same_v<T, Failed>)
        return key == 1;
    else if constexpr (std::is_same_v<T, PeerRefused>)
        return key == 2;
    else
        return false;
}

template <Record T>
RecordShape makeRecord()
{
    static const ValueShape errorCode{ FramePart::Shape::Number, ErrorCodeType, true };
    RecordShape record;
    forEachField<T>([&]<class Value>(const Field<T, Value> &field) {
        const ValueShape *shape = holdsErrorCode<T>(field.key) ? &errorCode : &valueShape<Value>();
        const bool isSecret = field.secrecy == Secrecy::Hidden;
        record.fields.append({ field.key, QLatin1StringView(field.name), isSecret, shape });
        record.hasSecrets = record.hasSecrets || isSecret || shape->hasSecrets();
    });
    return record;
}

template <Record T>
const RecordShape &recordShape()
{
    static const RecordShape record = makeRecord<T>();
    return record;
}

} // namespace

bool ValueShape::hasSecrets() const
{
    return (record && record->hasSecrets) || (item && item->hasSecrets());
}

const FieldShape *RecordShape::find(quint64 key) const
{
    const auto found
        = std::find_if(fields.cbegin(), fields.cend(), [key](const FieldShape &field) { return field.key == key; });
    return found == fields.cend() ? nullptr : &*found;
}

const RecordShape *shapeOfMessage(quint64 type)
{
    static const QHash<quint64, const RecordShape *> shapes{
#define SALON_SHAPE(name, number, role) { number, &recordShape<salon::name>() },
        SALON_MESSAGES(SALON_SHAPE)
#undef SALON_SHAPE
    };
    return shapes.value(type);
}

QString enumeratorName(QLatin1StringView type, quint64 number)
{
    if (type == ErrorCodeType)
        return number <= std::numeric_limits<quint16>::max() ? QString(errorName(ErrorCode(number))) : QString();
    for (const EnumInfo &info : enumInfos()) {
        if (info.name != type)
            continue;
        for (const EnumValue &value : info.values) {
            if (value.number == number)
                return value.name;
        }
    }
    return {};
}

} // namespace salon::wire
