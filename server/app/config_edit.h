// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/app/config.h"

#include <QByteArray>

namespace salon::server {

/// The text of a configuration file in which the four settings that --setup asks for (name, listeners, public address,
/// registration) are those of `config`, and nothing else is different, comments neither. Fails when the text cannot be
/// changed so.
ConfigResult<QByteArray> editedConfigText(const QByteArray &text, const Config &config);

} // namespace salon::server
