// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/error.h"

#include <tl/expected.hpp>

namespace salon {

/// A value or the reason why there is none. No exception crosses a function of ours.
template <class T = void>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected(std::move(error));
}

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, QString detail = {}, QList<QString> params = {})
{
    return tl::unexpected(Error{ code, std::move(detail), std::move(params), std::nullopt });
}

} // namespace salon
