// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/line_editor_libedit.h"

#include <QFile>
#include <array>
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <cwchar>
#include <poll.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <utility>

namespace salon::console {
namespace {

constexpr int HistoryLines = 500;

int columnsOf(const std::wstring &text)
{
    int columns = 0;
    for (const wchar_t c : text)
        columns += std::max(0, ::wcwidth(c));
    return columns;
}

int terminalColumns()
{
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    return 80;
}

/// libedit says the same of a terminal that is gone and of a line that was just emptied.
bool terminalIsGone()
{
    pollfd input{ STDIN_FILENO, POLLIN, 0 };
    if (::poll(&input, 1, 0) <= 0)
        return false;
    int waiting = 0;
    return (input.revents & (POLLHUP | POLLERR | POLLNVAL)) != 0
        || (::ioctl(STDIN_FILENO, FIONREAD, &waiting) == 0 && waiting == 0);
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

LibeditLineEditor::LibeditLineEditor(const QString &historyFile)
    : m_notifier(STDIN_FILENO, QSocketNotifier::Read)
    , m_historyFile(QFile::encodeName(historyFile))
{
    m_notifier.setEnabled(false);
    // libedit reads wide characters through the C locale; "C" and "POSIX" know only ASCII.
    if (MB_CUR_MAX == 1)
        std::setlocale(LC_CTYPE, "C.UTF-8");
    m_editor = ::el_init("salon-console", stdin, stdout, stderr);
    m_history = ::history_winit();
    ::history_w(m_history, &m_event, H_SETSIZE, HistoryLines);
    ::history_w(m_history, &m_event, H_SETUNIQUE, 1);
    if (!m_historyFile.isEmpty())
        ::history_w(m_history, &m_event, H_LOAD, m_historyFile.constData());
    ::el_wset(m_editor, EL_CLIENTDATA, this);
    ::el_wset(m_editor, EL_PROMPT_ESC, &LibeditLineEditor::promptCallback, L'\1');
    ::el_wset(m_editor, EL_EDITOR, L"emacs");
    ::el_wset(m_editor, EL_SIGNAL, 0);
    ::el_wset(m_editor, EL_HIST, ::history_w, m_history);
    ::el_wset(m_editor, EL_ADDFN, L"salon-complete", L"Complete", &LibeditLineEditor::completeCallback);
    ::el_wset(m_editor, EL_BIND, L"^I", L"salon-complete", nullptr);
    ::el_wset(m_editor, EL_BIND, L"^R", L"em-inc-search-prev", nullptr);
    ::el_wset(m_editor, EL_BIND, L"\\e[3~", L"ed-delete-next-char", nullptr);
    ::el_wset(m_editor, EL_BIND, L"\\e[H", L"ed-move-to-beg", nullptr);
    ::el_wset(m_editor, EL_BIND, L"\\e[F", L"ed-move-to-end", nullptr);
    ::el_wset(m_editor, EL_BIND, L"\\e[1~", L"ed-move-to-beg", nullptr);
    ::el_wset(m_editor, EL_BIND, L"\\e[4~", L"ed-move-to-end", nullptr);
    ::el_wset(m_editor, EL_BIND, L"\\e[1;5C", L"em-next-word", nullptr);
    ::el_wset(m_editor, EL_BIND, L"\\e[1;5D", L"ed-prev-word", nullptr);
    connect(&m_notifier, &QSocketNotifier::activated, this, &LibeditLineEditor::readKey);
}

LibeditLineEditor::~LibeditLineEditor()
{
    if (m_started) {
        eraseTypedLine();
        std::fflush(stdout);
        ::el_wset(m_editor, EL_UNBUFFERED, 0);
    }
    if (!m_historyFile.isEmpty())
        ::history_w(m_history, &m_event, H_SAVE, m_historyFile.constData());
    ::history_wend(m_history);
    ::el_end(m_editor);
}

void LibeditLineEditor::start()
{
    m_started = true;
    m_columns = terminalColumns();
    ::el_wset(m_editor, EL_UNBUFFERED, 1);
    m_notifier.setEnabled(true);
}

void LibeditLineEditor::setPrompt(const QString &prompt)
{
    if (m_started) {
        followResize();
        eraseTypedLine(); // before the new prompt changes what "the typed line" measures
    }
    m_prompt = prompt.toStdWString();
    m_visiblePrompt = withoutEscapes(m_prompt);
    if (m_started)
        ::el_wset(m_editor, EL_REFRESH);
}

void LibeditLineEditor::setCompleter(Completer completer)
{
    m_completer = std::move(completer);
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
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), file);
    if (!bytes.endsWith('\n'))
        std::fputc('\n', file);
    std::fflush(file);
    if (redraws)
        ::el_wset(m_editor, EL_REFRESH);
}

void LibeditLineEditor::askSecret(const QString &prompt)
{
    if (!m_started)
        start();
    eraseTypedLine();
    // The terminal's own line mode without echo: nothing of the secret passes the editor or its history.
    ::el_wset(m_editor, EL_UNBUFFERED, 0);
    ::tcgetattr(STDIN_FILENO, &m_cookedMode);
    termios mode = m_cookedMode;
    mode.c_lflag = (mode.c_lflag & ~tcflag_t(ECHO)) | ICANON | ISIG;
    mode.c_iflag |= ICRNL;
    ::tcsetattr(STDIN_FILENO, TCSANOW, &mode);
    m_asksSecret = true;
    m_secret.clear();
    const QByteArray bytes = prompt.toUtf8() + ' ';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
    std::fflush(stdout);
}

void LibeditLineEditor::readSecret()
{
    std::array<char, 512> buffer{};
    const auto count = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (count > 0)
        m_secret.append(buffer.data(), count);
    if (count > 0 && !m_secret.contains('\n') && m_secret.size() < 4096)
        return;
    m_asksSecret = false;
    std::fputc('\n', stdout);
    std::fflush(stdout);
    // libedit takes the mode it finds for the one to leave behind at the end.
    ::tcsetattr(STDIN_FILENO, TCSANOW, &m_cookedMode);
    ::el_wset(m_editor, EL_UNBUFFERED, 1);
    const QString secret = QString::fromUtf8(m_secret.left(m_secret.indexOf('\n')));
    m_secret.fill('\0');
    if (count <= 0) {
        m_notifier.setEnabled(false);
        Q_EMIT ended();
        return;
    }
    Q_EMIT secretEntered(secret);
}

void LibeditLineEditor::remember(const QString &line)
{
    ::history_w(m_history, &m_event, H_ENTER, line.toStdWString().c_str());
}

void LibeditLineEditor::eraseTypedLine()
{
    const LineInfoW *info = ::el_wline(m_editor);
    const std::wstring beforeCursor(info->buffer, info->cursor);
    const int rowsUp = (columnsOf(m_visiblePrompt) + columnsOf(beforeCursor)) / terminalColumns();
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
    std::fflush(stdout);
    ::el_resize(m_editor);
    ::el_wset(m_editor, EL_REFRESH);
}

void LibeditLineEditor::readKey()
{
    if (m_asksSecret) {
        readSecret();
        return;
    }
    followResize();
    int count = 0;
    const wchar_t *line = ::el_wgets(m_editor, &count);
    const wchar_t last = line != nullptr && count > 0 ? line[count - 1] : L'\0';
    if (last == L'\n' || last == L'\r') {
        lineFinished(QString::fromWCharArray(line, count - 1));
        return;
    }
    const bool isEndKey = count == 1 && last == 4; // ^D on an empty line
    if (isEndKey || (line == nullptr && terminalIsGone())) {
        m_notifier.setEnabled(false);
        Q_EMIT ended();
        return;
    }
    const QString typed = typedLine();
    if (typed != m_lastTyped) {
        m_lastTyped = typed;
        Q_EMIT inputChanged(typed);
    }
}

void LibeditLineEditor::lineFinished(const QString &line)
{
    m_lastTyped.clear();
    // Leaving and entering the unbuffered mode empties the line. The typed text is taken away: the program shows what
    // became of it. The cursor stands below its last row now.
    const int rows = (columnsOf(m_visiblePrompt) + columnsOf(line.toStdWString())) / terminalColumns() + 1;
    std::fprintf(stdout, "\033[%dA\r\033[J", rows);
    std::fflush(stdout);
    ::el_wset(m_editor, EL_UNBUFFERED, 0);
    ::el_wset(m_editor, EL_UNBUFFERED, 1);
    Q_EMIT lineEntered(line);
}

QString LibeditLineEditor::typedLine() const
{
    const LineInfoW *info = ::el_wline(m_editor);
    return QString::fromWCharArray(info->buffer, info->lastchar - info->buffer);
}

qsizetype LibeditLineEditor::typedCursor() const
{
    const LineInfoW *info = ::el_wline(m_editor);
    return QString::fromWCharArray(info->buffer, info->cursor - info->buffer).size();
}

wchar_t *LibeditLineEditor::promptCallback(EditLine *editor)
{
    void *self = nullptr;
    ::el_wget(editor, EL_CLIENTDATA, &self);
    return static_cast<LibeditLineEditor *>(self)->m_prompt.data();
}

unsigned char LibeditLineEditor::completeCallback(EditLine *editor, wint_t)
{
    void *self = nullptr;
    ::el_wget(editor, EL_CLIENTDATA, &self);
    return static_cast<LibeditLineEditor *>(self)->complete();
}

unsigned char LibeditLineEditor::complete()
{
    if (!m_completer)
        return CC_ERROR;
    const QString line = typedLine();
    const qsizetype cursor = typedCursor();
    const Completions found = m_completer(line, cursor);
    if (found.candidates.isEmpty())
        return CC_ERROR;
    QString common = found.candidates.constFirst();
    for (const QString &candidate : found.candidates) {
        while (!candidate.startsWith(common, Qt::CaseInsensitive))
            common.chop(1);
    }
    const QString typed = line.mid(found.replaceFrom, cursor - found.replaceFrom);
    if (common.size() > typed.size() || found.candidates.size() == 1) {
        ::el_deletestr(m_editor, int(typed.toStdWString().size()));
        ::el_winsertstr(m_editor, common.toStdWString().c_str());
        return CC_REFRESH;
    }
    listCandidates(found.candidates);
    return CC_REDISPLAY;
}

void LibeditLineEditor::listCandidates(const QStringList &candidates)
{
    QString shown;
    for (const QString &candidate : candidates)
        shown += candidate.trimmed() + QStringLiteral("  ");
    const QByteArray bytes = shown.trimmed().toUtf8();
    std::fputc('\n', stdout);
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

} // namespace salon::console
