// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/notifier.h"
#include "client-gui/composer/composer.h"
#include "client-gui/composer/composer_edit.h"
#include "client-gui/main_window/connection_bar.h"
#include "client-gui/main_window/main_actions.h"
#include "client-gui/main_window/main_requests.h"
#include "client-gui/main_window/room_view.h"
#include "client-gui/rooms/attention_menu.h"
#include "client-gui/rooms/muted_rooms.h"
#include "client-gui/rooms/quick_switcher.h"
#include "client-gui/rooms/room_list_pane.h"
#include "client-gui/rooms/room_words.h"
#include "client-gui/rooms/section_list_view.h"
#include "client-gui/timeline/timeline_view.h"
#include "tests/gui/window/chat_fixture.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// The real window against a real server.
class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void sendsByKeyboardAndShowsItStored();
    void showsWhatOthersWrite();
    void badgesCountWhatWasNotSeen();
    void whatIsSeenAtTheBottomIsRead();
    void writesOfflineAndSendsLater();
    void worksOnCachedHistory();
    void tooLongTextStaysWithItsAuthor();
    void draftsBelongToTheirRooms();
    void windowKeysWorkWhileWriting();
    void completionNamesPeople();
    void keysMoveThroughRoomsAndPanes();
    void keysGoBackThroughRooms();
    void backLeavesOutRoomsThatWereLeft();
    void shortcutListNamesTheKeys();
    void mutedRoomIsSilentHere();
    void mutingIsForgottenWithTheServer();
    void quickSwitcherFindsRoomsAndPeople();
    void quickSwitcherOffersRoomsToJoin();
    void panesFoldWhenTheWindowIsNarrow();
    void everythingChangesItsLanguage();
    void everyControlHasAName();
    void remembersItsWindow();
    void noBreakSpacesAreSentAsTyped();
    void removedFromARoomThePersonChooses();
    void renamingChangesTitleAndPrompt();
    void changedKeyIsToldWheneverOneLooks();
    void noKeyHasTwoMeanings();
    void suggestionsAreSpoken();
    void digitsOfFrenchKeyboardsOpenRooms();
    void offlineTheOldestRowsAreAskedForOnce();
    void historyIsFetchedWhenScrolled();
    void manyUnreadMessagesOpenAtTheirFirst();

private:
    [[nodiscard]] MainWindow &window() { return *m_chat->window; }
    [[nodiscard]] ComposerEdit &text() { return *window().findChild<ComposerEdit *>(); }
    [[nodiscard]] TimelineView &timeline() { return window().roomView().timeline(); }
    [[nodiscard]] QString lastText()
    {
        const QAbstractItemModel *model = timeline().model();
        return model && model->rowCount() > 0
            ? model->index(model->rowCount() - 1, 0).data(TimelineModel::TextRole).toString()
            : QString();
    }
    [[nodiscard]] SendState lastState()
    {
        const QAbstractItemModel *model = timeline().model();
        return SendState(model->index(model->rowCount() - 1, 0).data(TimelineModel::SendStateRole).toInt());
    }
    void write(const QString &words)
    {
        text().setFocus();
        text().insertPlainText(words); // keyClicks() takes nothing beyond ASCII
        QTest::keyClick(&text(), Qt::Key_Return);
    }

    std::unique_ptr<ChatFixture> m_chat;
};

void TestMainWindow::init()
{
    m_chat = std::make_unique<ChatFixture>();
    QVERIFY2(m_chat->start(), m_chat->server.output().constData());
    QVERIFY(QTest::qWaitForWindowActive(&window()));
}

void TestMainWindow::cleanup()
{
    m_chat.reset();
}

void TestMainWindow::sendsByKeyboardAndShowsItStored()
{
    write(u"Bonjour"_s);
    QTRY_COMPARE(lastText(), u"Bonjour"_s);
    QCOMPARE(text().toPlainText(), QString());
    QTRY_COMPARE(lastState(), SendState::Stored);
    QTest::keyClicks(&text(), u"two"_s);
    QTest::keyClick(&text(), Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClicks(&text(), u"lines"_s);
    QTest::keyClick(&text(), Qt::Key_Return);
    QCOMPARE(lastText(), u"two\nlines"_s);
    // Nothing and white space are no messages.
    QTest::keyClick(&text(), Qt::Key_Return);
    write(u"   "_s);
    QCOMPARE(lastText(), u"two\nlines"_s);
}

void TestMainWindow::showsWhatOthersWrite()
{
    QVERIFY(m_chat->says(u"marie"_s, m_chat->firstRoom(), u"Salut, ça va ? 👍"_s));
    QTRY_COMPARE(lastText(), u"Salut, ça va ? 👍"_s);
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&timeline());
    const QString spoken = list->child(list->childCount() - 1)->text(QAccessible::Name);
    QVERIFY2(spoken.contains("marie"_L1) && spoken.contains(u"ça va"_s), qPrintable(spoken));
}

