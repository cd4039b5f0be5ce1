// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/gateways/classroom/message_guest.h"
#include "server/gateways/classroom/tcp_exercise.h"

namespace salon::server {

/// An exercise in which a client sends one message, gets one answer, and that is all.
class MessageExercise : public TcpExercise
{
    Q_OBJECT

public:
    using TcpExercise::TcpExercise;

protected:
    [[nodiscard]] virtual QByteArray answerTo(const QByteArray &message) const = 0;

private:
    [[nodiscard]] std::unique_ptr<ExerciseGuest> makeGuest(NewGuest guest) final;
};

/// Answers with the message itself, and that it is present.
class PresenceExercise final : public MessageExercise
{
    Q_OBJECT

public:
    using MessageExercise::MessageExercise;

private:
    [[nodiscard]] QByteArray answerTo(const QByteArray &message) const override;
};

/// Answers with a greeting.
class HelloExercise final : public MessageExercise
{
    Q_OBJECT

public:
    using MessageExercise::MessageExercise;

private:
    [[nodiscard]] QByteArray answerTo(const QByteArray &message) const override;
};

} // namespace salon::server
