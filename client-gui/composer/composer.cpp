// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/composer/composer.h"

#include "client-gui/app/control_look.h"
#include "client-gui/app/theme.h"
#include "client-gui/composer/completer_popup.h"
#include "client-gui/composer/composer_edit.h"
#include "client-gui/composer/format_menu.h"
#include "client-gui/composer/purpose_bar.h"
#include "client-gui/emoji/emoji_picker.h"
#include "client-gui/widgets/icon_button.h"
#include "client-gui/widgets/text_label.h"
#include "shared/base/text_checks.h"
#include "shared/base/text_limits.h"
#include "shared/client-core/settings.h"
#include "shared/client-core/text/error_text.h"

#include <QAccessible>
#include <QEvent>
#include <QGridLayout>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace salon {

namespace {
/// The counter shows from here on.
constexpr qsizetype CounterFromBytes = text_limits::MaxTextBytes * 8 / 10;
} // namespace

Composer::Composer(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_edit(new ComposerEdit(this))
    , m_attach(new IconButton(theme, u"attach"_s, this))
    , m_send(new IconButton(theme, u"send"_s, this))
    , m_emoji(new IconButton(theme, u"smile"_s, this))
    , m_formatButton(new IconButton(theme, u"format"_s, this))
    , m_problem(new TextLabel(theme, TextRole::Meta, ColourRole::Danger, this))
    , m_counter(new TextLabel(theme, TextRole::Meta, ColourRole::Muted, this))
    , m_hintLabel(new TextLabel(theme, TextRole::Meta, ColourRole::Muted, this))
    , m_asFile(new QPushButton(this))
    , m_blockedLabel(new TextLabel(theme, TextRole::Body, ColourRole::Muted, this))
    , m_purpose(new PurposeBar(theme, this))
    , m_field(new QWidget(this))
    , m_popup(new CompleterPopup(theme, this))
{
    setObjectName(u"composer"_s);
    m_edit->setObjectName(u"composerText"_s);
    m_attach->setObjectName(u"attach"_s);
    m_asFile->setObjectName(u"sendAsFile"_s);
    m_send->setObjectName(u"send"_s);
    m_emoji->setObjectName(u"emoji"_s);
    m_formatButton->setObjectName(u"format"_s);
    m_problem->setObjectName(u"composerProblem"_s);
    m_hintLabel->setObjectName(u"composerHint"_s);
    m_send->setColourRole(ColourRole::Accent);
    m_blockedLabel->setAlignment(Qt::AlignCenter);
    for (TextLabel *label : { m_problem, m_hintLabel, m_blockedLabel }) {
        label->setWordWrap(true);
        label->hide();
    }
    m_counter->hide();
    m_emoji->hide();
    m_formatButton->hide();
    m_attach->hide();
    m_asFile->hide();
    m_asFile->setAutoDefault(false);
    setButtonLook(m_asFile, ButtonLook::Quiet);
    layOut();
    connectEdit();
    connect(m_send, &QAbstractButton::clicked, this, &Composer::submit);
    connect(m_attach, &QAbstractButton::clicked, this,
        [this] { Q_EMIT attachWanted(m_attach->mapToGlobal(QPoint(0, 0))); });
    connect(m_asFile, &QAbstractButton::clicked, this, &Composer::textFileWanted);
    connect(m_emoji, &QAbstractButton::clicked, this, &Composer::showEmoji);
    connect(m_formatButton, &QAbstractButton::clicked, this, &Composer::showFormatMenu);
    connect(m_popup, &CompleterPopup::chosen, this, &Composer::insertCompletion);
    connect(m_purpose, &PurposeBar::cancelled, this, [this] {
        cancelPurpose();
        focusText();
    });
    connect(m_purpose, &PurposeBar::messageWanted, this,
        [this] { Q_EMIT messageWanted(m_editing.target != 0 ? m_editing.target : m_reply.target); });
    connect(&theme, &Theme::changed, this, &Composer::applyLook);
    setFocusProxy(m_edit);
    applyLook();
    retranslateUi();
    showLimits();
}

void Composer::layOut()
{
    auto *inside = new QGridLayout(m_field);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->addWidget(m_purpose, 0, 0, 1, 6);
    inside->addWidget(m_hintLabel, 1, 0, 1, 6);
    inside->addWidget(m_asFile, 2, 0, 1, 6, Qt::AlignLeading);
    inside->addWidget(m_attach, 3, 0, Qt::AlignBottom);
    inside->addWidget(m_formatButton, 3, 1, Qt::AlignBottom);
    inside->addWidget(m_edit, 3, 2);
    inside->addWidget(m_counter, 3, 3, Qt::AlignBottom);
    inside->addWidget(m_emoji, 3, 4, Qt::AlignBottom);
    inside->addWidget(m_send, 3, 5, Qt::AlignBottom);
    inside->setColumnStretch(2, 1);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_problem);
    column->addWidget(m_field);
    column->addWidget(m_blockedLabel);
    // Tab goes from the text to what can be done with it.
    setTabOrder(m_edit, m_emoji);
    setTabOrder(m_emoji, m_send);
    setTabOrder(m_send, m_attach);
    setTabOrder(m_attach, m_formatButton);
}

