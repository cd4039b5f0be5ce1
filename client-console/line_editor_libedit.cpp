// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/line_editor_libedit.h"

#include "client-console/libedit_keys.h"
#include "client-console/pasted_text.h"
#include "shared/base/text_checks.h"
#include "shared/base/text_limits.h"

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

/// A sign that stands for another in the line is held as that one's stand-in.
std::wstring asTyped(const QByteArray &key)
{
    const QString text = QString::fromUtf8(key);
    const bool isKey = text.size() != 1 || text.front().category() == QChar::Other_Control;
    return (isKey ? text : asOneLine(text)).toStdWString();
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
    // A signal that is pasted is none: the terminal sends those bytes like others, and keys become signals here.
    ::el_wset(m_editor, EL_SETTY, L"-d", L"-isig", nullptr);
    ::el_wset(m_editor, EL_HIST, ::history_w, m_history);
    ::el_wset(m_editor, EL_ADDFN, L"salon-complete", L"Complete", &LibeditLineEditor::completeCallback);
    ::el_wset(m_editor, EL_GETCFN, &LibeditLineEditor::nextCharacter);
    bindKeys(m_editor);
    m_silence.setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, [this] {
        m_keys.timeIsOver();
        takeInput();
    });
    connect(&m_mode, &TerminalMode::resumed, this, &LibeditLineEditor::redrawAll);
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
    m_mode.setMarksPastes(m_joinsPastes);
    m_notifier.setEnabled(true);
}

bool LibeditLineEditor::offer(const QString &text)
{
    if (!m_started || m_asksSecret || !typedLine().isEmpty())
        return false;
    followResize();
    eraseTypedLine();
    if (::el_winsertstr(m_editor, asOneLine(text).toStdWString().c_str()) == 0)
        m_lastTyped = text;
    showStatus();
    ::el_wset(m_editor, EL_REFRESH);
    return m_lastTyped == text;
}

void LibeditLineEditor::joinPastedLines()
{
    m_joinsPastes = true;
    m_keys.expectPastes();
    if (m_started)
        m_mode.setMarksPastes(true);
}

void LibeditLineEditor::redrawAll()
{
    if (!m_started || m_asksSecret)
        return;
    m_statusRows = 0; // another program wrote below it
    std::fputs("\r\033[J", stdout);
    showStatus();
    ::el_wset(m_editor, EL_REFRESH);
}

void LibeditLineEditor::setCompleter(Completer completer)
{
    m_completer = std::move(completer);
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
    m_silence.stop();
    m_keys.timeIsOver();
    m_mode.setMarksPastes(false); // a secret is what comes, and nothing else
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
    m_silence.stop();
    while (!m_asksSecret && !m_isFinished) {
        const auto input = m_keys.next();
        if (!input)
            break;
        if (input->isPaste) {
            insert(*input);
            continue;
        }
        if (input->bytes.size() == 1 && TerminalMode::raiseSignalOf(input->bytes.front()))
            continue;
        // What a line sets off (a question for a secret, the end) comes before the keys that follow it.
        if (editWith(asTyped(input->bytes))) {
            QTimer::singleShot(0, this, &LibeditLineEditor::takeInput);
            return;
        }
    }
    if (const int wait = m_keys.waitMs(); wait > 0)
        m_silence.start(wait);
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
    m_mode.setMarksPastes(m_joinsPastes);
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
    ::history_w(m_history, &m_event, H_ENTER, asOneLine(line).toStdWString().c_str());
}

bool LibeditLineEditor::editWith(const std::wstring &key)
{
    if (isUnknownSequence(key))
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
    noteTyped();
    return false;
}

void LibeditLineEditor::noteTyped()
{
    const QString typed = typedLine();
    if (std::exchange(m_lastTyped, typed) != typed)
        Q_EMIT inputChanged(typed);
}

void LibeditLineEditor::insert(const TerminalInput &paste)
{
    const QString text = pastedText(paste.bytes);
    const QString line = typedLine();
    const qsizetype cursor = typedCursor();
    const auto fits = checkMessageText(line.first(cursor) + text + line.sliced(cursor));
    if (paste.lost > 0) {
        Q_EMIT pasteRefused({ ErrorCode::TextTooLong, {},
            { QString::number(paste.bytes.size() + paste.lost), QString::number(text_limits::MaxTextBytes) }, {} });
    } else if (!fits && fits.error().code != ErrorCode::EmptyText) {
        Q_EMIT pasteRefused(fits.error());
    } else {
        followResize();
        eraseTypedLine();
        std::fflush(stdout);
        ::el_winsertstr(m_editor, asOneLine(text).toStdWString().c_str());
        showStatus();
        ::el_wset(m_editor, EL_REFRESH);
        noteTyped();
    }
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
    // Leaving and entering the unbuffered mode empties the line.
    eraseFinishedLine(line);
    ::el_wset(m_editor, EL_UNBUFFERED, 0);
    showStatus();
    ::el_wset(m_editor, EL_UNBUFFERED, 1);
    Q_EMIT lineEntered(fromOneLine(line));
}

QString LibeditLineEditor::typedLine() const
{
    const LineInfoW *info = ::el_wline(m_editor);
    return fromOneLine(QString::fromWCharArray(info->buffer, info->lastchar - info->buffer));
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
