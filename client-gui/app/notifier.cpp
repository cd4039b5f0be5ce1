// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/notifier.h"

#include "client-gui/rooms/muted_rooms.h"
#include "client-gui/timeline/message_text.h"
#include "shared/client-core/text/event_text.h"
#include "shared/client-core/workspace.h"

#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace salon {

namespace {
constexpr qsizetype LongestText = 180;
}

Notifier::Notifier(SettingsStore &settings, IsLookingAt isLookingAt, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_isLookingAt(std::move(isLookingAt))
{
    m_gather.setSingleShot(true);
    m_gather.setInterval(GatherMs);
    connect(&m_gather, &QTimer::timeout, this, &Notifier::show);
}

void Notifier::follow(Workspace *workspace)
{
    m_workspaces.removeAll(nullptr);
    m_workspaces.append(workspace);
    connect(workspace, &Workspace::messageArrived, this,
        [this, workspace](
            RoomId room, const RoomEvent &event, bool mentionsMe) { messageCame(workspace, room, event, mentionsMe); });
}

void Notifier::messageCame(Workspace *workspace, RoomId room, const RoomEvent &event, bool mentionsMe)
{
    const Settings &settings = m_settings.current();
    const RoomSummary *summary = workspace->rooms().find(room);
    const bool isForMe = mentionsMe || (summary && summary->kind == RoomKind::Direct);
    if (settings.notifyAbout == NotifyAbout::Nothing || (settings.notifyAbout == NotifyAbout::Mentions && !isForMe))
        return;
    if (MutedRooms(m_settings).contains(*workspace, room) || !workspace->callsAttention(room, mentionsMe))
        return;
    if (workspace->presence() == PresenceState::Busy || m_isLookingAt(workspace, room))
        return;
    const QString author = event.alias.isEmpty() ? workspace->people().nameOf(event.author) : event.alias;
    m_items.append(
        { workspace, room, author.isEmpty() ? event.authorName : author, EventText::withFiles(event, event.text) });
    if (!m_gather.isActive())
        m_gather.start();
}

bool Notifier::isBusy() const
{
    return std::any_of(m_workspaces.cbegin(), m_workspaces.cend(),
        [](const auto &workspace) { return workspace && workspace->presence() == PresenceState::Busy; });
}

void Notifier::addNearby(const QList<NearbyNote> &notes)
{
    if (notes.isEmpty() || m_settings.current().notifyAbout == NotifyAbout::Nothing || isBusy())
        return;
    for (const NearbyNote &note : notes)
        m_items.append({ {}, {}, note.name, note.text, note.person, note.isRequest });
    if (!m_gather.isActive())
        m_gather.start();
}

void Notifier::show()
{
    QList<Item> items = std::exchange(m_items, {});
    items.removeIf([](const Item &item) {
        return item.person.isEmpty() && (!item.workspace || !item.workspace->rooms().find(item.room));
    });
    if (items.size() == 1)
        showOne(items.constFirst());
    else if (!items.isEmpty())
        showAll(items);
}

void Notifier::tell(const QString &title, const QString &text, const Item &item)
{
    Q_EMIT toast(title, text.size() > LongestText ? text.first(LongestText) + u'…' : text, item.workspace, item.room,
        item.person);
}

void Notifier::showOne(const Item &item)
{
    if (!item.person.isEmpty()) {
        //: Heading of a notification; %1 is a person's name
        tell(
            item.isRequest ? tr("%1 wants to talk with you").arg(isolated(item.author)) : item.author, item.text, item);
        return;
    }
    const RoomSummary *summary = item.workspace->rooms().find(item.room);
    const QString room = item.workspace->rooms().displayName(item.room);
    const QString title = summary->kind == RoomKind::Direct ? item.author
                                                            //: Heading of a notification; %1 is a person, %2 a room
                                                            : tr("%1 in %2").arg(isolated(item.author), isolated(room));
    tell(title, m_settings.current().notificationsShowText ? item.text.simplified() : tr("New message"), item);
}

void Notifier::showAll(const QList<Item> &items)
{
    QList<Item> messages;
    QSet<QByteArray> asking;
    for (const Item &item : items) {
        if (item.isRequest)
            asking.insert(item.person);
        else
            messages.append(item);
    }
    const QString requests = tr("%n person(s) nearby want(s) to talk with you", nullptr, int(asking.size()));
    if (messages.isEmpty()) {
        tell(requests, tr("Nearby, without a server"), items.constLast());
        return;
    }
    const QString place = placeOf(messages);
    tell(tr("%n new message(s)", nullptr, int(messages.size())),
        asking.isEmpty() ? place : "%1\n%2"_L1.arg(place, requests), items.constLast());
}

/// Where they came from: the name of the one place, or how many there are.
QString Notifier::placeOf(const QList<Item> &messages) const
{
    QSet<QPair<const Workspace *, qint64>> rooms;
    QSet<QByteArray> people;
    for (const Item &item : messages) {
        if (item.person.isEmpty())
            rooms.insert({ item.workspace.data(), item.room.value });
        else
            people.insert(item.person);
    }
    const Item &last = messages.constLast();
    if (rooms.size() + people.size() == 1)
        return isolated(last.person.isEmpty() ? last.workspace->rooms().displayName(last.room) : last.author);
    return people.isEmpty() ? tr("In %n room(s)", nullptr, int(rooms.size()))
                            : tr("In %n conversation(s)", nullptr, int(rooms.size() + people.size()));
}

} // namespace salon
