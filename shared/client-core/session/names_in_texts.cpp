// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/names_in_texts.h"

#include "shared/client-core/session/message_form.h"
#include "shared/client-core/session/people.h"
#include "shared/client-core/session/rooms.h"

namespace salon {

MarkupNames namesInTexts(const People &people, const Rooms &rooms)
{
    MarkupNames names;
    names.person = [&people](const QString &login) -> std::optional<PersonName> {
        const Profile *person = people.findLogin(login);
        if (!person)
            return std::nullopt;
        return PersonName{ people.nameOf(person->id), person->id.value, person->id == people.self() };
    };
    names.room = [&rooms](const QString &name) -> std::optional<RoomName> {
        const RoomId room = rooms.findName(name);
        return room.isValid() ? std::optional(RoomName{ rooms.displayName(room), room.value }) : std::nullopt;
    };
    return names;
}

MarkupNames namesInTexts(const People &people, const Rooms &rooms, const RoomEvent &message)
{
    MarkupNames names = namesInTexts(people, rooms);
    names.call = message.call;
    names.callsMe = message.call != Call::Nobody && mentionsPerson(message, people.self());
    return names;
}

} // namespace salon
