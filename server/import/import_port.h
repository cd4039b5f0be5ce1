// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/import/import_failure.h"

#include <functional>

namespace salon::server {

/// How an import goes.
struct ImportReport
{
    enum class Stage : quint8
    {
        Checking, ///< nothing is written yet
        Writing,
        Done,
        Failed
    };
    Stage stage = Stage::Checking;
    qint64 lines = 0; ///< looked at, or written
    qint64 total = 0; ///< lines of the export, once they were counted
    QString room{};
    qint64 added = 0;
    qint64 known = 0; ///< messages that were there already
    qint64 leftOut = 0; ///< lines that are no messages
    qint64 filesMissing = 0; ///< whose content is not in the export
    ImportFailure failure{};
};

/// Reading in messages of an earlier time, as the operator asks for it. Domain thread.
class ImportPort
{
public:
    using Say = std::function<void(const ImportReport &report)>;

    virtual ~ImportPort() = default;

    /// Reads the export in `folder` into the public room of that name, which is made if it is not there; empty: the
    /// name that the export has. `say` is told how it goes, the last time when it is over.
    virtual void importFolder(const QString &folder, const QString &room, Say say) = 0;

protected:
    ImportPort() = default;
    Q_DISABLE_COPY_MOVE(ImportPort)
};

} // namespace salon::server
