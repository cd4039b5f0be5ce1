// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/line_editor_plain.h"

#include "shared/base/text_limits.h"

#include <cstdio>

#ifdef SALON_HAVE_LIBEDIT
#include "client-console/line_editor_libedit.h"
#include <unistd.h>
#endif

namespace salon::console {

std::unique_ptr<LineEditor> LineEditor::create([[maybe_unused]] const QString &historyFile)
{
#ifdef SALON_HAVE_LIBEDIT
    if (::isatty(STDIN_FILENO) != 0 && ::isatty(STDOUT_FILENO) != 0)
        return std::make_unique<LibeditLineEditor>(historyFile);
#endif
    return std::make_unique<PlainLineEditor>();
}

PlainLineEditor::PlainLineEditor()
    // One byte over the limit still arrives, so that a line too long is refused and not cut in silence.
    : m_input(text_limits::MaxTextBytes * 4)
{
    connect(&m_input, &StandardInput::lineRead, this, &LineEditor::lineEntered);
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
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
    if (!bytes.endsWith('\n'))
        std::fputc('\n', stdout);
    std::fflush(stdout);
}

void PlainLineEditor::remember(const QString &)
{
}

void PlainLineEditor::start()
{
    m_input.start();
}

} // namespace salon::console
