// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/result.h"
#include "shared/base/running_hash.h"
#include "shared/client-core/files/outgoing_file.h"

#include <QFile>

namespace salon {

/// A file of this computer while it is sent: read, and watched for whether it is still the one that was chosen. Belongs
/// to one lane; each function takes milliseconds.
class SourceFile
{
public:
    explicit SourceFile(OutgoingFile file);

    /// Errors: FileChanged (gone, no regular file, or another size or time than known), CannotOpenFile{path}.
    Result<> open();
    /// Reads the next piece into the hash; how much was read so far.
    Result<quint64> hashMore();
    [[nodiscard]] bool isHashed() const { return m_hashed >= m_known.size; }
    /// The file with what is known of it now, after the last hashMore(). Error: FileChanged while it was read.
    Result<OutgoingFile> described();
    /// At most `length` bytes from there. Error: FileChanged.
    Result<QByteArray> read(quint64 offset, qint64 length);

private:
    [[nodiscard]] bool isUnchanged() const;

    OutgoingFile m_known;
    QFile m_file{};
    RunningHash m_hash{};
    quint64 m_hashed = 0;
};

} // namespace salon
