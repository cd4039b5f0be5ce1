// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/theme.h"
#include "client-gui/composer/completer_popup.h"
#include "client-gui/composer/composer.h"
#include "client-gui/composer/composer_edit.h"
#include "client-gui/composer/purpose_bar.h"
#include "client-gui/emoji/emoji_picker.h"
#include "shared/base/job_lane.h"
#include "shared/client-core/settings.h"
#include "shared/markup/emoji/emoji_catalogue.h"

#include <QDir>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace salon;

/// The composer alone: what it shows and which keys it takes.
class TestComposer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void replyShowsWhomItAnswers();
    void escapeEndsTheReplyAndThenIsTheWindows();
    void editSetsAsideWhatWasWritten();
    void cancelledEditGivesBackEvenTheReply();
    void unchangedEditSendsNothing();
    void emptyEditAsksToDelete();
    void anotherDraftEndsWhateverWasGoingOn();
    void arrowsInAnEmptyFieldReachMessages();
    void arrowsInATextMoveTheCursor();
    void pageKeysGoToTheMessagesWhileAllIsSeen();
    void whatFitsIsNeverScrolled();
    void marksWrapTheSelection();
    void plainTextHasNoMarks();
    void menuSwitchesMarkdown();
    void editKeepsTheFormatOfItsMessage();
    void hintStandsAboveTheText();
    void escapeClosesSuggestionsFirst();
    void pickerInsertsAtTheCursor();
    void blockedComposerShowsNothingElse();
    void notesAreNoProblems();
    void aLongNameIsCutInThePrompt();
    void looksAsItShould();

private:
    [[nodiscard]] ComposerEdit &edit() { return *m_composer->findChild<ComposerEdit *>(); }
    [[nodiscard]] PurposeBar &bar() { return *m_composer->findChild<PurposeBar *>(); }
    [[nodiscard]] QString label(const char *name)
    {
        return m_composer->findChild<QLabel *>(QLatin1StringView(name))->text();
    }
    void type(const QString &text) { edit().insertPlainText(text); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&edit(), key, modifiers); }
    void select(int from, int to)
    {
        QTextCursor cursor = edit().textCursor();
        cursor.setPosition(from);
        cursor.setPosition(to, QTextCursor::KeepAnchor);
        edit().setTextCursor(cursor);
    }

    Theme m_theme;
    std::unique_ptr<JobLane> m_lane;
    EmojiCatalogue m_catalogue;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SettingsStore> m_settings;
    std::unique_ptr<QWidget> m_window;
    QAction *m_escape = nullptr;
    Composer *m_composer = nullptr;
};

void TestComposer::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_lane = std::make_unique<JobLane>(u"settings"_s);
    m_settings = std::make_unique<SettingsStore>(m_folder->filePath(u"settings.ini"_s), *m_lane);
    m_window = std::make_unique<QWidget>();
    m_escape = new QAction(m_window.get());
    m_escape->setShortcut(Qt::Key_Escape);
    m_window->addAction(m_escape);
    auto *column = new QVBoxLayout(m_window.get());
    m_composer = new Composer(m_theme, m_window.get());
    m_composer->offerFormat(m_catalogue, *m_settings);
    column->addStretch(1);
    column->addWidget(m_composer);
    m_window->resize(600, 500);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_composer->focusText();
}

void TestComposer::cleanup()
{
    m_window.reset();
    m_settings.reset();
    m_lane.reset(); // it still writes into the folder
}

void TestComposer::replyShowsWhomItAnswers()
{
    QSignalSpy submitted(m_composer, &Composer::submitted);
    QVERIFY(!bar().isVisible());
    type(u"hello"_s);
    m_composer->beginReply(42, u"Marie <b>"_s, u"What is\nthat?"_s);
    QVERIFY(bar().isVisible());
    QVERIFY(label("purposeWhat").contains("Marie <b>"_L1));
    QCOMPARE(label("purposeLine"), u"What is that?"_s);
    QVERIFY(bar().accessibleName().contains("Marie"_L1) && bar().accessibleName().contains("What is"_L1));
    QCOMPARE(m_composer->text(), u"hello"_s);
    QCOMPARE(m_composer->replyTo(), Seq(42));
    press(Qt::Key_Return);
    QCOMPARE(submitted.size(), 1);
    m_composer->accepted();
    QVERIFY(!bar().isVisible());
    QCOMPARE(m_composer->replyTo(), Seq(0));
    QCOMPARE(m_composer->text(), QString());
}

