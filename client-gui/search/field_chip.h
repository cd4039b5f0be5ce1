// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QAbstractButton>

namespace salon {

class Theme;

/// One chip of a field: its words and a ×, at most as wide as the field. A click takes it away.
class FieldChip final : public QAbstractButton
{
    Q_OBJECT

public:
    FieldChip(Theme &theme, const QString &words, QWidget *parent);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslateUi();

    Theme &m_theme;
};

} // namespace salon
