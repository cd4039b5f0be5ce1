// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/error.h"
#include "shared/client-core/text/completion.h"

#include <QWidget>

#include <functional>

namespace salon {

class CompleterPopup;
class ComposerEdit;
class IconButton;
class TextLabel;
class Theme;

/// Where a person writes: text field, suggestions, what stands in the way of sending. It keeps the text until its owner
/// says that it was taken.
class Composer : public QWidget
{
    Q_OBJECT

public:
    using Complete = std::function<Completion(const QString &text, qsizetype cursor)>;

    explicit Composer(Theme &theme, QWidget *parent = nullptr);
    ~Composer() override;

    /// Room or person as it stands in "Write to %1…".
    void setTarget(const QString &target);
    [[nodiscard]] QString text() const;
    /// Another text, of a draft or to be written again; the undo history starts anew.
    void setText(const QString &text);
    /// Puts "@login " where the cursor is.
    void insertMention(const QString &login);
    void setComplete(Complete complete) { m_complete = std::move(complete); }
    void setEnterSends(bool enterSends);
    /// Why nothing can be written here; empty: it can.
    void setBlocked(const QString &reason);
    /// The submitted text was taken: clears the field.
    void accepted();
    /// It was not: says why and keeps the text.
    void refused(const Error &error);
    void focusText();
    [[nodiscard]] bool hasTextFocus() const;

Q_SIGNALS:
    void submitted(const QString &text);
    /// The text is another one, by the person's doing.
    void edited();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslateUi();
    void applyLook();
    void submit();
    void textChanged();
    void offerCompletions();
    void showLimits();
    void insertCompletion(const CompletionItem &item);

    Theme &m_theme;
    ComposerEdit *m_edit;
    IconButton *m_send;
    TextLabel *m_problem;
    TextLabel *m_counter;
    TextLabel *m_blockedLabel;
    CompleterPopup *m_popup;
    Complete m_complete;
    QString m_target;
    QString m_blocked;
    bool m_isSettingText = false;
};

} // namespace salon