void TestComposer::escapeEndsTheReplyAndThenIsTheWindows()
{
    QSignalSpy window(m_escape, &QAction::triggered);
    type(u"hello"_s);
    m_composer->beginReply(42, u"Marie"_s, u"?"_s);
    press(Qt::Key_Escape);
    QVERIFY(!bar().isVisible());
    QCOMPARE(m_composer->replyTo(), Seq(0));
    QCOMPARE(m_composer->text(), u"hello"_s);
    QVERIFY(window.isEmpty());
    press(Qt::Key_Escape);
    QCOMPARE(window.size(), 1);
    m_composer->beginReply(42, u"Marie"_s, u"?"_s);
    QTest::mouseClick(bar().findChild<QToolButton *>(u"purposeCancel"_s), Qt::LeftButton);
    QVERIFY(!bar().isVisible());
}

void TestComposer::editSetsAsideWhatWasWritten()
{
    QSignalSpy submitted(m_composer, &Composer::submitted);
    type(u"half a thought"_s);
    m_composer->beginEdit(7, u"tpyo"_s, TextFormat::Markdown);
    QCOMPARE(m_composer->text(), u"tpyo"_s);
    QCOMPARE(m_composer->messageText(), u"half a thought"_s);
    QCOMPARE(m_composer->editing(), Seq(7));
    QCOMPARE(label("purposeLine"), u"tpyo"_s);
    // Another one, before the first is done: the thought is not forgotten.
    m_composer->beginEdit(8, u"second"_s, TextFormat::Markdown);
    edit().selectAll();
    type(u"typo"_s);
    press(Qt::Key_Return);
    QCOMPARE(submitted.size(), 1);
    QCOMPARE(submitted[0][0].toString(), u"typo"_s);
    QCOMPARE(m_composer->editing(), Seq(8));
    m_composer->accepted();
    QCOMPARE(m_composer->editing(), Seq(0));
    QCOMPARE(m_composer->text(), u"half a thought"_s);
    QVERIFY(!bar().isVisible());
}

void TestComposer::cancelledEditGivesBackEvenTheReply()
{
    QSignalSpy edited(m_composer, &Composer::edited);
    type(u"my answer"_s);
    m_composer->beginReply(42, u"Marie"_s, u"?"_s);
    m_composer->beginEdit(7, u"old"_s, TextFormat::Markdown);
    type(u"er"_s);
    QCOMPARE(m_composer->replyTo(), Seq(42));
    edited.clear();
    press(Qt::Key_Escape);
    QCOMPARE(edited.size(), 1);
    QCOMPARE(m_composer->text(), u"my answer"_s);
    QCOMPARE(m_composer->replyTo(), Seq(42));
    QVERIFY(bar().isVisible());
    QVERIFY(label("purposeWhat").contains("Marie"_L1));
}

void TestComposer::unchangedEditSendsNothing()
{
    QSignalSpy submitted(m_composer, &Composer::submitted);
    m_composer->beginEdit(7, u"as it was"_s, TextFormat::Markdown);
    press(Qt::Key_Return);
    QVERIFY(submitted.isEmpty());
    QCOMPARE(m_composer->editing(), Seq(0));
    // What an earlier run left may well be another text than the message's.
    m_composer->showEdit(7, u"as it may be"_s, TextFormat::Markdown);
    press(Qt::Key_Return);
    QCOMPARE(submitted.size(), 1);
}

void TestComposer::emptyEditAsksToDelete()
{
    QSignalSpy submitted(m_composer, &Composer::submitted);
    QSignalSpy deletion(m_composer, &Composer::deletionWanted);
    press(Qt::Key_Return); // nothing: no message, nothing to delete
    m_composer->beginEdit(7, u"gone"_s, TextFormat::Markdown);
    edit().selectAll();
    press(Qt::Key_Delete);
    press(Qt::Key_Return);
    QVERIFY(submitted.isEmpty());
    QCOMPARE(deletion.size(), 1);
    QCOMPARE(deletion[0][0].value<Seq>(), Seq(7));
    QCOMPARE(m_composer->editing(), Seq(7)); // until somebody says yes
}

