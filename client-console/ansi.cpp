// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/ansi.h"

#include <array>

#ifdef Q_OS_WIN
#include <io.h>
#include <windows.h>
#else
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace salon::console {
namespace {

QLatin1StringView sequenceOf(Ansi::Style style)
{
    switch (style) {
    case Ansi::Style::Plain:
        return {};
    case Ansi::Style::Bold:
        return "\033[1m"_L1;
    case Ansi::Style::Muted:
        return "\033[2m"_L1;
    case Ansi::Style::Accent:
        return "\033[36m"_L1;
    case Ansi::Style::Good:
        return "\033[32m"_L1;
    case Ansi::Style::Warning:
        return "\033[33m"_L1;
    case Ansi::Style::Danger:
        return "\033[31m"_L1;
    case Ansi::Style::Mention:
        return "\033[1;33m"_L1;
    }
    return {};
}

constexpr auto Reset = "\033[0m"_L1;

} // namespace

QString Ansi::styled(Style style, const QString &text) const
{
    const auto sequence = sequenceOf(style);
    if (!m_enabled || sequence.isEmpty() || text.isEmpty())
        return text;
    return sequence + text + Reset;
}

QString Ansi::painted(const QString &codes, const QString &text) const
{
    return m_enabled && !codes.isEmpty() && !text.isEmpty() ? u"\033[%1m"_s.arg(codes) + text + Reset : text;
}

QString Ansi::name(AccountId account, const QString &text) const
{
    // Colours that are readable on dark and light terminals alike.
    static constexpr std::array hues{ 31, 32, 33, 34, 35, 36, 91, 92, 94, 95, 96 };
    if (!m_enabled)
        return text;
    const auto hue = hues[size_t(quint64(account.value) % hues.size())];
    return u"\033[1;%1m"_s.arg(hue) + text + Reset;
}

QString Ansi::prompt(Style style, const QString &text) const
{
    const auto sequence = sequenceOf(style);
    if (!m_enabled || sequence.isEmpty())
        return text;
    return u'\1' + sequence + u'\1' + text + u'\1' + Reset + u'\1';
}

bool Ansi::isTerminal()
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(stdout)) != 0;
#else
    return ::isatty(STDOUT_FILENO) != 0;
#endif
}

bool Ansi::isWanted()
{
    if (!qEnvironmentVariableIsEmpty("NO_COLOR"))
        return false;
#ifdef Q_OS_WIN
    HANDLE console = GetStdHandle(STD_OUTPUT_HANDLE);
    DWORD mode = 0;
    return isTerminal() && GetConsoleMode(console, &mode) != 0
        && SetConsoleMode(console, mode | ENABLE_VIRTUAL_TERMINAL_PROCESSING) != 0;
#else
    return isTerminal() && qgetenv("TERM") != "dumb";
#endif
}

} // namespace salon::console