void Composer::connectEdit()
{
    m_edit->viewport()->installEventFilter(this);
    connect(m_edit, &ComposerEdit::submitted, this, &Composer::submit);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &Composer::textChanged);
    connect(m_edit, &QPlainTextEdit::cursorPositionChanged, this, &Composer::offerCompletions);
    connect(m_edit, &ComposerEdit::suggestionMoved, m_popup, &CompleterPopup::moveBy);
    connect(m_edit, &ComposerEdit::suggestionAccepted, m_popup, &CompleterPopup::accept);
    connect(m_edit, &ComposerEdit::suggestionsDismissed, this, [this] {
        m_popup->dismiss();
        m_edit->setSuggesting(false);
    });
    connect(m_edit, &ComposerEdit::focusChanged, this, [this](bool hasFocus) {
        if (!hasFocus) {
            m_popup->dismiss();
            m_edit->setSuggesting(false);
        }
        update();
    });
    connect(m_edit, &ComposerEdit::cancelled, this, &Composer::cancelPurpose);
    connect(m_edit, &ComposerEdit::editLastWanted, this, &Composer::editLastWanted);
    connect(m_edit, &ComposerEdit::replyStepped, this, &Composer::replyStepped);
    connect(m_edit, &ComposerEdit::pageStepped, this, &Composer::pageStepped);
    connect(m_edit, &ComposerEdit::filesPasted, this, &Composer::filesPasted);
    connect(m_edit, &ComposerEdit::picturePasted, this, &Composer::picturePasted);
    connect(m_edit, &ComposerEdit::longTextPasted, this, [this] {
        m_wasLongPaste = true;
        showLimits();
    });
}

Composer::~Composer() = default;

void Composer::setTarget(const QString &target)
{
    m_target = target;
    retranslateUi();
}

QString Composer::text() const
{
    return m_edit->text();
}

void Composer::setText(const QString &text)
{
    m_editing = {};
    m_reply = {};
    m_setAside.clear();
    replaceText(text);
    showPurpose();
}

void Composer::replaceText(const QString &text)
{
    m_isSettingText = true;
    m_edit->setPlainText(text);
    m_edit->moveCursor(QTextCursor::End);
    m_isSettingText = false;
    m_problem->hide();
    showHint();
    showLimits();
}

void Composer::insertMention(const QString &login)
{
    const QTextCursor cursor = m_edit->textCursor();
    const QString before = text().left(cursor.position());
    const bool needsSpace = !before.isEmpty() && !before.back().isSpace();
    insertText((needsSpace ? u" @"_s : u"@"_s) + login + u' ');
}

void Composer::insertText(const QString &text)
{
    m_edit->insertPlainText(text);
    focusText();
}

void Composer::offerFormat(const EmojiCatalogue &emoji, SettingsStore &settings)
{
    m_catalogue = &emoji;
    m_settings = &settings;
    m_emoji->setVisible(!isBlocked());
    m_formatButton->setVisible(!isBlocked());
    connect(&settings, &SettingsStore::changed, this, [this] { m_edit->setTakesMarks(format() != TextFormat::Plain); });
    showPurpose();
}

void Composer::setEnterSends(bool enterSends)
{
    m_edit->setEnterSubmits(enterSends);
}

void Composer::setTakesFiles(bool takesFiles)
{
    if (takesFiles == std::exchange(m_takesFiles, takesFiles))
        return;
    m_edit->setTakesFiles(takesFiles);
    m_attach->setVisible(takesFiles && !isBlocked());
    showLimits();
}

