// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/protocol/messages/history.h"

#include <QList>

namespace salon {

/// A file of this computer that is to be sent with a message. It stays where it is: when it changes or goes away before
/// it was sent, the message fails with FileChanged. Whoever makes one fills in the first part; scanFiles() does.
/// Or, without a path, a content that the server has already (forwardedFile()).
struct OutgoingFile
{
    QString path{}; ///< absolute; empty: the server has it, `hash` names it
    QString name{}; ///< as the others see it, safe (safeFileName())
    QString mediaType{}; ///< RFC 6838; may be empty
    quint32 width = 0; ///< of an image as it is to be shown; 0: none
    quint32 height = 0;
    QString folderPath{}; ///< in a sent folder: the folders below it, "a/b"; empty: directly in it
    bool isTemporary = false; ///< made for this message (a pasted image): removed when it was sent or is discarded
    quint64 size = 0; ///< bytes
    qint64 modifiedMs = 0; ///< since 1970; 0: not known yet
    QByteArray hash{}; ///< SHA-256, once the outbox knows it

    friend bool operator==(const OutgoingFile &, const OutgoingFile &) = default;
};

/// The file of a message that this account can read, to be sent on: nothing is put up.
[[nodiscard]] OutgoingFile forwardedFile(const FileEntry &file);
[[nodiscard]] inline bool isForwarded(const OutgoingFile &file)
{
    return file.path.isEmpty();
}

/// What the message says of it.
[[nodiscard]] FileEntry entryOf(const OutgoingFile &file);
[[nodiscard]] QList<FileEntry> entriesOf(const QList<OutgoingFile> &files);

} // namespace salon

Q_DECLARE_METATYPE(salon::OutgoingFile)
