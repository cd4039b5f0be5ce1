// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/dispatch/guest_talks.h"

#include "server/dispatch/room_commands.h"
#include "shared/base/text_checks.h"

#include <QPointer>

namespace salon::server {

GuestTalks::GuestTalks(CommandContext &context, const GuestBook &names, const QString &ownDoor)
    : m_context(context)
    , m_names(names)
    , m_ownDoor(ownDoor)
{
}

void GuestTalks::open(AccountId account, RoomId room)
{
    m_account = account;
    m_room = room;
}

void GuestTalks::enter(const GuestArrival &arrival)
{
    m_guests.insert_or_assign(arrival.guest, arrival);
}

void GuestTalks::leave(GuestId guest)
{
    m_guests.erase(guest);
    for (auto talk = m_talks.begin(); talk != m_talks.end(); ++talk) {
        if (talk->guest == guest) {
            talk->guest = {};
            talk->alias = m_names.nameOf(guest);
            tellGone(talk.key(), *talk);
        }
    }
}

void GuestTalks::answer(GuestId guest, quint64 request, const Result<> &outcome, const QString &name)
{
    GuestAnswer result{ .guest = guest, .request = request, .done = bool(outcome), .name = name };
    if (!outcome)
        result.error = outcome.error();
    Q_EMIT answered(result);
}

void GuestTalks::append(const Event &event, std::function<void(const Result<> &)> done)
{
    m_context.store.appendEvent(
        event, [self = QPointer<GuestTalks>(this), done = std::move(done)](const Result<Event> &stored) {
            if (!self)
                return;
            if (stored)
                self->m_context.publish(*stored);
            if (done)
                done(stored ? Result<>() : fail(stored.error()));
        });
}

GuestTalks::Recipient GuestTalks::recipientOf(const QString &rest) const
{
    Recipient best;
    qsizetype longest = 0; // the longest name that fits is meant
    const auto consider = [&](const QString &name, const QString &shown, GuestId guest, const Account *member) {
        const auto text = name.size() > longest ? textAfterName(rest, name) : std::nullopt;
        if (!text)
            return;
        longest = name.size();
        best = { guest, member, shown, *text };
    };
    for (const auto &[id, arrival] : m_guests) {
        if (arrival.hearsPrivately)
            consider(m_names.nameOf(id), m_names.nameOf(id), id, nullptr);
    }
    for (const AccountId id : m_context.state.rooms.membersOf(m_room)) {
        const Account *member = m_context.state.accounts.find(id);
        if (!member || member->role == Role::Bot)
            continue;
        consider(member->displayName, member->displayName, {}, member);
        consider(member->login, member->displayName, {}, member);
        consider(u'@' + member->login, member->displayName, {}, member);
    }
    return best;
}

void GuestTalks::tell(GuestId guest, quint64 request, const QString &rest)
{
    Recipient to = recipientOf(rest.trimmed());
    if (!to.guest.isValid() && !to.member) {
        answer(guest, request, fail(ErrorCode::AccountUnknown));
        return;
    }
    const auto checked = checkMessageText(to.text);
    if (!checked) {
        answer(guest, request, fail(checked.error()));
        return;
    }
    to.text = *checked;
    if (to.member) {
        writeTo(guest, request, to);
        return;
    }
    Q_EMIT toldPrivately({ to.guest, m_names.nameOf(guest), to.text });
    answer(guest, request, {}, to.name);
}

void GuestTalks::writeTo(GuestId guest, quint64 request, const Recipient &to)
{
    const QList<AccountId> both{ m_account, to.member->id };
    if (const RoomId existing = m_context.state.rooms.findDirect(both); existing.isValid()) {
        writeInTalk(guest, request, existing, to);
        return;
    }
    Event made = eventBy(m_context, account(), m_room, EventKind::RoomCreated);
    made.alias = m_names.nameOf(guest);
    NewRoom draft;
    draft.room.kind = RoomKind::Direct;
    draft.room.maker = m_account;
    draft.room.createdMs = m_context.clock.wallMs();
    draft.room.lastActivityMs = draft.room.createdMs;
    draft.members = both;
    draft.memberKey = directKey(both);
    draft.events = { made };
    m_context.store.createRoom(
        draft, [self = QPointer<GuestTalks>(this), guest, request, to](const Result<CreatedRoom> &created) {
            if (!self)
                return;
            if (!created) {
                self->answer(guest, request, fail(created.error()));
                return;
            }
            takeCreatedRoom(self->m_context, *created, {});
            self->writeInTalk(guest, request, created->room.id, to);
        });
}

void GuestTalks::writeInTalk(GuestId guest, quint64 request, RoomId room, const Recipient &to)
{
    Event event = eventBy(m_context, account(), room, EventKind::Message);
    event.alias = m_names.nameOf(guest);
    event.text = to.text;
    const auto here = m_guests.find(guest);
    m_talks.insert(
        room, here == m_guests.end() ? Talk{ {}, event.alias, {} } : Talk{ guest, event.alias, here->second.door });
    append(event,
        [this, guest, request, name = to.name](const Result<> &stored) { answer(guest, request, stored, name); });
}

/// For the guest named first, or who wrote there last.
void GuestTalks::takeReply(const Event &event)
{
    const Room *room = m_context.state.rooms.find(event.room);
    if (!room || room->kind != RoomKind::Direct || !m_context.state.rooms.membership(event.room, m_account))
        return;
    Talk talk = m_talks.value(event.room);
    QString said = event.text;
    for (const auto &[id, arrival] : m_guests) {
        const QString name = m_names.nameOf(id);
        const auto text = event.text.size() > name.size() && event.text.at(name.size()) == u':'
            ? textAfterName(event.text, name)
            : std::nullopt;
        if (!text || text->isEmpty())
            continue;
        // Who is there and cannot be told is nobody to talk to, and has not left.
        talk = arrival.hearsPrivately ? Talk{ id, name, arrival.door } : Talk{ {}, {}, arrival.door };
        said = *text;
    }
    if (!talk.guest.isValid()) {
        tellGone(event.room, talk);
        return;
    }
    m_talks.insert(event.room, talk);
    Q_EMIT toldPrivately({ talk.guest, event.authorName, said });
}

/// Without alias: nobody is there.
void GuestTalks::tellGone(RoomId room, const Talk &talk)
{
    Event event = eventBy(m_context, account(), room, EventKind::GuestLeft);
    event.alias = talk.alias;
    event.params = { talk.door.isEmpty() ? m_ownDoor : talk.door, QString() };
    append(event, {});
}

} // namespace salon::server
