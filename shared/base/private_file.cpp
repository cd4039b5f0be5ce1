// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/private_file.h"

#include <QFile>
#include <QSaveFile>

namespace salon {

Result<> writePrivateFile(const QString &path, const QByteArray &data, bool publicReadable)
{
    QSaveFile file(path);
    file.setDirectWriteFallback(false);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::CannotOpenFile, file.errorString(), { path });
    QFileDevice::Permissions permissions = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    if (publicReadable)
        permissions |= QFileDevice::ReadGroup | QFileDevice::ReadOther;
    // Before the first byte: the content must never be readable by others, not even for a moment.
    if (!file.setPermissions(permissions) || file.write(data) != data.size() || !file.commit())
        return fail(ErrorCode::CannotOpenFile, file.errorString(), { path });
    return {};
}

Result<QByteArray> readSmallFile(const QString &path, qint64 maxBytes)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::CannotOpenFile, file.errorString(), { path });
    if (file.size() > maxBytes)
        return fail(ErrorCode::CannotOpenFile, QStringLiteral("larger than %1 bytes").arg(maxBytes), { path });
    return file.readAll();
}

} // namespace salon
