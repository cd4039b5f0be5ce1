// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

class QMessageBox;

namespace salon {

/// A window with what is wrong and a button to close it, for a program that has no other window. It is shown and
/// deletes itself when it is closed; QMessageBox::finished tells.
QMessageBox *showProblemBox(const QString &sentence);

} // namespace salon
