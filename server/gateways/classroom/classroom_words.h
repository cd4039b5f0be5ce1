// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/gateways/line_cutter.h"
#include "shared/base/error.h"

#include <QCoreApplication>
#include <QString>

namespace salon::server {

/// What the classroom says about its exercises, to the operator and in the room, in the operator's language. What
/// exercises answer to their clients is protocol and stands with them. `exercise` is its name, `address` the client's.
class ClassroomWords
{
    Q_DECLARE_TR_FUNCTIONS(salon::server::ClassroomWords)

public:
    static QString received(const QString &exercise, const QString &address);
    static QString ended(const QString &exercise, const QString &address, const Error &reason);
    static QString turnedAway(const QString &exercise, const QString &address);
    /// So many more since the last one that was told.
    static QString moreTurnedAway(const QString &exercise, int count);
    /// Arrivals that the room does not show.
    static QString arrivalsLeftOut(int count);
    static QString message(const QString &exercise, const QString &address, const QString &text);
    /// Bytes that are no message: why.
    static QString notText(const QString &exercise, const QString &address, CutLine::Kind kind);
    static QString datagram(const QString &address, const QString &text);
    static QString linesLeftOut(int count);
    /// Of one client, which wrote faster than it may.
    static QString tooFast(const QString &exercise, const QString &address, int count);

    static QString serving(const QString &address);
    static QString waiting(int count);
    static QString answered(const QString &address, const QString &text);
    static QString nobodyServed();

    static QString transferAnnounced(const QString &address, quint32 bytes);
    static QString transferProgress(const QString &address, int percent, quint32 bytes);
    static QString transferDone(const QString &address, quint32 bytes, const QByteArray &sha256);
    static QString transferCut(const QString &address, quint32 received, quint32 bytes);
    static QString transfersLeftOut(const QString &address);
    static QString transferTooLong(const QString &address, quint32 bytes);

    /// A line of the operator's list: where an exercise listens and how many are connected.
    static QString exercise(const QString &name, const QString &address, bool isUdp, int count);
    static QString closedExercise(const QString &name);

private:
    static QString size(quint32 bytes);
};

} // namespace salon::server
