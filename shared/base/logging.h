// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QLoggingCategory>

/// All logging categories. Never log message bodies, passwords, tokens or keys.
Q_DECLARE_LOGGING_CATEGORY(salonProtocol)
Q_DECLARE_LOGGING_CATEGORY(salonNet)
Q_DECLARE_LOGGING_CATEGORY(salonAuth)
Q_DECLARE_LOGGING_CATEGORY(salonStore)
Q_DECLARE_LOGGING_CATEGORY(salonServer)
Q_DECLARE_LOGGING_CATEGORY(salonSession)
Q_DECLARE_LOGGING_CATEGORY(salonUi)
