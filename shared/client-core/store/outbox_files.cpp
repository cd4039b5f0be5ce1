// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/store/outbox_files.h"

#include "shared/client-core/store/packed_record.h"

namespace salon {
namespace {

/// Of this computer only: paths are as long as they are.
constexpr quint32 MaxPathBytes = 32 * 1024;

struct StoredFile
{
    FileEntry entry{};
    QString path{};
    bool isTemporary = false;
    qint64 modifiedMs = 0;

    static constexpr void fields(auto table)
    {
        using M = StoredFile;
        table(table.required(1, "entry", &M::entry), table.required(2, "path", &M::path, MaxPathBytes),
            table.optional(3, "isTemporary", &M::isTemporary), table.optional(4, "modifiedMs", &M::modifiedMs));
    }
    friend bool operator==(const StoredFile &, const StoredFile &) = default;
};

struct StoredFiles
{
    QList<StoredFile> files{};
    QString folder{};
    bool uploaded = false;
    bool paused = false;

    static constexpr void fields(auto table)
    {
        using M = StoredFiles;
        table(table.required(1, "files", &M::files, 1000), table.optional(2, "folder", &M::folder, 120),
            table.optional(3, "uploaded", &M::uploaded), table.optional(4, "paused", &M::paused));
    }
};

} // namespace

QByteArray packedFiles(const OutboxRecord &record)
{
    if (record.files.isEmpty())
        return {};
    StoredFiles stored;
    stored.folder = record.folder;
    stored.uploaded = record.uploaded;
    stored.paused = record.paused;
    for (const OutgoingFile &file : record.files) {
        FileEntry entry = entryOf(file);
        if (entry.hash.isEmpty())
            entry.hash = QByteArray(32, '\0'); // not known yet
        stored.files.append({ entry, file.path, file.isTemporary, file.modifiedMs });
    }
    return packed(stored);
}

bool unpackFiles(const QByteArray &bytes, OutboxRecord &record)
{
    if (bytes.isEmpty())
        return true;
    StoredFiles stored;
    if (!unpack(bytes, stored))
        return false;
    record.folder = stored.folder;
    record.uploaded = stored.uploaded;
    record.paused = stored.paused;
    for (const StoredFile &file : stored.files) {
        OutgoingFile outgoing{ file.path, file.entry.name, file.entry.mediaType, file.entry.width, file.entry.height,
            file.entry.path, file.isTemporary, file.entry.size, file.modifiedMs, file.entry.hash };
        if (outgoing.hash == QByteArray(32, '\0'))
            outgoing.hash.clear();
        record.files.append(outgoing);
    }
    return true;
}

} // namespace salon
