// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/gateways/classroom/dialogue_exercise.h"

#include "server/gateways/classroom/classroom_words.h"
#include "shared/base/terminal_text.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

bool isEnd(const QString &text)
{
    return text.trimmed() == "fini"_L1;
}

} // namespace

void DialogueExercise::arrived(ExerciseGuest &guest)
{
    auto &client = static_cast<LineGuest &>(guest); // LineExercise makes no others
    client.setHeld(true);
    client.setExpectsAnswers();
    m_waiting.push_back(&client);
    if (m_served)
        desk().tell(ClassroomWords::waiting(int(m_waiting.size())));
    else
        serveNextSoon();
}

void DialogueExercise::left(ExerciseGuest &guest)
{
    std::erase(m_waiting, &guest);
    if (&guest == m_served)
        m_served = nullptr;
    serveNextSoon();
}

/// Not at once: this may be called from within a signal of the one before.
void DialogueExercise::serveNextSoon()
{
    QMetaObject::invokeMethod(this, &DialogueExercise::serveNext, Qt::QueuedConnection);
}

void DialogueExercise::serveNext()
{
    while (!m_served && !m_waiting.empty()) {
        LineGuest *const next = m_waiting.front();
        m_waiting.pop_front();
        if (next->isLeaving())
            continue;
        if (next->isBroken()) {
            next->expel({ ErrorCode::ConnectionLost, {}, {}, {} });
            continue;
        }
        m_served = next;
        desk().announce(ClassroomWords::serving(next->address()));
        next->forgiveSilence();
        next->setHeld(false);
    }
}

void DialogueExercise::lineCame(LineGuest &guest, const QString &line)
{
    guest.show(line);
    if (isEnd(line))
        dismiss(guest);
}

void DialogueExercise::dismiss(LineGuest &guest)
{
    if (&guest == m_served)
        m_served = nullptr;
    guest.finish();
    serveNextSoon();
}

bool DialogueExercise::answer(const QString &text)
{
    if (!m_served)
        return false;
    QByteArray bytes = safeForTerminal(text).toUtf8();
    if (m_served->endsLines())
        bytes += '\n';
    LineGuest &client = *m_served;
    desk().show(ClassroomWords::answered(client.address(), text));
    client.answer(bytes); // which may be its end
    if (isEnd(text) || client.isLeaving())
        dismiss(client);
    return true;
}

void DialogueExercise::hear(const RoomWord &word)
{
    if (word.kind == EventKind::Message && !word.guest.isValid() && word.role >= Role::Moderator)
        answer(word.text);
}

QString DialogueExercise::state() const
{
    return m_waiting.empty() ? QString() : ClassroomWords::waiting(int(m_waiting.size()));
}

} // namespace salon::server
