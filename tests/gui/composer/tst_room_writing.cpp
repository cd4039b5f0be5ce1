// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/composer/completer_popup.h"
#include "client-gui/composer/composer.h"
#include "client-gui/composer/composer_edit.h"
#include "client-gui/composer/room_writing.h"
#include "client-gui/composer/writing_help.h"
#include "client-gui/dialogs/question_dialog.h"
#include "client-gui/emoji/emoji_habits.h"
#include "client-gui/main_window/main_requests.h"
#include "client-gui/main_window/room_view.h"
#include "client-gui/rooms/muted_rooms.h"
#include "client-gui/timeline/timeline_view.h"
#include "tests/gui/window/chat_fixture.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// Writing in the real window, with a real server behind it.
class TestRoomWriting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void unknownCommandsAreNeverSent();
    void slashesCanBeSent();
    void actionsAndShrugsAreMessages();
    void topicIsShownAndChanged();
    void nickChangesTheName();
    void msgWritesToOnePerson();
    void joinOpensRooms();
    void peopleAreInvitedKickedAndBanned();
    void presenceIsSaid();
    void muteLeaveAndHelpReachTheirPlaces();
    void whatIsMissingIsSaidInPlace();
    void commandsAreCompleted();
    void emojiAreCompletedAndShortcodesReplaced();
    void plainTextIsSentAsItStands();
    void repliesNameTheirMessage();
    void upEditsTheLastMessage();
    void emptiedMessageIsDeletedAfterAQuestion();
    void emptiedTextLeavesTheFiles();
    void draftsOfBothKindsSurviveARestart();
    void looksAsItShould();

private:
    void keep(const QString &name);
    [[nodiscard]] MainWindow &window() { return *m_chat->window; }
    [[nodiscard]] Composer &composer() { return window().roomView().composer(); }
    [[nodiscard]] ComposerEdit &text() { return *composer().findChild<ComposerEdit *>(); }
    [[nodiscard]] QString problem()
    {
        auto *label = composer().findChild<QLabel *>(u"composerProblem"_s);
        return label->isVisible() ? label->text() : QString();
    }
    [[nodiscard]] TimelineModel *model() { return window().roomView().timelineModel(); }
    [[nodiscard]] QModelIndex last() { return model()->index(model()->rowCount() - 1); }
    [[nodiscard]] QString lastText() { return last().data(TimelineModel::TextRole).toString(); }
    [[nodiscard]] const RoomSummary *room() { return m_chat->workspace().rooms().find(window().room()); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&text(), key, modifiers); }
    void type(const QString &words)
    {
        text().setFocus();
        text().insertPlainText(words); // keyClicks() takes nothing beyond ASCII
    }
    void write(const QString &words)
    {
        text().clear();
        type(words);
        composer().findChild<QToolButton *>(u"send"_s)->click();
    }
    [[nodiscard]] bool isStored()
    {
        return last().data(TimelineModel::SendStateRole).toInt() == int(SendState::Stored)
            && last().data(TimelineModel::SeqRole).toLongLong() > 0;
    }

    std::unique_ptr<ChatFixture> m_chat;
};

void TestRoomWriting::init()
{
    m_chat = std::make_unique<ChatFixture>();
    QVERIFY2(m_chat->start(), m_chat->server.output().constData());
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    write(u"first"_s);
    QTRY_COMPARE(lastText(), u"first"_s);
    QTRY_VERIFY(isStored());
}

void TestRoomWriting::cleanup()
{
    m_chat.reset();
}

void TestRoomWriting::unknownCommandsAreNeverSent()
{
    write(u"/teapot now"_s);
    QVERIFY2(problem().contains("teapot"_L1), qPrintable(problem()));
    QCOMPARE(text().text(), u"/teapot now"_s);
    QCOMPARE(lastText(), u"first"_s);
    QVERIFY(m_chat->workspace().outbox().entries().isEmpty() || m_chat->workspace().outbox().unsentCount() == 0);
}

