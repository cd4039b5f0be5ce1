// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/result.h"
#include "shared/transport/tls_identity.h"

#include <QString>

namespace salon {

class ClientProfile;

/// What this device is to people nearby.
namespace nearby_self {

/// Chosen by the person, else the name on the server used last, else the one on this computer; never empty.
[[nodiscard]] QString name(const ClientProfile &profile);
/// The certificate kept in `folder`, which is made if it is not there, for its owner alone. Reads and writes files.
Result<TlsIdentity> identityIn(const QString &folder);

} // namespace nearby_self
} // namespace salon
