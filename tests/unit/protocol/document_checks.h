// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>
#include <QStringList>

namespace salon::test {

/// What in the CDDL file is not as in the code: one line per difference, none when they agree.
QStringList cddlProblems(const QString &cddl);

/// The same of docs/PROTOCOL.md: its tables of messages, records, enumerations, errors and limits, its features, and
/// its bytes, which are those of the golden frames.
QStringList documentProblems(const QString &document);

} // namespace salon::test
