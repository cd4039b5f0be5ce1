// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/composer/composer.h"
#include "client-gui/dialogs/date_dialog.h"
#include "client-gui/dialogs/dialogs.h"
#include "client-gui/dialogs/export_dialog.h"
#include "client-gui/dialogs/outbox_delegate.h"
#include "client-gui/dialogs/rules_dialog.h"
#include "client-gui/main_window/main_actions.h"
#include "client-gui/main_window/main_requests.h"
#include "client-gui/main_window/room_header.h"
#include "client-gui/main_window/room_view.h"
#include "client-gui/messages/seen_by_dialog.h"
#include "client-gui/messages/why_unread_dialog.h"
#include "client-gui/rooms/attention_menu.h"
#include "client-gui/rooms/room_list_pane.h"
#include "client-gui/rooms/section_list_view.h"
#include "client-gui/timeline/read_watch.h"
#include "client-gui/timeline/timeline_view.h"
#include "client-gui/widgets/banner.h"
#include "client-gui/widgets/elided_label.h"
#include "shared/client-core/text/error_text.h"
#include "tests/gui/window/chat_fixture.h"

#include <QCalendarWidget>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// What is read, by whom, and by which rules, in the real window against a real server.
class TestReadingWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void markingUnreadByKeyHoldsTheReading();
    void markAsReadEndsTheMark();
    void peekingMarksNothing();
    void aBadgeOpensTheFirstUnreadMessage();
    void whyUnreadNamesTheMessage();
    void readAllReadsEveryRoom();
    void attentionIsChosenInTheMenu();
    void rulesStandUnderTheName();
    void whoMayNotWriteReadsWhy();
    void slowModeCountsDown();
    void retentionAsksFirst();
    void othersWhoHaveSeenAMessageAreShown();
    void aDateLeadsToItsMessages();
    void anExportIsAFolder();

private:
    [[nodiscard]] MainWindow &window() { return *m_chat->window; }
    [[nodiscard]] TimelineView &timeline() { return window().roomView().timeline(); }
    [[nodiscard]] TimelineModel &model() { return *window().roomView().timelineModel(); }
    [[nodiscard]] Workspace &workspace() { return m_chat->workspace(); }
    [[nodiscard]] Banner &bar(const QString &name) { return *window().findChild<Banner *>(name); }
    [[nodiscard]] const RoomSummary &room(RoomId id) { return *workspace().rooms().find(id); }
    /// What stands at the bottom counts as seen at once, where it does at all.
    void needsNoTimeToRead() { timeline().findChild<ReadWatch *>()->setSeenMs(0); }
    /// Nothing of what is here is seen, however long one looks at it.
    [[nodiscard]] bool staysUnread(RoomId id, quint32 unread);
    Seq arrives(const QString &words, const QString &login = u"marie"_s);
    void press(Seq seq, Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    [[nodiscard]] QModelIndex rowOf(RoomId id);
    template <class Dialog>
    [[nodiscard]] Dialog *dialog()
    {
        Dialog *found = nullptr;
        return waitUntil([&] { return (found = window().findChild<Dialog *>()) && found->isVisible(); }) ? found
                                                                                                         : nullptr;
    }

    std::unique_ptr<ChatFixture> m_chat;
    std::unique_ptr<Dialogs> m_dialogs;
};

void TestReadingWindow::init()
{
    m_chat = std::make_unique<ChatFixture>();
    // Who runs the server may do everything everywhere.
    const QByteArray test = QTest::currentTestFunction();
    const bool isOwner = test != "whoMayNotWriteReadsWhy" && test != "slowModeCountsDown";
    QVERIFY2(m_chat->start(u"Camille"_s, isOwner), m_chat->server.output().constData());
    window().resize(1100, 700);
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    m_dialogs = std::make_unique<Dialogs>(
        window().requests(), m_chat->theme, m_chat->languages, *m_chat->profile, *m_chat->workspaces, window());
    QVERIFY(workspace().canMarkUnread());
    QVERIFY(workspace().canHaveRules());
}

void TestReadingWindow::cleanup()
{
    m_dialogs.reset();
    m_chat.reset();
}

bool TestReadingWindow::staysUnread(RoomId id, quint32 unread)
{
    if (!waitUntil([&] { return timeline().isAtBottom(); }))
        return false;
    QCoreApplication::processEvents(); // the moment in which it would be seen
    return room(id).unread == unread;
}

