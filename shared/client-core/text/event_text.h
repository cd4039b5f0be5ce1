// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/protocol/messages/history.h"

#include <QCoreApplication>

namespace salon {

/// Sentences of system events in the language of now.
class EventText
{
    Q_DECLARE_TR_FUNCTIONS(salon::EventText)
public:
    /// "Marie joined the room." `author` and `subject` are the names to show. Empty for Message; an unknown kind gets a
    /// sentence of its own.
    static QString of(const RoomEvent &event, const QString &author, const QString &subject);
    /// "Messages of this time were removed from the server."
    static QString gap(Seq from, Seq to);
    /// What a message with files says in one line: "📷 Photo", "📎 name.pdf", "🗂 trip (12 files)"; empty without
    /// files.
    static QString files(const RoomEvent &event);
    /// The same before its caption, which may be empty.
    static QString withFiles(const RoomEvent &event, const QString &caption);
    /// One line for a room list: "Marie: text".
    static QString preview(const RoomEvent &event, const QString &author);

private:
    static QString ofRules(const RoomEvent &event, const QString &author);
    static QString ofGuest(const RoomEvent &event);
};

} // namespace salon