void TestRoomWriting::slashesCanBeSent()
{
    write(u"//etc is a folder"_s);
    QTRY_COMPARE(lastText(), u"/etc is a folder"_s);
    write(u" /etc/hosts"_s);
    QTRY_COMPARE(lastText(), u"/etc/hosts"_s);
}

void TestRoomWriting::actionsAndShrugsAreMessages()
{
    write(u"/me *waits*"_s);
    QTRY_COMPARE(lastText(), u"*waits*"_s);
    QCOMPARE(last().data(TimelineModel::FormatRole).toInt(), int(TextFormat::Action));
    write(u"/shrug who knows"_s);
    QTRY_VERIFY(lastText().startsWith("who knows "_L1));
    // Whatever Markdown makes of the arms, they are shown.
    QCOMPARE(last().data(TimelineModel::FormattedRole).value<FormattedText>().paragraphs.constFirst().text,
        u"who knows ¯\\_(ツ)_/¯"_s);
}

void TestRoomWriting::topicIsShownAndChanged()
{
    write(u"/topic Ce soir à 18 h"_s);
    QTRY_COMPARE(room()->topic, u"Ce soir à 18 h"_s);
    QTRY_COMPARE(text().text(), QString());
    write(u"/topic"_s);
    QVERIFY2(problem().contains(u"Ce soir à 18 h"_s), qPrintable(problem()));
}

void TestRoomWriting::nickChangesTheName()
{
    write(u"/nick Camille D."_s);
    QTRY_COMPARE(m_chat->workspace().selfName(), u"Camille D."_s);
    QTRY_COMPARE(text().text(), QString());
    // The server says no: the text stays, the reason is said.
    write(u"/nick \u200b"_s);
    QTRY_VERIFY(!problem().isEmpty());
    QVERIFY(!text().text().isEmpty());
}

void TestRoomWriting::msgWritesToOnePerson()
{
    m_chat->person(u"marie"_s, u"Marie"_s);
    write(u"/msg @Marie à tout à l’heure"_s);
    QTRY_VERIFY(window().room() != m_chat->firstRoom());
    QCOMPARE(room()->kind, RoomKind::Direct);
    QTRY_COMPARE(lastText(), u"à tout à l’heure"_s);
    QCOMPARE(text().text(), QString());
    window().showRoom(&m_chat->workspace(), m_chat->firstRoom());
    QCOMPARE(text().text(), QString());
    write(u"/msg @nobody hello"_s);
    QTRY_VERIFY2(problem().contains("nobody"_L1), qPrintable(problem()));
    QCOMPARE(text().text(), u"/msg @nobody hello"_s);
}

void TestRoomWriting::joinOpensRooms()
{
    const auto made = m_chat->person(u"marie"_s).ask<RoomOpened>(CreateRoom{ RoomKind::Public, u"Réseau"_s, {}, {} });
    QVERIFY(made.has_value());
    write(u"/join #réseau"_s);
    QTRY_COMPARE(window().room(), made->room.id);
    write(u"/join nowhere at all"_s);
    QTRY_VERIFY2(problem().contains("nowhere at all"_L1), qPrintable(problem()));
}

void TestRoomWriting::peopleAreInvitedKickedAndBanned()
{
    m_chat->person(u"marie"_s, u"Marie"_s);
    const auto opened = m_chat->workspace().createRoom(RoomKind::Private, u"Bureau"_s);
    QTRY_VERIFY(opened.isFinished());
    window().showRoom(&m_chat->workspace(), *opened.result());
    const auto members = [this] {
        return room()->memberCount;
    };
    write(u"/invite marie"_s);
    QTRY_COMPARE(members(), 2U);
    QTRY_VERIFY2(problem().contains("Marie"_L1), qPrintable(problem()));
    write(u"/kick @marie"_s);
    QTRY_COMPARE(members(), 1U);
    write(u"/ban marie"_s);
    QTRY_COMPARE(text().text(), QString());
    write(u"/invite marie"_s);
    QTRY_VERIFY(!problem().isEmpty());
    QCOMPARE(members(), 1U);
}

