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

} // namespace salon
