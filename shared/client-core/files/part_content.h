// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/running_hash.h"
#include "shared/client-core/files/cache_folder.h"

#include <QFile>

namespace salon {

/// A content on its way into the cache: grows at its end, and gets its name when its hash is right. Belongs to the lane
/// of its folder.
class PartContent
{
public:
    PartContent(CacheFolder folder, QByteArray hash, quint64 size);

    /// Takes up what came before, reading it once. Where it goes on. Errors: CannotOpenFile{folder}, StorageFull.
    Result<quint64> open();
    /// Appends. Error: StorageFull.
    Result<> write(const QByteArray &data);
    /// On the disk under its name, when this comes back. Error: FileDamaged (what came is removed), StorageFull.
    Result<> finish();

private:
    CacheFolder m_folder;
    QByteArray m_wanted;
    quint64 m_size;
    QFile m_file{};
    RunningHash m_hash{};
};

} // namespace salon
