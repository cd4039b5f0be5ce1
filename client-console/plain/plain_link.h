// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/error.h"

#include <QByteArray>
#include <QObject>

namespace salon::console {

/// A way to a program that knows nothing of Salon: a stream of bytes, or messages (datagrams, frames of a stream).
/// Signals come from the event loop.
class PlainLink : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// What send() is given arrives as one piece, and so does what comes.
    [[nodiscard]] virtual bool keepsMessages() const = 0;
    /// Largest message; larger ones are refused by send().
    [[nodiscard]] virtual qsizetype maxMessageBytes() const = 0;
    /// False: too large, nobody there to send it to, or the link takes nothing more.
    virtual bool send(const QByteArray &message) = 0;
    /// Nothing more will be sent; what comes is received still.
    virtual void endSending() = 0;
    /// What was sent last did not arrive: the other side takes nothing more.
    [[nodiscard]] virtual bool isWriteBroken() const { return false; }
    /// Waiting to leave.
    [[nodiscard]] virtual qsizetype queuedBytes() const = 0;
    /// Ends in good order, what waits included; closed() follows.
    virtual void finish() = 0;

Q_SIGNALS:
    /// `from`: address of the sender where there may be several, else empty.
    void received(const QByteArray &bytes, const QString &from);
    void drained();
    /// The other side will send nothing more.
    void readEnded();
    /// The end: Canceled after finish(), ConnectionLost, ConnectionRefused, FrameTooLarge{bytes, limit}, or
    /// MalformedFrame for a frame that was cut short.
    void closed(const salon::Error &reason);
};

} // namespace salon::console
