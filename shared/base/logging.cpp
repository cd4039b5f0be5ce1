// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/logging.h"

Q_LOGGING_CATEGORY(salonProtocol, "salon.protocol", QtInfoMsg)
Q_LOGGING_CATEGORY(salonNet, "salon.net", QtInfoMsg)
Q_LOGGING_CATEGORY(salonAuth, "salon.auth", QtInfoMsg)
Q_LOGGING_CATEGORY(salonStore, "salon.store", QtInfoMsg)
Q_LOGGING_CATEGORY(salonServer, "salon.server", QtInfoMsg)
Q_LOGGING_CATEGORY(salonSession, "salon.session", QtInfoMsg)
Q_LOGGING_CATEGORY(salonUi, "salon.ui", QtInfoMsg)
