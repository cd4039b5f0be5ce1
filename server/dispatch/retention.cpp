// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/dispatch/retention.h"

#include "server/dispatch/command_context.h"
#include "server/dispatch/file_desk.h"

#include <chrono>

using namespace std::chrono_literals;

namespace salon::server {
namespace {

constexpr auto LookEvery = 1h;
constexpr int EventsPerLook = 5000;
constexpr int EventsPerSweep = 250;
constexpr qint64 DayMs = qint64(24) * 60 * 60 * 1000;

} // namespace

Retention::Retention(CommandContext &context)
    : m_context(context)
{
    m_hourly.setInterval(LookEvery);
    connect(&m_hourly, &QTimer::timeout, this, &Retention::lookAtAll);
    connect(&context, &CommandContext::rulesChanged, this, &Retention::lookAt);
    m_hourly.start();
    QMetaObject::invokeMethod(this, &Retention::lookAtAll, Qt::QueuedConnection);
}

void Retention::lookAtAll()
{
    for (const Room *room : m_context.state.rooms.all())
        lookAt(room->id);
}

void Retention::lookAt(RoomId id)
{
    const Room *room = m_context.state.rooms.find(id);
    const bool hasWork = room && (room->rules.retentionDays > 0 || room->swept < room->floor);
    if (!hasWork || m_waiting.contains(id))
        return;
    m_waiting.append(id);
    if (!m_room.isValid())
        next();
}

void Retention::next()
{
    if (m_waiting.isEmpty() || m_context.closingRetryMs)
        return;
    m_room = m_waiting.takeFirst();
    const Room *room = m_context.state.rooms.find(m_room);
    if (room->rules.retentionDays > 0)
        findFloor(room->floor);
    else
        sweep();
}

void Retention::findFloor(Seq from)
{
    const Room *room = m_context.state.rooms.find(m_room);
    const qint64 sinceMs = m_context.clock.wallMs() - qint64(room->rules.retentionDays) * DayMs;
    m_context.store.findAge(
        { m_room, from, sinceMs, EventsPerLook }, m_context.whenDone<AgeFound>([this](const Result<AgeFound> &found) {
            if (found && m_context.state.rooms.find(m_room)->rules.retentionDays > 0)
                takeAge(*found);
            else
                finishRoom();
        }));
}

void Retention::takeAge(const AgeFound &found)
{
    if (found.more)
        findFloor(found.seq);
    else if (found.seq > m_context.state.rooms.find(m_room)->floor)
        raise(found.seq);
    else
        sweep();
}

void Retention::raise(Seq floor)
{
    m_context.store.raiseFloor(
        { m_room, floor }, m_context.whenDone<FloorRaised>([this](const Result<FloorRaised> &raised) {
            if (!raised) {
                finishRoom();
                return;
            }
            m_context.takeFloor(m_room, *raised);
            sweep();
        }));
}

void Retention::sweep()
{
    const Room *room = m_context.state.rooms.find(m_room);
    if (room->swept >= room->floor || m_context.closingRetryMs) {
        finishRoom();
        return;
    }
    m_context.store.sweepTexts({ m_room, EventsPerSweep },
        m_context.whenDone<SweptTexts>([this](const Result<SweptTexts> &swept) { takeSwept(swept); }));
}

void Retention::takeSwept(const Result<SweptTexts> &swept)
{
    if (!swept) {
        finishRoom();
        return;
    }
    Room room = *m_context.state.rooms.find(m_room);
    room.swept = swept->swept;
    m_context.state.rooms.put(room);
    if (m_context.files)
        m_context.files->books.removeFreed(swept->freed);
    sweep();
}

void Retention::finishRoom()
{
    m_room = {};
    next();
}

} // namespace salon::server
