// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/app/config.h"

#include <QString>
#include <optional>

namespace salon::server {

/// Who may reach the server, as --setup asks it.
struct Reach
{
    enum class Who
    {
        AsItIs, ///< listeners that none of the answers describes
        ThisComputer,
        LocalNetwork,
        Everyone
    };
    Who who = Who::LocalNetwork;
    quint16 port = 7256;
    QString publicAddress{}; ///< only for Everyone: host or host:port

    [[nodiscard]] static Reach of(const Config &config);
    /// "2", "2 8000", "3 chat.example.org:8000"; an empty answer keeps `offered`. Nothing when it is no answer.
    [[nodiscard]] static std::optional<Reach> read(const QString &answer, const Reach &offered);
    /// AsItIs changes nothing.
    void applyTo(Config &config) const;

    friend bool operator==(const Reach &, const Reach &) = default;
};

} // namespace salon::server
