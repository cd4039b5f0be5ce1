// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/app/classroom.h"

#include "server/app/operator_log.h"
#include "server/console/operator_words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

const ExerciseKind *findKind(const QString &name)
{
    const auto *const found = std::find_if(
        exerciseKinds.begin(), exerciseKinds.end(), [&](const ExerciseKind &kind) { return name == kind.name; });
    return found == exerciseKinds.end() ? nullptr : found;
}

ClassroomSettings settingsOf(const Config &config)
{
    ClassroomSettings settings;
    settings.host = config.classroomAddress.trimmed();
    if (settings.host.startsWith(u'[') && settings.host.endsWith(u']'))
        settings.host = settings.host.mid(1, settings.host.size() - 2);
    settings.ports = classroomPorts(config).value_or(QHash<QString, quint16>());
    return settings;
}

} // namespace

DoorWish Classroom::wish()
{
    DoorWish wish;
    wish.login = GatewayLoginPrefix + u"classroom"_s;
    //: Name of the account through which the clients of exercises speak
    wish.displayName = tr("Classroom");
    //: Name of somebody who connected to an exercise of the classroom, with a number; one word
    wish.guestName = tr("guest-%1");
    wish.room = DoorWish::Room::Own;
    //: Name of the room in which a teacher watches the exercises
    wish.roomName = tr("Classroom");
    wish.bringsModerators = true;
    return wish;
}

std::unique_ptr<ClassroomGateway> Classroom::makeGateway(
    RoomDoor &door, SharedGuestNumbers numbers, const Config &config)
{
    using operator_log::event;
    connect(&door, &RoomDoor::opened, this,
        [](RoomId, const QString &room) { event(tr("The classroom is shown in the room “%1”").arg(room)); });
    connect(&door, &RoomDoor::refused, this, [](const Error &error) {
        operator_log::failure(tr("The classroom is closed: %1.").arg(OperatorWords::error(error)));
    });
    auto gateway = std::make_unique<ClassroomGateway>(door, std::move(numbers), settingsOf(config));
    connect(gateway.get(), &ClassroomGateway::happened, this, &operator_log::event);
    connect(gateway.get(), &ClassroomGateway::shown, this, &operator_log::message);
    m_gateway = gateway.get();
    return gateway;
}

QString Classroom::problem(const Error &error)
{
    const QString exercise = error.params.value(0);
    const QString address = error.params.value(1);
    switch (error.code) {
    case ErrorCode::AddressInUse:
        return tr("The address %1 is already in use: the exercise “%2” cannot listen there. Choose another port with "
                  "--classroom-port %2=PORT.")
            .arg(address, exercise);
    case ErrorCode::NotPermitted:
        return tr("This user may not listen on %1 (exercise “%2”). Choose another port with --classroom-port %2=PORT.")
            .arg(address, exercise);
    case ErrorCode::HostNotFound:
        return tr("The host name in %1 is unknown.").arg(address);
    default:
        return tr("The exercise “%1” cannot listen on %2 (%3).").arg(exercise, address, error.detail);
    }
}

QStringList Classroom::greeting(const QList<GatewayAddress> &doors)
{
    QStringList lines;
    QString open;
    for (const GatewayAddress &door : doors) {
        const ExerciseKind *kind = findKind(door.name);
        if (!kind)
            continue;
        lines.append(kind->isUdp ? tr("Classroom: “%1” listening on %2 (UDP)").arg(door.name, door.address)
                                 : tr("Classroom: “%1” listening on %2 (TCP)").arg(door.name, door.address));
        if (!door.isLoopback)
            open = door.address.left(door.address.lastIndexOf(u':'));
    }
    if (!open.isEmpty()) {
        //: An address, or * for every address
        lines.append(tr("WARNING: the classroom listens on %1: whoever reaches it takes part and writes in its room, "
                        "without password and without encryption.")
                         .arg(open));
    }
    return lines;
}

/// Runs a question in the thread of the gateway, and says the answer in this one.
template <class Ask>
void Classroom::ask(Ask question, Say say)
{
    QMetaObject::invokeMethod(
        m_gateway,
        [this, gateway = m_gateway, question = std::move(question), say = std::move(say)] {
            const QString answer = question(*gateway);
            if (!answer.isEmpty())
                QMetaObject::invokeMethod(
                    this, [say, answer] { say(answer); }, Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void Classroom::answerDialogue(const QString &text, Say say)
{
    ask([text](ClassroomGateway &gateway) { return gateway.answerDialogue(text); }, std::move(say));
}

void Classroom::describe(Say say)
{
    ask([](ClassroomGateway &gateway) { return gateway.describe(); }, std::move(say));
}

} // namespace salon::server
