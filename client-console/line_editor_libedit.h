// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-console/line_editor.h"
#include "client-console/terminal_keys.h"
#include "client-console/terminal_mode.h"

#include <QSocketNotifier>
#include <QTimer>
#include <cstdio>
#include <histedit.h>
#include <string>
#include <termios.h>

namespace salon::console {

/// LineEditor over libedit (unbuffered mode), driven by the event loop. libedit never reads the terminal, since it
/// would wait for the rest of a sequence: it is called once for each whole key, and finds just that one.
class LibeditLineEditor final : public LineEditor
{
    Q_OBJECT

public:
    explicit LibeditLineEditor(const QString &historyFile);
    ~LibeditLineEditor() override;
    Q_DISABLE_COPY_MOVE(LibeditLineEditor)

    void setPrompt(const QString &prompt) override;
    void setCompleter(Completer completer) override;
    void printAbove(const QString &text) override;
    void printProblem(const QString &text) override;
    void setStatus(const QString &status) override;
    void joinPastedLines() override;
    bool offer(const QString &text) override;
    void askSecret(const QString &prompt) override;
    void remember(const QString &line) override;
    void start() override;

private:
    static wchar_t *promptCallback(EditLine *editor);
    static unsigned char completeCallback(EditLine *editor, wint_t key);
    static int nextCharacter(EditLine *editor, wchar_t *character);

    static int terminalColumns();

    void readTerminal();
    void takeInput();
    void takeKeys();
    void takeSecret();
    /// Whether the key finished a line.
    bool editWith(const std::wstring &key);
    void insert(const TerminalInput &paste);
    void noteTyped();
    /// No more keys will come.
    void finish();
    /// libedit learns the width of the terminal once, at the beginning; this tells it a new one.
    void followResize();
    void print(FILE *file, const QString &text);
    void lineFinished(const QString &line);
    unsigned char complete();
    void listCandidates(const QStringList &candidates);
    void listLines(const QStringList &lines);
    /// With the status above it.
    void eraseTypedLine();
    /// After Enter, too.
    void eraseFinishedLine(const QString &line);
    void redrawAll();
    void showStatus();
    /// As fromOneLine() has it; places are those of the line.
    [[nodiscard]] QString typedLine() const;
    [[nodiscard]] qsizetype typedCursor() const;

    EditLine *m_editor = nullptr;
    HistoryW *m_history = nullptr;
    HistEventW m_event{};
    QSocketNotifier m_notifier;
    TerminalKeys m_keys;
    QTimer m_silence;
    TerminalMode m_mode;
    std::wstring m_key; ///< what is left of the one that libedit is given
    QByteArray m_historyFile;
    std::wstring m_prompt;
    std::wstring m_visiblePrompt;
    std::wstring m_status;
    int m_statusRows = 0; ///< that stand above the typed line now
    Completer m_completer;
    QString m_lastTyped;
    QByteArray m_secret;
    termios m_cookedMode{};
    bool m_joinsPastes = false;
    bool m_asksSecret = false;
    bool m_started = false;
    bool m_isFinished = false;
    int m_columns = 0; ///< of the terminal, as libedit knows it
};

} // namespace salon::console
