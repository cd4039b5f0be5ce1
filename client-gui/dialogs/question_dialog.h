// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/dialogs/salon_dialog.h"

#include <functional>

namespace salon {

/// A question before something that cannot be undone. The safe answer is the default. The dialog
/// stays open until it was done, or says why it failed.
class QuestionDialog final : public SalonDialog
{
    Q_OBJECT

public:
    /// Asked again when the language changes.
    struct Words
    {
        QString heading{};
        QString text{};
        QString doIt{}; ///< on the red button
    };

    QuestionDialog(Theme &theme, std::function<Words()> words, QWidget *parent = nullptr);

    /// The server refused it.
    void failed(const Error &error);

Q_SIGNALS:
    /// Do it; then accept() or failed().
    void confirmed();

protected:
    void retranslateUi() override;

private:
    std::function<Words()> m_words;
    TextLabel *m_text;
    QPushButton *m_cancel;
    QPushButton *m_doIt;
};

} // namespace salon
