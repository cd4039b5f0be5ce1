// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/portable.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace salon {

QString portableFolder(const QString &programFolder, const QString &name)
{
    return QFileInfo(programFolder + u"/portable"_s).isFile() ? programFolder + u"/data/"_s + name : QString();
}

QString portableFolder()
{
#ifdef Q_OS_WIN
    return portableFolder(QCoreApplication::applicationDirPath(), QCoreApplication::applicationName());
#else
    return {};
#endif
}

} // namespace salon
