// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/protocol/schema.h"

#include "shared/protocol/messages/all.h"

namespace salon::wire {

const QList<RecordInfo> &recordInfos()
{
    static const QList<RecordInfo> infos{
#define SALON_DESCRIBE(name, number, role) describe<salon::name>(),
        SALON_MESSAGES(SALON_DESCRIBE)
#undef SALON_DESCRIBE
#define SALON_DESCRIBE(name) describe<salon::name>(),
            SALON_NESTED_RECORDS(SALON_DESCRIBE)
#undef SALON_DESCRIBE
    };
    return infos;
}

const QList<EnumInfo> &enumInfos()
{
    static const QList<EnumInfo> infos{
#define SALON_VALUE(value) { QLatin1StringView(#value), quint32(Enum::value) },
#define SALON_DESCRIBE(name, VALUES)                                                                                   \
    [] {                                                                                                               \
        using Enum = salon::name;                                                                                      \
        return EnumInfo{ QLatin1StringView(#name), { VALUES(SALON_VALUE) } };                                          \
    }(),
        SALON_WIRE_ENUMS(SALON_DESCRIBE)
#undef SALON_DESCRIBE
#undef SALON_VALUE
    };
    return infos;
}

} // namespace salon::wire
