// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/nearby/nearby_self.h"

#include "shared/base/text_checks.h"
#include "shared/client-core/client_profile.h"

#include <QDir>
#include <QFile>

namespace salon::nearby_self {
namespace {

QString nameOnThisComputer()
{
    for (const char *variable : { "USER", "LOGNAME", "USERNAME" }) {
        if (const auto name = checkDisplayName(qEnvironmentVariable(variable)))
            return *name;
    }
    return {};
}

} // namespace

QString name(const ClientProfile &profile)
{
    const Settings &settings = profile.settings().current();
    if (!settings.nearbyName.isEmpty())
        return settings.nearbyName;
    if (const auto last = profile.servers().find(settings.lastServer); last && !last->displayName.isEmpty())
        return last->displayName;
    for (const KnownServer &server : profile.servers().all()) {
        if (!server.displayName.isEmpty())
            return server.displayName;
    }
    const QString own = nameOnThisComputer();
    return own.isEmpty() ? profile.deviceName() : own;
}

Result<TlsIdentity> identityIn(const QString &folder)
{
    const bool made = QDir().mkpath(folder)
        && QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    if (!made)
        return fail(ErrorCode::CannotOpenFile, {}, { folder });
    return loadOrCreateIdentity(folder);
}

} // namespace salon::nearby_self
