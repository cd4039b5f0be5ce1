// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/timeline/file_offers.h"

#include "client-gui/files/image_decoder.h"
#include "client-gui/timeline/timeline_row.h"
#include "shared/client-core/files/file_kind.h"
#include "shared/client-core/text/error_text.h"

#include <QLocale>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

const auto Between = u" · "_s;

quint64 sumOf(const QList<FileEntry> &files)
{
    quint64 sum = 0;
    for (const FileEntry &file : files)
        sum += std::min(file.size, std::numeric_limits<quint64>::max() - sum);
    return sum;
}

} // namespace

bool FileOffer::isPicture(const FileEntry &file)
{
    return isImage(file) && ImageDecoder::canRead(file.name);
}

bool FileOffer::isAway(const TransferProgress &progress)
{
    return progress.state == TransferProgress::Waiting && progress.total == 0;
}

bool FileOffer::isUnderWay(const TransferProgress &progress)
{
    return !isAway(progress) && progress.state != TransferProgress::Done && progress.state != TransferProgress::Failed;
}

QList<FileAction> FileOffer::of(const TimelineRow &row, const FileEntry &file, const TransferProgress &progress)
{
    QList<FileAction> list;
    const bool isHere = progress.state == TransferProgress::Done;
    if (isPicture(file))
        list.append(FileAction::View);
    if (row.seq <= 0)
        return list; // one's own, not stored yet: it lies on this computer
    if (isHere && !isDangerous(file))
        list.append(FileAction::Open);
    if (isAway(progress) || progress.state == TransferProgress::Failed) {
        list.append(FileAction::Fetch);
    } else if (isUnderWay(progress)) {
        list.append(progress.state == TransferProgress::Paused ? FileAction::Resume : FileAction::Pause);
        list.append(FileAction::Cancel);
    }
    list.append(FileAction::SaveAs);
    list.append(FileAction::ShowInFolder);
    if (isHere && isPicture(file))
        list.append(FileAction::CopyPicture);
    return list;
}

QList<FileAction> FileOffer::buttons(const TimelineRow &row, const FileEntry &file, const TransferProgress &progress)
{
    QList<FileAction> list = of(row, file, progress);
    if (isUnderWay(progress))
        list.removeIf([](FileAction a) { return a == FileAction::SaveAs || a == FileAction::ShowInFolder; });
    list.removeIf([](FileAction a) { return a == FileAction::View || a == FileAction::CopyPicture; });
    if (list.contains(FileAction::Fetch))
        list.removeAll(FileAction::ShowInFolder);
    return list.first(std::min<qsizetype>(list.size(), 3));
}

std::optional<FileAction> FileOffer::onClick(
    const TimelineRow &row, const FileEntry &file, const TransferProgress &progress)
{
    if (isPicture(file) && row.folder.isEmpty())
        return FileAction::View;
    if (row.seq <= 0 || isUnderWay(progress))
        return std::nullopt;
    return progress.state == TransferProgress::Done ? FileAction::Open : FileAction::Fetch;
}

QString FileOffer::words(FileAction action)
{
    switch (action) {
    case FileAction::View:
        return tr("Show the picture large");
    case FileAction::Open:
        return tr("Open");
    case FileAction::Fetch:
        return tr("Download");
    case FileAction::Pause:
        return tr("Pause the download");
    case FileAction::Resume:
        return tr("Go on with the download");
    case FileAction::Cancel:
        return tr("Stop the download");
    case FileAction::SaveAs:
        return tr("Save as…");
    case FileAction::ShowInFolder:
        return tr("Show in the folder");
    case FileAction::CopyPicture:
        return tr("Copy the picture");
    case FileAction::SaveAll:
        return tr("Save all files…");
    case FileAction::PauseUpload:
        return tr("Pause sending");
    case FileAction::ResumeUpload:
        return tr("Go on sending");
    case FileAction::CancelUpload:
        return tr("Do not send");
    }
    return {};
}

QString FileOffer::icon(FileAction action)
{
    switch (action) {
    case FileAction::View:
        return u"eye"_s;
    case FileAction::Open:
        return u"open"_s;
    case FileAction::Fetch:
        return u"download"_s;
    case FileAction::Pause:
    case FileAction::PauseUpload:
        return u"pause"_s;
    case FileAction::Resume:
    case FileAction::ResumeUpload:
        return u"play"_s;
    case FileAction::Cancel:
    case FileAction::CancelUpload:
        return u"close"_s;
    case FileAction::SaveAs:
    case FileAction::SaveAll:
        return u"save"_s;
    case FileAction::ShowInFolder:
        return u"folder"_s;
    case FileAction::CopyPicture:
        return u"copy"_s;
    }
    return {};
}

