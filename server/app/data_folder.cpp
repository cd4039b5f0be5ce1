// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/app/data_folder.h"

#include "shared/base/portable.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryFile>

using namespace Qt::StringLiterals;

namespace salon::server {

QString defaultDataFolder()
{
    // systemd names several folders separated by colons; ours is the first. On Windows windows_service sets it.
    const QString state = qEnvironmentVariable("STATE_DIRECTORY").section(QDir::listSeparator(), 0, 0);
    if (!state.isEmpty())
        return state;
    if (const QString portable = portableFolder(); !portable.isEmpty())
        return portable;
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/salon-server"_s;
}

Result<> prepareDataFolder(const QString &folder)
{
    const QFileInfo info(folder);
    if (info.exists() && !info.isDir())
        return fail(ErrorCode::CannotOpenFile, u"not a folder"_s, { folder });
    if (!info.exists()) {
        const QString parent = QFileInfo(info.absoluteFilePath()).absolutePath();
        const auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
        if (!QDir().mkpath(parent) || !QDir().mkdir(folder, ownerOnly))
            return fail(ErrorCode::CannotOpenFile, u"it cannot be made"_s, { folder });
    }
    QTemporaryFile probe(folder + u"/.probe-XXXXXX"_s);
    if (!probe.open() || probe.write("salon", 5) != 5 || !probe.flush())
        return fail(ErrorCode::CannotOpenFile, probe.errorString(), { folder });
    return {};
}

} // namespace salon::server