Seq TestReadingWindow::arrives(const QString &words, const QString &login)
{
    const auto sent = m_chat->person(login).send(window().room(), words);
    const Seq seq = sent ? sent->seq : 0;
    return waitUntil([&] { return seq > 0 && model().rowOfSeq(seq) >= 0; }) ? seq : 0;
}

void TestReadingWindow::press(Seq seq, Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    timeline().setFocus();
    timeline().setCurrentRow(model().rowOfSeq(seq));
    QTest::keyClick(&timeline(), key, modifiers);
}

QModelIndex TestReadingWindow::rowOf(RoomId id)
{
    const QAbstractItemModel *rows = window().roomList().list().model();
    for (int row = 0; row < rows->rowCount(); ++row)
        if (rows->index(row, 0).data(RoomListModel::RoomIdRole).toLongLong() == id.value)
            return rows->index(row, 0);
    return {};
}

void TestReadingWindow::markingUnreadByKeyHoldsTheReading()
{
    const Seq first = arrives(u"Un"_s);
    const Seq last = arrives(u"Deux"_s);
    QTRY_COMPARE(room(window().room()).unread, 0U);
    press(first, Qt::Key_U, Qt::ShiftModifier);
    QTRY_COMPARE(room(window().room()).unread, 2U);
    QTRY_COMPARE(room(window().room()).mark, first);
    QVERIFY(bar(u"readingBar"_s).isOpen());
    QCOMPARE(model().unreadRow(), model().rowOfSeq(first));
    // What comes meanwhile is not read either.
    needsNoTimeToRead();
    const Seq next = arrives(u"Trois"_s);
    QVERIFY(next > last);
    QTRY_COMPARE(room(window().room()).unread, 3U);
    QVERIFY(staysUnread(window().room(), 3));
    // The others go on as before: leaving and coming back reads.
    const RoomId home = window().room();
    const RoomId other = m_chat->makeRoom(u"marie"_s, RoomKind::Public, u"Cuisine"_s);
    window().showRoom(&workspace(), other);
    window().showRoom(&workspace(), home);
    QVERIFY(!bar(u"readingBar"_s).isOpen());
    timeline().scrollToBottom();
    QTRY_COMPARE(room(home).unread, 0U);
    QTRY_COMPARE(room(home).mark, 0);
}

void TestReadingWindow::markAsReadEndsTheMark()
{
    const Seq first = arrives(u"Un"_s);
    QTRY_COMPARE(room(window().room()).unread, 0U);
    press(first, Qt::Key_U, Qt::ShiftModifier);
    QTRY_VERIFY(bar(u"readingBar"_s).isOpen());
    Q_EMIT bar(u"readingBar"_s).actionTriggered();
    QTRY_COMPARE(room(window().room()).unread, 0U);
    QTRY_COMPARE(room(window().room()).mark, 0);
    QVERIFY(!bar(u"readingBar"_s).isOpen());
}

void TestReadingWindow::peekingMarksNothing()
{
    const RoomId other = m_chat->makeRoom(u"marie"_s, RoomKind::Public, u"Cuisine"_s);
    QVERIFY(m_chat->says(u"marie"_s, other, u"Une tarte ?"_s));
    QTRY_COMPARE(room(other).unread, 1U);
    needsNoTimeToRead();
    SectionListView &list = window().roomList().list();
    const QRect row = list.visualRect(rowOf(other));
    QTest::mouseClick(list.viewport(), Qt::MiddleButton, {}, row.center() + QPoint(-20, row.height() / 2 - 8));
    QCOMPARE(window().room(), other);
    QVERIFY(window().roomView().isPeeking());
    QVERIFY(bar(u"readingBar"_s).isOpen());
    QTRY_VERIFY(model().rowCount() > 0);
    QVERIFY(staysUnread(other, 1));
    // Chosen as usual it is read.
    window().showRoom(&workspace(), other);
    QVERIFY(!bar(u"readingBar"_s).isOpen());
    QTRY_COMPARE(room(other).unread, 0U);
}

