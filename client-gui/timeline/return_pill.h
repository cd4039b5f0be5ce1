// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QAbstractButton>

namespace salon {

class Theme;

/// The pill over the lower edge of the timeline that leads back to where one was before a jump.
class ReturnPill final : public QAbstractButton
{
    Q_OBJECT

public:
    ReturnPill(Theme &theme, QWidget *parent);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void retranslateUi();

    Theme &m_theme;
};

} // namespace salon
