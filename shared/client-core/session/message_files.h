// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/result.h"
#include "shared/client-core/files/downloads.h"
#include "shared/client-core/files/file_scan.h"
#include "shared/client-core/files/outgoing_file.h"
#include "shared/client-core/session/answer.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

namespace salon {

class HashAhead;
class JobLane;
class MessageCommands;
class MessageRules;
class People;
class Rooms;
class ServerRecord;
class Session;

/// What a person does with the files of messages: chooses them, sends them, keeps a copy. Whether they may be sent is
/// looked at first, by the server's limits and the room's rules.
class MessageFiles : public QObject
{
    Q_OBJECT
public:
    /// All of them must outlive this. `lane`: where disks are looked at.
    struct Parts
    {
        Session &session;
        const ServerRecord &server;
        const Rooms &rooms;
        const People &people;
        const MessageRules &rules;
        MessageCommands &messages;
        Downloads &downloads;
        JobLane &lane;
    };
    /// `temporaryFolder`: for what newTemporaryFile() names.
    MessageFiles(const Parts &parts, QString temporaryFolder, QObject *parent = nullptr);

    /// Files may be offered there: the server takes them, and so do the room's rules.
    [[nodiscard]] bool mayBeSent(RoomId room) const;
    /// Looks at what was chosen (scanFilesNow()) in a lane, within the server's limits.
    Answer<ScannedFiles> scan(const QStringList &paths);
    /// For files that a person is about to send. Delete it when they did, or did not; it ends with this.
    [[nodiscard]] HashAhead *hashAhead();
    /// A new file for something pasted. Empty: it cannot be made. `suffix`: "png".
    [[nodiscard]] QString newTemporaryFile(const QString &suffix) const;
    /// Whether they would be accepted, before anything is lost. Errors: NotAMember, PostingRestricted, FilesNotAllowed,
    /// and those of checkOutgoingFiles().
    [[nodiscard]] Result<> check(RoomId room, const QList<OutgoingFile> &files, const QString &folder) const;
    /// The same for files that are on the server already, of another message that is here to be read. Errors:
    /// NotAMember, PostingRestricted, FilesNotAllowed, TooManyFiles{limit}.
    [[nodiscard]] Result<> checkForwarded(RoomId room, const QList<FileEntry> &files) const;
    /// Downloads::save() of a file of a message that is here or on the server.
    Answer<QString> save(const DownloadKey &key, const QString &target);

private:
    /// Files of whatever kind: NotAMember, PostingRestricted, FilesNotAllowed.
    [[nodiscard]] Result<> checkRoom(RoomId room) const;

    Parts m_parts;
    QString m_temporaryFolder;
};

} // namespace salon