void TestReadingWindow::aBadgeOpensTheFirstUnreadMessage()
{
    const RoomId other = m_chat->makeRoom(u"marie"_s, RoomKind::Public, u"Cuisine"_s);
    for (int i = 0; i < 40; ++i)
        QVERIFY(m_chat->says(u"marie"_s, other, u"Lu %1"_s.arg(i)));
    QTRY_COMPARE(room(other).unread, 40U);
    workspace().markAllRead(other);
    QTRY_COMPARE(room(other).unread, 0U);
    const auto sent = m_chat->person(u"marie"_s).send(other, u"La première"_s);
    QVERIFY(sent);
    for (int i = 0; i < 40; ++i)
        QVERIFY(m_chat->says(u"marie"_s, other, u"Non lu %1"_s.arg(i)));
    QTRY_COMPARE(room(other).unread, 41U);
    SectionListView &list = window().roomList().list();
    const QModelIndex index = rowOf(other);
    const QRect badge
        = static_cast<const SectionDelegate *>(list.itemDelegate())->badgeRect(list.visualRect(index), index);
    QVERIFY(!badge.isEmpty());
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, badge.center());
    QCOMPARE(window().room(), other);
    QTRY_VERIFY(model().rowOfSeq(sent->seq) >= 0);
    QTRY_COMPARE(timeline().currentIndex().row(), model().rowOfSeq(sent->seq));
    QCOMPARE(model().unreadRow(), model().rowOfSeq(sent->seq));
    QVERIFY(timeline().viewport()->rect().contains(timeline().rowRect(model().rowOfSeq(sent->seq)).center()));
}

void TestReadingWindow::whyUnreadNamesTheMessage()
{
    const RoomId other = m_chat->makeRoom(u"marie"_s, RoomKind::Public, u"Cuisine"_s);
    QVERIFY(m_chat->says(u"marie"_s, other, u"Qui apporte le **pain** ?"_s));
    QVERIFY(m_chat->says(u"marie"_s, other, u"Et le beurre ?"_s));
    QTRY_COMPARE(room(other).unread, 2U);
    Q_EMIT window().requests().whyUnread(&workspace(), other);
    auto *why = dialog<WhyUnreadDialog>();
    QVERIFY(why);
    QTRY_VERIFY2(why->shownText().contains(u"Qui apporte"_s), qPrintable(why->shownText()));
    QVERIFY(!why->shownText().contains(u"beurre"_s));
    QTest::mouseClick(why->findChild<QPushButton *>(u"openUnread"_s), Qt::LeftButton);
    QCOMPARE(window().room(), other);
}

void TestReadingWindow::readAllReadsEveryRoom()
{
    const RoomId other = m_chat->makeRoom(u"marie"_s, RoomKind::Public, u"Cuisine"_s);
    QVERIFY(m_chat->says(u"marie"_s, other, u"Une tarte ?"_s));
    QTRY_COMPARE(room(other).unread, 1U);
    window().actions().markAllRead->trigger();
    QTRY_COMPARE(room(other).unread, 0U);
    QCOMPARE(window().room(), m_chat->firstRoom());
}

void TestReadingWindow::attentionIsChosenInTheMenu()
{
    AttentionMenu &menu = *window().actions().attention;
    menu.findChild<QAction *>(u"attentionMentions"_s)->trigger();
    QCOMPARE(workspace().attention(window().room()), Attention::Mentions);
    QVERIFY(menu.findChild<QAction *>(u"attentionMentions"_s)->isChecked());
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    menu.findChild<QAction *>(u"pauseHalfHour"_s)->trigger();
    QCOMPARE(workspace().attention(window().room()), Attention::Nothing);
    const qint64 until = workspace().attentionUntilMs(window().room());
    QVERIFY(until >= before + 30 * 60'000 && until < before + 31 * 60'000);
    // Eight in the morning, whatever the hour.
    const QDateTime late(QDate(2026, 2, 28), QTime(23, 30));
    QCOMPARE(
        QDateTime::fromMSecsSinceEpoch(AttentionMenu::tomorrowMs(late)), QDateTime(QDate(2026, 3, 1), QTime(8, 0)));
}

void TestReadingWindow::rulesStandUnderTheName()
{
    const RoomId own = window().room();
    auto *line = window().findChild<ElidedLabel *>(u"roomRulesLine"_s);
    QVERIFY(!line->isVisible());
    Q_EMIT window().requests().roomRules(&workspace(), own);
    auto *rules = dialog<RulesDialog>();
    QVERIFY(rules);
    auto *slow = rules->findChild<QComboBox *>(u"slow"_s);
    slow->setCurrentIndex(slow->findData(10));
    QCOMPARE(rules->chosen().slowSeconds, 10U);
    QTest::mouseClick(rules->findChild<QPushButton *>(u"saveRules"_s), Qt::LeftButton);
    QTRY_VERIFY(line->isVisible());
    QCOMPARE(room(own).rules.slowSeconds, 10U);
    QVERIFY(!line->fullText().isEmpty());
    QVERIFY(line->accessibleName().contains(line->fullText()));
    QTRY_VERIFY(!window().findChild<RulesDialog *>());
    // A click on it leads to the rules.
    QSignalSpy asked(&window().requests(), &MainRequests::roomRules);
    QTest::mouseClick(&window().roomView().header(), Qt::LeftButton, {}, line->geometry().center());
    QCOMPARE(asked.count(), 1);
}

