// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/protocol/messages/all.h"

namespace salon::test {

/// A message in which every field differs from its default, the same at every call; the golden frames are made of
/// these.
template <class M>
M sample();

/// The sample that the first golden frame of a message was made of: without the fields that were added later.
template <class M>
M firstSample()
{
    return sample<M>();
}
template <>
RoomEvent firstSample<RoomEvent>();
template <>
HistoryPage firstSample<HistoryPage>();
template <>
SendMessage firstSample<SendMessage>();

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
