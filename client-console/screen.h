// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-console/ansi.h"
#include "client-console/line_editor.h"
#include "shared/base/error.h"
#include "shared/base/ids.h"

#include <QCoreApplication>

namespace salon::console {

/// Everything that the program prints. Text of others passes safeForTerminal() here, or where EventPrinter and
/// terminalMarkup() make lines of it, so nothing of it can reach the terminal as a control sequence.
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
    /// Why a paste was not taken (LineEditor::pasteRefused), and what became of the line.
    void pasteRefused(const Error &error);
    /// A line made of parts that are safe already.
    void raw(const QString &text);
    /// How far something is, for as long as it goes on (LineEditor::setStatus); made safe here.
    void status(const QString &text);
    /// Who is typing, for as long as they do; stands there while nothing else goes on. Made safe here.
    void typing(const QString &text);
    /// A thin rule with words in it.
    void divider(const QString &text, Ansi::Style style = Ansi::Style::Muted);

    /// A name of others, in one line and safe; in the colour of its account.
    [[nodiscard]] QString name(AccountId account, const QString &name) const;
    [[nodiscard]] static QString safe(const QString &text);

private:
    void showStatus();

    LineEditor &m_editor;
    Ansi m_ansi;
    QString m_progress;
    QString m_typing;
};

} // namespace salon::console
