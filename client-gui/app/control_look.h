// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

class QCheckBox;
class QWidget;

namespace salon {

/// How SalonStyle draws a push button. A dialog's default button is Accent without being told.
enum class ButtonLook
{
    Normal, ///< outlined
    Accent, ///< filled: the one thing to do here
    Quiet, ///< text only, a ground on hover
    Danger, ///< filled red: cannot be undone
};

void setButtonLook(QWidget *button, ButtonLook look);
[[nodiscard]] ButtonLook buttonLook(const QWidget *button);

/// Draws a check box as a sliding switch, for settings that apply at once.
void setSwitchLook(QCheckBox *box);
[[nodiscard]] bool hasSwitchLook(const QWidget *box);

} // namespace salon
