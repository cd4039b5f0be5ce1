// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/cid.h"
#include "shared/base/ids.h"
#include "shared/base/vocabulary.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace salon::server {

/// Who reacted with one emoji.
struct Reaction
{
    QString emoji{};
    qint64 count = 0;
    bool mine = false; ///< whoever asked did
    QList<AccountId> people{}; ///< the first ones

    friend bool operator==(const Reaction &, const Reaction &) = default;
};

/// A file of a message. Name, path and type are its sender's word.
struct File
{
    QByteArray hash{}; ///< SHA-256 of the content
    QString name{};
    quint64 size = 0; ///< bytes; the store's word
    QString mediaType{};
    quint32 width = 0; ///< of an image, in pixels; 0: none
    quint32 height = 0;
    QString path{}; ///< of a file in a sent folder: the folders below it

    friend bool operator==(const File &, const File &) = default;
};

/// What changes made of a message; all of it is empty in a log that is pushed.
struct MessageForm
{
    Seq changed = 0; ///< newest change
    qint64 editedMs = 0; ///< when the text was written, if it is not the first one
    bool deleted = false; ///< of an edit, too, whose message was deleted: its text is gone with it
    AccountId deletedBy{};
    bool pinned = false;
    QList<Reaction> reactions{}; ///< in the order of their first

    friend bool operator==(const MessageForm &, const MessageForm &) = default;
};

/// One entry of a room's log. A draft has seq 0: the store gives the number in the transaction that writes it.
struct Event
{
    RoomId room{};
    Seq seq = 0;
    qint64 timeMs = 0; ///< since 1970 UTC; for display only
    EventKind kind = EventKind::Message;
    AccountId author{}; ///< invalid: the server itself
    QString authorName{}; ///< display name when it was written
    Cid cid{}; ///< null for what no client sent
    QString text{};
    QList<QString> params{};
    AccountId subject{};
    QList<AccountId> mentions{};
    QString alias{}; ///< guest for whom the author, a gateway, spoke
    Seq target = 0; ///< of a change: the message; of a message: the one that it answers
    TextFormat format = TextFormat::Plain;
    Call call = Call::Nobody;
    QList<File> files{}; ///< of a message, whose text is their caption
    QString folder{}; ///< that the files are; empty: single files
    MessageForm form{}; ///< in pages

    friend bool operator==(const Event &, const Event &) = default;
};

} // namespace salon::server
