// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-console/screen.h"
#include "shared/base/when_ready.h"
#include "shared/client-core/session/answer.h"

#include <QObject>
#include <functional>
#include <type_traits>

namespace salon::console {

/// The answers of the server that commands wait for. What fails is a problem on the screen. The functions given may use
/// what lives as long as this object.
class AwaitedAnswers : public QObject
{
    Q_OBJECT

public:
    explicit AwaitedAnswers(Screen &screen)
        : m_screen(screen)
    {
    }

    [[nodiscard]] bool isEmpty() const { return m_pending == 0; }

    /// Something else than an answer is waited for, until end().
    void begin() { ++m_pending; }
    void end() { taken(); }

    template <class T, class Done, class Failed>
    void await(const Answer<T> &answer, Done done, Failed failed)
    {
        ++m_pending;
        whenReady(answer, this, [this, done = std::move(done), failed = std::move(failed)](const Result<T> &result) {
            if (result) {
                if constexpr (std::is_void_v<T>)
                    done();
                else
                    done(*result);
            } else {
                m_screen.problem(result.error());
                failed();
            }
            taken();
        });
    }

    template <class T, class Done>
    void await(const Answer<T> &answer, Done done)
    {
        await(answer, std::move(done), [] {});
    }

    /// `success` is said when all went well, unless it is empty.
    void await(const Answer<> &answer, const QString &success);
    /// `failed` is called when it did not go well.
    void awaitOr(const Answer<> &answer, std::function<void()> failed);

Q_SIGNALS:
    /// Nothing is waited for any more.
    void settled();

private:
    void taken();

    Screen &m_screen;
    int m_pending = 0;
};

} // namespace salon::console
