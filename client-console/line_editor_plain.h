// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-console/line_editor.h"
#include "shared/base/standard_input.h"

namespace salon::console {

/// LineEditor for pipes and for systems without an editing library: lines in, lines out.
class PlainLineEditor final : public LineEditor
{
    Q_OBJECT

public:
    PlainLineEditor();
    ~PlainLineEditor() override;
    Q_DISABLE_COPY_MOVE(PlainLineEditor)

    void setPrompt(const QString &prompt) override;
    void setCompleter(Completer completer) override;
    void printAbove(const QString &text) override;
    void printProblem(const QString &text) override;
    void setStatus(const QString &status) override;
    void askSecret(const QString &prompt) override;
    void remember(const QString &line) override;
    void start() override;

private:
    StandardInput m_input;
    bool m_asksSecret = false;
};

} // namespace salon::console
