// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/gateways/classroom/multichat_exercise.h"

#include "server/gateways/shown_text.h"

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

/// As it was said, but for what would harm the others' terminals.
QByteArray relayed(const QString &line)
{
    return "\n>>" + shownLine(line).toUtf8() + '\n';
}

} // namespace

bool isQuit(const QString &line, qint64 number)
{
    const QString said = line.trimmed();
    if (!said.startsWith("quit"_L1))
        return false;
    const QString rest = said.mid(4).trimmed();
    return rest.isEmpty() || rest == QString::number(number);
}

void MultichatExercise::arrived(ExerciseGuest &guest)
{
    guest.write(QByteArray::number(guest.guest().value));
}

void MultichatExercise::lineCame(LineGuest &guest, const QString &line)
{
    guest.show(line);
    if (isQuit(line, guest.guest().value)) {
        guest.finish();
        return;
    }
    const QByteArray message = relayed(line);
    forEachGuest([&](ExerciseGuest &other) { other.write(message); });
}

} // namespace salon::server
