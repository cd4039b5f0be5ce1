// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/discovery/discovery_probe.h"

#include <QCoreApplication>
#include <QMetaType>
#include <QString>

namespace salon {

/// A server that answered on the local network, as it describes itself. Nothing of it is proven.
struct FoundServer
{
    QByteArray id{};
    QString name{}; ///< may be empty
    QString address{}; ///< what is written into the address box
    QByteArray pin{}; ///< of the key that it says it has; empty: it speaks without encryption
    quint32 online = 0;
    bool isLoopback = false;

    static FoundServer of(const Neighbour &neighbour);
    /// Without encryption a server can be joined on this computer only.
    [[nodiscard]] bool isJoinable() const { return !pin.isEmpty() || isLoopback; }
    /// The same announcement, perhaps with other words: what tells servers apart in a list.
    [[nodiscard]] bool isSame(const FoundServer &other) const
    {
        return id == other.id && address == other.address && pin == other.pin;
    }
    friend bool operator==(const FoundServer &, const FoundServer &) = default;
};

/// How a found server is put into words.
class FoundServerText
{
    Q_DECLARE_TR_FUNCTIONS(salon::FoundServerText)
public:
    static QString name(const FoundServer &server);
    /// "3 online", or why it cannot be joined.
    static QString people(const FoundServer &server);
    /// Name, address and people in one line, for assistive programs.
    static QString spoken(const FoundServer &server);
    /// What is known of the key, for a tool tip: the whole fingerprint, and that it has to be compared.
    static QString key(const FoundServer &server);
    /// The beginning of the fingerprint with what to do with it, for a hint of two lines.
    static QString keyHint(const QByteArray &pin);
};

} // namespace salon

Q_DECLARE_METATYPE(salon::FoundServer)