void Composer::replaceWritten(const QString &text)
{
    QTextCursor cursor(m_edit->document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
    m_edit->moveCursor(QTextCursor::End);
}

/// A long text is read better as a file, and one that is too long can be sent in no other way.
void Composer::showAsFile(bool isTooLong)
{
    const qsizetype length = m_edit->document()->characterCount();
    if (length < ComposerEdit::LongText && m_edit->document()->blockCount() <= ComposerEdit::LongTextLines)
        m_wasLongPaste = false;
    m_asFile->setVisible(m_takesFiles && !isBlocked() && m_editing.target == 0 && (isTooLong || m_wasLongPaste));
}

void Composer::accepted()
{
    if (m_editing.target != 0) {
        endEdit();
    } else {
        m_reply = {};
        takeCommand();
    }
    showPurpose();
}

void Composer::takeCommand()
{
    m_isSettingText = true;
    m_edit->clear();
    m_isSettingText = false;
    m_problem->hide();
    showHint();
    showLimits();
}

void Composer::refused(const Error &error)
{
    refused(ErrorText::of(error));
}

void Composer::refused(const QString &words)
{
    say(words, true);
}

void Composer::note(const QString &words)
{
    say(words, false);
}

void Composer::say(const QString &words, bool isProblem)
{
    m_problem->setColourRole(isProblem ? ColourRole::Danger : ColourRole::Muted);
    const bool isNew = m_problem->text() != words || m_problem->isHidden();
    m_problem->setText(words);
    m_problem->show();
    if (isNew) {
        QAccessibleEvent alert(m_problem, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
    update();
}

void Composer::focusText()
{
    m_edit->setFocus(Qt::OtherFocusReason);
}

bool Composer::hasTextFocus() const
{
    return m_edit->hasFocus();
}

void Composer::submit()
{
    const QString typed = text();
    if (isBlocked())
        return;
    if (typed.trimmed().isEmpty()) {
        if (m_editing.target != 0)
            Q_EMIT deletionWanted(m_editing.target);
        return;
    }
    if (m_editing.target != 0 && !m_editing.original.isNull() && typed == m_editing.original) {
        cancelPurpose(); // there is nothing to send
        return;
    }
    if (const Result<QString> checked = checkMessageText(typed); !checked) {
        refused(checked.error());
        return;
    }
    Q_EMIT submitted(typed);
}

void Composer::textChanged()
{
    showLimits();
    showHint();
    offerCompletions();
    if (!m_isSettingText)
        Q_EMIT edited();
}

void Composer::offerCompletions()
{
    Completion offer;
    if (m_complete && !m_isSettingText && m_edit->hasFocus() && !m_edit->textCursor().hasSelection())
        offer = m_complete(text(), m_edit->textCursor().position());
    m_edit->setSuggesting(!offer.items.isEmpty());
    QWidget *window = this->window();
    if (m_popup->parentWidget() != window)
        m_popup->setParent(window);
    const QPoint corner = mapTo(window, m_edit->geometry().topLeft() - QPoint(0, m_theme.tokens().space(Space::Small)));
    m_popup->offer(offer, corner, m_edit->width());
}

void Composer::insertCompletion(const CompletionItem &item)
{
    const Completion offer = m_popup->completion();
    QTextCursor cursor = m_edit->textCursor();
    cursor.setPosition(int(offer.start));
    cursor.setPosition(int(offer.start + offer.length), QTextCursor::KeepAnchor);
    cursor.insertText(item.insert);
    m_edit->setTextCursor(cursor);
    m_edit->setSuggesting(false);
}

void Composer::showHint()
{
    const QString hint = m_hint && m_editing.target == 0 ? m_hint(text()) : QString();
    m_hintLabel->setText(hint);
    m_hintLabel->setVisible(!hint.isEmpty() && !isBlocked());
}

void Composer::showEmoji()
{
    if (!m_picker) {
        m_picker = new EmojiPicker(m_theme, *m_catalogue, *m_settings, this);
        connect(m_picker, &EmojiPicker::picked, this, &Composer::insertText);
    }
    m_picker->popUpAt({ m_emoji->mapToGlobal(QPoint(0, 0)), m_emoji->size() });
}

void Composer::showFormatMenu()
{
    const TextFormat now = format();
    auto *menu = new FormatMenu(now == TextFormat::Plain ? FormatMenu::Format::Plain
            : now == TextFormat::Action                  ? FormatMenu::Format::Action
                                                         : FormatMenu::Format::Markdown,
        this);
    connect(menu, &FormatMenu::markChosen, this, [this](TextMark mark) {
        m_edit->toggle(mark);
        focusText();
    });
    connect(menu, &FormatMenu::markdownSwitched, this, &Composer::switchMarkdown);
    connect(menu, &FormatMenu::helpWanted, this, &Composer::helpWanted);
    menu->popUpAbove(m_formatButton->mapToGlobal(QPoint(0, 0)));
}

void Composer::showLimits()
{
    const QString typed = text();
    m_send->setEnabled(!typed.trimmed().isEmpty() || m_editing.target != 0);
    const qsizetype bytes = typed.size() * 3 < CounterFromBytes ? 0 : typed.toUtf8().size();
    m_counter->setVisible(bytes >= CounterFromBytes && !isBlocked());
    if (bytes >= CounterFromBytes) {
        const QLocale locale;
        m_counter->setText(
            "%1 / %2"_L1.arg(locale.toString(bytes), locale.toString(qlonglong(text_limits::MaxTextBytes))));
        m_counter->setColourRole(bytes > text_limits::MaxTextBytes ? ColourRole::Danger : ColourRole::Muted);
    }
    // Told while one can still do something about it; a text that fits again needs no complaint.
    const Result<QString> checked = checkMessageText(typed);
    const bool isTooLong = !checked
        && (checked.error().code == ErrorCode::TextTooLong || checked.error().code == ErrorCode::LineTooLong
            || checked.error().code == ErrorCode::TooManyLines);
    showAsFile(isTooLong);
    if (isTooLong && !isBlocked())
        refused(checked.error());
    else
        m_problem->hide();
}

bool Composer::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        showPrompt();
    if (event->type() == QEvent::Resize && m_popup->isVisible())
        offerCompletions();
    return QWidget::eventFilter(watched, event);
}

void Composer::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int margin = tokens.space(Space::Large);
    const int top = m_problem->isVisible() ? m_problem->geometry().bottom() + tokens.space(Space::Tight) : 0;
    const bool hasFocus = m_edit->hasFocus() && !isBlocked();
    const qreal width = hasFocus ? tokens.focusWidth() : tokens.lineWidth();
    const QRectF frame(margin, top + 2, this->width() - 2 * margin, height() - top - tokens.space(Space::Medium) - 2);
    painter.setPen(QPen(tokens.colour(hasFocus ? ColourRole::FocusRing : ColourRole::ControlLine), width));
    painter.setBrush(tokens.colour(isBlocked() ? ColourRole::Window : ColourRole::Conversation));
    painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), tokens.cardRadius(), tokens.cardRadius());
}

