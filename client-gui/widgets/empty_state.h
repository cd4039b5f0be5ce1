// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace salon {

class TextLabel;
class Theme;

/// What stands where a list is empty: one drawing in the accent, one sentence and, if there is something to do, one
/// button. The owner gives the words, again on LanguageChange.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    /// `drawing`: "empty-room" or "no-rooms" (see resources/drawings).
    EmptyState(Theme &theme, const QString &drawing, QWidget *parent = nullptr);

    void setSentence(const QString &sentence);
    /// An empty text hides the button.
    void setAction(const QString &text, const QString &shortText = {});
    /// Narrow panes cut nothing off: the sentence is wrapped.
    [[nodiscard]] QSize minimumSizeHint() const override;
    /// It gives parts up instead.
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }

Q_SIGNALS:
    void actionTriggered();

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void applyTheme();
    void fitSentence();
    /// What is needed without the drawing.
    [[nodiscard]] int heightOfWords() const;

    Theme &m_theme;
    QString m_drawing;
    QLabel *m_picture;
    TextLabel *m_sentence;
    QPushButton *m_action;
    QString m_actionText;
    QString m_shortActionText; ///< where there is no room for the other
};

} // namespace salon
