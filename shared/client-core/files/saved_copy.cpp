// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/files/saved_copy.h"

#include "shared/base/file_name.h"
#include "shared/base/free_name.h"
#include "shared/base/safe_file.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr qint64 CopiedAtOnce = 1024 * 1024;
constexpr int MostTries = 20; ///< when others take the free names

/// Programs ask before they open what has this.
void markAsFromNetwork([[maybe_unused]] const QString &path)
{
#ifdef Q_OS_WIN
    QFile mark(path + u":Zone.Identifier"_s);
    if (mark.open(QIODevice::WriteOnly))
        mark.write("[ZoneTransfer]\r\nZoneId=3\r\n");
#endif
}

bool create(QFile &file, QString &path)
{
    const QString wanted = path;
    for (int tries = 0; tries < MostTries; ++tries) {
        if (!isNameTaken(path) && safe_file::open(file, path, safe_file::Use::Create))
            return true;
        if (!isNameTaken(path))
            return false;
        path = freeName(wanted);
        if (path.isEmpty())
            return false;
    }
    return false;
}

} // namespace

Result<QString> saveCopy(const QString &from, const QString &target, const QString &name)
{
    QFile source;
    if (!safe_file::open(source, from, safe_file::Use::Read))
        return fail(ErrorCode::CannotOpenFile, {}, { from });
    QString path = QFileInfo(target).isDir() ? target + u'/' + safeFileName(name) : target;
    QFile copy;
    if (!create(copy, path))
        return fail(ErrorCode::CannotOpenFile, {}, { path.isEmpty() ? target : path });
    markAsFromNetwork(path);
    bool isWhole = true;
    while (isWhole && !source.atEnd()) {
        const QByteArray piece = source.read(CopiedAtOnce);
        isWhole = !piece.isEmpty() && copy.write(piece) == piece.size();
    }
    if (isWhole && safe_file::sync(copy))
        return path;
    copy.close();
    QFile::remove(path);
    return fail(ErrorCode::StorageFull);
}

} // namespace salon
