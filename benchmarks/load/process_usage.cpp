// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "benchmarks/load/process_usage.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace salon::load {
namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

ProcessUsage ProcessUsage::of(qint64 processId)
{
    ProcessUsage usage;
    const QString base = u"/proc/%1"_s.arg(processId);
    // schedstat counts nanoseconds where stat counts ticks of 10 ms.
    for (const QString &thread : QDir(base + u"/task"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QByteArray text = contentOf(base + u"/task/"_s + thread + u"/schedstat"_s);
        usage.cpuSeconds += text.split(' ').value(0).toDouble() / 1e9;
    }
    for (const QByteArray &line : contentOf(base + u"/status"_s).split('\n')) {
        if (line.startsWith("VmRSS:"))
            usage.residentKiB = line.mid(6).trimmed().split(' ').value(0).toLongLong();
    }
    return usage;
}

} // namespace salon::load
