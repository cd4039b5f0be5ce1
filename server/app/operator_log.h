// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QMessageLogContext>
#include <QString>

namespace salon::server {

/// Where the program writes: answers to the operator and what happens (standard output), log records (standard error),
/// as text or, with JSON, everything but answers as one object per line on standard error. Every text passes
/// safeForTerminal(). Thread-safe; a record is cut at 4 KiB. Nothing here waits for whoever reads (line_writer.h):
/// where nobody does, lines are lost and counted. One per process.
namespace operator_log {

enum class Format
{
    Text,
    Json
};

/// Takes Qt's log messages over.
void install();
void setFormat(Format format);

/// An answer to the operator, or part of the greeting: no time in front, never JSON.
void say(const QString &text);
/// Something that happened, said in the operator's language.
void event(const QString &sentence);
/// What somebody wrote to this server's operator: on standard output with its time, in both formats, since texts do not
/// belong in log records.
void message(const QString &line);
/// The reason why the program ends: one line on standard error.
void failure(const QString &sentence);
/// A line for programs, not translated.
void forPrograms(const QByteArray &line);
/// Waits until everything is written, two seconds at most. For the end of the program.
void flush();

} // namespace operator_log
} // namespace salon::server
