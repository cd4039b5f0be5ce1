// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/widgets/icon_button.h"

namespace salon {

/// A pin with the number of pinned messages beside it; hidden while there are none.
class PinButton final : public IconButton
{
    Q_OBJECT

public:
    PinButton(Theme &theme, QWidget *parent);

    /// `hasMore`: there are more than `count`.
    void setCount(int count, bool hasMore);
    [[nodiscard]] int count() const noexcept { return m_count; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslateUi();

    int m_count = 0;
    bool m_hasMore = false;
};

} // namespace salon
