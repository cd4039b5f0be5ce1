// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFile>
#include <QString>

namespace salon::server {

/// A log file that cannot fill the disk: once it holds `maxBytes` it becomes NAME.1, what was NAME.1 becomes NAME.2,
/// and so on; of those only `olderFiles` are kept. For one thread.
class BoundedLog
{
public:
    BoundedLog(QString path, qint64 maxBytes, int olderFiles);

    /// Opens the file and goes on at its end; makes it if there is none.
    bool open();
    /// A line with its line feed. What cannot be written (a full disk) is lost; the next line is tried again.
    void write(const QByteArray &line);

private:
    void turnOver();

    QString m_path;
    qint64 m_maxBytes;
    int m_olderFiles;
    QFile m_file;
};

} // namespace salon::server