void Composer::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
        showLimits();
    }
    QWidget::changeEvent(event);
}

void Composer::retranslateUi()
{
    const QString prompt = m_target.isEmpty() ? tr("Write a message…")
                                              //: %1 is "# General" or a person's name
                                              : tr("Write to %1…").arg(m_target);
    m_edit->setAccessibleName(prompt);
    showPrompt();
    m_send->setWords(tr("Send", "composer button"));
    m_emoji->setWords(tr("Emoji"));
    m_attach->setWords(tr("Send files or a folder"), { Qt::CTRL | Qt::SHIFT | Qt::Key_U });
    //: Button above a long text that is being written
    m_asFile->setText(tr("Send this long text as a file…"));
    m_formatButton->setWords(tr("Formatting"));
    m_purpose->setWhat(purposeWords());
    showHint();
}

void Composer::applyLook()
{
    const Tokens &tokens = m_theme.tokens();
    m_edit->setFont(tokens.font(TextRole::Body));
    m_edit->fit();
    const int outer = tokens.space(Space::Large);
    const int inner = tokens.px(6);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->setContentsMargins(
        outer + tokens.space(Space::Small), inner + 2, outer + inner, tokens.space(Space::Medium) + inner);
    column->setSpacing(tokens.space(Space::Small) + inner);
    auto *inside = static_cast<QGridLayout *>(m_field->layout());
    inside->setHorizontalSpacing(tokens.space(Space::Tight));
    inside->setVerticalSpacing(tokens.space(Space::Tight));
    update();
}

} // namespace salon
