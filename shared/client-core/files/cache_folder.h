// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"
#include "shared/base/result.h"

#include <QHash>
#include <QSet>
#include <QString>

namespace salon {

/// A message that has a file.
using MessageName = std::pair<RoomId, Seq>;

/// What the cache knows of one content, by its hash.
struct CachedContent
{
    quint64 size = 0; ///< of what is there
    qint64 usedMs = 0; ///< last, since 1970
    bool isWhole = false; ///< else a part, from its start on
    QSet<MessageName> messages{}; ///< that have it, as far as known
};
using CachedContents = QHash<QByteArray, CachedContent>;

/// The folder of fetched files: contents under the hexadecimal form of their hash, parts of them ".part", and the
/// messages that have them ".of". All of it belongs to one lane.
class CacheFolder
{
public:
    explicit CacheFolder(QString path)
        : m_path(std::move(path))
    {
    }

    /// Made when it is not there, for this person alone.
    Result<> make() const;
    /// What is there. What is no name of ours is left alone.
    [[nodiscard]] CachedContents list() const;
    [[nodiscard]] QString pathOf(const QByteArray &hash) const;
    [[nodiscard]] QString partOf(const QByteArray &hash) const { return pathOf(hash) + QStringLiteral(".part"); }
    void remove(const QByteArray &hash) const;
    void keepMessages(const QByteArray &hash, const QSet<MessageName> &messages) const;
    void touch(const QByteArray &hash) const;
    /// Copies a file of this computer into it, if it is what the hash says. False: it is not, or there is no room.
    bool adopt(const QByteArray &hash, const QString &from) const;

private:
    [[nodiscard]] QSet<MessageName> messagesOf(const QString &path) const;

    QString m_path;
};

} // namespace salon
