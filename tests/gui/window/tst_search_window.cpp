// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/main_window/main_actions.h"
#include "client-gui/main_window/room_view.h"
#include "client-gui/search/chip_field.h"
#include "client-gui/search/search_field.h"
#include "client-gui/search/search_pane.h"
#include "client-gui/search/search_suggestions.h"
#include "client-gui/timeline/timeline_view.h"
#include "shared/client-core/models/search_model.h"
#include "tests/gui/window/chat_fixture.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// The search beside the conversation, in the real window against a real server.
class TestSearchWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void keysOpenItForTheRoomAndForAll();
    void wordsAreFoundWhileTheyAreTyped();
    void enterOpensAHitAndLeadsBack();
    void aWholeConditionBecomesAChip();
    void chipsAreTakenAwayByKeyboard();
    void chipsAreTakenAwayByMouse();
    void peopleAreSuggested();
    void theLineBelowSaysWhatWasLookedAt();
    void nothingFoundSaysWhatToDo();
    void escapeClosesWhatIsOpen();

private:
    [[nodiscard]] MainWindow &window() { return *m_chat->window; }
    [[nodiscard]] TimelineView &timeline() { return window().roomView().timeline(); }
    [[nodiscard]] SearchPane &pane() { return window().search(); }
    [[nodiscard]] ChipField &chips() { return pane().field().chips(); }
    [[nodiscard]] QLineEdit &edit() { return chips().edit(); }
    [[nodiscard]] int hits() { return pane().list().model() ? pane().list().model()->rowCount() : 0; }
    [[nodiscard]] SuggestionPopup &popup() { return *window().findChild<SuggestionPopup *>(); }
    Seq stored(const QString &words, RoomId room = {}, const QString &login = u"marie"_s);

    std::unique_ptr<ChatFixture> m_chat;
};

void TestSearchWindow::init()
{
    m_chat = std::make_unique<ChatFixture>();
    QVERIFY2(m_chat->start(), m_chat->server.output().constData());
    window().resize(1100, 700);
    QVERIFY(QTest::qWaitForWindowActive(&window()));
}

void TestSearchWindow::cleanup()
{
    m_chat.reset();
}

Seq TestSearchWindow::stored(const QString &words, RoomId room, const QString &login)
{
    const auto sent = m_chat->person(login).send(room.isValid() ? room : m_chat->firstRoom(), words);
    return sent ? sent->seq : 0;
}

