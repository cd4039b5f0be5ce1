// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/file_words.h"

#include "client-console/screen.h"
#include "shared/base/file_name.h"
#include "shared/client-core/files/file_kind.h"
#include "shared/client-core/text/error_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon::console {
namespace {

QString nameOf(const FileEntry &file)
{
    return Screen::safe(shownName(file));
}

QString folderName(const QString &folder)
{
    return Screen::safe(safeFileName(folder));
}

/// "1:02:03", "0:12"
QString clockOf(qint64 seconds)
{
    const QString rest = u"%1"_s.arg(seconds % 60, 2, 10, QChar(u'0'));
    const qint64 minutes = seconds / 60;
    if (minutes < 60)
        return u"%1:%2"_s.arg(minutes).arg(rest);
    return u"%1:%2:%3"_s.arg(minutes / 60).arg(minutes % 60, 2, 10, QChar(u'0')).arg(rest);
}

} // namespace

QString FileWords::sizeOf(const QList<FileEntry> &files)
{
    constexpr quint64 Most = quint64(1) << 62; // what others claim may not overflow
    quint64 bytes = 0;
    for (const FileEntry &file : files)
        bytes = std::min(Most, bytes + std::min(Most, file.size));
    return sizeText(bytes);
}

QString FileWords::one(const FileEntry &file)
{
    const QString name = nameOf(file);
    const QString above = checkFilePath(file.path) && !file.path.isEmpty() ? Screen::safe(file.path) + u'/' : u""_s;
    return above + name + u" ("_s + sizeText(file.size) + u')';
}

QString FileWords::of(const QList<FileEntry> &files, const QString &folder)
{
    if (files.isEmpty())
        return {};
    if (!folder.isEmpty())
        return tr("📁 %1 (%n file(s), %2)", nullptr, int(files.size())).arg(folderName(folder), sizeOf(files));
    QStringList shown;
    for (qsizetype i = 0; i < std::min(MostNames, files.size()); ++i)
        shown.append(one(files[i]));
    const QString names = u"📎 "_s + shown.join(u", "_s);
    const qsizetype more = files.size() - shown.size();
    return more > 0 ? tr("%1 and %n more (%2 in all)", nullptr, int(more)).arg(names, sizeOf(files)) : names;
}

QString FileWords::names(const QList<FileEntry> &files, const QString &folder)
{
    if (!folder.isEmpty())
        return folderName(folder);
    QStringList shown;
    for (qsizetype i = 0; i < std::min(MostNames, files.size()); ++i)
        shown.append(nameOf(files[i]));
    const qsizetype more = files.size() - shown.size();
    return more > 0 ? tr("%1 and %n more", nullptr, int(more)).arg(shown.join(u", "_s)) : shown.join(u", "_s);
}

QString FileWords::progress(const TransferProgress &progress)
{
    const double part = progress.total == 0 ? 0 : double(progress.done) / double(progress.total);
    const QString percent = tr("%1%").arg(int(std::clamp(part, 0.0, 1.0) * 100));
    switch (progress.state) {
    case TransferProgress::Waiting:
        return progress.error == Error() ? tr("waiting") : ErrorText::of(progress.error);
    case TransferProgress::Hashing:
        return tr("being read: %1").arg(percent);
    case TransferProgress::Paused:
        return tr("paused at %1").arg(percent);
    case TransferProgress::Done:
        return tr("done");
    case TransferProgress::Failed:
        return ErrorText::of(progress.error);
    case TransferProgress::Running:
        break;
    }
    QString words = percent;
    if (progress.bytesPerSecond > 0)
        words += u" · "_s + tr("%1/s").arg(sizeText(quint64(progress.bytesPerSecond)));
    if (progress.secondsLeft >= 0)
        words += u" · "_s + clockOf(std::min(progress.secondsLeft, qint64(359'999)));
    return words;
}

} // namespace salon::console
