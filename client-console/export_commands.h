// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-console/command_group.h"

#include <QPointer>

namespace salon::console {

/// Writing the open room into a folder (docs/EXPORT.md).
class ExportCommands : public CommandGroup
{
    Q_OBJECT

public:
    explicit ExportCommands(const Parts &parts);
    ~ExportCommands() override;
    Q_DISABLE_COPY_MOVE(ExportCommands)

    bool run(const QString &name, const QString &argument) override;
    [[nodiscard]] QList<CommandName> names() const override;
    [[nodiscard]] static std::span<const CommandRow<ExportCommands>> table();

private:
    void exportRoom(const QString &folder);
    void cancelExport(const QString &);
    void progressed(const ExportProgress &progress);
    void finished(const Result<QString> &folder);

    QPointer<RoomExport> m_export;
};

} // namespace salon::console
