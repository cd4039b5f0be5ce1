// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QAbstractButton>

namespace salon {

class Theme;

/// The round button over the lower right corner of the timeline that leads to the newest message, with the number of
/// those that came meanwhile.
class JumpPill final : public QAbstractButton
{
    Q_OBJECT

public:
    JumpPill(Theme &theme, QWidget *parent);

    void setCount(int count);
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void retranslateUi();

    Theme &m_theme;
    int m_count = 0;
};

} // namespace salon
