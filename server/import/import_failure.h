// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/error.h"

#include <QString>
#include <tl/expected.hpp>

namespace salon::server {

/// Why an export is not read in.
enum class ImportProblem : quint8
{
    AlreadyRunning,
    CannotRead, ///< what: the path
    NotAnExport,
    UnknownVersion,
    LineTooLong,
    NotJson,
    BadField, ///< what: its name
    SeqNotRising,
    BadText, ///< error: of checkMessageText()
    BadFilePlace, ///< what: where the content is said to be
    FileMissing, ///< what: the same
    FileDamaged, ///< what: the same; another size or hash
    FilesSwitchedOff,
    NoMessages,
    Changed, ///< the file is not the one that was checked
    Refused, ///< error: of the server, its store or its disk
};

struct ImportFailure
{
    ImportProblem problem = ImportProblem::CannotRead;
    qint64 line = 0; ///< of messages.jsonl, from 1 on; 0: none in particular
    QString what{};
    Error error{};
};

template <class T = void>
using ImportResult = tl::expected<T, ImportFailure>;

[[nodiscard]] inline tl::unexpected<ImportFailure> failImport(ImportProblem problem, const QString &what = {})
{
    return tl::unexpected(ImportFailure{ problem, 0, what, {} });
}

} // namespace salon::server
