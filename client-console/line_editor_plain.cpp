// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/line_editor_plain.h"

#include "client-console/terminal_keys.h"

#include <cstdio>
#include <utility>

#ifdef SALON_HAVE_LIBEDIT
#include "client-console/line_editor_libedit.h"
#endif
#ifdef Q_OS_WIN
#include <io.h>
#include <qt_windows.h>
#else
#include <unistd.h>
#endif

namespace salon::console {
namespace {

void writeLine(FILE *file, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), file);
    if (!bytes.endsWith('\n'))
        std::fputc('\n', file);
    std::fflush(file);
}

/// A terminal that edits lines by itself leaves keys that it does not know in them.
QString withoutKeys(const QString &line)
{
    TerminalKeys keys;
    keys.feed(line.toUtf8());
    QByteArray text;
    while (const auto key = keys.next()) {
        const auto first = static_cast<unsigned char>(key->bytes.front());
        if ((first >= 0x20 && first != 0x7f) || first == '\t')
            text += key->bytes;
    }
    return QString::fromUtf8(text);
}

/// Whether the console shows what is typed; nothing where input comes from elsewhere.
void showTyping([[maybe_unused]] bool shown)
{
#ifdef Q_OS_WIN
    const HANDLE console = GetStdHandle(STD_INPUT_HANDLE);
    DWORD mode = 0;
    if (GetConsoleMode(console, &mode) != 0)
        SetConsoleMode(console, shown ? mode | ENABLE_ECHO_INPUT : mode & ~DWORD(ENABLE_ECHO_INPUT));
#endif
}

} // namespace

bool inputIsTerminal()
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(stdin)) != 0;
#else
    return ::isatty(STDIN_FILENO) != 0;
#endif
}

std::unique_ptr<LineEditor> LineEditor::create([[maybe_unused]] const QString &historyFile)
{
#ifdef SALON_HAVE_LIBEDIT
    if (inputIsTerminal() && ::isatty(STDOUT_FILENO) != 0)
        return std::make_unique<LibeditLineEditor>(historyFile);
#endif
    return std::make_unique<PlainLineEditor>();
}

PlainLineEditor::PlainLineEditor()
{
    connect(&m_input, &StandardInput::lineRead, this, [this, isTyped = inputIsTerminal()](const QString &read) {
        const QString line = isTyped ? withoutKeys(read) : read;
        if (std::exchange(m_asksSecret, false)) {
            showTyping(true);
            Q_EMIT secretEntered(line);
        } else {
            Q_EMIT lineEntered(line);
        }
    });
    connect(&m_input, &StandardInput::lineDropped, this, &LineEditor::lineDropped);
    connect(&m_input, &StandardInput::ended, this, &LineEditor::ended);
}

PlainLineEditor::~PlainLineEditor()
{
    if (m_asksSecret)
        showTyping(true);
}

void PlainLineEditor::setPrompt(const QString &)
{
}

void PlainLineEditor::setCompleter(Completer)
{
}

void PlainLineEditor::printAbove(const QString &text)
{
    writeLine(stdout, text);
}

void PlainLineEditor::printProblem(const QString &text)
{
    writeLine(stderr, text);
}

void PlainLineEditor::setStatus(const QString &)
{
}

void PlainLineEditor::askSecret(const QString &prompt)
{
    m_asksSecret = true;
    showTyping(false);
    writeLine(stderr, prompt);
}

void PlainLineEditor::remember(const QString &)
{
}

void PlainLineEditor::start()
{
    m_input.start();
}

} // namespace salon::console
