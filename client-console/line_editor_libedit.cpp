// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/line_editor_libedit.h"

#include "client-console/wrapped_lines.h"

#include <QFile>
#include <algorithm>
#include <array>
#include <cerrno>
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

struct Binding
{
    const wchar_t *key; ///< as libedit writes it
    const wchar_t *command;
};

/// Escape sequences, as terminals differ in them. One that is not here does nothing: libedit would take its end for
/// typed text.
constexpr std::array Sequences{
    Binding{ L"\\e[A", L"ed-prev-history" },
    Binding{ L"\\eOA", L"ed-prev-history" },
    Binding{ L"\\e[B", L"ed-next-history" },
    Binding{ L"\\eOB", L"ed-next-history" },
    Binding{ L"\\e[C", L"ed-next-char" },
    Binding{ L"\\eOC", L"ed-next-char" },
    Binding{ L"\\e[D", L"ed-prev-char" },
    Binding{ L"\\eOD", L"ed-prev-char" },
    Binding{ L"\\e[H", L"ed-move-to-beg" },
    Binding{ L"\\eOH", L"ed-move-to-beg" },
    Binding{ L"\\e[1~", L"ed-move-to-beg" },
    Binding{ L"\\e[7~", L"ed-move-to-beg" },
    Binding{ L"\\e[F", L"ed-move-to-end" },
    Binding{ L"\\eOF", L"ed-move-to-end" },
    Binding{ L"\\e[4~", L"ed-move-to-end" },
    Binding{ L"\\e[8~", L"ed-move-to-end" },
    Binding{ L"\\e[3~", L"ed-delete-next-char" },
    Binding{ L"\\e[1;5C", L"em-next-word" },
    Binding{ L"\\e[1;3C", L"em-next-word" },
    Binding{ L"\\e[1;5D", L"ed-prev-word" },
    Binding{ L"\\e[1;3D", L"ed-prev-word" },
};

/// Single keys beside those of libedit's Emacs mode. Nothing that would read more than its own key.
constexpr std::array Keys{
    Binding{ L"^I", L"salon-complete" },
    Binding{ L"^R", L"ed-search-prev-history" }, // the line before that holds what is typed
    Binding{ L"^V", L"ed-unassigned" },
    Binding{ L"\\ex", L"ed-unassigned" }, // commands of libedit by name
    Binding{ L"\\eX", L"ed-unassigned" },
};

bool isSequence(const std::wstring &key)
{
    return key.size() > 2 && key[0] == L'\033' && (key[1] == L'[' || key[1] == L'O');
}

bool isKnown(const std::wstring &sequence)
{
    return std::any_of(Sequences.begin(), Sequences.end(),
        [&](const Binding &binding) { return sequence.compare(1, std::wstring::npos, binding.key + 2) == 0; });
}

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
    ::el_wset(m_editor, EL_GETCFN, &LibeditLineEditor::nextCharacter);
    for (const Binding &binding : Sequences)
        ::el_wset(m_editor, EL_BIND, binding.key, binding.command, nullptr);
    for (const Binding &binding : Keys)
        ::el_wset(m_editor, EL_BIND, binding.key, binding.command, nullptr);
    m_escape.setSingleShot(true);
    m_escape.setInterval(TerminalKeys::EscapeMs);
    connect(&m_escape, &QTimer::timeout, this, [this] { m_keys.dropEscape(); });
    connect(&m_notifier, &QSocketNotifier::activated, this, &LibeditLineEditor::readTerminal);
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

bool LibeditLineEditor::offer(const QString &text)
{
    if (!m_started || m_asksSecret || !typedLine().isEmpty())
        return false;
    followResize();
    eraseTypedLine();
    if (::el_winsertstr(m_editor, text.toStdWString().c_str()) == 0)
        m_lastTyped = text;
    showStatus();
    ::el_wset(m_editor, EL_REFRESH);
    return m_lastTyped == text;
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
    m_escape.stop();
    m_keys.dropEscape();
    const QByteArray bytes = prompt.toUtf8() + ' ';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
    std::fflush(stdout);
}

