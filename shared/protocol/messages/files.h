// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"
#include "shared/protocol/field_table.h"
#include "shared/protocol/limits.h"
#include "shared/protocol/message_types.h"

namespace salon {

/// Wants to put a file on the server, which a message can name then. What an account sent of the same content before,
/// also on another connection, need not be sent again. Answer: UploadOpened. Failed with FileTooLarge{limit},
/// DailyQuotaReached, QuotaReached, StorageFull, TooManyTransfers{limit}.
struct OpenUpload
{
    static constexpr auto Type = MessageType::OpenUpload;
    QByteArray hash{}; ///< SHA-256 of the content, 32 bytes
    quint64 size = 0; ///< bytes

    static constexpr void fields(auto table)
    {
        table(table.required(1, "hash", &OpenUpload::hash, 32), table.required(2, "size", &OpenUpload::size));
    }
    friend bool operator==(const OpenUpload &, const OpenUpload &) = default;
};

struct UploadOpened
{
    static constexpr auto Type = MessageType::UploadOpened;
    quint64 upload = 0; ///< of this connection
    quint64 offset = 0; ///< what the server has already; the size: everything, there is nothing to send

    static constexpr void fields(auto table)
    {
        table(table.required(1, "upload", &UploadOpened::upload), table.required(2, "offset", &UploadOpened::offset));
    }
    friend bool operator==(const UploadOpened &, const UploadOpened &) = default;
};

/// The next bytes; several may be on their way. Answer: Done, for the last one when the file is whole and on disk.
/// Failed with UploadUnknown, OffsetWrong{expected}, FileDamaged (another hash: start again), StorageFull.
struct UploadChunk
{
    static constexpr auto Type = MessageType::UploadChunk;
    quint64 upload = 0;
    quint64 offset = 0;
    QByteArray data{}; ///< at most ServerLimits::chunkBytes

    static constexpr void fields(auto table)
    {
        using M = UploadChunk;
        table(table.required(1, "upload", &M::upload), table.required(2, "offset", &M::offset),
            table.required(3, "data", &M::data, wire_limits::MaxChunkBytes));
    }
    friend bool operator==(const UploadChunk &, const UploadChunk &) = default;
};

/// The file is not wanted any more: what came of it is removed. Answer: Done.
struct CancelUpload
{
    static constexpr auto Type = MessageType::CancelUpload;
    quint64 upload = 0;

    static constexpr void fields(auto table) { table(table.required(1, "upload", &CancelUpload::upload)); }
    friend bool operator==(const CancelUpload &, const CancelUpload &) = default;
};

/// Wants a file of a message that the account can read. Answer: DownloadOpened. Failed with MessageUnknown, FileGone
/// (the message was deleted), TooManyTransfers{limit}.
struct OpenDownload
{
    static constexpr auto Type = MessageType::OpenDownload;
    RoomId room{};
    Seq seq = 0;
    quint32 index = 0; ///< among the message's files, from 0 on

    static constexpr void fields(auto table)
    {
        using M = OpenDownload;
        table(table.required(1, "room", &M::room), table.required(2, "seq", &M::seq),
            table.optional(3, "index", &M::index));
    }
    friend bool operator==(const OpenDownload &, const OpenDownload &) = default;
};

struct DownloadOpened
{
    static constexpr auto Type = MessageType::DownloadOpened;
    quint64 download = 0; ///< of this connection
    quint64 size = 0;
    QByteArray hash{};

    static constexpr void fields(auto table)
    {
        using M = DownloadOpened;
        table(table.required(1, "download", &M::download), table.required(2, "size", &M::size),
            table.required(3, "hash", &M::hash, 32));
    }
    friend bool operator==(const DownloadOpened &, const DownloadOpened &) = default;
};

/// Some bytes of it, from anywhere; several may be asked for at once, and come in that order. Answer: FileChunk. Failed
/// with FileGone.
struct ReadChunk
{
    static constexpr auto Type = MessageType::ReadChunk;
    quint64 download = 0;
    quint64 offset = 0;
    quint32 length = 0; ///< at most ServerLimits::chunkBytes

    static constexpr void fields(auto table)
    {
        using M = ReadChunk;
        table(table.required(1, "download", &M::download), table.required(2, "offset", &M::offset),
            table.required(3, "length", &M::length));
    }
    friend bool operator==(const ReadChunk &, const ReadChunk &) = default;
};

struct FileChunk
{
    static constexpr auto Type = MessageType::FileChunk;
    quint64 offset = 0;
    QByteArray data{}; ///< fewer bytes than asked for only at the end

    static constexpr void fields(auto table)
    {
        table(table.required(1, "offset", &FileChunk::offset),
            table.optional(2, "data", &FileChunk::data, wire_limits::MaxChunkBytes));
    }
    friend bool operator==(const FileChunk &, const FileChunk &) = default;
};

/// Answer: Done.
struct CloseDownload
{
    static constexpr auto Type = MessageType::CloseDownload;
    quint64 download = 0;

    static constexpr void fields(auto table) { table(table.required(1, "download", &CloseDownload::download)); }
    friend bool operator==(const CloseDownload &, const CloseDownload &) = default;
};

} // namespace salon
