// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/bus/room_door.h"
#include "server/gateways/line_cutter.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QStringList>

namespace salon::server {

/// What text access says to its guests, in the language of the server: whole lines, safe for a terminal.
class TextWords
{
    Q_DECLARE_TR_FUNCTIONS(salon::server::TextWords)

public:
    static QByteArray welcome(const GuestWelcome &welcome);
    static QByteArray help();
    /// An event of the room; empty for those that are not told.
    static QByteArray word(const RoomWord &word);
    static QByteArray privateWord(const PrivateWord &word);
    static QByteArray renamed(const QString &from, const QString &to);
    static QByteArray people(const GuestAnswer &answer, const QString &self);
    static QByteArray ownName(const QString &name);
    static QByteArray sentTo(const QString &name);
    /// Why something was not done.
    static QByteArray problem(const Error &error);
    /// Why a line was not posted; empty for text.
    static QByteArray hint(CutLine::Kind kind);
    static QByteArray unknownCommand(const QString &command);
    static QByteArray missingName();
    static QByteArray missingMessage();
    static QByteArray goodbye();
    static QByteArray tooManyGuests();
    static QByteArray stopping();
    /// So many lines waited for too long.
    static QByteArray tooFast(int lines);
    static QByteArray endedByOperator();

private:
    static QString sentence(const Error &error);
    static QString eventSentence(const RoomWord &word);
};

} // namespace salon::server
