// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/awaited_answers.h"

namespace salon::console {

void AwaitedAnswers::await(const Answer<> &answer, const QString &success)
{
    ++m_pending;
    whenReady(answer, this, [this, success](const Result<> &result) {
        if (!result)
            m_screen.problem(result.error());
        else if (!success.isEmpty())
            m_screen.success(success);
        taken();
    });
}

void AwaitedAnswers::awaitOr(const Answer<> &answer, std::function<void()> failed)
{
    ++m_pending;
    whenReady(answer, this, [this, failed = std::move(failed)](const Result<> &result) {
        if (!result) {
            m_screen.problem(result.error());
            failed();
        }
        taken();
    });
}

void AwaitedAnswers::taken()
{
    if (--m_pending == 0)
        Q_EMIT settled();
}

} // namespace salon::console
