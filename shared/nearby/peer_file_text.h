// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/peer/store/peer_records.h"

#include <QCoreApplication>

namespace salon {

/// Words about a file that two people nearby give each other, in the language of now.
class PeerFileText
{
    Q_DECLARE_TR_FUNCTIONS(salon::PeerFileText)

public:
    /// Size and how far it is: "4.2 MB, waiting for their answer". `done`: bytes sent or received, 0 if unknown.
    static QString of(const PeerEntry &entry, quint64 done);
    /// How far it is alone.
    static QString state(const PeerEntry &entry, quint64 done);
    /// "4.2 MB"
    static QString size(quint64 bytes);
};

} // namespace salon
