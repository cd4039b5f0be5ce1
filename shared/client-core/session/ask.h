// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/session/answer.h"
#include "shared/client-core/session/session.h"

#include <memory>

namespace salon {

/// Sends a request; the answer is what `convert` makes of the reply. It is called in order with pushes, unless
/// `context` died.
template <class Value, wire::Message Reply, wire::Message Request, class Convert>
[[nodiscard]] Answer<Value> ask(Session &session, QObject *context, const Request &request, Convert convert)
{
    auto promise = std::make_shared<QPromise<Result<Value>>>();
    promise->start();
    session.request<Reply>(request, context, [promise, convert](const Result<Reply> &reply) {
        if (!reply) {
            promise->addResult(Result<Value>(tl::unexpected(reply.error())));
        } else if constexpr (std::is_void_v<Value>) {
            convert(*reply);
            promise->addResult(Result<>());
        } else {
            promise->addResult(Result<Value>(convert(*reply)));
        }
        promise->finish();
    });
    return promise->future();
}

/// The reply itself.
template <wire::Message Reply, wire::Message Request>
[[nodiscard]] Answer<Reply> askFor(Session &session, QObject *context, const Request &request)
{
    return ask<Reply, Reply>(session, context, request, [](const Reply &reply) { return reply; });
}

/// For what is done or not.
template <wire::Message Request>
[[nodiscard]] Answer<> order(Session &session, QObject *context, const Request &request)
{
    return ask<void, Done>(session, context, request, [](const Done &) {});
}

template <class Value = void>
[[nodiscard]] Answer<Value> failedAnswer(const Error &error)
{
    return readyAnswer<Value>(Result<Value>(tl::unexpected(error)));
}

} // namespace salon
