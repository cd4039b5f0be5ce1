// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace salon {

/// Qt ends a program that finds no display with abort(): a core dump and words for developers. While a guard lives,
/// that end is one sentence for the person, what Qt said behind it, and exit code 1. Lives around the making of
/// QApplication.
class DisplayGuard
{
public:
    /// `sentence` is already in the person's language: nothing can be translated when it is needed.
    explicit DisplayGuard(const QString &sentence);
    ~DisplayGuard();
    Q_DISABLE_COPY_MOVE(DisplayGuard)
};

} // namespace salon
