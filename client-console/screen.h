// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-console/ansi.h"
#include "client-console/line_editor.h"
#include "shared/base/error.h"
#include "shared/client-core/session/outbox.h"
#include "shared/client-core/session/people.h"
#include "shared/protocol/messages/history.h"

#include <QCoreApplication>
#include <QDate>

namespace salon::console {

/// Everything that the program prints. Text of others passes safeForTerminal() here and nowhere else, so nothing of it
/// can reach the terminal as a control sequence.
class Screen
{
    Q_DECLARE_TR_FUNCTIONS(salon::console::Screen)

public:
    Screen(LineEditor &editor, const Ansi &ansi)
        : m_editor(editor)
        , m_ansi(ansi)
    {
    }

    [[nodiscard]] const Ansi &ansi() const { return m_ansi; }

    /// A line of the program itself.
    void notice(const QString &text);
    void success(const QString &text);
    /// To standard error, as scripts expect.
    void problem(const QString &text);
    void problem(const Error &error);
    /// A line made of parts that are safe already.
    void raw(const QString &text);
    /// A thin rule with words in it.
    void divider(const QString &text, Ansi::Style style = Ansi::Style::Muted);

    /// An event of a room, with the day in front when it is another day than the last one printed.
    void event(const RoomEvent &event, const People &people);
    /// A message for another room than the open one.
    void elsewhere(const QString &room, const RoomEvent &event, const People &people);
    /// What this device wrote and the server does not have yet.
    void waiting(const OutboxEntry &entry, const QString &author);
    /// After a change of room or language: the next event names its day.
    void forgetDay() { m_day = {}; }

    /// A name of others, in one line and safe; in the colour of its account.
    [[nodiscard]] QString name(AccountId account, const QString &name) const;
    [[nodiscard]] static QString safe(const QString &text);

private:
    [[nodiscard]] QString message(const RoomEvent &event, const People &people) const;

    LineEditor &m_editor;
    Ansi m_ansi;
    QDate m_day;
};

} // namespace salon::console
