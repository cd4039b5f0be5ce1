// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/line_editor_plain.h"

#include <cstdio>
#include <utility>

#ifdef SALON_HAVE_LIBEDIT
#include "client-console/line_editor_libedit.h"
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

} // namespace

std::unique_ptr<LineEditor> LineEditor::create([[maybe_unused]] const QString &historyFile)
{
#ifdef SALON_HAVE_LIBEDIT
    if (::isatty(STDIN_FILENO) != 0 && ::isatty(STDOUT_FILENO) != 0)
        return std::make_unique<LibeditLineEditor>(historyFile);
#endif
    return std::make_unique<PlainLineEditor>();
}

PlainLineEditor::PlainLineEditor()
{
    connect(&m_input, &StandardInput::lineRead, this, [this](const QString &line) {
        if (std::exchange(m_asksSecret, false))
            Q_EMIT secretEntered(line);
        else
            Q_EMIT lineEntered(line);
    });
    connect(&m_input, &StandardInput::lineDropped, this, &LineEditor::lineDropped);
    connect(&m_input, &StandardInput::ended, this, &LineEditor::ended);
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

void PlainLineEditor::askSecret(const QString &prompt)
{
    m_asksSecret = true;
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
