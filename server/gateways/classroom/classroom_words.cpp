// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/gateways/classroom/classroom_words.h"

#include "server/gateways/classroom/transfer_reader.h"
#include "shared/base/terminal_text.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

constexpr quint32 Kilobyte = 1024;

} // namespace

QString ClassroomWords::size(quint32 bytes)
{
    return bytes < Kilobyte ? tr("%n byte(s)", nullptr, int(bytes)) : QLocale().formattedDataSize(bytes);
}

QString ClassroomWords::received(const QString &exercise, const QString &address)
{
    //: Classroom: the address of a client, the name of an exercise
    return tr("Connection received from %1 (%2)").arg(address, exercise);
}

QString ClassroomWords::ended(const QString &exercise, const QString &address, const Error &reason)
{
    switch (reason.code) {
    case ErrorCode::SlowReader:
        return tr("Connection from %1 ended (%2): it did not read what it was sent").arg(address, exercise);
    case ErrorCode::TimedOut:
        return tr("Connection from %1 ended (%2): nothing happened there for too long").arg(address, exercise);
    case ErrorCode::ConnectionLost:
        return tr("Connection from %1 ended (%2): it broke off").arg(address, exercise);
    case ErrorCode::NotPermitted:
        return tr("Connection from %1 ended (%2) by the operator").arg(address, exercise);
    default:
        return tr("Connection from %1 ended (%2)").arg(address, exercise);
    }
}

QString ClassroomWords::turnedAway(const QString &exercise, const QString &address)
{
    return tr("%1 was turned away (%2): too many connections").arg(address, exercise);
}

QString ClassroomWords::moreTurnedAway(const QString &exercise, int count)
{
    return tr("%n more connection(s) were turned away (%1): too many connections", nullptr, count).arg(exercise);
}

QString ClassroomWords::arrivalsLeftOut(int count)
{
    return tr("%n connection(s) are not shown in the room: too many at once", nullptr, count);
}

QString ClassroomWords::message(const QString &exercise, const QString &address, const QString &text)
{
    //: Classroom: a message as the operator sees it: exercise, address, text
    return tr("%1, %2: %3").arg(exercise, address, safeLineForTerminal(text));
}

QString ClassroomWords::notText(const QString &exercise, const QString &address, CutLine::Kind kind)
{
    switch (kind) {
    case CutLine::Kind::Latin1:
        return tr("%1, %2: bytes that are not UTF-8 (they read as Latin-1); not shown").arg(exercise, address);
    case CutLine::Kind::TooLong:
        return tr("%1, %2: a line of more than %n byte(s); not shown", nullptr, int(LineCutter::MaxLineBytes))
            .arg(exercise, address);
    case CutLine::Kind::Garbage:
    case CutLine::Kind::Text:
        break;
    }
    return tr("%1, %2: bytes that are no text; not shown").arg(exercise, address);
}

QString ClassroomWords::datagram(const QString &address, const QString &text)
{
    //: Classroom: a UDP datagram: address, text
    return tr("udp, datagram from %1: %2").arg(address, text);
}

QString ClassroomWords::linesLeftOut(int count)
{
    return tr("%n line(s) about the classroom were left out: too much happened at once", nullptr, count);
}

QString ClassroomWords::tooFast(const QString &exercise, const QString &address, int count)
{
    return tr("%1, %2: too fast, %n line(s) were left out", nullptr, count).arg(exercise, address);
}

QString ClassroomWords::serving(const QString &address)
{
    return tr("Dialogue with %1 begins: what a moderator writes here, or the operator with /dialogue, is sent to this "
              "client; “fini” ends it.")
        .arg(address);
}

QString ClassroomWords::waiting(int count)
{
    return tr("dialogue: %n client(s) waiting", nullptr, count);
}

QString ClassroomWords::answered(const QString &address, const QString &text)
{
    //: Classroom: what was answered to the client of the dialogue: address, text
    return tr("dialogue, to %1: %2").arg(address, safeLineForTerminal(text));
}

QString ClassroomWords::nobodyServed()
{
    return tr("Nobody is connected to the dialogue.");
}

QString ClassroomWords::transferAnnounced(const QString &address, quint32 bytes)
{
    return tr("transfer, %1: %2 announced").arg(address, size(bytes));
}

QString ClassroomWords::transferProgress(const QString &address, int percent, quint32 bytes)
{
    return tr("transfer, %1: %2 % of %3").arg(address, QString::number(percent), size(bytes));
}

QString ClassroomWords::transferDone(const QString &address, quint32 bytes, const QByteArray &sha256)
{
    return tr("transfer, %1: %2 received, SHA-256 %3").arg(address, size(bytes), QString::fromLatin1(sha256.toHex()));
}

QString ClassroomWords::transferCut(const QString &address, quint32 received, quint32 bytes)
{
    return tr("transfer, %1: ended after %2 of %3").arg(address, size(received), size(bytes));
}

QString ClassroomWords::transfersLeftOut(const QString &address)
{
    return tr("transfer, %1: too fast, what was left at the end of the connection was left out").arg(address);
}

QString ClassroomWords::transferTooLong(const QString &address, quint32 bytes)
{
    const QLocale locale;
    return tr("transfer, %1: %2 bytes announced, that is too much; %3 at most")
        .arg(address, locale.toString(bytes), locale.toString(TransferReader::MaxBytes));
}

QString ClassroomWords::exercise(const QString &name, const QString &address, bool isUdp, int count)
{
    if (isUdp) {
        //: Classroom, operator's list: name of an exercise, address
        return tr("%1: UDP, %2").arg(name, address);
    }
    return tr("%1: TCP, %2, %n connected", nullptr, count).arg(name, address);
}

QString ClassroomWords::closedExercise(const QString &name)
{
    //: Classroom, operator's list: name of an exercise
    return tr("%1: closed").arg(name);
}

} // namespace salon::server
