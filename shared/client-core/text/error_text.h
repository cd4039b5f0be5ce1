// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/error.h"
#include "shared/protocol/messages/session.h"

#include <QCoreApplication>

namespace salon {

/// Puts codes into words in the language of now: what happened and, where there is one, what to do next.
class ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(salon::ErrorText)
public:
    /// One or two plain sentences; never empty, whatever the code.
    static QString of(const Error &error);
    /// Why the server said goodbye, with the words of the person who did it, if any.
    static QString of(const Goaway &goodbye);
    /// Heading and explanation of a changed server key, for the one dialog that may accept it.
    static QString keyChangedTitle();
    static QString keyChangedExplanation(
        const QString &server, const QByteArray &expected, const QByteArray &presented);
    /// A pin in groups of four, to be read aloud: "a1b2 c3d4 …".
    static QString fingerprint(const QByteArray &pin);
};

} // namespace salon
