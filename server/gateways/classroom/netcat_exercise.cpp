// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/gateways/classroom/netcat_exercise.h"

#include "server/gateways/text/text_words.h"

namespace salon::server {

void NetcatExercise::arrived(ExerciseGuest &guest)
{
    connect(&guest, &ExerciseGuest::toldPrivately, this,
        [client = &guest](const PrivateWord &word) { client->write(TextWords::privateWord(word)); });
}

void NetcatExercise::hear(const RoomWord &word)
{
    if (word.kind != EventKind::Message && word.kind != EventKind::Edited)
        return;
    const QByteArray lines = TextWords::word(word);
    forEachGuest([&](ExerciseGuest &guest) {
        if (guest.isIn() && guest.guest() != word.guest)
            guest.write(lines);
    });
}

/// Text in another encoding is a mistake that is easily made; anything else is answered by silence.
void NetcatExercise::lineRefused(LineGuest &guest, CutLine::Kind kind)
{
    if (kind == CutLine::Kind::Latin1)
        guest.write(TextWords::hint(kind));
}

void NetcatExercise::linesLeftOut(LineGuest &guest, int count)
{
    guest.write(TextWords::tooFast(count));
}

} // namespace salon::server
