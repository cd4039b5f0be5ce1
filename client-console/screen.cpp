// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/screen.h"

#include "shared/base/terminal_text.h"
#include "shared/client-core/text/error_text.h"

using namespace Qt::StringLiterals;

namespace salon::console {

QString Screen::safe(const QString &text)
{
    return safeLineForTerminal(text);
}

QString Screen::name(AccountId account, const QString &name) const
{
    return m_ansi.name(account, safe(name));
}

void Screen::raw(const QString &text)
{
    m_editor.printAbove(text);
}

void Screen::notice(const QString &text)
{
    raw(m_ansi.styled(Ansi::Style::Muted, safeForTerminal(text)));
}

void Screen::success(const QString &text)
{
    raw(m_ansi.styled(Ansi::Style::Good, safeForTerminal(text)));
}

void Screen::problem(const QString &text)
{
    m_editor.printProblem(m_ansi.styled(Ansi::Style::Danger, safeForTerminal(text)));
}

void Screen::problem(const Error &error)
{
    problem(ErrorText::of(error));
}

void Screen::pasteRefused(const Error &error)
{
    problem(error);
    notice(tr("Nothing was pasted; the line is as it was."));
}

void Screen::status(const QString &text)
{
    m_progress = safe(text);
    showStatus();
}

void Screen::typing(const QString &text)
{
    m_typing = safe(text);
    showStatus();
}

void Screen::showStatus()
{
    m_editor.setStatus(m_progress.isEmpty() ? m_typing : m_progress);
}

void Screen::divider(const QString &text, Ansi::Style style)
{
    raw(m_ansi.styled(style, u"── %1 ──"_s.arg(safe(text))));
}

} // namespace salon::console