void TestReadingWindow::whoMayNotWriteReadsWhy()
{
    const RoomId news = m_chat->makeRoom(u"marie"_s, RoomKind::Public, u"Annonces"_s);
    window().showRoom(&workspace(), news);
    const Composer &composer = window().roomView().composer();
    const auto *text = composer.findChild<QWidget *>(u"composerText"_s);
    QVERIFY(text->isVisible());
    QVERIFY(workspace().sendText(news, u"Avant la règle"_s));
    const auto isOwnThere = [&] {
        const int last = model().rowCount() - 1;
        return last >= 0 && model().index(last).data(TimelineModel::TextRole) == u"Avant la règle"_s
            && model().index(last).data(TimelineModel::SeqRole).toLongLong() > 0;
    };
    QTRY_VERIFY(isOwnThere());
    const Seq own = model().index(model().rowCount() - 1).data(TimelineModel::SeqRole).toLongLong();
    RoomRules rules;
    rules.posting = RoomPeople::Moderators;
    QVERIFY(m_chat->person(u"marie"_s).ask<Done>(SetRoomRules{ news, rules }));
    QTRY_VERIFY(!text->isVisible());
    const QString reason = ErrorText::of(Error{ ErrorCode::PostingRestricted });
    const auto labels = composer.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(),
        [&](const QLabel *label) { return label->isVisible() && label->text() == reason; }));
    // A letter begins no message there, and F6 does not stop at the text.
    timeline().setFocus();
    QTest::keyClicks(&window(), u"bonjour"_s);
    QVERIFY(composer.text().isEmpty());
    QSet<QWidget *> visited;
    for (int i = 0; i < 6; ++i) {
        window().findChild<QAction *>(u"nextPane"_s)->trigger();
        QVERIFY(!composer.hasTextFocus());
        visited.insert(QApplication::focusWidget());
    }
    QVERIFY(visited.size() > 2);
    window().roomView().focusText();
    QVERIFY(timeline().hasFocus());
    // What was written before can still be changed, and answers are not offered.
    press(own, Qt::Key_R);
    QCOMPARE(composer.replyTo(), Seq(0));
    press(own, Qt::Key_E);
    QTRY_COMPARE(composer.editing(), own);
    QVERIFY(text->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(composer.editing(), Seq(0));
    QVERIFY(!text->isVisible());
    QVERIFY(!workspace().canSendFiles(news));
    QVERIFY(m_chat->person(u"marie"_s).ask<Done>(SetRoomRules{ news, {} }));
    QTRY_VERIFY(text->isVisible());
}

void TestReadingWindow::slowModeCountsDown()
{
    const RoomId slow = m_chat->makeRoom(u"marie"_s, RoomKind::Public, u"Lent"_s);
    window().showRoom(&workspace(), slow);
    const auto *line = window().findChild<ElidedLabel *>(u"slowLine"_s);
    QVERIFY(!line->isVisible());
    RoomRules rules;
    rules.slowSeconds = 60;
    QVERIFY(m_chat->person(u"marie"_s).ask<Done>(SetRoomRules{ slow, rules }));
    QTRY_COMPARE(room(slow).rules.slowSeconds, 60U);
    QVERIFY(workspace().sendText(slow, u"Un"_s));
    QTRY_VERIFY(line->isVisible());
    const QString first = line->fullText();
    QVERIFY2(first.contains(QRegularExpression(u"\\d"_s)), qPrintable(first));
    QTRY_VERIFY(line->isVisible() && line->fullText() != first); // a second later
    // What was written first says why it waits, what comes after it that it waits for that one.
    QVERIFY(workspace().sendText(slow, u"Deux"_s));
    QVERIFY(workspace().sendText(slow, u"Trois"_s));
    const QAbstractItemModel &unsent = workspace().outboxModel();
    QTRY_VERIFY(unsent.rowCount() == 2 && !unsent.index(0, 0).data(OutboxModel::ErrorRole).toString().isEmpty());
    QCOMPARE(OutboxDelegate::stateText(unsent.index(0, 0)), ErrorText::of(Error{ ErrorCode::SlowMode }));
    QCOMPARE(OutboxDelegate::stateText(unsent.index(1, 0)),
        u"Waits for the message before it and is then sent by itself."_s);
}