void TestSearchWindow::keysOpenItForTheRoomAndForAll()
{
    QTest::keyClick(&window(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(pane().isVisible());
    QVERIFY(edit().hasFocus());
    QCOMPARE(pane().field().scope(), window().room());
    QCOMPARE(chips().chipCount(), 1);
    QTest::keyClick(&window(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!pane().field().scope().isValid());
    QCOMPARE(chips().chipCount(), 0);
    QVERIFY(edit().hasFocus());
}

void TestSearchWindow::wordsAreFoundWhileTheyAreTyped()
{
    QVERIFY(stored(u"Le budget de l’École est voté"_s) > 0);
    QVERIFY(stored(u"Autre chose"_s) > 0);
    window().openSearch(true);
    QTest::keyClicks(&edit(), u"ecol"_s);
    QTRY_COMPARE(hits(), 1);
    const auto snippet = pane().list().model()->index(0, 0).data(SearchModel::SnippetRole).value<SearchSnippet>();
    QVERIFY(!snippet.matches.isEmpty());
    QCOMPARE(snippet.text.mid(snippet.matches[0].start, snippet.matches[0].length), u"École"_s);
}

void TestSearchWindow::enterOpensAHitAndLeadsBack()
{
    const RoomId other = m_chat->makeRoom(u"marie"_s, RoomKind::Public, u"Cuisine"_s);
    const Seq seq = stored(u"Recette de la tarte"_s, other);
    QVERIFY(seq > 0);
    for (int i = 0; i < 40; ++i)
        QVERIFY(stored(u"Message %1"_s.arg(i), other) > 0);
    const RoomId home = window().room();
    window().openSearch(true);
    QTest::keyClicks(&edit(), u"tarte"_s);
    QTRY_COMPARE(hits(), 1);
    QTest::keyClick(&edit(), Qt::Key_Down);
    QVERIFY(pane().list().hasFocus());
    QTest::keyClick(&pane().list(), Qt::Key_Return);
    QCOMPARE(window().room(), other);
    const TimelineModel &model = *window().roomView().timelineModel();
    QTRY_VERIFY(model.rowOfSeq(seq) >= 0);
    QTRY_COMPARE(timeline().currentIndex().row(), model.rowOfSeq(seq));
    QVERIFY(pane().isVisible());
    auto *back = pane().findChild<QPushButton *>(u"searchReturn"_s);
    QVERIFY(back->isVisible());
    QTest::mouseClick(back, Qt::LeftButton);
    QCOMPARE(window().room(), home);
    QVERIFY(!back->isVisible());
}

void TestSearchWindow::aWholeConditionBecomesAChip()
{
    QVERIFY(stored(u"Bonjour"_s) > 0);
    QVERIFY(stored(u"Bonjour"_s, {}, u"ahmed"_s) > 0);
    QTRY_VERIFY(m_chat->workspace().people().findLogin(u"ahmed"_s));
    window().openSearch(true);
    QTest::keyClicks(&edit(), u"bonjour "_s);
    QTRY_COMPARE(hits(), 2);
    QTest::keyClicks(&edit(), u"from:ahmed "_s);
    QCOMPARE(chips().chipCount(), 1);
    QCOMPARE(edit().text().trimmed(), u"bonjour"_s);
    QTRY_COMPARE(hits(), 1);
    QCOMPARE(pane().field().query().from, m_chat->workspace().people().findLogin(u"ahmed"_s)->id);
}

void TestSearchWindow::chipsAreTakenAwayByKeyboard()
{
    window().openSearch(false);
    pane().field().addCondition(SearchChip::Kind::Has, hasText(SearchHas::Link));
    QCOMPARE(chips().chipCount(), 2);
    QVERIFY(pane().field().query().hasLink);
    edit().setFocus();
    QTest::keyClick(&edit(), Qt::Key_Backspace); // to the last chip
    QWidget *chip = QApplication::focusWidget();
    QVERIFY(chip != &edit());
    QTest::keyClick(chip, Qt::Key_Left);
    chip = QApplication::focusWidget();
    QTest::keyClick(chip, Qt::Key_Delete); // the room
    QCOMPARE(chips().chipCount(), 1);
    QVERIFY(!pane().field().query().room.isValid());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backspace);
    QCOMPARE(chips().chipCount(), 0);
    QVERIFY(edit().hasFocus());
    QVERIFY(!pane().field().query().hasLink);
}

void TestSearchWindow::chipsAreTakenAwayByMouse()
{
    window().openSearch(false);
    auto *chip = pane().findChild<QWidget *>(u"fieldChip"_s);
    QVERIFY(chip);
    QTest::mouseClick(chip, Qt::LeftButton);
    QTRY_COMPARE(chips().chipCount(), 0);
    QVERIFY(!pane().field().scope().isValid());
}

void TestSearchWindow::peopleAreSuggested()
{
    m_chat->person(u"ahmed"_s, u"Ahmed Benali"_s);
    const auto nameOf = [this] {
        const Profile *ahmed = m_chat->workspace().people().findLogin(u"ahmed"_s);
        return ahmed ? ahmed->displayName : QString();
    };
    QTRY_COMPARE(nameOf(), u"Ahmed Benali"_s);
    window().openSearch(true);
    QTest::keyClicks(&edit(), u"from:ben"_s);
    QTRY_VERIFY(popup().isVisible());
    QTest::keyClick(&edit(), Qt::Key_Return);
    QVERIFY(!popup().isVisible());
    QCOMPARE(chips().chipCount(), 1);
    QVERIFY2(chips().chipText(0).contains(u"Ahmed"_s), qPrintable(chips().chipText(0)));
    QVERIFY(edit().text().isEmpty());
}

void TestSearchWindow::theLineBelowSaysWhatWasLookedAt()
{
    QVERIFY(stored(u"Bonjour"_s) > 0);
    window().openSearch(true);
    QTest::keyClicks(&edit(), u"bonjour"_s);
    QTRY_COMPARE(hits(), 1);
    QTRY_VERIFY(!pane().coverageWords().isEmpty());
    m_chat->workspace().stop();
    QTest::keyClicks(&edit(), u"s"_s);
    QTest::keyClick(&edit(), Qt::Key_Backspace);
    QTRY_COMPARE(hits(), 1); // offline too
}

void TestSearchWindow::nothingFoundSaysWhatToDo()
{
    window().openSearch(true);
    const auto sentence = [this] {
        QStringList words;
        const auto labels = pane().findChildren<QLabel *>();
        for (const QLabel *label : labels)
            if (label->isVisible())
                words.append(label->text());
        return words.join(u'\n');
    };
    const QString hint = sentence();
    QVERIFY(!hint.isEmpty());
    QTest::keyClicks(&edit(), u"xyzzy"_s);
    QTRY_VERIFY(sentence() != hint);
    QCOMPARE(hits(), 0);
}

void TestSearchWindow::escapeClosesWhatIsOpen()
{
    m_chat->person(u"ahmed"_s);
    QTRY_VERIFY(m_chat->workspace().people().findLogin(u"ahmed"_s));
    window().openSearch(true);
    QTest::keyClicks(&edit(), u"from:ah"_s);
    QTRY_VERIFY(popup().isVisible());
    QTest::keyClick(&edit(), Qt::Key_Escape);
    QVERIFY(!popup().isVisible());
    QVERIFY(pane().isVisible());
    QTest::keyClick(&edit(), Qt::Key_Escape);
    QVERIFY(!pane().isVisible());
    QVERIFY(timeline().hasFocus());
}

QTEST_MAIN(TestSearchWindow)
#include "tst_search_window.moc"
