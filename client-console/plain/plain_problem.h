// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-console/exit_code.h"
#include "client-console/plain/plain_address.h"
#include "shared/base/error.h"

#include <QCoreApplication>

namespace salon::console {

/// What went wrong in a plain conversation, in one line and as an exit code.
class PlainProblem
{
    Q_DECLARE_TR_FUNCTIONS(salon::console::PlainProblem)

public:
    static QString of(const Error &error, const PlainAddress &address);
    static QString tooLarge(qsizetype limit);
    static ExitCode exitCode(const Error &error);
};

} // namespace salon::console
