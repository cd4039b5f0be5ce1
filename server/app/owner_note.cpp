// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/app/owner_note.h"

#include "shared/base/private_file.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace salon::server {

OwnerNote::OwnerNote(const QString &dataFolder)
    : m_path(dataFolder + u"/owner-link.txt"_s)
{
}

Result<> OwnerNote::write(const QString &link, const QString &code) const
{
    return writePrivateFile(m_path, u"%1\n%2\n"_s.arg(link, code).toUtf8());
}

void OwnerNote::remove() const
{
    QFile::remove(m_path);
}

} // namespace salon::server
