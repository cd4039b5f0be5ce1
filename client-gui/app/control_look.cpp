// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/control_look.h"

#include <QCheckBox>
#include <QVariant>

namespace salon {

namespace {
constexpr char LookProperty[] = "salonButtonLook";
constexpr char SwitchProperty[] = "salonSwitch";
} // namespace

void setButtonLook(QWidget *button, ButtonLook look)
{
    button->setProperty(LookProperty, int(look));
    button->update();
}

ButtonLook buttonLook(const QWidget *button)
{
    return button ? ButtonLook(button->property(LookProperty).toInt()) : ButtonLook::Normal;
}

void setSwitchLook(QCheckBox *box)
{
    box->setProperty(SwitchProperty, true);
    box->updateGeometry();
}

bool hasSwitchLook(const QWidget *box)
{
    return box && box->property(SwitchProperty).toBool();
}

} // namespace salon
