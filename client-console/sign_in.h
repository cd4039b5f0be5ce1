// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-console/screen.h"
#include "shared/client-core/workspace.h"

#include <QObject>
#include <functional>

namespace salon::console {

/// Gets a person into a server on which this device is not enrolled yet: from options alone when nobody is there to
/// ask, else by questions, one line each.
class SignIn : public QObject
{
    Q_OBJECT

public:
    struct Given
    {
        QString login{};
        QString name{};
        QString invitation{};
        QString password{};
    };

    SignIn(Workspace &workspace, Screen &screen, LineEditor &editor, Given given, bool canAsk);

    /// The first attempt: with what was given, or by asking. A name wants a new account, a login alone the one there
    /// is.
    void begin();
    /// An answer to the question that is open; false when there is none and the line means something else.
    bool takeLine(const QString &line);
    /// A question is open.
    [[nodiscard]] bool isAsking() const { return m_next != nullptr; }
    /// Puts it into the prompt again, where something else stood meanwhile.
    void showQuestion();

Q_SIGNALS:
    /// Refused, and nobody can be asked.
    void gaveUp(const salon::Error &why);

private:
    using Next = std::function<void(const QString &)>;

    void loginAsGiven();
    void refused(RegistrationPolicy policy, const Error &why);
    void askWhetherNew();
    void askName();
    void askLogin();
    void askPassword();
    void registerAccount();
    void ask(const QString &question, Next next);

    Workspace &m_workspace;
    Screen &m_screen;
    LineEditor &m_editor;
    Given m_given;
    bool m_canAsk;
    Next m_next;
    QString m_question;
    bool m_loginIsOurs = false; ///< made from the name, so another one may be tried
    int m_loginTries = 0;
};

} // namespace salon::console
