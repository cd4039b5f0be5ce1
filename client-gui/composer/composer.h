// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/error.h"
#include "shared/base/ids.h"
#include "shared/base/vocabulary.h"
#include "shared/client-core/text/completion.h"

#include <QImage>
#include <QWidget>

#include <functional>

class QPushButton;

namespace salon {

class CompleterPopup;
class ComposerEdit;
class EmojiCatalogue;
class EmojiPicker;
class IconButton;
class PurposeBar;
class SettingsStore;
class TextLabel;
class Theme;

/// Where a person writes: text field, suggestions, what stands in the way of sending. It keeps the text until its owner
/// says that it was taken. What is written is a new message, perhaps an answer, or the new text of an old one; an edit
/// sets aside what was being written and gives it back when it ends.
class Composer : public QWidget
{
    Q_OBJECT

public:
    using Complete = std::function<Completion(const QString &text, qsizetype cursor)>;
    using Hint = std::function<QString(const QString &text)>;

    explicit Composer(Theme &theme, QWidget *parent = nullptr);
    ~Composer() override;

    /// Room or person as it stands in "Write to %1…".
    void setTarget(const QString &target);
    [[nodiscard]] QString text() const;
    /// Another text, of a draft or to be written again, of a new message that answers nothing; the undo history starts
    /// anew.
    void setText(const QString &text);
    /// Puts "@login " where the cursor is.
    void insertMention(const QString &login);
    /// … or any text, in place of what is selected.
    void insertText(const QString &text);
    void setComplete(Complete complete) { m_complete = std::move(complete); }
    /// What to say above the text while it is typed; none for most texts.
    void setHint(Hint hint) { m_hint = std::move(hint); }
    void setEnterSends(bool enterSends);
    /// Files may be sent here: shows the button, and hands on what is pasted.
    void setTakesFiles(bool takesFiles);
    /// What is written now becomes this; one step of undo.
    void replaceWritten(const QString &text);
    /// Offers emoji, and Markdown with a menu for it. Without this the text is plain. Both outlive this.
    void offerFormat(const EmojiCatalogue &emoji, SettingsStore &settings);
    /// Why nothing can be written here; empty: it can. What was sent before can still be changed.
    void setBlocked(const QString &reason);
    /// The reason stands in place of the text now.
    [[nodiscard]] bool isBlocked() const noexcept { return !m_blocked.isEmpty() && m_editing.target == 0; }
    /// The submitted text was taken: clears the field, or gives back what an edit had set aside.
    void accepted();
    /// The text was a command that is done: clears the field, and leaves what is answered.
    void takeCommand();
    /// It was not: says why and keeps the text.
    void refused(const Error &error);
    void refused(const QString &words);
    /// Says something that is no problem, until the text changes.
    void note(const QString &words);
    void focusText();
    [[nodiscard]] bool hasTextFocus() const;

    /// The new message will answer this one, of which `line` is shown. An edit that is open ends first.
    void beginReply(Seq target, const QString &author, const QString &line);
    /// Changes this message: `text` becomes what is written, `line` is shown (empty: the text's own).
    void beginEdit(Seq target, const QString &text, TextFormat format, const QString &line = {});
    /// The same, but as a draft: nobody is told, the focus stays where it is.
    void showReply(Seq target);
    void showEdit(Seq target, const QString &text, TextFormat format);
    /// What is known now of a message that is answered or edited; others are left alone.
    void tellOf(Seq target, const QString &author, const QString &line);
    /// The message that is edited begins with a slash: it may do so still.
    [[nodiscard]] bool editsSlash() const { return m_editing.original.startsWith(u'/'); }
    /// The edit ends, or else the reply.
    void cancelPurpose();
    /// 0: none.
    [[nodiscard]] Seq editing() const { return m_editing.target; }
    /// Of the new message, also while an edit is open: what it says and answers.
    [[nodiscard]] QString messageText() const;
    [[nodiscard]] Seq replyTo() const { return m_reply.target; }
    /// How the text that stands there is to be read.
    [[nodiscard]] TextFormat format() const;

Q_SIGNALS:
    void submitted(const QString &text);
    /// Nothing is left of the text that is edited.
    void deletionWanted(salon::Seq target);
    /// The text or what it is for is another one, by the person's doing.
    void edited();
    /// Change the last message of one's own.
    void editLastWanted();
    /// Answer the message before (-1) or after (1) the one that is answered, at first the newest.
    void replyStepped(int step);
    /// Page Up and Page Down, which the text itself has no use for.
    void pageStepped(int pages);
    /// Show the message that is answered or edited.
    void messageWanted(salon::Seq target);
    /// Choose what to send; a menu may stand above this point of the screen.
    void attachWanted(const QPoint &at);
    void filesPasted(const QStringList &paths);
    void picturePasted(const QImage &picture);
    /// Send what is written as a file.
    void textFileWanted();
    /// Show the commands and how to format.
    void helpWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// The message that is answered, or edited.
    struct Purpose
    {
        Seq target = 0;
        QString author{};
        QString line{};
        TextFormat format = TextFormat::Markdown;
        QString original{}; ///< the text with which the edit began; null: unknown
    };

    void layOut();
    void connectEdit();
    void retranslateUi();
    void showPrompt();
    void applyLook();
    void submit();
    void textChanged();
    void offerCompletions();
    void showLimits();
    void showHint();
    void showAsFile(bool isTooLong);
    void showBlocked();
    void showPurpose();
    [[nodiscard]] QString purposeWords() const;
    void endEdit();
    void replaceText(const QString &text);
    void insertCompletion(const CompletionItem &item);
    void showEmoji();
    void showFormatMenu();
    void switchMarkdown(bool isMarkdown);
    void say(const QString &words, bool isProblem);

    Theme &m_theme;
    ComposerEdit *m_edit;
    IconButton *m_attach;
    IconButton *m_send;
    IconButton *m_emoji;
    IconButton *m_formatButton;
    TextLabel *m_problem;
    TextLabel *m_counter;
    TextLabel *m_hintLabel;
    QPushButton *m_asFile; ///< offered for a long text
    TextLabel *m_blockedLabel;
    PurposeBar *m_purpose;
    QWidget *m_field; ///< what is inside the frame
    CompleterPopup *m_popup;
    EmojiPicker *m_picker = nullptr;
    const EmojiCatalogue *m_catalogue = nullptr;
    SettingsStore *m_settings = nullptr;
    Complete m_complete;
    Hint m_hint;
    QString m_target;
    QString m_blocked;
    Purpose m_reply;
    Purpose m_editing;
    QString m_setAside; ///< the text of the new message while one edits
    bool m_isSettingText = false;
    bool m_takesFiles = false;
    bool m_wasLongPaste = false;
};

} // namespace salon
