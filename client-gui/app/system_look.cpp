// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/system_look.h"

#include <QPalette>
#ifdef Q_OS_WIN
#include <QSettings>
#endif

using namespace Qt::StringLiterals;

namespace salon {

SystemLook readSystemLook(const QPalette &platformPalette)
{
    SystemLook look;
#ifdef Q_OS_WIN
    // Qt 6.4 gives a light palette on a dark Windows.
    const QSettings themes(u"HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize"_s,
        QSettings::NativeFormat);
    look.isDark = themes.value(u"AppsUseLightTheme"_s, 1).toInt() == 0;
    const QSettings contrast(
        u"HKEY_CURRENT_USER\\Control Panel\\Accessibility\\HighContrast"_s, QSettings::NativeFormat);
    look.wantsHighContrast = (contrast.value(u"Flags"_s).toString().toInt() & 1) != 0;
    if (look.wantsHighContrast)
        look.isDark = platformPalette.color(QPalette::Window).lightness() < 128;
    const QSettings desktop(u"HKEY_CURRENT_USER\\Control Panel\\Desktop\\WindowMetrics"_s, QSettings::NativeFormat);
    look.wantsReducedMotion = desktop.value(u"MinAnimate"_s, u"1"_s).toString() == "0"_L1;
#else
    look.isDark
        = platformPalette.color(QPalette::Window).lightness() < platformPalette.color(QPalette::WindowText).lightness();
#endif
    return look;
}

} // namespace salon
