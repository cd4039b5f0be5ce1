// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/import/import_port.h"

#include <QCoreApplication>

namespace salon::server {

/// How an import goes, in the operator's language.
class ImportWords
{
    Q_DECLARE_TR_FUNCTIONS(ImportWords)

public:
    [[nodiscard]] static QString report(const ImportReport &report);

private:
    [[nodiscard]] static QString outcome(const ImportReport &report);
    [[nodiscard]] static QString failure(const ImportFailure &failure);
    [[nodiscard]] static QString problem(const ImportFailure &failure);
};

} // namespace salon::server
