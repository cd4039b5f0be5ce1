// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/files/part_id.h"
#include "shared/base/result.h"
#include "shared/base/running_hash.h"

#include <QHash>
#include <QSet>
#include <functional>
#include <optional>

class QFile;

namespace salon::server {

struct DiskSpace
{
    quint64 free = 0; ///< bytes that this process may use
    quint64 total = 0;
};

/// What uploads must leave free on the disk: the larger of the two.
struct SpaceRule
{
    quint64 minFreeBytes = quint64(1) << 30;
    int minFreePercent = 5;
};

/// Contents of files by their SHA-256, each once, in a folder that holds nothing else: "ab/ab12…" for what is whole,
/// "parts" for what is on its way. Blocks; lives in the file lane. Nothing in it is ever overwritten, and what was not
/// checked against its hash is never read by anybody.
class BlobStore
{
public:
    using SpaceProbe = std::function<std::optional<DiskSpace>(const QString &folder)>;
    [[nodiscard]] static std::optional<DiskSpace> probeDisk(const QString &folder);

    explicit BlobStore(QString folder, SpaceProbe probe = &BlobStore::probeDisk);

    /// Makes what is missing of the folders. Fails with CannotOpenFile{path}.
    Result<> open();

    /// Begins or goes on with a content of `size` bytes; tells how many there are. Refuses with StorageFull (temporary)
    /// when the disk would be fuller than the rule allows, with everything that is under way.
    Result<quint64> beginPart(const PartId &part, quint64 size, const SpaceRule &rule);
    /// The next bytes; tells how many there are then. Fails with UploadUnknown (not begun), OffsetWrong{expected},
    /// StorageFull and StorageFailed (both temporary; the part ends, as after leavePart()).
    Result<quint64> addToPart(const PartId &part, quint64 offset, const QByteArray &bytes);
    /// Checks some of a part that has all its bytes; false: call again. Fails with UploadUnknown, StorageFailed, or
    /// FileDamaged (another hash); the part is gone then.
    Result<bool> checkPart(const PartId &part);
    /// A part that was checked becomes a content that can be read, for good when this returns.
    Result<> keepPart(const PartId &part);
    /// What is there stays for another time.
    void leavePart(const PartId &part);
    void removePart(const PartId &part);

    /// Whether the content is there whole.
    [[nodiscard]] bool has(const QByteArray &hash, quint64 size) const;
    /// At most `length` bytes, fewer at the end only. Fails with FileGone.
    [[nodiscard]] Result<QByteArray> read(const QByteArray &hash, quint64 offset, quint32 length) const;
    void remove(const QByteArray &hash);

    /// Removes the contents that begin with this byte and are not to be kept.
    void sweep(quint8 firstByte, const QSet<QByteArray> &keep);
    /// Removes parts that nobody sends and that were not written to since.
    void sweepParts(qint64 beforeMs);

    [[nodiscard]] QString pathOf(const QByteArray &hash) const;
    [[nodiscard]] QString pathOf(const PartId &part) const;

private:
    struct OpenPart
    {
        quint64 size = 0; ///< when whole
        quint64 written = 0;
        quint64 hashed = 0; ///< bytes that `hash` has seen
        bool checked = false;
        RunningHash hash{};
    };
    Result<> checkSpace(quint64 wanted, const SpaceRule &rule) const;
    Result<quint64> openPartFile(const PartId &part, quint64 size) const;
    Error writeError(const QFile &file) const;

    QString m_folder;
    SpaceProbe m_probe;
    QHash<PartId, std::shared_ptr<OpenPart>> m_parts;
};

} // namespace salon::server
