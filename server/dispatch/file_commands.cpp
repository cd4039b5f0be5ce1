// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/dispatch/file_commands.h"

#include "server/dispatch/file_desk.h"

namespace salon::server {

void openUpload(CommandContext &context, Session &session, const ReplyTo &to, const OpenUpload &message)
{
    context.files->uploads.open(session, to, message);
}

void uploadChunk(CommandContext &context, Session &session, const ReplyTo &to, const UploadChunk &message)
{
    context.files->uploads.add(session, to, message);
}

void cancelUpload(CommandContext &context, Session &session, const ReplyTo &to, const CancelUpload &message)
{
    context.files->uploads.cancel(session, to, message);
}

void openDownload(CommandContext &context, Session &session, const ReplyTo &to, const OpenDownload &message)
{
    context.files->downloads.open(session, to, message);
}

void readChunk(CommandContext &context, Session &session, const ReplyTo &to, const ReadChunk &message)
{
    context.files->downloads.read(session, to, message);
}

void closeDownload(CommandContext &context, Session &session, const ReplyTo &to, const CloseDownload &message)
{
    context.files->downloads.close(session, to, message);
}

} // namespace salon::server
