// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>
#include <functional>

namespace salon::server {

/// The classroom as its operator uses it. What there is to say comes later, once for each call. Domain thread.
class ClassroomPort
{
public:
    using Say = std::function<void(const QString &text)>;

    virtual ~ClassroomPort() = default;

    /// Sends a text to the client that the dialogue serves.
    virtual void answerDialogue(const QString &text, Say say) = 0;
    /// What listens where and how many are connected.
    virtual void describe(Say say) = 0;

protected:
    ClassroomPort() = default;
    Q_DISABLE_COPY_MOVE(ClassroomPort)
};

} // namespace salon::server
