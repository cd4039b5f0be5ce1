// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/dispatch/blob_books.h"
#include "server/dispatch/downloads.h"
#include "server/dispatch/uploads.h"

namespace salon::server {

/// All that the domain has to do with files. Domain thread; the lane must outlive it.
struct FileDesk
{
    FileDesk(CommandContext &context, BlobLane &blobs);

    BlobLane &lane;
    BlobBooks books;
    Uploads uploads;
    Downloads downloads;

    void closeConnection(ConnectionId connection);
};

} // namespace salon::server
