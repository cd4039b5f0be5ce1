// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

class QLabel;

namespace salon {

class ElidedLabel;
class IconButton;
class Theme;

/// Above the text that is being written: which message it answers or changes, in two lines, and a ✕ that ends that.
class PurposeBar : public QWidget
{
    Q_OBJECT

public:
    explicit PurposeBar(Theme &theme, QWidget *parent = nullptr);

    /// `icon`: "reply" or "edit"; `what` says what is being done, `line` is that of the message. Shown, and told to
    /// assistive programs.
    void showPurpose(const QString &icon, const QString &what, const QString &line);
    /// The same in another language, without a word.
    void setWhat(const QString &what);

Q_SIGNALS:
    void cancelled();
    /// The line was clicked: show the message.
    void messageWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyLook();
    void retranslateUi();

    Theme &m_theme;
    QString m_iconName;
    ElidedLabel *m_what;
    ElidedLabel *m_line;
    IconButton *m_cancel;
};

} // namespace salon
