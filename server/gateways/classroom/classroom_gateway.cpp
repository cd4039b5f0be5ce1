// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/gateways/classroom/classroom_gateway.h"

#include "server/gateways/classroom/classroom_words.h"
#include "server/gateways/classroom/dialogue_exercise.h"
#include "server/gateways/classroom/message_exercises.h"
#include "server/gateways/classroom/multichat_exercise.h"
#include "server/gateways/classroom/netcat_exercise.h"
#include "server/gateways/classroom/transfer_exercise.h"
#include "server/gateways/classroom/udp_exercise.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

std::unique_ptr<Exercise> makeExercise(const ExerciseKind &kind, ClassroomDesk &desk)
{
    if (kind.name == "presence"_L1)
        return std::make_unique<PresenceExercise>(kind, desk);
    if (kind.name == "hello"_L1)
        return std::make_unique<HelloExercise>(kind, desk);
    if (kind.name == "dialogue"_L1)
        return std::make_unique<DialogueExercise>(kind, desk);
    if (kind.name == "udp"_L1)
        return std::make_unique<UdpExercise>(kind, desk);
    if (kind.name == "netcat"_L1)
        return std::make_unique<NetcatExercise>(kind, desk);
    if (kind.name == "multichat"_L1)
        return std::make_unique<MultichatExercise>(kind, desk);
    return std::make_unique<TransferExercise>(kind, desk);
}

} // namespace

ClassroomGateway::ClassroomGateway(RoomDoor &door, SharedGuestNumbers numbers, const ClassroomSettings &settings)
    : m_door(door)
    , m_numbers(std::move(numbers))
    , m_settings(settings)
{
}

ClassroomGateway::~ClassroomGateway() = default;

void ClassroomGateway::makeExercises()
{
    m_desk = std::make_unique<ClassroomDesk>(m_door, m_numbers, m_settings);
    connect(m_desk.get(), &ClassroomDesk::happened, this, &ClassroomGateway::happened);
    connect(m_desk.get(), &ClassroomDesk::shown, this, &ClassroomGateway::shown);
    for (const ExerciseKind &kind : exerciseKinds) {
        auto exercise = makeExercise(kind, *m_desk);
        connect(exercise.get(), &Exercise::trouble, this,
            [this, name = exercise->name()](const Error &error) { Q_EMIT trouble(name, error); });
        connect(exercise.get(), &Exercise::emptied, this, &ClassroomGateway::closeIfEmpty);
        connect(&m_desk->visits(), &RoomVisits::heard, exercise.get(), &Exercise::hear);
        if (auto *dialogue = qobject_cast<DialogueExercise *>(exercise.get()))
            m_dialogue = dialogue;
        m_exercises.push_back(std::move(exercise));
    }
    connect(&m_desk->visits(), &RoomVisits::refused, this, &ClassroomGateway::refuse);
}

Result<QList<GatewayAddress>> ClassroomGateway::open()
{
    makeExercises();
    for (size_t i = 0; i < m_exercises.size(); ++i) {
        const ExerciseKind &kind = exerciseKinds.at(i);
        const quint16 port = m_settings.ports.value(kind.name, kind.port);
        auto opened = m_exercises[i]->open(Endpoint::tcp(m_settings.host, port));
        if (!opened) {
            Error error = opened.error();
            error.params = { kind.name, Endpoint::tcp(m_settings.host, port).toString() };
            return tl::unexpected(error);
        }
        m_addresses.append(*opened);
    }
    return m_addresses;
}

void ClassroomGateway::refuse(const Error &error)
{
    Q_EMIT trouble(u"classroom"_s, error);
    close();
}

QString ClassroomGateway::endGuest(const QString &who)
{
    const RoomVisit *visit = m_desk->visits().find(who);
    if (!visit)
        return {};
    const GuestId guest = visit->guest();
    const QString name = visit->calledName();
    const bool isEnded = std::any_of(
        m_exercises.begin(), m_exercises.end(), [guest](const auto &exercise) { return exercise->endGuest(guest); });
    return isEnded ? name : QString();
}

QString ClassroomGateway::answerDialogue(const QString &text)
{
    if (!m_dialogue->answer(text))
        return ClassroomWords::nobodyServed();
    m_desk->visits().sayItself(text);
    return {};
}

QString ClassroomGateway::describe() const
{
    QStringList lines;
    if (m_closing) {
        for (const auto &exercise : m_exercises)
            lines.append(u"  "_s + ClassroomWords::closedExercise(exercise->name()));
        return lines.join(u'\n');
    }
    for (size_t i = 0; i < m_exercises.size(); ++i) {
        const Exercise &exercise = *m_exercises[i];
        lines.append(u"  "_s
            + ClassroomWords::exercise(
                exercise.name(), m_addresses.at(qsizetype(i)).address, exerciseKinds.at(i).isUdp, exercise.count()));
        if (const QString state = exercise.state(); !state.isEmpty())
            lines.append(u"  "_s + state);
    }
    return lines.join(u'\n');
}

bool ClassroomGateway::isEmpty() const
{
    return std::all_of(
        m_exercises.begin(), m_exercises.end(), [](const auto &exercise) { return exercise->count() == 0; });
}

void ClassroomGateway::close()
{
    if (std::exchange(m_closing, true))
        return;
    for (const auto &exercise : m_exercises)
        exercise->close();
    closeIfEmpty();
}

void ClassroomGateway::closeIfEmpty()
{
    if (m_closing && isEmpty() && !std::exchange(m_closed, true))
        Q_EMIT closed();
}

} // namespace salon::server
