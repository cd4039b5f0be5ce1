// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "resources/app_icon.h"

#include <initializer_list>

using namespace Qt::StringLiterals;

namespace salon {

QIcon appIcon()
{
    QIcon icon;
    for (const int size : { 16, 24, 32, 48, 64, 128, 256, 512 })
        icon.addFile(u":/app-icon/%1.png"_s.arg(size), QSize(size, size));
    return icon;
}

} // namespace salon
