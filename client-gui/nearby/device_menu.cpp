// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/nearby/device_menu.h"

#include "shared/nearby/nearby_people.h"

#include <QCoreApplication>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

struct DeviceMenu
{
    Q_DECLARE_TR_FUNCTIONS(salon::DeviceMenu)
};

} // namespace

void addDevices(QMenu &menu, const QList<NearbyPerson> &devices, QObject *receiver,
    const std::function<void(const QByteArray &key)> &choose)
{
    for (const NearbyPerson &device : devices) {
        //: One of several devices of the same person. %1 is its name, %2 "Here"
        QString words = DeviceMenu::tr("%1 — %2").arg(NearbyPeople::nameOf(device), NearbyPeople::statusOf(device));
        if (device.unread > 0)
            //: %1 is a device and how it is reached
            words = DeviceMenu::tr("%1, %n unread message(s)", nullptr, device.unread).arg(words);
        menu.addAction(words.replace(u'&', u"&&"_s), receiver, [choose, key = device.key] { choose(key); });
    }
}

} // namespace salon
