// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/session/answer.h"
#include "shared/client-core/store/local_store.h"

#include <QDate>
#include <QObject>

namespace salon {

class Session;

/// Where a room's log stands on a day: in the mirror as far as that reaches, else on the server.
class MomentFinder : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive this.
    MomentFinder(Session &session, LocalStore &store, QObject *parent = nullptr);

    /// Seq of the first event of that day of local time, or after it. MessageUnknown: all are older. ConnectionLost,
    /// UnknownRequest: only the server could tell, and is not there or cannot.
    Answer<Seq> find(RoomId room, const QDate &day);

private:
    using Promise = std::shared_ptr<QPromise<Result<Seq>>>;

    void checkHere(RoomId room, qint64 timeMs, Seq found, const Promise &promise);
    void askServer(RoomId room, qint64 timeMs, Seq otherwise, const Promise &promise);

    Session &m_session;
    LocalStore &m_store;
};

} // namespace salon