void TestMainWindow::badgesCountWhatWasNotSeen()
{
    const RoomId other = m_chat->makeRoom(u"marie"_s, RoomKind::Public, u"Cuisine"_s);
    QVERIFY(other.isValid());
    for (int i = 0; i < 3; ++i)
        QVERIFY(m_chat->says(u"marie"_s, other, u"message %1"_s.arg(i)));
    QVERIFY(m_chat->says(u"marie"_s, other, u"@camille ?"_s));
    const RoomListModel &rooms = m_chat->workspace().roomList();
    const QModelIndex row = rooms.index(rooms.rowOf(other), 0);
    QTRY_COMPARE(row.data(RoomListModel::UnreadRole).toUInt(), 4U);
    QCOMPARE(row.data(RoomListModel::MentionsRole).toUInt(), 1U);
    QTest::keyClick(&window(), Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(window().room(), other);
    QTRY_COMPARE(timeline().model()->rowCount() > 4, true);
    QTRY_COMPARE(row.data(RoomListModel::UnreadRole).toUInt(), 0U);
}

void TestMainWindow::whatIsSeenAtTheBottomIsRead()
{
    QVERIFY(m_chat->says(u"marie"_s, m_chat->firstRoom(), u"lis-moi"_s));
    const RoomSummary *room = m_chat->workspace().rooms().find(m_chat->firstRoom());
    QTRY_COMPARE(lastText(), u"lis-moi"_s);
    QTRY_COMPARE(room->unread, 0U);
    QTRY_COMPARE(room->readSeq, room->head);
}

void TestMainWindow::writesOfflineAndSendsLater()
{
    ConnectionBar &bar = window().roomView().connectionBar();
    bar.setSilentMs(1);
    m_chat->server.kill();
    QTRY_VERIFY(!m_chat->workspace().session().isOnline());
    QTRY_VERIFY(bar.isOpen());
    QVERIFY(!bar.text().isEmpty());
    write(u"écrit hors ligne"_s);
    QTRY_COMPARE(lastText(), u"écrit hors ligne"_s);
    QTRY_COMPARE(lastState(), SendState::Queued);
    QVERIFY(m_chat->server.start());
    m_chat->workspace().session().retryNow();
    QTRY_VERIFY_WITH_TIMEOUT(m_chat->workspace().session().isOnline(), 15'000);
    QTRY_COMPARE(lastState(), SendState::Stored);
    QCOMPARE(lastText(), u"écrit hors ligne"_s);
    QVERIFY(!bar.isOpen());
}

void TestMainWindow::worksOnCachedHistory()
{
    QVERIFY(m_chat->says(u"marie"_s, m_chat->firstRoom(), u"à garder"_s));
    QTRY_COMPARE(lastText(), u"à garder"_s);
    m_chat->server.kill();
    QVERIFY(m_chat->restartClient());
    QTRY_COMPARE(lastText(), u"à garder"_s);
    QVERIFY(!m_chat->workspace().session().isOnline());
}

void TestMainWindow::tooLongTextStaysWithItsAuthor()
{
    const QString tooLong(20'000, u'x');
    text().setPlainText(QString(u"a\n"_s).repeated(600));
    auto *problem = window().findChild<QLabel *>(u"composerProblem"_s);
    QVERIFY(problem->isVisible() && !problem->text().isEmpty());
    text().setPlainText(tooLong);
    QVERIFY(problem->isVisible());
    const int rows = timeline().model()->rowCount();
    QTest::keyClick(&text(), Qt::Key_Return);
    QCOMPARE(text().toPlainText(), tooLong);
    QCOMPARE(timeline().model()->rowCount(), rows);
    text().setPlainText(u"short"_s);
    QVERIFY(!problem->isVisible());
    // 16 KiB exactly go.
    text().setPlainText(QString(QString(63, u'y') + u'\n').repeated(256).chopped(1));
    QTest::keyClick(&text(), Qt::Key_Return);
    QTRY_COMPARE(lastState(), SendState::Stored);
    QCOMPARE(lastText().size(), 16'383);
}

void TestMainWindow::draftsBelongToTheirRooms()
{
    const RoomId other = m_chat->makeRoom(u"marie"_s, RoomKind::Private, u"Bureau"_s);
    text().setFocus();
    QTest::keyClicks(&text(), u"half a thought"_s);
    window().showRoom(&m_chat->workspace(), other);
    QCOMPARE(text().toPlainText(), QString());
    window().showRoom(&m_chat->workspace(), m_chat->firstRoom());
    QCOMPARE(text().toPlainText(), u"half a thought"_s);
}

void TestMainWindow::windowKeysWorkWhileWriting()
{
    const RoomId other = m_chat->makeRoom(u"marie"_s, RoomKind::Public, u"Cuisine"_s);
    text().setFocus();
    QTest::keyClicks(&text(), u"some words"_s);
    auto *switcher = window().findChild<QuickSwitcher *>();
    QTest::keyClick(&text(), Qt::Key_K, Qt::ControlModifier);
    QVERIFY(switcher->isVisible());
    QTest::keyClick(switcher->findChild<QLineEdit *>(), Qt::Key_Escape);
    QVERIFY(text().hasFocus());
    QCOMPARE(text().toPlainText(), u"some words"_s);
    QSignalSpy toUnread(window().actions().toUnread, &QAction::triggered);
    QTest::keyClick(&text(), Qt::Key_PageUp, Qt::ShiftModifier);
    QCOMPARE(toUnread.count(), 1);
    QVERIFY(!text().textCursor().hasSelection());
    const RoomId before = window().room();
    QTest::keyClick(&text(), Qt::Key_Down, Qt::AltModifier);
    QVERIFY(window().room() != before && (window().room() == other || before == other));
}

void TestMainWindow::completionNamesPeople()
{
    m_chat->person(u"marie"_s, u"Marie Curie"_s);
    QTRY_VERIFY(m_chat->workspace().people().findLogin(u"marie"_s));
    text().setFocus();
    QTest::keyClicks(&text(), u"Bonjour @mar"_s);
    auto *popup = window().findChild<QFrame *>(u"completions"_s);
    QTRY_VERIFY(popup->isVisible());
    QTest::keyClick(&text(), Qt::Key_Tab);
    QCOMPARE(text().toPlainText(), u"Bonjour @marie "_s);
    QVERIFY(!popup->isVisible());
    QVERIFY(text().hasFocus());
    // Without suggestions Tab leaves the field.
    QTest::keyClick(&text(), Qt::Key_Tab);
    QVERIFY(!text().hasFocus());
}

void TestMainWindow::keysMoveThroughRoomsAndPanes()
{
    const RoomId other = m_chat->makeRoom(u"marie"_s, RoomKind::Public, u"Cuisine"_s);
    QTest::keyClick(&window(), Qt::Key_Down, Qt::AltModifier);
    QVERIFY(window().room() == other || window().room() == m_chat->firstRoom());
    const RoomId before = window().room();
    QTest::keyClick(&window(), Qt::Key_Up, Qt::AltModifier);
    QVERIFY(window().room() != before);
    QTest::keyClick(&window(), Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(window().room(), window().roomList().roomAt(1));

    window().resize(1200, 700);
    text().setFocus();
    QList<const QWidget *> visited;
    for (int i = 0; i < 4; ++i) {
        QTest::keyClick(&window(), Qt::Key_F6);
        visited.append(QApplication::focusWidget());
    }
    QCOMPARE(QSet<const QWidget *>(visited.begin(), visited.end()).size(), 4);
    QVERIFY(text().hasFocus());
    QTest::keyClick(&window(), Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(timeline().hasFocus());
    // A letter typed on the messages begins one.
    QTest::keyClick(&timeline(), Qt::Key_B);
    QCOMPARE(text().toPlainText(), u"b"_s);
    QVERIFY(text().hasFocus());
}

void TestMainWindow::keysGoBackThroughRooms()
{
    const RoomId first = m_chat->firstRoom();
    const RoomId second = m_chat->makeRoom(u"marie"_s, RoomKind::Public, u"Cuisine"_s);
    const RoomId third = m_chat->makeRoom(u"marie"_s, RoomKind::Public, u"Jardin"_s);
    const auto back = [this] {
        QTest::keyClick(&text(), Qt::Key_Left, Qt::AltModifier);
    };
    const auto forward = [this] {
        QTest::keyClick(&text(), Qt::Key_Right, Qt::AltModifier);
    };
    const auto last = [this] {
        QTest::keyClick(&text(), Qt::Key_Tab, Qt::ControlModifier);
    };
    QVERIFY(!window().actions().goBack->isEnabled());
    back();
    QCOMPARE(window().room(), first);
    // Nothing was shown before: the next one of the list.
    last();
    QVERIFY(window().room() != first);
    window().showRoom(&m_chat->workspace(), second);
    window().showRoom(&m_chat->workspace(), third);
    QVERIFY(window().actions().goBack->isEnabled());
    QVERIFY(!window().actions().goForward->isEnabled());

    back();
    QCOMPARE(window().room(), second);
    QVERIFY(window().actions().goForward->isEnabled());
    forward();
    QCOMPARE(window().room(), third);
    last();
    QCOMPARE(window().room(), second);
    last();
    QCOMPARE(window().room(), third);
    text().insertPlainText(u"words"_s); // Alt+arrow is no movement in the text
    back();
    QCOMPARE(window().room(), second);
}

void TestMainWindow::backLeavesOutRoomsThatWereLeft()
{
    const RoomId second = m_chat->makeRoom(u"marie"_s, RoomKind::Public, u"Cuisine"_s);
    const RoomId third = m_chat->makeRoom(u"marie"_s, RoomKind::Public, u"Jardin"_s);
    window().showRoom(&m_chat->workspace(), second);
    window().showRoom(&m_chat->workspace(), third);
    m_chat->workspace().leaveRoom(second);
    QTRY_VERIFY(!m_chat->workspace().rooms().find(second));
    QTest::keyClick(&text(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(window().room(), m_chat->firstRoom());
}

void TestMainWindow::shortcutListNamesTheKeys()
{
    QSet<QString> keys;
    for (const MainActions::Shortcut &shortcut : window().actions().shortcutList()) {
        QVERIFY(!shortcut.words.isEmpty());
        for (const QKeySequence &sequence : shortcut.keys) {
            const QString text = sequence.toString(QKeySequence::PortableText);
            QVERIFY2(!keys.contains(text), qPrintable(text)); // each does one thing
            keys.insert(text);
        }
    }
    for (const QString &key : { u"Ctrl+Tab"_s, u"Alt+Left"_s, u"Alt+Right"_s, u"Ctrl+K"_s })
        QVERIFY2(keys.contains(key), qPrintable(key));
}

void TestMainWindow::mutedRoomIsSilentHere()
{
    m_chat->settings().change([](Settings &settings) { settings.notifyAbout = NotifyAbout::Everything; });
    Notifier notifier(m_chat->settings(), [](const Workspace *, RoomId) { return false; });
    notifier.setGatherMs(0);
    notifier.follow(&m_chat->workspace());
    QSignalSpy toasts(&notifier, &Notifier::toast);
    const RoomId other = m_chat->makeRoom(u"marie"_s, RoomKind::Public, u"Cuisine"_s);
    window().showRoom(&m_chat->workspace(), other);
    const auto choice = [this](const QString &name) {
        return window().actions().attention->findChild<QAction *>(name);
    };
    QVERIFY(window().actions().attention->menuAction()->isEnabled());
    QVERIFY(choice(u"attentionAll"_s)->isChecked());
    choice(u"attentionNothing"_s)->trigger();
    QVERIFY(choice(u"attentionNothing"_s)->isChecked());
    window().showRoom(&m_chat->workspace(), m_chat->firstRoom());
    QVERIFY(!choice(u"attentionNothing"_s)->isChecked());
    QVERIFY(MutedRooms(m_chat->settings()).contains(m_chat->workspace(), other));

    QVERIFY(m_chat->says(u"marie"_s, other, u"@camille une tarte ?"_s));
    QTRY_COMPARE(m_chat->workspace().rooms().find(other)->mentions, 1U);
    // What comes after it is told: the one before was heard and kept back.
    QVERIFY(m_chat->says(u"marie"_s, m_chat->firstRoom(), u"Bonjour"_s));
    QTRY_COMPARE(toasts.size(), 1);
    QCOMPARE(toasts.constFirst().at(3).value<RoomId>(), m_chat->firstRoom());
    // Counted in the list, dimmed, but not in title and tray.
    const MutedRooms::Counts heard = MutedRooms(m_chat->settings()).heardOf(m_chat->workspace());
    QCOMPARE(heard.mentions, 0U);
    const QAbstractItemModel *list = window().roomList().list().model();
    for (int row = 0; row < list->rowCount(); ++row) {
        const QModelIndex index = list->index(row, 0);
        const bool isOther = index.data(RoomListModel::RoomIdRole).toLongLong() == other.value;
        QCOMPARE(index.data(RoomWords::IsMutedRole).toBool(), isOther);
        QCOMPARE(index.data(Qt::AccessibleTextRole).toString().contains("muted"_L1), isOther);
    }
    // The server keeps it, and it ends when asked for.
    QVERIFY(m_chat->restartClient());
    QTRY_VERIFY(m_chat->workspace().session().isOnline());
    window().showRoom(&m_chat->workspace(), other);
    QTRY_COMPARE(m_chat->workspace().attention(other), Attention::Nothing);
    QTRY_VERIFY(choice(u"attentionNothing"_s)->isChecked());
    choice(u"attentionAll"_s)->trigger();
    QCOMPARE(m_chat->workspace().attention(other), Attention::All);
    QVERIFY(m_chat->settings().current().mutedRooms.isEmpty());
}

void TestMainWindow::mutingIsForgottenWithTheServer()
{
    const QString here = "%1/%2"_L1.arg(m_chat->workspace().id(), QString::number(m_chat->firstRoom().value));
    m_chat->settings().change([&](Settings &settings) { settings.mutedRooms = { here, u"another/1"_s }; });
    m_chat->workspaces->remove(m_chat->workspace().id());
    QCOMPARE(m_chat->settings().current().mutedRooms, QStringList{ u"another/1"_s });
}

void TestMainWindow::quickSwitcherFindsRoomsAndPeople()
{
    const RoomId other = m_chat->makeRoom(u"marie"_s, RoomKind::Public, u"École du soir"_s);
    m_chat->person(u"ahmed"_s, u"Ahmed"_s);
    QTRY_VERIFY(m_chat->workspace().people().findLogin(u"ahmed"_s));
    auto *switcher = window().findChild<QuickSwitcher *>();
    QTest::keyClick(&window(), Qt::Key_K, Qt::ControlModifier);
    QVERIFY(switcher->isVisible());
    auto *field = switcher->findChild<QLineEdit *>();
    QVERIFY(field->hasFocus());
    QTest::keyClicks(field, u"ecsoir"_s);
    QCOMPARE(switcher->list().count(), 1);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!switcher->isVisible());
    QCOMPARE(window().room(), other);

    QTest::keyClick(&window(), Qt::Key_K, Qt::ControlModifier);
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!switcher->isVisible());
    QTest::keyClick(&window(), Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(field, u"ahm"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(m_chat->workspace().rooms().displayName(window().room()), u"Ahmed"_s);
}

void TestMainWindow::quickSwitcherOffersRoomsToJoin()
{
    const RoomId joined = m_chat->makeRoom(u"marie"_s, RoomKind::Public, u"Jardin d'hiver"_s);
    const auto open
        = m_chat->person(u"marie"_s).ask<RoomOpened>(CreateRoom{ RoomKind::Public, u"Jardin"_s, u"Des tomates"_s, {} });
    const auto hidden
        = m_chat->person(u"marie"_s).ask<RoomOpened>(CreateRoom{ RoomKind::Private, u"Jardin secret"_s, {}, {} });
    QVERIFY(open && hidden);
    auto *switcher = window().findChild<QuickSwitcher *>();
    const auto names = [switcher] {
        QStringList all;
        for (int row = 0; row < switcher->list().count(); ++row)
            all.append(switcher->list().item(row)->text());
        return all;
    };
    QTest::keyClick(&window(), Qt::Key_K, Qt::ControlModifier);
    auto *field = switcher->findChild<QLineEdit *>();
    QTRY_COMPARE(names().last(), u"Join Jardin"_s);
    QTest::keyClicks(field, u"jardin"_s);
    // What is ours stands first, however well the other one is called.
    QTRY_COMPARE(names(), (QStringList{ u"Jardin d'hiver"_s, u"Join Jardin"_s }));
    field->clear();
    QTest::keyClicks(field, u"tomates"_s);
    QTRY_COMPARE(names(), QStringList{ u"Join Jardin"_s });
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(window().room(), open->room.id);
    QVERIFY(!switcher->isVisible());
    QVERIFY(text().hasFocus());
    QTest::keyClick(&window(), Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(names().contains(u"Jardin"_s) && !names().contains(u"Join Jardin"_s));
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(joined.isValid());
}

void TestMainWindow::panesFoldWhenTheWindowIsNarrow()
{
    auto *members = window().findChild<QWidget *>(u"memberPane"_s);
    window().resize(1200, 700);
    QTRY_VERIFY(members->isVisible());
    QVERIFY(!window().roomList().isIconsOnly());
    window().resize(900, 700);
    QTRY_VERIFY(!members->isVisible());
    QVERIFY(!window().roomList().isIconsOnly());
    window().resize(600, 500);
    QTRY_VERIFY(window().roomList().isIconsOnly());
    QVERIFY(window().width() <= 600);
    window().resize(1200, 700);
    QTRY_VERIFY(members->isVisible());
    QTest::keyClick(&window(), Qt::Key_M, Qt::ControlModifier);
    QTRY_VERIFY(!members->isVisible());
    QVERIFY(!m_chat->settings().current().showsMembers);
}

/// Puts every word that goes through tr() into guillemets.
class Guillemets : public QTranslator
{
public:
    using QTranslator::QTranslator;
    [[nodiscard]] QString translate(const char *, const char *source, const char *, int) const override
    {
        return u'«' + QString::fromUtf8(source) + u'»';
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

void TestMainWindow::noKeyHasTwoMeanings()
{
    for (const LanguageChoice choice : { LanguageChoice::French, LanguageChoice::English }) {
        m_chat->languages.setChoice(choice);
        QCoreApplication::sendPostedEvents();
        QSet<QKeySequence> taken;
        const QList<QAction *> actions = window().findChildren<QAction *>();
        for (const QAction *action : actions) {
            const QList<QKeySequence> keys = action->shortcuts();
            taken.unite({ keys.begin(), keys.end() });
        }
        QVERIFY(taken.contains(QKeySequence(u"Alt+A"_s)));
        const QList<QAction *> menus = window().menuBar()->actions();
        QVERIFY(menus.size() >= 4);
        for (const QAction *menu : menus) {
            const QKeySequence key = QKeySequence::mnemonic(menu->text());
            QVERIFY2(!key.isEmpty() && !taken.contains(key), qPrintable(menu->text()));
            taken.insert(key);
        }
    }
}

void TestMainWindow::everythingChangesItsLanguage()
{
    m_chat->makeRoom(u"marie"_s, RoomKind::Public, u"Cuisine"_s);
    QTRY_VERIFY(timeline().model()->rowCount() > 0);
    Guillemets translator;
    QCoreApplication::installTranslator(&translator);
    m_chat->workspace().retranslate();
    QCoreApplication::sendPostedEvents();
    QStringList untouched;
    const auto check = [&untouched](const QWidget *where, const QString &words) {
        static const QStringList names{ u"Salon du quartier"_s, u"Camille"_s, u"General"_s, u"FR"_s, u"EN"_s,
            u"Français"_s, u"English"_s };
        const bool hasLetters = std::any_of(words.begin(), words.end(), [](QChar c) { return c.isLetter(); });
        if (hasLetters && !words.contains(u'«') && !names.contains(words))
            untouched.append(where->objectName() + u": "_s + words);
    };
    const auto all = window().findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            check(widget, label->text());
        else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            check(widget, button->text());
        else if (const auto *field = qobject_cast<const QLineEdit *>(widget))
            check(widget, field->placeholderText());
        check(widget, widget->accessibleName());
    }
    for (const auto &shortcut : window().actions().shortcutList())
        check(&window(), shortcut.words);
    for (const QAction *menu : window().menuBar()->actions())
        check(&window(), menu->text());
    // A system line that is on screen already.
    const QModelIndex first = timeline().model()->index(0, 0);
    check(&timeline(), first.data(TimelineModel::SystemTextRole).toString());
    QCoreApplication::removeTranslator(&translator);
    QVERIFY2(untouched.isEmpty(), qPrintable(untouched.join(u"\n"_s)));
}

void TestMainWindow::everyControlHasAName()
{
    window().resize(1200, 700);
    QStringList nameless;
    const auto all = window().findChildren<QWidget *>();
    for (QWidget *widget : all) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy()
            || qobject_cast<QMenuBar *>(widget))
            continue;
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
        if (!accessible || accessible->text(QAccessible::Name).isEmpty())
            nameless.append(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName());
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u"\n"_s)));
}

void TestMainWindow::remembersItsWindow()
{
    window().resize(913, 641);
    window().keepState();
    const RoomId room = m_chat->makeRoom(u"marie"_s, RoomKind::Public, u"Cuisine"_s);
    window().showRoom(&m_chat->workspace(), room);
    QVERIFY(m_chat->restartClient());
    QCOMPARE(window().size(), QSize(913, 641));
    QCOMPARE(window().room(), room);
}

void TestMainWindow::noBreakSpacesAreSentAsTyped()
{
    const QString french = u"«\u00A0Ça va\u202F!\u00A0»\nOui\u00A0?"_s;
    const RoomId other = m_chat->makeRoom(u"marie"_s, RoomKind::Private, u"Bureau"_s);
    text().setFocus();
    text().insertPlainText(french);
    QVERIFY(window().roomView().composer().text() == french);
    window().showRoom(&m_chat->workspace(), other);
    QVERIFY(m_chat->workspace().draft(m_chat->firstRoom()) == french);
    window().showRoom(&m_chat->workspace(), m_chat->firstRoom());
    text().selectAll();
    text().copy();
    QVERIFY(QGuiApplication::clipboard()->text() == french);
    QTest::keyClick(&text(), Qt::Key_Return);
    QTRY_VERIFY(lastText() == french);
    QTRY_COMPARE(lastState(), SendState::Stored);
}

void TestMainWindow::removedFromARoomThePersonChooses()
{
    const RoomId room = m_chat->makeRoom(u"marie"_s, RoomKind::Public, u"Cuisine"_s);
    window().showRoom(&m_chat->workspace(), room);
    text().setFocus();
    QTest::keyClicks(&text(), u"half a"_s);
    m_chat->workspace().leaveRoom(room); // as when somebody else decides it: the server says so
    QTRY_VERIFY(!m_chat->workspace().rooms().find(room));
    QVERIFY(!window().room().isValid());
    QTest::keyClicks(QApplication::focusWidget() ? QApplication::focusWidget() : &window(), u" thought"_s);
    QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &window(), Qt::Key_Return);
    QVERIFY(!window().room().isValid());
    const auto labels = window().roomView().findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(),
        [](const QLabel *label) { return label->isVisible() && label->text().contains(u"Cuisine"_s); }));
    // Another room that comes is no reason to go there.
    m_chat->makeRoom(u"marie"_s, RoomKind::Public, u"Jardin"_s);
    QCoreApplication::processEvents();
    QVERIFY(!window().room().isValid());
    const auto buttons = window().roomView().findChildren<QPushButton *>();
    for (QPushButton *button : buttons)
        if (button->isVisible() && button->text().startsWith(u"Copy"_s))
            button->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"half a"_s);
    window().showRoom(&m_chat->workspace(), m_chat->firstRoom());
    QCOMPARE(text().toPlainText(), QString());
}

void TestMainWindow::renamingChangesTitleAndPrompt()
{
    const RoomId room = m_chat->makeRoom(u"marie"_s, RoomKind::Public, u"Cuisine"_s);
    window().showRoom(&m_chat->workspace(), room);
    QVERIFY(m_chat->person(u"marie"_s).ask<Done>(RenameRoom{ room, u"Cantine"_s }));
    QTRY_VERIFY(window().windowTitle().contains(u"Cantine"_s));
    QVERIFY(text().placeholderText().contains(u"Cantine"_s));
    const RoomId direct = m_chat->makeDirect(u"marie"_s);
    window().showRoom(&m_chat->workspace(), direct);
    QVERIFY(m_chat->person(u"marie"_s).ask<Done>(SetDisplayName{ u"Marie Curie"_s }));
    QTRY_VERIFY(window().windowTitle().contains(u"Marie Curie"_s));
    QVERIFY(text().placeholderText().contains(u"Marie Curie"_s));
}

void TestMainWindow::changedKeyIsToldWheneverOneLooks()
{
    // Nobody looks while it happens.
    Session &session = m_chat->workspace().session();
    window().roomView().setWorkspace(nullptr);
    const JoinLink secure = m_chat->server.link();
    session.stop();
    session.setServer(secure, QByteArray(32, 'x'));
    session.start();
    QTRY_COMPARE(session.trouble().kind, SessionTrouble::Kind::ServerKeyChanged);
    window().roomView().setWorkspace(&m_chat->workspace());
    ConnectionBar &bar = window().roomView().connectionBar();
    QVERIFY(bar.isOpen());
    QSignalSpy asked(&bar, &ConnectionBar::serverKeyChanged);
    Q_EMIT bar.actionTriggered();
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.constFirst().at(0).toByteArray(), QByteArray(32, 'x'));
    QCOMPARE(asked.constFirst().at(1).toByteArray().size(), 32);
}

// The event itself cannot be heard here: without a screen reader Qt drops it. What it points at can.
void TestMainWindow::suggestionsAreSpoken()
{
    m_chat->makeRoom(u"marie"_s, RoomKind::Public, u"Cuisine"_s);
    auto *switcher = window().findChild<QuickSwitcher *>();
    QTest::keyClick(&window(), Qt::Key_K, Qt::ControlModifier);
    const int before = switcher->list().currentRow();
    QTest::keyClick(switcher->findChild<QLineEdit *>(), Qt::Key_Down);
    const int row = switcher->list().currentRow();
    QVERIFY(row != before);
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&switcher->list());
    QVERIFY(list && list->child(row));
    QVERIFY(list->child(row)->text(QAccessible::Name).contains(switcher->list().currentItem()->text()));
    QTest::keyClick(switcher->findChild<QLineEdit *>(), Qt::Key_Escape);
}

