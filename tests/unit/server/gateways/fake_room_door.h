// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/bus/room_door.h"

#include <QHash>
#include <QStringList>

namespace salon::test {

/// A room without a server: welcomes everybody as guest-N, notes what is asked and, unless told to wait, grants it;
/// what guests say is heard by all of them.
class FakeRoomDoor final : public server::RoomDoor
{
public:
    using GuestId = server::GuestId;

    void arrive(const server::GuestArrival &arrival) override
    {
        arrivals.append(arrival);
        names.insert(arrival.guest, QStringLiteral("guest-%1").arg(arrival.guest.value));
        if (!holdsWelcomes)
            Q_EMIT welcomed({ arrival.guest, names[arrival.guest], QStringLiteral("General") });
    }
    void say(GuestId guest, quint64 request, const QString &text) override
    {
        if (refusesAsTooFast) {
            answer(
                { .guest = guest, .request = request, .done = false, .error = { ErrorCode::RateLimited, {}, {}, {} } });
            return;
        }
        said.append(text);
        saidBy.append(guest);
        answer({ .guest = guest, .request = request });
        server::RoomWord word;
        word.guest = guest;
        word.name = names.value(guest);
        word.role = Role::Bot;
        word.text = text;
        Q_EMIT heard(word);
    }
    void rename(GuestId guest, quint64 request, const QString &name) override
    {
        server::GuestAnswer result{ .guest = guest, .request = request, .renames = true, .name = name };
        if (takenNames.contains(name)) {
            result.done = false;
            result.error = { ErrorCode::NameLooksAlike, {}, {}, {} };
        } else {
            names.insert(guest, name);
        }
        answer(result);
    }
    void tell(GuestId guest, quint64 request, const QString &rest) override
    {
        const QString name = rest.section(u' ', 0, 0);
        const GuestId to = names.key(name);
        server::GuestAnswer result{ .guest = guest, .request = request, .name = name };
        result.done = to.isValid();
        if (!result.done)
            result.error = { ErrorCode::AccountUnknown, {}, {}, {} };
        else
            Q_EMIT toldPrivately({ to, names.value(guest), rest.section(u' ', 1) });
        answer(result);
    }
    void listPeople(GuestId guest, quint64 request) override
    {
        server::GuestAnswer result{ .guest = guest, .request = request };
        result.people = members;
        for (const QString &name : std::as_const(names))
            result.people.append({ name, {}, PresenceState::Online });
        result.peopleCount = int(result.people.size());
        answer(result);
    }
    void noteData(GuestId guest, qint64 bytes, const QByteArray &sha256) override
    {
        data.append({ guest, bytes, sha256 });
    }
    void leave(GuestId guest) override
    {
        left.append(guest);
        names.remove(guest);
    }
    void sayItself(const QString &text) override { saidItself.append(text); }

    /// Somebody with an account says something.
    void speak(const QString &name, const QString &text, Role role = Role::Member)
    {
        server::RoomWord word;
        word.name = name;
        word.role = role;
        word.text = text;
        Q_EMIT heard(word);
    }
    /// Gives the answers that were held back.
    void answerAll()
    {
        holdsAnswers = false;
        const auto waiting = std::exchange(m_waiting, {});
        for (const server::GuestAnswer &result : waiting)
            Q_EMIT answered(result);
    }

    struct Data
    {
        GuestId guest{};
        qint64 bytes = 0;
        QByteArray sha256{};
    };
    QList<server::GuestArrival> arrivals;
    QHash<GuestId, QString> names;
    QStringList said;
    QList<GuestId> saidBy;
    QStringList saidItself;
    QStringList takenNames;
    QList<server::DoorPerson> members;
    QList<Data> data;
    QList<GuestId> left;
    bool holdsAnswers = false;
    bool holdsWelcomes = false; ///< as long as the room is not there
    bool refusesAsTooFast = false;

private:
    void answer(const server::GuestAnswer &result)
    {
        if (holdsAnswers)
            m_waiting.append(result);
        else
            Q_EMIT answered(result);
    }

    QList<server::GuestAnswer> m_waiting;
};

} // namespace salon::test
