// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QLineEdit>

class QAction;

namespace salon {

class Theme;

/// A field for a password, hidden until the eye at its end is pressed.
class PasswordEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit PasswordEdit(Theme &theme, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void setShown(bool shown);
    void retranslateUi();

    Theme &m_theme;
    QAction *m_eye;
};

} // namespace salon
