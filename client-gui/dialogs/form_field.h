// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/error.h"

#include <QWidget>

#include <functional>

namespace salon {

class TextLabel;
class Theme;

/// A label, the field it belongs to, and under it one line (or more) that is kept free for a hint or for what is wrong,
/// so that nothing moves when an error appears. What is wrong is announced to assistive programs.
class FormField : public QWidget
{
    Q_OBJECT

public:
    using Words = std::function<QString()>;

    /// Takes `input`. `noteLines`: how many lines of hint or error are kept free under it; 0: none.
    FormField(Theme &theme, QWidget *input, int noteLines = 1, QWidget *parent = nullptr);

    /// Again on LanguageChange. The label is also what assistive programs call the field.
    void setWords(const QString &label, const QString &hint = {});
    /// What is wrong here, until clearTrouble(); said again by itself when the language changes.
    void setTrouble(const Error &error);
    void setTrouble(Words words);
    void clearTrouble();
    [[nodiscard]] bool hasTrouble() const { return bool(m_trouble); }
    /// The text under the field.
    [[nodiscard]] QString note() const;
    [[nodiscard]] QWidget *input() const { return m_input; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void showNote();
    void applyTheme();

    Theme &m_theme;
    QWidget *m_input;
    int m_noteLines;
    TextLabel *m_label;
    TextLabel *m_note;
    QString m_hint;
    Words m_trouble;
};

} // namespace salon