void TestRoomWriting::presenceIsSaid()
{
    write(u"/away back at noon"_s);
    QTRY_COMPARE(m_chat->workspace().presence(), PresenceState::Away);
    QTRY_VERIFY(!problem().isEmpty());
    QCOMPARE(text().text(), QString());
    write(u"/online"_s);
    QTRY_COMPARE(m_chat->workspace().presence(), PresenceState::Online);
}

void TestRoomWriting::muteLeaveAndHelpReachTheirPlaces()
{
    const MutedRooms muted(m_chat->settings());
    write(u"/mute"_s);
    QVERIFY(muted.contains(m_chat->workspace(), window().room()));
    QVERIFY(!problem().isEmpty());
    write(u"/mute"_s);
    QVERIFY(!muted.contains(m_chat->workspace(), window().room()));
    QSignalSpy leave(&window().requests(), &MainRequests::leaveRoom);
    write(u"/leave"_s);
    QCOMPARE(leave.size(), 1);
    QCOMPARE(leave[0][1].value<RoomId>(), window().room());
    write(u"/help"_s);
    auto *help = window().findChild<WritingHelp *>();
    QVERIFY(help && help->isVisible());
    help->close();
    QCOMPARE(text().text(), QString());
}

void TestRoomWriting::whatIsMissingIsSaidInPlace()
{
    for (const QString &command :
        { u"/msg"_s, u"/msg @marie"_s, u"/join"_s, u"/nick"_s, u"/invite"_s, u"/kick"_s, u"/ban"_s, u"/me"_s }) {
        write(command);
        QVERIFY2(problem().contains(command.section(u' ', 0, 0) + u' '), qPrintable(command + problem()));
        QCOMPARE(text().text(), command);
    }
    QCOMPARE(lastText(), u"first"_s);
}

void TestRoomWriting::commandsAreCompleted()
{
    auto *popup = window().findChild<CompleterPopup *>();
    type(u"/to"_s);
    QVERIFY(popup->isVisible());
    press(Qt::Key_Tab);
    QCOMPARE(text().text(), u"/topic "_s);
    auto *hint = composer().findChild<QLabel *>(u"composerHint"_s);
    QVERIFY(hint->isVisible());
    QVERIFY(hint->text().startsWith("/topic "_L1));
    text().clear();
    type(u"see /to"_s);
    QVERIFY(!popup->isVisible());
}

void TestRoomWriting::emojiAreCompletedAndShortcodesReplaced()
{
    auto *popup = window().findChild<CompleterPopup *>();
    type(u"bravo :rocke"_s);
    QVERIFY(popup->isVisible());
    press(Qt::Key_Return);
    QCOMPARE(text().text(), u"bravo 🚀 "_s);
    EmojiHabits(m_chat->settings()).setTone(3);
    type(u":+1"_s);
    press(Qt::Key_Tab);
    QCOMPARE(text().text(), u"bravo 🚀 👍🏽 "_s);
    text().clear();
    type(u"à 10:30"_s);
    QVERIFY(!popup->isVisible());
    write(u"encore :rocket: et `:rocket:`"_s);
    QTRY_COMPARE(lastText(), u"encore 🚀 et `:rocket:`"_s);
}

void TestRoomWriting::plainTextIsSentAsItStands()
{
    QCOMPARE(last().data(TimelineModel::FormatRole).toInt(), int(TextFormat::Markdown));
    m_chat->settings().change([](Settings &settings) { settings.writesMarkdown = false; });
    write(u"*not bold* :rocket:"_s);
    QTRY_COMPARE(lastText(), u"*not bold* :rocket:"_s);
    QCOMPARE(last().data(TimelineModel::FormatRole).toInt(), int(TextFormat::Plain));
}

