// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QString>

namespace salon {

/// The protocol's version: raised only when old peers must be refused. Everything else is a feature.
inline constexpr quint32 ProtocolVersion = 1;

/// Optional abilities, negotiated by name: both sides list theirs, the intersection holds.
namespace features {
inline constexpr auto Changes = "changes"; ///< of messages, with lists of them and bans
inline constexpr auto Files = "files"; ///< in messages
inline constexpr auto Presence = "presence"; ///< PresenceChanged pushes
inline constexpr auto Reading = "reading"; ///< MarkUnread, SetRoomAttention, who has seen what
inline constexpr auto Rules = "rules"; ///< of rooms; HistoryTrimmed pushes
inline constexpr auto Search = "search"; ///< SearchMessages and FindMoment
inline constexpr auto Typing = "typing"; ///< TypingSeen pushes
} // namespace features

/// All features that this build knows, sorted.
[[nodiscard]] QList<QString> knownFeatures();

/// Those of `offered` that this build knows too, sorted, each once.
[[nodiscard]] QList<QString> commonFeatures(const QList<QString> &offered);

/// The highest version in `offered` that this build speaks; 0 when there is none.
[[nodiscard]] quint32 commonVersion(const QList<quint32> &offered);

} // namespace salon
