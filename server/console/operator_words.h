// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/error.h"
#include "shared/base/vocabulary.h"

#include <QCoreApplication>
#include <QString>

namespace salon::server {

/// Words of the operator's language for what the program knows as numbers.
class OperatorWords
{
    Q_DECLARE_TR_FUNCTIONS(OperatorWords)

public:
    [[nodiscard]] static QString role(Role role);
    [[nodiscard]] static QString presence(PresenceState state);
    [[nodiscard]] static QString roomKind(RoomKind kind);
    /// A sentence without its full stop; the code's name when there is none.
    [[nodiscard]] static QString error(const Error &error);
};

} // namespace salon::server
