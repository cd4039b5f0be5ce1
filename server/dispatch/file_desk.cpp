// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/dispatch/file_desk.h"

namespace salon::server {

FileDesk::FileDesk(CommandContext &context, BlobLane &blobs)
    : lane(blobs)
    , books(context, blobs, context.state.blobBytes)
    , uploads(context, blobs, books)
    , downloads(context, blobs)
{
    QObject::connect(&context, &CommandContext::published, &downloads, [this](const Event &event) {
        if (event.kind == EventKind::Deleted)
            downloads.forgetMessage(event.room, event.target);
    });
}

void FileDesk::closeConnection(ConnectionId connection)
{
    uploads.closeConnection(connection);
    downloads.closeConnection(connection);
}

} // namespace salon::server
