// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QCoreApplication>
#include <QString>

namespace salon {

/// What the fields of messages mean, for people who are new to the protocol.
class FieldWords
{
    Q_DECLARE_TR_FUNCTIONS(salon::FieldWords)

public:
    /// "what was written" for "text": no sentence, to stand behind a colon. Empty for a name that nobody explained.
    [[nodiscard]] static QString meaning(const QString &name);
};

} // namespace salon
