// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/app/bounded_log.h"

using namespace Qt::StringLiterals;

namespace salon::server {

BoundedLog::BoundedLog(QString path, qint64 maxBytes, int olderFiles)
    : m_path(std::move(path))
    , m_maxBytes(maxBytes)
    , m_olderFiles(olderFiles)
{
}

bool BoundedLog::open()
{
    m_file.setFileName(m_path);
    return m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered);
}

void BoundedLog::write(const QByteArray &line)
{
    if (m_file.isOpen() && m_file.size() > 0 && m_file.size() + line.size() > m_maxBytes)
        turnOver();
    if (m_file.isOpen() || open())
        m_file.write(line);
}

void BoundedLog::turnOver()
{
    m_file.close(); // Windows renames no open file
    const auto older = [this](int number) {
        return u"%1.%2"_s.arg(m_path).arg(number);
    };
    QFile::remove(older(m_olderFiles));
    for (int number = m_olderFiles - 1; number > 0; --number)
        QFile::rename(older(number), older(number + 1));
    const bool isGivenAway = m_olderFiles > 0 && QFile::rename(m_path, older(1));
    if (!isGivenAway) {
        // Somebody reads the file, and so it keeps its name on Windows: what is in it is copied.
        if (m_olderFiles > 0)
            QFile::copy(m_path, older(1));
        if (!QFile::remove(m_path))
            QFile::resize(m_path, 0);
    }
    open();
}

} // namespace salon::server
