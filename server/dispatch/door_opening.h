// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/dispatch/command_context.h"
#include "server/dispatch/door_wish.h"

namespace salon::server {

/// Sees to it that a gateway has its account and its room, step by step, since each may have to be stored first.
/// Domain thread.
class DoorOpening : public QObject
{
    Q_OBJECT

public:
    DoorOpening(CommandContext &context, DoorWish wish);

    void start();

Q_SIGNALS:
    void opened(salon::AccountId account, salon::RoomId room);
    void refused(const salon::Error &error);

private:
    void findAccount();
    void findRoom();
    void makeRoom(const QString &name);
    void enterRoom(RoomId room);
    void finish(RoomId room);
    void bringModerators();
    void bring(const Account &moderator);
    [[nodiscard]] QString freeRoomName() const;
    [[nodiscard]] const Account &account() const { return *m_context.state.accounts.find(m_account); }

    /// An outcome of the store, dropped when this object is gone.
    template <class T, class Then>
    [[nodiscard]] Answer<T> then(Then next)
    {
        return [guard = QPointer<DoorOpening>(this), next = std::move(next)](const Result<T> &outcome) {
            if (guard)
                next(outcome);
        };
    }

    CommandContext &m_context;
    DoorWish m_wish;
    AccountId m_account{};
    RoomId m_room{};
};

} // namespace salon::server
