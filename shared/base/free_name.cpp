// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/free_name.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr int MaxNames = 1000;

} // namespace

bool isNameTaken(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() || info.isSymLink();
}

QString freeName(const QString &path)
{
    const QFileInfo info(path);
    const QString stem = info.path() + u'/' + info.completeBaseName();
    const QString suffix = info.suffix().isEmpty() ? QString() : u'.' + info.suffix();
    for (int number = 2; number < MaxNames; ++number) {
        const QString name = stem + u" (%1)"_s.arg(number) + suffix;
        if (!isNameTaken(name))
            return name;
    }
    return {};
}

} // namespace salon
