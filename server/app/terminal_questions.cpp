// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/app/terminal_questions.h"

#include "server/app/operator_log.h"
#include "shared/base/terminal_text.h"

#include <QByteArray>
#include <array>
#include <cstdio>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

namespace salon::server {

bool isSomebodyThere()
{
#ifdef Q_OS_WIN
    return ::_isatty(::_fileno(stdin)) != 0 && ::_isatty(::_fileno(stdout)) != 0;
#else
    return ::isatty(STDIN_FILENO) == 1 && ::isatty(STDOUT_FILENO) == 1;
#endif
}

std::optional<QString> askInTerminal(const QString &prompt)
{
    operator_log::flush(); // what was said before stands before
    std::fputs(safeLineForTerminal(prompt).toUtf8().constData(), stdout);
    std::fflush(stdout);
    std::array<char, 4096> line{};
    const bool isRead = std::fgets(line.data(), int(line.size()), stdin) != nullptr;
    QByteArray bytes(isRead ? line.data() : "");
    if (!bytes.endsWith('\n')) {
        std::fputs("\n", stdout); // what follows does not stand behind the question
        std::fflush(stdout);
        return {};
    }
    bytes.chop(1);
    return QString::fromLocal8Bit(bytes);
}

} // namespace salon::server
