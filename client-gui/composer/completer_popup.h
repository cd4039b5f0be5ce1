// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/widgets/pick_popup.h"
#include "shared/client-core/text/completion.h"

namespace salon {

/// What the word under the cursor may become, above the composer. Never takes the focus: the text field sends it the
/// keys that choose.
class CompleterPopup : public PickPopup
{
    Q_OBJECT

public:
    static constexpr int MostRows = 8;

    CompleterPopup(Theme &theme, QWidget *parent);

    /// Shows the suggestions with the first one chosen, its lower left corner at `corner` (of the parent); hides
    /// without any.
    void offer(const Completion &completion, QPoint corner, int width);
    void dismiss();
    [[nodiscard]] const Completion &completion() const { return m_completion; }
    void accept();

Q_SIGNALS:
    void chosen(const salon::CompletionItem &item);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslateUi();

    Completion m_completion;
};

} // namespace salon