QString FileOffer::described(const FileEntry &file)
{
    //: A file. %1 is its name, %2 its size, or what else is known of it
    return tr("%1, %2").arg(shownName(file), facts(file));
}

QString FileOffer::facts(const FileEntry &file)
{
    if (!isImage(file))
        return sizeText(file.size);
    //: A picture. %1 × %2 is its size in pixels, %3 its size as a file
    return tr("%1 × %2, %3").arg(QString::number(file.width), QString::number(file.height), sizeText(file.size));
}

QString FileOffer::summed(const QList<FileEntry> &files)
{
    //: %1 is their size together
    return tr("%n file(s), %1", nullptr, int(files.size())).arg(sizeText(sumOf(files)));
}

QString FileOffer::amount(const TransferProgress &progress)
{
    //: How far a file came: %1 and %2 are sizes
    QString words = tr("%1 of %2").arg(sizeText(progress.done), sizeText(progress.total));
    if (progress.bytesPerSecond > 0)
        //: Speed: %1 is a size
        words += Between + tr("%1/s").arg(sizeText(quint64(progress.bytesPerSecond)));
    const qint64 left = progress.secondsLeft;
    if (left >= 0 && left < 60)
        words += Between + tr("%n s left", nullptr, int(std::max<qint64>(left, 1)));
    else if (left >= 60 && left < 3600)
        words += Between + tr("%n min left", nullptr, int((left + 30) / 60));
    else if (left >= 3600)
        words += Between + tr("%n h left", nullptr, int(std::min<qint64>((left + 1800) / 3600, 9999)));
    return words;
}

QString FileOffer::state(const FileEntry &file, const TransferProgress &progress)
{
    switch (progress.state) {
    case TransferProgress::Done:
        break;
    case TransferProgress::Waiting:
    case TransferProgress::Hashing:
        if (!isAway(progress))
            return tr("Waiting") + Between + sizeText(file.size);
        break;
    case TransferProgress::Running:
        return amount(progress);
    case TransferProgress::Paused:
        return tr("Paused") + Between + amount(progress);
    case TransferProgress::Failed:
        return ErrorText::of(progress.error);
    }
    return sizeText(file.size);
}

QString FileOffer::uploadState(const TransferProgress &progress)
{
    switch (progress.state) {
    case TransferProgress::Waiting:
        return progress.error.code != ErrorCode::Internal ? ErrorText::of(progress.error) : tr("Waiting to be sent");
    case TransferProgress::Hashing:
        return tr("Reading the files…");
    case TransferProgress::Running:
        return amount(progress);
    case TransferProgress::Paused:
        return tr("Paused") + Between + amount(progress);
    case TransferProgress::Done:
        return tr("All is sent; the message follows.");
    case TransferProgress::Failed:
        return ErrorText::of(progress.error);
    }
    return {};
}

double FileOffer::share(const TransferProgress &progress)
{
    if (!isUnderWay(progress))
        return -1;
    return progress.total > 0 ? std::clamp(double(progress.done) / double(progress.total), 0.0, 1.0) : 0;
}

TransferProgress FileOffer::summed(const QList<TransferProgress> &all)
{
    TransferProgress sum;
    const auto count = [&all](auto what) {
        return std::count_if(all.cbegin(), all.cend(), what);
    };
    const auto here = count([](const TransferProgress &p) { return p.state == TransferProgress::Done; });
    const auto underWay = count(&FileOffer::isUnderWay);
    if (!all.isEmpty() && here == all.size())
        sum.state = TransferProgress::Done;
    if (underWay == 0)
        return sum;
    const bool isPaused
        = count([](const TransferProgress &p) { return p.state == TransferProgress::Paused; }) == underWay;
    sum.state = isPaused ? TransferProgress::Paused : TransferProgress::Running;
    for (const TransferProgress &one : all) {
        sum.done += one.done;
        sum.total += one.total;
        sum.bytesPerSecond += one.bytesPerSecond;
    }
    if (sum.bytesPerSecond > 0 && sum.total >= sum.done)
        sum.secondsLeft = qint64((sum.total - sum.done) / quint64(sum.bytesPerSecond));
    return sum;
}

} // namespace salon
