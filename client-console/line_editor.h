// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/error.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <functional>
#include <memory>

namespace salon::console {

/// What a completer offers for the word before the cursor.
struct Completions
{
    qsizetype replaceFrom = 0; ///< index in the line where the completed word starts
    QStringList candidates{};
    QStringList labels{}; ///< what is listed in their place, one on each line; empty: the candidates, side by side
    QString hint{}; ///< shown when there is no candidate
};

using Completer = std::function<Completions(const QString &line, qsizetype cursor)>;

/// A person types, and no script writes.
[[nodiscard]] bool inputIsTerminal();

/// The line that a person types in a terminal while others write above it. Lives in the main thread; emits from the
/// event loop. Restores the terminal when destroyed.
class LineEditor : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// With the editing library if this build has one and standard input is a terminal, else a plain reader of lines.
    static std::unique_ptr<LineEditor> create(const QString &historyFile);

    virtual void setPrompt(const QString &prompt) = 0;
    virtual void setCompleter(Completer completer) = 0;
    /// Writes whole lines above the line being typed, which stays as it was. `text` may hold the program's own colour
    /// sequences; everything from others must have gone through safeForTerminal().
    virtual void printAbove(const QString &text) = 0;
    /// The same to standard error.
    virtual void printProblem(const QString &text) = 0;
    /// A line that stands above the one being typed until it is another, cut to the width of the terminal: how far
    /// something is. Empty: none. Only where there is a terminal; made safe already, without colours.
    virtual void setStatus(const QString &status) = 0;
    /// A text that is pasted is part of the line from now on, with '\n' in it where it has several lines; without this,
    /// and where a terminal does not tell, each of its lines is one that was typed.
    virtual void joinPastedLines() {}
    /// Puts a text into the line, as if it had been typed, and says so; where something is typed already, or there is
    /// no terminal, nothing happens.
    virtual bool offer(const QString &) { return false; }
    /// The next line is a secret: it is not shown, and comes by secretEntered() instead of lineEntered().
    virtual void askSecret(const QString &prompt) = 0;
    /// Keeps a line for ↑ and for the next start.
    virtual void remember(const QString &line) = 0;
    virtual void start() = 0;

Q_SIGNALS:
    void lineEntered(const QString &line);
    /// A line was too long to be taken at all.
    void lineDropped();
    /// A pasted text would make more of the line than a message may be; the line stays as it was.
    void pasteRefused(const salon::Error &error);
    void secretEntered(const QString &secret);
    void inputChanged(const QString &line);
    /// End of input: ^D on an empty line, or the end of a pipe.
    void ended();
};

} // namespace salon::console