void TestComposer::anotherDraftEndsWhateverWasGoingOn()
{
    type(u"one room"_s);
    m_composer->beginReply(42, u"Marie"_s, u"?"_s);
    m_composer->beginEdit(7, u"old"_s, TextFormat::Markdown);
    m_composer->setText(u"another room"_s);
    QCOMPARE(m_composer->text(), u"another room"_s);
    QCOMPARE(m_composer->editing(), Seq(0));
    QCOMPARE(m_composer->replyTo(), Seq(0));
    QVERIFY(!bar().isVisible());
}

void TestComposer::arrowsInAnEmptyFieldReachMessages()
{
    QSignalSpy last(m_composer, &Composer::editLastWanted);
    QSignalSpy stepped(m_composer, &Composer::replyStepped);
    press(Qt::Key_Up);
    QCOMPARE(last.size(), 1);
    press(Qt::Key_Up, Qt::ShiftModifier);
    press(Qt::Key_Up, Qt::ControlModifier);
    press(Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(stepped.size(), 3);
    QCOMPARE(stepped[0][0].toInt(), -1);
    QCOMPARE(stepped[1][0].toInt(), -1);
    QCOMPARE(stepped[2][0].toInt(), 1);
    QCOMPARE(last.size(), 1);
}

void TestComposer::arrowsInATextMoveTheCursor()
{
    QSignalSpy last(m_composer, &Composer::editLastWanted);
    QSignalSpy stepped(m_composer, &Composer::replyStepped);
    type(u"one\ntwo"_s);
    press(Qt::Key_Up);
    QCOMPARE(edit().textCursor().blockNumber(), 0);
    press(Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(edit().textCursor().hasSelection());
    QVERIFY(last.isEmpty() && stepped.isEmpty());
    press(Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(stepped.size(), 1);
}

void TestComposer::pageKeysGoToTheMessagesWhileAllIsSeen()
{
    QSignalSpy pages(m_composer, &Composer::pageStepped);
    type(u"one\ntwo"_s);
    press(Qt::Key_PageUp);
    press(Qt::Key_PageDown);
    QCOMPARE(pages.size(), 2);
    QCOMPARE(pages[0][0].toInt(), -1);
    QCOMPARE(pages[1][0].toInt(), 1);
    QCOMPARE(edit().textCursor().blockNumber(), 1); // the cursor stays
    type(u"\nmore"_s.repeated(ComposerEdit::MostLines));
    press(Qt::Key_PageUp);
    QCOMPARE(pages.size(), 2);
    QVERIFY(edit().textCursor().blockNumber() < ComposerEdit::MostLines + 1);
}

void TestComposer::whatFitsIsNeverScrolled()
{
    for (int lines = 1; lines <= ComposerEdit::MostLines; ++lines) {
        QTRY_COMPARE(edit().verticalScrollBar()->maximum(), 0);
        type(lines % 2 ? u"\nmore"_s : u"\nmore \U0001F600"_s);
    }
    QTRY_VERIFY(edit().verticalScrollBar()->maximum() > 0);
}

void TestComposer::marksWrapTheSelection()
{
    type(u"word"_s);
    select(0, 4);
    press(Qt::Key_B, Qt::ControlModifier);
    QCOMPARE(m_composer->text(), u"**word**"_s);
    press(Qt::Key_I, Qt::ControlModifier);
    QCOMPARE(m_composer->text(), u"***word***"_s);
    press(Qt::Key_I, Qt::ControlModifier);
    press(Qt::Key_B, Qt::ControlModifier);
    press(Qt::Key_E, Qt::ControlModifier);
    QCOMPARE(m_composer->text(), u"`word`"_s);
    press(Qt::Key_E, Qt::ControlModifier);
    press(Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_composer->text(), u"~~word~~"_s);
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_composer->text(), u"word"_s);
}

void TestComposer::plainTextHasNoMarks()
{
    m_settings->change([](Settings &settings) { settings.writesMarkdown = false; });
    QCOMPARE(m_composer->format(), TextFormat::Plain);
    type(u"word"_s);
    select(0, 4);
    press(Qt::Key_B, Qt::ControlModifier);
    QCOMPARE(m_composer->text(), u"word"_s);
}

void TestComposer::menuSwitchesMarkdown()
{
    auto *button = m_composer->findChild<QToolButton *>(u"format"_s);
    for (const bool isMarkdown : { false, true }) {
        QTest::mouseClick(button, Qt::LeftButton);
        auto *menu = m_composer->findChild<QMenu *>(u"formatMenu"_s);
        QVERIFY(menu);
        auto *action = menu->findChild<QAction *>(u"markdown"_s);
        QCOMPARE(action->isChecked(), !isMarkdown);
        QCOMPARE(menu->actions().constFirst()->isEnabled(), !isMarkdown);
        action->trigger();
        menu->close();
        QCoreApplication::sendPostedEvents(menu, QEvent::DeferredDelete);
        QCOMPARE(m_settings->current().writesMarkdown, isMarkdown);
        QCOMPARE(m_composer->format(), isMarkdown ? TextFormat::Markdown : TextFormat::Plain);
    }
}

void TestComposer::editKeepsTheFormatOfItsMessage()
{
    m_composer->beginEdit(7, u"waits"_s, TextFormat::Action);
    QCOMPARE(m_composer->format(), TextFormat::Action);
    m_composer->beginEdit(8, u"log *line*"_s, TextFormat::Plain);
    QCOMPARE(m_composer->format(), TextFormat::Plain);
    QVERIFY(m_settings->current().writesMarkdown);
    press(Qt::Key_Escape);
    QCOMPARE(m_composer->format(), TextFormat::Markdown);
}

void TestComposer::hintStandsAboveTheText()
{
    m_composer->setHint([](const QString &text) { return text.startsWith("/x "_L1) ? u"/x name"_s : QString(); });
    auto *hint = m_composer->findChild<QLabel *>(u"composerHint"_s);
    QVERIFY(!hint->isVisible());
    type(u"/x "_s);
    QVERIFY(hint->isVisible());
    QCOMPARE(hint->text(), u"/x name"_s);
    m_composer->beginEdit(7, u"/x old"_s, TextFormat::Markdown);
    QVERIFY(!hint->isVisible()); // no command
    press(Qt::Key_Escape);
    QVERIFY(hint->isVisible());
    m_composer->accepted();
    QVERIFY(!hint->isVisible());
}

void TestComposer::escapeClosesSuggestionsFirst()
{
    QSignalSpy window(m_escape, &QAction::triggered);
    m_composer->setComplete([](const QString &text, qsizetype cursor) {
        Completion offer{ 0, cursor, {} };
        if (text.startsWith(u':'))
            offer.items.append({ CompletionItem::Kind::Emoji, u"👍 "_s, u"thumbs up"_s, u":+1:"_s, 0 });
        return offer;
    });
    auto *popup = m_window->findChild<CompleterPopup *>();
    m_composer->beginReply(42, u"Marie"_s, u"?"_s);
    type(u":th"_s);
    QVERIFY(popup->isVisible());
    press(Qt::Key_Escape);
    QVERIFY(!popup->isVisible());
    QVERIFY(bar().isVisible());
    QVERIFY(window.isEmpty());
    type(u"u"_s);
    QVERIFY(popup->isVisible());
    press(Qt::Key_Tab);
    QCOMPARE(m_composer->text(), u"👍 "_s);
    QVERIFY(!popup->isVisible());
    press(Qt::Key_Escape);
    QVERIFY(!bar().isVisible());
    QVERIFY(window.isEmpty());
}

void TestComposer::pickerInsertsAtTheCursor()
{
    type(u"ab"_s);
    select(1, 1);
    QTest::mouseClick(m_composer->findChild<QToolButton *>(u"emoji"_s), Qt::LeftButton);
    auto *picker = m_composer->findChild<EmojiPicker *>();
    QVERIFY(picker && picker->isVisible());
    QTest::keyClick(picker->focusWidget() ? picker->focusWidget() : picker, Qt::Key_Return);
    QVERIFY(!picker->isVisible());
    QCOMPARE(m_composer->text(), u"a"_s + m_catalogue.all()[0].sequence + u'b');
    QVERIFY(m_composer->hasTextFocus());
}

void TestComposer::blockedComposerShowsNothingElse()
{
    type(u"hello"_s);
    m_composer->beginReply(42, u"Marie"_s, u"?"_s);
    m_composer->setBlocked(u"Only readers here."_s);
    QVERIFY(!edit().isVisible() && !bar().isVisible());
    for (const char *name : { "send", "emoji", "format" })
        QVERIFY(!m_composer->findChild<QToolButton *>(QLatin1StringView(name))->isVisible());
    m_composer->setBlocked({});
    QVERIFY(edit().isVisible() && bar().isVisible());
    QCOMPARE(m_composer->text(), u"hello"_s);
}

void TestComposer::notesAreNoProblems()
{
    auto *words = m_composer->findChild<QLabel *>(u"composerProblem"_s);
    m_composer->refused(u"No."_s);
    QVERIFY(words->isVisible());
    const QColor problem = words->palette().color(QPalette::WindowText);
    m_composer->note(u"Done."_s);
    QCOMPARE(words->text(), u"Done."_s);
    QVERIFY(words->palette().color(QPalette::WindowText) != problem);
    type(u"x"_s);
    QVERIFY(!words->isVisible());
}

void TestComposer::aLongNameIsCutInThePrompt()
{
    const QString name = u"# Un salon au nom vraiment très long que nul ne lira jusqu’au bout"_s;
    m_window->resize(420, 220);
    m_composer->setTarget(name);
    auto *edit = m_composer->findChild<ComposerEdit *>();
    const auto fits = [edit] {
        return QFontMetrics(edit->font()).horizontalAdvance(edit->placeholderText()) <= edit->viewport()->width();
    };
    QTRY_VERIFY2(fits(), qPrintable(edit->placeholderText()));
    QVERIFY(!edit->placeholderText().contains(name));
    QVERIFY(edit->accessibleName().contains(name)); // read aloud as it is
    m_window->resize(1200, 220);
    QTRY_VERIFY(edit->placeholderText().contains(name));
}

/// With SALON_PICTURES=<folder> the pictures are kept to be looked at; QT_SCALE_FACTOR=2 draws them at 200 %.
void TestComposer::looksAsItShould()
{
    const QString folder = qEnvironmentVariable("SALON_PICTURES");
    const auto keep = [&](const QString &name) {
        QCoreApplication::processEvents();
        const QPixmap picture = m_window->grab();
        QVERIFY(!picture.isNull());
        if (!folder.isEmpty())
            QVERIFY(picture.save(QDir(folder).filePath("composer-"_L1 + name + ".png"_L1)));
    };
    m_window->resize(600, 220);
    m_composer->setTarget(u"# Général"_s);
    m_composer->setHint([](const QString &text) {
        return text.startsWith(u'/') ? u"/topic [text] — Shows or changes the topic."_s : QString();
    });
    for (const ThemeChoice look : { ThemeChoice::Light, ThemeChoice::Dark }) {
        m_theme.setChoice(look);
        const QString name = look == ThemeChoice::Dark ? u"dark"_s : u"light"_s;
        m_composer->setText({});
        keep(u"empty-"_s + name);
        m_composer->beginReply(42, u"Marie Curie"_s, QString(u"On peut tester les sockets ? "_s).repeated(6));
        type(u"Oui, **netcat** répond déjà 👍\net le reste aussi"_s);
        keep(u"reply-"_s + name);
        m_composer->beginEdit(7, u"Réunion jeudi à 18 h"_s, TextFormat::Markdown);
        keep(u"edit-"_s + name);
        m_composer->setText({});
        type(u"/topic "_s);
        keep(u"hint-"_s + name);
        m_composer->setText(u"/teapot"_s);
        m_composer->refused(u"There is no command /teapot. /help shows them all; // at the start sends a slash."_s);
        keep(u"problem-"_s + name);
    }
    m_theme.setChoice(ThemeChoice::System);
}

QTEST_MAIN(TestComposer)

#include "tst_composer.moc"
