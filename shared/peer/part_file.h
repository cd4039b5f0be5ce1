// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/spare_bytes.h"
#include "shared/peer/store/peer_records.h"

#include <QCryptographicHash>
#include <QFile>
#include <QString>
#include <functional>

namespace salon {

/// How many bytes may be written in a folder. Asked in the lane of files.
using SpareBytes = std::function<qint64(const QString &folder)>;

/// What came so far of a file that somebody gives: ".salon-….part" in the folder that the file goes to, named by who
/// gives it and by the offer, so that no two files ever share one. Its hash grows with it, so that nothing has to be
/// read again at the end. Each function takes milliseconds; all belong to one lane.
class PartFile
{
public:
    enum class Found
    {
        Part, ///< or a new one
        Placed, ///< no part any more, but a file of the right size in its place: it may be this very one
        Failed
    };
    enum class Hashing
    {
        More,
        Done,
        Failed
    };
    enum class Placing
    {
        Placed,
        Damaged, ///< the hash is another one; what came is deleted
        Taken, ///< something has this name
        Failed
    };

    /// `offer` is theirs; its path is where the file shall be.
    explicit PartFile(PeerEntry offer);

    /// Where it is for `offer`.
    static QString pathOf(const PeerEntry &offer);
    /// Makes an empty one if there is none. False: it cannot be written there.
    static bool reserve(const PeerEntry &offer);
    static void remove(const PeerEntry &offer);
    /// What did not come yet would fit.
    static bool hasRoom(const PeerEntry &offer, const SpareBytes &spare);

    Found open();
    /// Begins a new one after Found::Placed was not it.
    bool openAnew();
    [[nodiscard]] qint64 size() const { return m_file.size(); }
    /// Reads the next piece of what was there at open().
    Hashing hashMore();
    [[nodiscard]] bool isRight() const { return m_hash.result() == m_offer.fileHash; }
    /// Appends; once hashing is done. After one that failed all others do until open(): nothing follows a gap.
    bool write(const QByteArray &data);
    /// Gives it its name, on disk when this comes back. Nothing is overwritten.
    Placing place(const QString &path);
    void close() { m_file.close(); }

private:
    bool openPart(bool isNew);
    bool append(const QByteArray &data);
    bool sync();

    PeerEntry m_offer;
    QFile m_file{};
    QCryptographicHash m_hash{ QCryptographicHash::Sha256 };
    qint64 m_hashed = 0;
    qint64 m_unsynced = 0; ///< written since the disk was waited for
    bool m_hasGap = false; ///< a write() failed
};

} // namespace salon