void TestRoomWriting::repliesNameTheirMessage()
{
    QVERIFY(m_chat->says(u"marie"_s, window().room(), u"On peut tester ?"_s));
    QTRY_COMPARE(lastText(), u"On peut tester ?"_s);
    const Seq asked = last().data(TimelineModel::SeqRole).toLongLong();
    text().setFocus();
    press(Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(composer().replyTo(), asked);
    QCOMPARE(composer().findChild<QLabel *>(u"purposeLine"_s)->text(), u"On peut tester ?"_s);
    // Further up, and down again.
    press(Qt::Key_Up, Qt::ControlModifier);
    QVERIFY(composer().replyTo() < asked && composer().replyTo() > 0);
    press(Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(composer().replyTo(), asked);
    type(u"Oui"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(lastText(), u"Oui"_s);
    QTRY_VERIFY(isStored());
    QCOMPARE(last().data(TimelineModel::ReplySeqRole).toLongLong(), asked);
    QCOMPARE(composer().replyTo(), Seq(0));
}

void TestRoomWriting::upEditsTheLastMessage()
{
    write(u"tpyo"_s);
    QTRY_VERIFY(isStored() && lastText() == u"tpyo"_s);
    QVERIFY(m_chat->says(u"marie"_s, window().room(), u"?"_s));
    QTRY_COMPARE(lastText(), u"?"_s);
    press(Qt::Key_Up);
    QCOMPARE(text().text(), u"tpyo"_s);
    const int row = model()->rowOfSeq(composer().editing());
    QVERIFY(row >= 0);
    text().selectAll();
    type(u"typo"_s);
    press(Qt::Key_Return);
    const QPersistentModelIndex message(model()->index(row));
    QTRY_COMPARE(message.data(TimelineModel::TextRole).toString(), u"typo"_s);
    QTRY_VERIFY(
        message.data(TimelineModel::EditedRole).toBool() && !message.data(TimelineModel::PendingChangeRole).toBool());
    QCOMPARE(text().text(), QString());
    QCOMPARE(m_chat->workspace().outbox().unsentCount(), 0);
    // A command is no text of a message.
    press(Qt::Key_Up);
    text().selectAll();
    type(u"/leave"_s);
    press(Qt::Key_Return, Qt::NoModifier);
    QVERIFY(!problem().isEmpty());
    QVERIFY(composer().editing() != 0);
}

void TestRoomWriting::emptiedMessageIsDeletedAfterAQuestion()
{
    type(u"half a thought"_s);
    const QPersistentModelIndex message(last());
    window().roomView().writing().edit(message.data(TimelineModel::SeqRole).toLongLong());
    QCOMPARE(text().text(), u"first"_s);
    text().selectAll();
    press(Qt::Key_Delete);
    press(Qt::Key_Return);
    auto *question = window().findChild<QuestionDialog *>();
    QVERIFY(question && question->isVisible());
    QVERIFY(!message.data(TimelineModel::DeletedRole).toBool());
    const QList<QPushButton *> buttons = question->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text().remove(u'&') == "Delete"_L1)
            button->click();
    }
    QTRY_VERIFY(message.data(TimelineModel::DeletedRole).toBool());
    QTRY_VERIFY(!message.data(TimelineModel::PendingChangeRole).toBool());
    QCOMPARE(text().text(), u"half a thought"_s);
    QCOMPARE(composer().editing(), Seq(0));
}

void TestRoomWriting::emptiedTextLeavesTheFiles()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"plan.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("content") > 0);
    file.close();
    const Answer<ScannedFiles> scanned = m_chat->workspace().scan({ file.fileName() });
    QTRY_VERIFY(scanned.isFinished());
    QVERIFY(scanned.result());
    QVERIFY(m_chat->workspace().sendFiles(window().room(), u"the plan"_s, scanned.result()->files));
    QTRY_COMPARE(lastText(), u"the plan"_s);
    QTRY_VERIFY(isStored());
    text().setFocus();
    press(Qt::Key_Up);
    QCOMPARE(text().text(), u"the plan"_s);
    text().selectAll();
    press(Qt::Key_Delete);
    press(Qt::Key_Return);
    QCOMPARE(composer().editing(), Seq(0)); // nothing is asked
    QTRY_COMPARE(lastText(), QString());
    QTRY_VERIFY(m_chat->workspace().outbox().entries().isEmpty());
    QCOMPARE(lastText(), QString());
    QVERIFY(!last().data(TimelineModel::DeletedRole).toBool());
    QCOMPARE(last().data(TimelineModel::FilesRole).value<QList<FileEntry>>().size(), 1);
}

