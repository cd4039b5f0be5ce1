// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/notifier.h"

#include "client-gui/rooms/muted_rooms.h"
#include "client-gui/timeline/message_text.h"
#include "shared/client-core/workspace.h"

#include <QSet>

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
    if (MutedRooms(m_settings).contains(workspace->id(), room))
        return;
    if (workspace->presence() == PresenceState::Busy || m_isLookingAt(workspace, room))
        return;
    const QString author = event.alias.isEmpty() ? workspace->people().nameOf(event.author) : event.alias;
    m_items.append({ workspace, room, author.isEmpty() ? event.authorName : author, event.text });
    if (!m_gather.isActive())
        m_gather.start();
}

void Notifier::show()
{
    const QList<Item> items = std::exchange(m_items, {});
    if (items.isEmpty() || !items.constLast().workspace)
        return;
    const Item &last = items.constLast();
    const RoomSummary *summary = last.workspace->rooms().find(last.room);
    if (!summary)
        return;
    if (items.size() > 1) {
        QSet<qint64> rooms;
        for (const Item &item : items)
            rooms.insert(item.room.value);
        const QString place = rooms.size() == 1 ? isolated(last.workspace->rooms().displayName(last.room))
                                                : tr("In %n room(s)", nullptr, int(rooms.size()));
        Q_EMIT toast(tr("%n new message(s)", nullptr, int(items.size())), place, last.workspace, last.room);
        return;
    }
    const QString room = last.workspace->rooms().displayName(last.room);
    const QString title = summary->kind == RoomKind::Direct ? last.author
                                                            //: Heading of a notification; %1 is a person, %2 a room
                                                            : tr("%1 in %2").arg(isolated(last.author), isolated(room));
    QString text = m_settings.current().notificationsShowText ? last.text.simplified() : tr("New message");
    if (text.size() > LongestText)
        text = text.first(LongestText) + u'…';
    Q_EMIT toast(title, text, last.workspace, last.room);
}

} // namespace salon
