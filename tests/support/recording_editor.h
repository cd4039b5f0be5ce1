// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-console/line_editor.h"

namespace salon::test {

/// Keeps what the program prints.
class RecordingEditor final : public console::LineEditor
{
public:
    QStringList printed;
    QStringList problems;
    QString status;
    void setPrompt(const QString &) override {}
    void setCompleter(console::Completer) override {}
    void printAbove(const QString &text) override { printed.append(text); }
    void printProblem(const QString &text) override { problems.append(text); }
    void setStatus(const QString &text) override { status = text; }
    void askSecret(const QString &) override {}
    void remember(const QString &) override {}
    void start() override {}
};

} // namespace salon::test
