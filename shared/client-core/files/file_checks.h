// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/result.h"
#include "shared/client-core/files/outgoing_file.h"
#include "shared/protocol/messages/session.h"

namespace salon {

/// Whether one message can have these files, before anything is lost. Errors: FilesNotAllowed (the server takes none),
/// TooManyFiles{limit}, also when what the message says of them would not fit into a frame, FileTooLarge{limit},
/// InvalidFileName, CannotOpenFile{path}.
[[nodiscard]] Result<> checkOutgoingFiles(
    const QList<OutgoingFile> &files, const QString &folder, const ServerLimits &limits);

} // namespace salon
