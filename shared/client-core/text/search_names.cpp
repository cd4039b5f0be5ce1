// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/text/search_names.h"

#include "shared/client-core/session/people.h"
#include "shared/client-core/session/rooms.h"
#include "shared/client-core/text/completion.h"

#include <algorithm>

namespace salon {

NamedPerson personOf(const QString &value, const People &people)
{
    const QString login = value.startsWith(u'@') ? value.sliced(1) : value;
    if (const Profile *exact = people.findLogin(login))
        return { exact->id, true, false };
    const QString folded = foldedForSearch(login);
    AccountId whole;
    AccountId beginning;
    int beginnings = 0;
    for (const Profile &person : people.all()) {
        const QString name = foldedForSearch(person.displayName);
        const QString ofLogin = foldedForSearch(person.login);
        if (name == folded || ofLogin == folded) {
            whole = whole.isValid() ? std::min(whole, person.id) : person.id;
        } else if (name.startsWith(folded) || ofLogin.startsWith(folded)) {
            beginning = person.id;
            ++beginnings;
        }
    }
    if (whole.isValid())
        return { whole, true, false };
    if (folded.isEmpty() || beginnings == 0)
        return {};
    return beginnings == 1 ? NamedPerson{ beginning, false, false } : NamedPerson{ {}, false, true };
}

RoomId roomOf(const QString &value, const Rooms &rooms)
{
    const QString name = value.startsWith(u'#') ? value.sliced(1) : value;
    if (const RoomId exact = rooms.findName(name); exact.isValid())
        return exact;
    const QString folded = foldedForSearch(name);
    RoomId beginning;
    int beginnings = 0;
    for (const RoomId room : rooms.ids()) {
        const QString shown = foldedForSearch(rooms.displayName(room));
        if (shown == folded)
            return room;
        if (shown.startsWith(folded)) {
            beginning = room;
            ++beginnings;
        }
    }
    return beginnings == 1 && !folded.isEmpty() ? beginning : RoomId();
}

} // namespace salon
