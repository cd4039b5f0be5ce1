// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

// What LibeditLineEditor writes to the terminal itself, around what libedit draws.
#include "client-console/line_editor_libedit.h"
#include "client-console/wrapped_lines.h"

#include <algorithm>
#include <cwchar>
#include <sys/ioctl.h>
#include <unistd.h>
#include <utility>

namespace salon::console {
namespace {

int columnsOf(const std::wstring &text)
{
    int columns = 0;
    for (const wchar_t c : text)
        columns += std::max(0, ::wcwidth(c));
    return columns;
}

/// The prompt without the colour sequences that libedit is told about with \1…\1.
std::wstring withoutEscapes(const std::wstring &prompt)
{
    std::wstring visible;
    bool hidden = false;
    for (const wchar_t c : prompt) {
        if (c == L'\1')
            hidden = !hidden;
        else if (!hidden)
            visible += c;
    }
    return visible;
}

} // namespace

int LibeditLineEditor::terminalColumns()
{
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    return 80;
}

void LibeditLineEditor::setPrompt(const QString &prompt)
{
    if (m_started) {
        followResize();
        eraseTypedLine(); // before the new prompt changes what "the typed line" measures
    }
    m_prompt = prompt.toStdWString();
    m_visiblePrompt = withoutEscapes(m_prompt);
    if (m_started) {
        showStatus();
        ::el_wset(m_editor, EL_REFRESH);
    }
}

void LibeditLineEditor::setStatus(const QString &status)
{
    const std::wstring text = status.toStdWString();
    if (text == m_status)
        return;
    const bool redraws = m_started && !m_asksSecret;
    if (redraws) {
        followResize();
        eraseTypedLine();
    }
    m_status = text;
    if (redraws) {
        showStatus();
        ::el_wset(m_editor, EL_REFRESH);
    }
}

void LibeditLineEditor::showStatus()
{
    if (m_status.empty())
        return;
    // One row and no more: the last column stays free, since some terminals go on below when it is written.
    const int widest = terminalColumns() - 1;
    std::wstring shown;
    int columns = 0;
    for (const wchar_t c : m_status) {
        columns += std::max(0, ::wcwidth(c));
        if (columns > widest)
            break;
        shown += c;
    }
    std::fputs((QString::fromStdWString(shown).toUtf8() + '\n').constData(), stdout);
    std::fflush(stdout);
    m_statusRows = 1;
}

void LibeditLineEditor::printAbove(const QString &text)
{
    print(stdout, text);
}

void LibeditLineEditor::printProblem(const QString &text)
{
    print(stderr, text);
}

void LibeditLineEditor::print(FILE *file, const QString &text)
{
    const bool redraws = m_started && !m_asksSecret;
    if (redraws) {
        followResize();
        eraseTypedLine();
        std::fflush(stdout);
    }
    const auto columnsOfCharacter = [](char32_t c) {
        return ::wcwidth(wchar_t(c));
    };
    const bool isTerminal = ::isatty(::fileno(file)) != 0;
    const QByteArray bytes = (isTerminal ? wrappedLines(text, terminalColumns(), columnsOfCharacter) : text).toUtf8();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), file);
    if (!bytes.endsWith('\n'))
        std::fputc('\n', file);
    std::fflush(file);
    if (redraws) {
        showStatus();
        ::el_wset(m_editor, EL_REFRESH);
    }
}

void LibeditLineEditor::eraseTypedLine()
{
    const LineInfoW *info = ::el_wline(m_editor);
    const std::wstring beforeCursor(info->buffer, info->cursor);
    const int rowsUp
        = std::exchange(m_statusRows, 0) + (columnsOf(m_visiblePrompt) + columnsOf(beforeCursor)) / terminalColumns();
    if (rowsUp > 0)
        std::fprintf(stdout, "\033[%dA", rowsUp);
    std::fputs("\r\033[J", stdout);
}

void LibeditLineEditor::followResize()
{
    const int columns = terminalColumns();
    if (std::exchange(m_columns, columns) == columns)
        return;
    eraseTypedLine();
    showStatus();
    std::fflush(stdout);
    ::el_resize(m_editor);
    ::el_wset(m_editor, EL_REFRESH);
}

void LibeditLineEditor::eraseFinishedLine(const QString &line)
{
    // The program shows what became of it. The cursor stands below its last row now.
    const int rows = std::exchange(m_statusRows, 0)
        + (columnsOf(m_visiblePrompt) + columnsOf(line.toStdWString())) / terminalColumns() + 1;
    std::fprintf(stdout, "\033[%dA\r\033[J", rows);
    std::fflush(stdout);
}

} // namespace salon::console
