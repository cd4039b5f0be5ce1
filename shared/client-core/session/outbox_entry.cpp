// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/outbox_entry.h"

#include <algorithm>

namespace salon {

bool isChange(const OutboxEntry &entry)
{
    return isChange(entry.kind);
}

bool isWaiting(const OutboxEntry &entry)
{
    return entry.state == SendState::Queued || entry.state == SendState::Sending;
}

bool isUnsent(const OutboxEntry &entry)
{
    return entry.state != SendState::Stored;
}

bool hasFilesToPutUp(const OutboxEntry &entry)
{
    return !entry.files.isEmpty() && !entry.isUploaded;
}

bool areAllForwarded(const QList<OutgoingFile> &files)
{
    return !files.isEmpty() && std::ranges::all_of(files, isForwarded);
}

SendState stateWhenSafe(const OutboxEntry &entry)
{
    return hasFilesToPutUp(entry) ? SendState::Uploading : SendState::Queued;
}

OutboxRecord recordOf(const OutboxEntry &entry)
{
    const bool failed = entry.state == SendState::Failed;
    return { entry.cid, entry.room, entry.text, entry.kind, entry.target, entry.format, entry.emoji, entry.createdMs,
        entry.counter, failed, entry.mayBeStored || (entry.isMarked && !failed), failed ? entry.error : Error(),
        entry.files, entry.folder, entry.isUploaded, entry.isPaused };
}

OutboxEntry entryOf(const OutboxRecord &record)
{
    OutboxEntry entry;
    entry.cid = record.cid;
    entry.room = record.room;
    entry.text = record.text;
    entry.kind = record.kind;
    entry.target = record.target;
    entry.format = record.format;
    entry.emoji = record.emoji;
    entry.createdMs = record.createdMs;
    entry.counter = record.counter;
    entry.files = record.files;
    entry.folder = record.folder;
    entry.isUploaded = record.uploaded;
    entry.isPaused = record.paused;
    entry.state = record.failed ? SendState::Failed : stateWhenSafe(entry);
    entry.error = record.error;
    entry.mayBeStored = entry.isMarked = record.mayBeStored;
    return entry;
}

OutboxEntry entryOf(const Outgoing &checked, const Cid &cid, qint64 nowMs)
{
    OutboxEntry entry;
    entry.cid = cid;
    entry.room = checked.room;
    entry.text = checked.text;
    entry.kind = checked.kind;
    entry.target = checked.target;
    entry.format = checked.format;
    entry.emoji = checked.emoji;
    entry.files = checked.files;
    entry.folder = checked.folder;
    entry.isUploaded = areAllForwarded(checked.files);
    entry.createdMs = nowMs;
    return entry;
}

OutboxEntry queuedAnew(OutboxEntry failed)
{
    failed.state = SendState::Saving;
    failed.error = {};
    dropNumber(failed);
    failed.isUploaded = areAllForwarded(failed.files);
    failed.isPaused = false;
    failed.uploads = 0;
    for (OutgoingFile &file : failed.files) {
        if (isForwarded(file))
            continue;
        file.modifiedMs = 0;
        file.hash.clear();
    }
    return failed;
}

void dropNumber(OutboxEntry &entry)
{
    entry.counter = 0;
    entry.isMarked = false;
}

} // namespace salon
