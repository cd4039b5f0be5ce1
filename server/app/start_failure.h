// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/app/exit_code.h"

#include <QString>
#include <tl/expected.hpp>

namespace salon::server {

/// Why the server cannot start: how the program ends, and one translated sentence.
struct StartFailure
{
    ExitCode code = ExitCode::Failed;
    QString sentence{};
};

template <class T = void>
using StartResult = tl::expected<T, StartFailure>;

} // namespace salon::server
