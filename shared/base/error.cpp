// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/error.h"

namespace salon {

QLatin1StringView errorName(ErrorCode code)
{
    switch (code) {
#define SALON_CASE(name, number)                                                                                       \
    case ErrorCode::name:                                                                                              \
        return QLatin1StringView(#name);
        SALON_ERROR_CODES(SALON_CASE)
#undef SALON_CASE
    }
    return {};
}

} // namespace salon