void TestMainWindow::digitsOfFrenchKeyboardsOpenRooms()
{
    m_chat->makeRoom(u"marie"_s, RoomKind::Public, u"Cuisine"_s);
    for (const auto &[key, n] : { std::pair{ Qt::Key_Ampersand, 0 }, std::pair{ Qt::Key_Eacute, 1 } }) {
        QTest::keyClick(&text(), key, Qt::ControlModifier);
        QCOMPARE(window().room(), window().roomList().roomAt(n));
    }
    const qreal zoom = m_chat->theme.zoom();
    QTest::keyClick(&text(), Qt::Key_Minus, Qt::ControlModifier);
    QVERIFY(m_chat->theme.zoom() < zoom);
    QSet<QString> listed;
    for (const MainActions::Shortcut &shortcut : window().actions().shortcutList())
        for (const QKeySequence &keys : shortcut.keys)
            listed.insert(keys.toString(QKeySequence::PortableText));
    for (int n = 1; n <= 9; ++n)
        QVERIFY(listed.contains(u"Ctrl+%1"_s.arg(n)));
}

void TestMainWindow::offlineTheOldestRowsAreAskedForOnce()
{
    // A room that is older than one's coming: only its newest rows are kept here.
    TestClient &marie = m_chat->person(u"marie"_s);
    const auto opened = marie.ask<RoomOpened>(CreateRoom{ RoomKind::Public, u"Archives"_s, {}, {} });
    QVERIFY(opened);
    const RoomId room = opened->room.id;
    for (int i = 0; i < 400; ++i)
        QVERIFY(marie.send(room, u"numéro %1"_s.arg(i)));
    m_chat->workspace().joinRoom(room);
    QTRY_VERIFY(m_chat->workspace().rooms().find(room));
    window().showRoom(&m_chat->workspace(), room);
    const TimelineModel &model = *window().roomView().timelineModel();
    QTRY_VERIFY(model.rowCount() > 50 && model.isAtEnd() && !model.isLoading());
    m_chat->server.kill();
    QTRY_VERIFY(!m_chat->workspace().session().isOnline());
    QScrollBar *bar = timeline().verticalScrollBar();
    QTRY_VERIFY_WITH_TIMEOUT((bar->setValue(0), model.isOlderFailed()), 20'000);
    QVERIFY(!model.isAtStart());
    QSignalSpy loading(&model, &TimelineModel::loadingChanged);
    QVERIFY(!loading.wait(200));
    // When the server is back, one may go on.
    QVERIFY(m_chat->server.start());
    m_chat->workspace().session().retryNow();
    QTRY_VERIFY_WITH_TIMEOUT((bar->setValue(0), model.isAtStart()), 20'000);
}

void TestMainWindow::historyIsFetchedWhenScrolled()
{
    TestClient &marie = m_chat->person(u"marie"_s);
    for (int i = 0; i < 450; ++i)
        QVERIFY(marie.send(m_chat->firstRoom(), u"numéro %1"_s.arg(i)));
    QTRY_COMPARE(lastText(), u"numéro 449"_s);
    QTest::keyClick(&window(), Qt::Key_Escape);
    QTRY_COMPARE(m_chat->workspace().rooms().find(m_chat->firstRoom())->unread, 0U);
    // As one who comes later sees it: page by page.
    QVERIFY(m_chat->restartClient());
    QTRY_COMPARE(lastText(), u"numéro 449"_s);
    QVERIFY(timeline().model()->rowCount() < 400);
    QScrollBar *bar = timeline().verticalScrollBar();
    QTRY_VERIFY_WITH_TIMEOUT(
        (bar->setValue(0), timeline().model()->index(0, 0).data(TimelineModel::SeqRole).toLongLong() <= 2), 20'000);
    QVERIFY(timeline().rows().layoutsMade() < 450);
}

void TestMainWindow::manyUnreadMessagesOpenAtTheirFirst()
{
    const RoomId other = m_chat->makeRoom(u"marie"_s, RoomKind::Public, u"Cuisine"_s);
    for (int i = 0; i < 300; ++i)
        QVERIFY(m_chat->says(u"marie"_s, other, u"tarte %1"_s.arg(i)));
    QTRY_COMPARE(m_chat->workspace().rooms().find(other)->unread, 300U);
    window().showRoom(&m_chat->workspace(), other);
    const auto firstVisibleText = [this] {
        const int row = timeline().model()->rowCount() > 0 ? timeline().firstVisibleRow() : -1;
        return row < 0 ? QString() : timeline().model()->index(row, 0).data(TimelineModel::TextRole).toString();
    };
    QTRY_VERIFY2(firstVisibleText() == "tarte 0"_L1 || firstVisibleText().isEmpty(), qPrintable(firstVisibleText()));
    QTRY_VERIFY(timeline().model()->rowCount() > 50);
    QVERIFY(!timeline().isAtBottom());
    QVERIFY(m_chat->workspace().rooms().find(other)->unread > 0);
    QTest::keyClick(&window(), Qt::Key_Escape);
    QTRY_COMPARE(m_chat->workspace().rooms().find(other)->unread, 0U);
    QTRY_COMPARE(lastText(), u"tarte 299"_s);
    QTRY_VERIFY(timeline().isAtBottom());
}

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
