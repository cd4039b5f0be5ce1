// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/protocol/message_types.h"

#include <QCoreApplication>
#include <QString>

namespace salon {

/// What each message of the protocol is there for, for people who are new to it.
class MessageWords
{
    Q_DECLARE_TR_FUNCTIONS(salon::MessageWords)

public:
    /// A sentence or two; for a number that this build does not know a sentence that says so.
    [[nodiscard]] static QString purpose(quint32 type);
    enum class With
    {
        Server,
        Device
    };
    /// Who asked, who answers. `sent`: by this program.
    [[nodiscard]] static QString role(MessageRole role, bool sent, quint64 correlation, With with);
};

} // namespace salon