void LibeditLineEditor::readTerminal()
{
    pollfd input{ STDIN_FILENO, POLLIN, 0 };
    if (::poll(&input, 1, 0) <= 0)
        return;
    std::array<char, 1024> buffer{};
    const auto count = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (count < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    if (count > 0)
        m_keys.feed(QByteArray(buffer.data(), count));
    buffer.fill('\0');
    takeInput();
    if (count <= 0)
        finish(); // the terminal is gone, or ^D where the terminal edits the line
}

void LibeditLineEditor::takeInput()
{
    if (m_asksSecret)
        takeSecret();
    else
        takeKeys();
}

void LibeditLineEditor::takeKeys()
{
    m_escape.stop();
    while (!m_asksSecret && !m_isFinished) {
        const auto key = m_keys.next();
        if (!key)
            break;
        // What a line sets off (a question for a secret, the end) comes before the keys that follow it.
        if (editWith(QString::fromUtf8(*key).toStdWString())) {
            QTimer::singleShot(0, this, &LibeditLineEditor::takeInput);
            return;
        }
    }
    if (m_keys.isEscapeOpen())
        m_escape.start();
}

void LibeditLineEditor::takeSecret()
{
    m_secret += m_keys.takeRest().replace('\r', '\n'); // typed ahead, it is as the keyboard sends it
    const qsizetype end = m_secret.indexOf('\n');
    if (end < 0 && m_secret.size() < 4096)
        return;
    m_asksSecret = false;
    std::fputc('\n', stdout);
    std::fflush(stdout);
    // libedit takes the mode it finds for the one to leave behind at the end.
    ::tcsetattr(STDIN_FILENO, TCSANOW, &m_cookedMode);
    showStatus();
    ::el_wset(m_editor, EL_UNBUFFERED, 1);
    const QString secret = QString::fromUtf8(m_secret.left(end));
    if (end >= 0)
        m_keys.feed(m_secret.mid(end + 1));
    m_secret.fill('\0');
    m_secret.clear();
    Q_EMIT secretEntered(secret);
    QTimer::singleShot(0, this, &LibeditLineEditor::takeInput);
}

void LibeditLineEditor::finish()
{
    if (std::exchange(m_isFinished, true))
        return;
    m_notifier.setEnabled(false);
    Q_EMIT ended();
}

void LibeditLineEditor::remember(const QString &line)
{
    ::history_w(m_history, &m_event, H_ENTER, line.toStdWString().c_str());
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

bool LibeditLineEditor::editWith(const std::wstring &key)
{
    if (isSequence(key) && !isKnown(key))
        return false;
    followResize();
    m_key = key;
    int count = 0;
    const wchar_t *line = ::el_wgets(m_editor, &count);
    m_key.clear();
    const wchar_t last = line != nullptr && count > 0 ? line[count - 1] : L'\0';
    if (last == L'\n' || last == L'\r') {
        lineFinished(QString::fromWCharArray(line, count - 1));
        return true;
    }
    if (count == 1 && last == 4) { // ^D on an empty line
        finish();
        return false;
    }
    const QString typed = typedLine();
    if (typed != m_lastTyped) {
        m_lastTyped = typed;
        Q_EMIT inputChanged(typed);
    }
    return false;
}

int LibeditLineEditor::nextCharacter(EditLine *editor, wchar_t *character)
{
    void *client = nullptr;
    ::el_wget(editor, EL_CLIENTDATA, &client);
    std::wstring &key = static_cast<LibeditLineEditor *>(client)->m_key;
    if (key.empty())
        return 0; // libedit goes back to its caller, with the line as it is
    *character = key.front();
    key.erase(0, 1);
    return 1;
}

void LibeditLineEditor::lineFinished(const QString &line)
{
    m_lastTyped.clear();
    // Leaving and entering the unbuffered mode empties the line. The typed text is taken away: the program shows what
    // became of it. The cursor stands below its last row now.
    const int rows = std::exchange(m_statusRows, 0)
        + (columnsOf(m_visiblePrompt) + columnsOf(line.toStdWString())) / terminalColumns() + 1;
    std::fprintf(stdout, "\033[%dA\r\033[J", rows);
    std::fflush(stdout);
    ::el_wset(m_editor, EL_UNBUFFERED, 0);
    showStatus();
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

} // namespace salon::console
