// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/protocol/messages/all.h"

#include <vector>

namespace salon::test {

/// A message in which every field differs from its default, the same at every call; the golden frames are made of
/// these.
template <class M>
M sample();

/// What its samples were before it grew, each as it was released, oldest first.
template <class M>
std::vector<M> earlierSamples()
{
    return {};
}
template <>
std::vector<Welcome> earlierSamples<Welcome>();
template <>
std::vector<LoggedIn> earlierSamples<LoggedIn>();
template <>
std::vector<RoomOpened> earlierSamples<RoomOpened>();
template <>
std::vector<RoomList> earlierSamples<RoomList>();
template <>
std::vector<RoomAdded> earlierSamples<RoomAdded>();
template <>
std::vector<RoomEvent> earlierSamples<RoomEvent>();
template <>
std::vector<SendMessage> earlierSamples<SendMessage>();
template <>
std::vector<Resumed> earlierSamples<Resumed>();
template <>
std::vector<HistoryPage> earlierSamples<HistoryPage>();
template <>
std::vector<MarkRead> earlierSamples<MarkRead>();
template <>
std::vector<ReadMoved> earlierSamples<ReadMoved>();
template <>
std::vector<MessageList> earlierSamples<MessageList>();

#define SALON_DECLARE(name, number, role)                                                                              \
    template <>                                                                                                        \
    name sample<name>();
SALON_MESSAGES(SALON_DECLARE)
#undef SALON_DECLARE

/// Calls visit.operator()<M>() with the struct of a message type.
template <class Visit>
void withMessage(MessageType type, Visit visit)
{
    switch (type) {
#define SALON_CASE(name, number, role)                                                                                 \
    case MessageType::name:                                                                                            \
        return visit.template operator()<name>();
        SALON_MESSAGES(SALON_CASE)
#undef SALON_CASE
    }
}

/// Correlation that a sample travels with: 7 for requests and replies, 0 for pushes and notices.
constexpr quint64 sampleCorrelation(MessageType type)
{
    for (const MessageInfo &info : messageInfos) {
        if (info.type == type && (info.role == MessageRole::Request || info.role == MessageRole::Reply))
            return 7;
    }
    return 0;
}

} // namespace salon::test