void TestReadingWindow::retentionAsksFirst()
{
    Q_EMIT window().requests().roomRules(&workspace(), window().room());
    auto *rules = dialog<RulesDialog>();
    QVERIFY(rules);
    auto *kept = rules->findChild<QComboBox *>(u"retention"_s);
    auto *warning = rules->findChild<QLabel *>(u"retentionWarning"_s);
    QVERIFY(!warning->isVisible());
    kept->setCurrentIndex(kept->findData(30));
    QVERIFY(warning->isVisible());
    QVERIFY(warning->text().contains(QLocale().toString(QDate::currentDate().addDays(-30), QLocale::LongFormat)));
    QTest::mouseClick(rules->findChild<QPushButton *>(u"saveRules"_s), Qt::LeftButton);
    auto *question = rules->findChild<SalonDialog *>(u"askRetention"_s);
    QVERIFY(question && question->isVisible());
    QCOMPARE(room(window().room()).rules.retentionDays, 0U);
    question->findChild<QPushButton *>(u"doIt"_s)->click();
    QTRY_COMPARE(room(window().room()).rules.retentionDays, 30U);
}

void TestReadingWindow::othersWhoHaveSeenAMessageAreShown()
{
    const Seq seq = arrives(u"Vu ?"_s);
    QVERIFY(m_chat->person(u"marie"_s).ask<Done>(MarkRead{ window().room(), seq }));
    const int row = model().rowOfSeq(seq);
    QTRY_VERIFY2(timeline().seenWords(row).contains(u"marie"_s), qPrintable(timeline().seenWords(row)));
    press(seq, Qt::Key_Up);
    (new SeenByDialog(m_chat->theme, workspace(), window().room(), seq, &window()))->open();
    auto *seen = dialog<SeenByDialog>();
    QVERIFY(seen);
    QTRY_VERIFY(seen->shownText().contains(u"marie"_s));
    seen->reject();
    // A later message takes the picture along.
    const Seq next = arrives(u"Et ceci ?"_s);
    QVERIFY(m_chat->person(u"marie"_s).ask<Done>(MarkRead{ window().room(), next }));
    QTRY_VERIFY(timeline().seenWords(model().rowOfSeq(next)).contains(u"marie"_s));
    QVERIFY(timeline().seenWords(model().rowOfSeq(seq)).isEmpty());
    // After a start, too: the room is open before the server has said what it can.
    m_dialogs.reset();
    QVERIFY(m_chat->restartClient());
    QVERIFY(timeline().leavesRoomForSeen());
    QTRY_VERIFY(timeline().seenWords(model().rowOfSeq(next)).contains(u"marie"_s));
}

void TestReadingWindow::aDateLeadsToItsMessages()
{
    const Seq seq = arrives(u"Aujourd’hui"_s);
    QVERIFY(seq > 0);
    window().actions().goToDate->trigger();
    auto *dates = dialog<DateDialog>();
    QVERIFY(dates);
    QCOMPARE(dates->calendar().selectedDate(), QDate::currentDate());
    QTest::mouseClick(dates->findChild<QPushButton *>(u"goToDay"_s), Qt::LeftButton);
    QTRY_VERIFY(!window().findChild<DateDialog *>());
    QVERIFY(timeline().currentIndex().isValid());
}

void TestReadingWindow::anExportIsAFolder()
{
    QVERIFY(arrives(u"À garder"_s) > 0);
    QTemporaryDir folder;
    Q_EMIT window().requests().exportRoom(&workspace(), window().room());
    auto *exporting = dialog<ExportDialog>();
    QVERIFY(exporting);
    exporting->setFolder(folder.filePath(u"nowhere"_s));
    QTest::mouseClick(exporting->findChild<QPushButton *>(u"startExport"_s), Qt::LeftButton);
    QVERIFY(exporting->result().isEmpty());
    exporting->setFolder(folder.path());
    QTest::mouseClick(exporting->findChild<QPushButton *>(u"startExport"_s), Qt::LeftButton);
    QTRY_VERIFY2(!exporting->result().isEmpty(), qPrintable(exporting->troubleText()));
    QVERIFY(QFile::exists(exporting->result() + u"/messages.jsonl"_s));
    QVERIFY(QFile::exists(exporting->result() + u"/index.html"_s));
    QVERIFY(exporting->findChild<QPushButton *>(u"openExport"_s)->isVisible());
}

QTEST_MAIN(TestReadingWindow)
#include "tst_reading_window.moc"
