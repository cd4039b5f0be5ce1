// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/protocol/messages/history.h"

#include <QMetaType>
#include <QObject>

namespace salon {

class People;
class Rooms;
class Session;

/// What one may do with a message.
struct MessageRights
{
    bool mayReply = false;
    bool mayEdit = false;
    bool mayDelete = false;
    bool mayReact = false;
    bool mayPin = false;
    friend bool operator==(const MessageRights &, const MessageRights &) = default;
};

/// The server's rights as far as a client knows them, to show no action that would be refused. The server decides.
class MessageRules : public QObject
{
    Q_OBJECT
public:
    MessageRules(Session &session, const Rooms &rooms, const People &people, QObject *parent = nullptr);

    /// The server knows changes of messages, or was never asked.
    [[nodiscard]] bool canChange() const;
    [[nodiscard]] MessageRights rightsTo(const RoomEvent &message) const;
    /// Whether @here and @room call people there, and are not just text.
    [[nodiscard]] bool mayCall(RoomId room) const;
    /// Whether one may remove people there, and ban them; the server looks at whom.
    [[nodiscard]] bool mayRemovePeople(RoomId room) const;

    /// The room's maker, a moderator or above; nobody in a direct room.
    [[nodiscard]] bool isInCharge(RoomId room) const;
    /// Whether the server knows rules of rooms; if not, offer nothing of them.
    [[nodiscard]] bool canHaveRules() const;
    /// Whether one may set rules there: all of them where isInCharge(), in a direct room only retention, files, noSeen
    /// and noTyping.
    [[nodiscard]] bool maySetRules(RoomId room) const;
    /// By the room's rules alone; PostingWatch adds slow mode.
    [[nodiscard]] bool mayPost(RoomId room) const;

    /// One's role is another, or another server answers.
    void refresh() { Q_EMIT changed(); }

Q_SIGNALS:
    void changed();

private:
    Session &m_session;
    const Rooms &m_rooms;
    const People &m_people;
};

} // namespace salon

Q_DECLARE_METATYPE(salon::MessageRights)
