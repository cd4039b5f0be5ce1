// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QtGlobal>

/// Limits of the wire format (docs/PROTOCOL.md §3). Sizes are in bytes and checked before anything is allocated.
namespace salon::wire_limits {

inline constexpr quint16 DefaultPort = 7256;
inline constexpr quint32 MaxFrameBeforeLogin = 4 * 1024; ///< client to server, before LoggedIn
inline constexpr quint32 MaxFrameToServer = 64 * 1024;
inline constexpr quint32 MaxFrameOfUpload = 256 * 1024; ///< an UploadChunk, once this connection opened an upload
inline constexpr quint32 MaxFrameToClient = 256 * 1024;
inline constexpr quint32 MaxChunkBytes = 240 * 1024; ///< bytes of a file in one UploadChunk or FileChunk
inline constexpr int MaxDepth = 8;
inline constexpr int MaxMapPairs = 32;
inline constexpr int MaxArrayItems = 4096; ///< for any array; each field has its own, mostly smaller limit
inline constexpr int MaxFramesBeforeLogin = 64;

inline constexpr int MaxPageEvents = 200; ///< events in one HistoryPage
inline constexpr int PageByteBudget = 192 * 1024; ///< a page ends early here, so that it fits MaxFrameToClient
inline constexpr int MaxInFlightPerRoom = 16; ///< unanswered SendMessage of one device in one room

inline constexpr int TlsHandshakeMs = 10'000;
inline constexpr int LoginMs = 20'000; ///< from accept to LoggedIn
inline constexpr int PingAfterMs = 30'000; ///< silence after which a side sends Ping
inline constexpr int DropAfterMs = 90'000; ///< silence after which a side closes

} // namespace salon::wire_limits
