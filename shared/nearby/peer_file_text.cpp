// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/nearby/peer_file_text.h"

#include <QLocale>

namespace salon {
namespace {

int percent(quint64 done, quint64 bytes)
{
    return bytes == 0 ? 100 : int(double(done) * 100.0 / double(bytes));
}

} // namespace

QString PeerFileText::size(quint64 bytes)
{
    return QLocale().formattedDataSize(qint64(bytes), 1, QLocale::DataSizeTraditionalFormat);
}

QString PeerFileText::of(const PeerEntry &entry, quint64 done)
{
    //: %1 "4.2 MB", %2 "waiting for their answer"
    return tr("%1, %2").arg(size(entry.fileBytes), state(entry, done));
}

QString PeerFileText::state(const PeerEntry &entry, quint64 done)
{
    const bool isMine = entry.isMine();
    const int part = percent(done, entry.fileBytes);
    switch (entry.file) {
    case PeerFileState::None:
        return {};
    case PeerFileState::Offered:
        return isMine ? tr("waiting for their answer") : tr("offered to you");
    case PeerFileState::Accepted:
        if (done == 0)
            return isMine ? tr("accepted") : tr("waiting for the rest");
        //: a file under way; %1 is a number
        return isMine ? tr("sending, %1 %").arg(part) : tr("receiving, %1 %").arg(part);
    case PeerFileState::Paused:
        return isMine ? tr("paused by them") : tr("paused");
    case PeerFileState::Whole:
        return isMine ? tr("delivered") : tr("received");
    case PeerFileState::Declined:
        return isMine ? tr("not wanted") : tr("refused");
    case PeerFileState::Unavailable:
        if (!isMine)
            return tr("no longer there");
        return entry.filePath.isEmpty() ? tr("taken back") : tr("cannot be read any more, or has changed");
    case PeerFileState::Damaged:
        return isMine ? tr("arrived damaged") : tr("arrived damaged and was deleted");
    }
    return {};
}

} // namespace salon