void TestRoomWriting::draftsOfBothKindsSurviveARestart()
{
    const Seq first = last().data(TimelineModel::SeqRole).toLongLong();
    type(u"my answer"_s);
    window().roomView().writing().reply(first);
    window().roomView().writing().edit(first);
    type(u", changed"_s);
    const RoomId other = m_chat->makeRoom(u"marie"_s, RoomKind::Private, u"Bureau"_s);
    window().showRoom(&m_chat->workspace(), other);
    QCOMPARE(text().text(), QString());
    QCOMPARE(composer().editing(), Seq(0));
    window().showRoom(&m_chat->workspace(), m_chat->firstRoom());
    QCOMPARE(text().text(), u"first, changed"_s);
    QVERIFY(m_chat->restartClient());
    window().showRoom(&m_chat->workspace(), m_chat->firstRoom());
    QTRY_COMPARE(composer().editing(), first);
    QCOMPARE(text().text(), u"first, changed"_s);
    text().setFocus();
    press(Qt::Key_Escape);
    QCOMPARE(text().text(), u"my answer"_s);
    QCOMPARE(composer().replyTo(), first);
}

void TestRoomWriting::keep(const QString &name)
{
    QCoreApplication::processEvents();
    const QPixmap picture = window().grab();
    QVERIFY(!picture.isNull());
    if (const QString folder = qEnvironmentVariable("SALON_PICTURES"); !folder.isEmpty())
        QVERIFY(picture.save(QDir(folder).filePath("writing-"_L1 + name + ".png"_L1)));
}

/// With SALON_PICTURES=<folder> the pictures are kept to be looked at; QT_SCALE_FACTOR=2 draws them at 200 %.
void TestRoomWriting::looksAsItShould()
{
    QVERIFY(m_chat->says(u"marie"_s, window().room(),
        u"On peut tester les sockets ? J’ai écrit un petit client en Python qui lit les messages du salon."_s));
    QTRY_VERIFY(lastText().startsWith("On peut"_L1));
    auto *popup = window().findChild<CompleterPopup *>();
    for (const LanguageChoice language : { LanguageChoice::English, LanguageChoice::French }) {
        for (const ThemeChoice look : { ThemeChoice::Light, ThemeChoice::Dark }) {
            const QString name = "%1-%2"_L1.arg(language == LanguageChoice::French ? "fr"_L1 : "en"_L1,
                look == ThemeChoice::Dark ? "dark"_L1 : "light"_L1);
            m_chat->languages.setChoice(language);
            m_chat->theme.setChoice(look);
            window().resize(look == ThemeChoice::Dark ? QSize(800, 600) : QSize(1200, 760));
            text().setFocus();
            press(Qt::Key_Up, Qt::ShiftModifier);
            type(u"Oui, **netcat** répond déjà"_s);
            keep(u"reply-"_s + name);
            press(Qt::Key_Escape);
            text().clear();
            press(Qt::Key_Up);
            keep(u"edit-"_s + name);
            press(Qt::Key_Escape);
            type(u"/topic "_s);
            keep(u"hint-"_s + name);
            text().clear();
            type(u"/"_s);
            QVERIFY(popup->isVisible());
            keep(u"commands-"_s + name);
            text().clear();
            type(language == LanguageChoice::French ? u"bravo :fus"_s : u"bravo :rock"_s);
            QVERIFY(popup->isVisible());
            keep(u"emoji-"_s + name);
            write(u"/teapot"_s);
            keep(u"unknown-"_s + name);
            text().clear();
            window().roomView().writing().showHelp();
            auto *help = window().findChild<WritingHelp *>();
            QVERIFY(help);
            const QPixmap picture = help->grab();
            if (const QString folder = qEnvironmentVariable("SALON_PICTURES"); !folder.isEmpty())
                QVERIFY(picture.save(QDir(folder).filePath("writing-help-"_L1 + name + ".png"_L1)));
            delete help;
            window().activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(&window()));
        }
    }
}

QTEST_MAIN(TestRoomWriting)

#include "tst_room_writing.moc"
