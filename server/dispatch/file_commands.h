// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/dispatch/command_context.h"
#include "shared/protocol/messages/files.h"

/// Transfers of files; for sessions with the feature "files", which a server without a file desk does not have.
namespace salon::server {

void openUpload(CommandContext &context, Session &session, const ReplyTo &to, const OpenUpload &message);
void uploadChunk(CommandContext &context, Session &session, const ReplyTo &to, const UploadChunk &message);
void cancelUpload(CommandContext &context, Session &session, const ReplyTo &to, const CancelUpload &message);
void openDownload(CommandContext &context, Session &session, const ReplyTo &to, const OpenDownload &message);
void readChunk(CommandContext &context, Session &session, const ReplyTo &to, const ReadChunk &message);
void closeDownload(CommandContext &context, Session &session, const ReplyTo &to, const CloseDownload &message);

} // namespace salon::server
