// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/composer/text_marks.h"

#include <QImage>
#include <QPlainTextEdit>

#include <optional>

namespace salon {

/// The text field of the composer: as high as its text from one line to ten, plain text only, Enter and Tab as a
/// composer has them. While an input method composes, no key of ours is taken from it.
class ComposerEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    static constexpr int MostLines = 10;
    static constexpr qsizetype LongText = 2000; ///< characters of a paste, or
    static constexpr qsizetype LongTextLines = 30;

    explicit ComposerEdit(QWidget *parent = nullptr);

    /// False: Enter makes a line and Ctrl+Enter submits. Shift+Enter always makes a line.
    void setEnterSubmits(bool enterSubmits) { m_enterSubmits = enterSubmits; }
    /// While suggestions are shown, the keys that choose one go to them.
    void setSuggesting(bool isSuggesting) { m_isSuggesting = isSuggesting; }
    /// Esc ends something here, before it is the window's.
    void setCancellable(bool isCancellable) { m_isCancellable = isCancellable; }
    /// The keys of Markdown's marks are taken.
    void setTakesMarks(bool takesMarks) { m_takesMarks = takesMarks; }
    /// Files and pictures that are pasted or dropped are handed on; else they are no text and nothing happens.
    void setTakesFiles(bool takesFiles) { m_takesFiles = takesFiles; }
    void toggle(TextMark mark);
    [[nodiscard]] static QKeySequence keyOf(TextMark mark);
    /// What was typed, letter by letter: toPlainText() makes spaces of no-break spaces.
    [[nodiscard]] QString text() const;
    /// Measures again: the font is another one.
    void fit();

    /// There are more lines than it shows at once.
    [[nodiscard]] bool isCut() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void submitted();
    void suggestionMoved(int by);
    void suggestionAccepted();
    void suggestionsDismissed();
    void focusChanged(bool hasFocus);
    void cancelled();
    /// ↑ where nothing is written.
    void editLastWanted();
    void filesPasted(const QStringList &paths);
    void picturePasted(const QImage &picture);
    /// So much text was pasted at once that it may be meant as a file.
    void longTextPasted();
    /// Ctrl+↑ and Ctrl+↓, and Shift+↑ where nothing is written.
    void replyStepped(int step);
    /// Page Up and Page Down, while all that is written is seen.
    void pageStepped(int pages);

protected:
    bool event(QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;
    void insertFromMimeData(const QMimeData *source) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    [[nodiscard]] bool takeSuggestionKey(QKeyEvent *event);
    [[nodiscard]] bool takeMessageKey(QKeyEvent *event);
    [[nodiscard]] std::optional<TextMark> markOf(const QKeyEvent *event) const;

    bool m_enterSubmits = true;
    bool m_isSuggesting = false;
    bool m_isComposing = false;
    bool m_isCancellable = false;
    bool m_takesMarks = false;
    bool m_takesFiles = false;
};

} // namespace salon
