// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/export_commands.h"

#include "client-console/typed_files.h"

#include <QDir>
#include <array>

using namespace Qt::StringLiterals;

namespace salon::console {

ExportCommands::ExportCommands(const Parts &parts)
    : CommandGroup(parts)
{
}

ExportCommands::~ExportCommands()
{
    delete m_export;
}

std::span<const CommandRow<ExportCommands>> ExportCommands::table()
{
    using C = ExportCommands;
    using Row = CommandRow<C>;
    static constexpr std::array all{
        Row{ "export", QT_TR_NOOP("folder"),
            QT_TR_NOOP("Writes the open room into a folder: its messages, its files, and a page to read."),
            &C::exportRoom },
        Row{ "cancel-export", "", QT_TR_NOOP("Stops /export; nothing of it stays."), &C::cancelExport, false },
    };
    return all;
}

bool ExportCommands::run(const QString &name, const QString &argument)
{
    return runRow(*this, table(), name, argument);
}

QList<CommandName> ExportCommands::names() const
{
    return namesOf(table());
}

void ExportCommands::exportRoom(const QString &folder)
{
    if (m_export) {
        refuse(tr("One export runs already: /cancel-export stops it."));
        return;
    }
    const QString where = typedFolder(folder);
    QDir().mkpath(where); // where that is not possible, the export says so
    m_export = workspace().exportRoom(room(), where, this);
    if (!m_export) {
        refuse(Error{});
        return;
    }
    answers().begin();
    screen().notice(tr("Exporting %1 …").arg(spelled(room())));
    connect(m_export, &RoomExport::progressed, this, &ExportCommands::progressed);
    connect(m_export, &RoomExport::finished, this, &ExportCommands::finished);
}

void ExportCommands::cancelExport(const QString &)
{
    if (m_export)
        m_export->cancel();
    else
        refuse(tr("No export runs."));
}

void ExportCommands::progressed(const ExportProgress &progress)
{
    QString words = tr("Export: %1 of %2 messages").arg(progress.events).arg(progress.eventsTotal);
    if (progress.filesTotal > 0)
        words += u" · "_s + tr("%1 of %2 files").arg(progress.files).arg(progress.filesTotal);
    screen().status(words);
}

void ExportCommands::finished(const Result<QString> &folder)
{
    screen().status({});
    m_export->deleteLater();
    m_export = nullptr;
    if (folder)
        screen().success(tr("The room is in %1: index.html is to be read, messages.jsonl for programs.").arg(*folder));
    else
        refuse(folder.error());
    answers().end();
}

} // namespace salon::console
