// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/protocol/codec.h"

namespace salon::test {

template <class T>
QString valueText(const T &value, const QString &indent)
{
    if constexpr (std::is_same_v<T, bool>)
        return value ? QStringLiteral("true") : QStringLiteral("false");
    else if constexpr (std::is_enum_v<T>)
        return QString::number(quint64(value));
    else if constexpr (std::is_integral_v<T>)
        return QString::number(value);
    else if constexpr (std::is_same_v<T, QString>)
        return u'"' + value + u'"';
    else if constexpr (std::is_same_v<T, QByteArray>)
        return QStringLiteral("h'") + QString::fromLatin1(value.toHex()) + u'\'';
    else if constexpr (std::is_same_v<T, QUuid>)
        return value.toString(QUuid::WithoutBraces);
    else if constexpr (wire::IsStrongId<T>::value)
        return QString::number(value.value);
    else if constexpr (wire::IsOptional<T>::value)
        return value ? valueText(*value, indent) : QStringLiteral("absent");
    else if constexpr (wire::IsList<T>::value) {
        QString text = QStringLiteral("[");
        for (const auto &item : value)
            text += (text.size() > 1 ? QStringLiteral(", ") : QString()) + valueText(item, indent);
        return text + u']';
    } else {
        QString text;
        const T empty{};
        wire::forEachField<T>([&](const auto &field) {
            if (field.presence == wire::Presence::Optional && value.*field.member == empty.*field.member)
                return; // not in the frame
            text += QStringLiteral("\n%1  %2 %3 = ").arg(indent).arg(field.key).arg(QLatin1StringView(field.name))
                + valueText(value.*field.member, indent + QStringLiteral("  "));
        });
        return text;
    }
}

/// What a person reads in a golden file: type, correlation, and one line per field that is there.
template <wire::Message M>
QString messageText(const M &message, quint64 correlation)
{
    return QStringLiteral("%1 %2, correlation %3%4\n")
        .arg(wire::messageName(M::Type))
        .arg(quint32(M::Type))
        .arg(QString::number(correlation), valueText(message, QString()));
}

} // namespace salon::test
