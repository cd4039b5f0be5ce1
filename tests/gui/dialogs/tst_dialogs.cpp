// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "dialog_checks.h"

#include "client-gui/composer/composer.h"
#include "client-gui/dialogs/dialogs.h"
#include "client-gui/dialogs/people_picker.h"
#include "client-gui/main_window/main_requests.h"
#include "client-gui/main_window/room_view.h"
#include "tests/gui/window/chat_fixture.h"
#include "tests/support/wait_until.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QClipboard>
#include <QDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTabWidget>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// Every dialog as the main window asks for it, on a real server with other people.
class TestDialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_dialogs.reset(); }
    void init();

    void roomIsCreatedAndShown();
    void takenRoomNameIsSaidBesideIt();
    void roomIsFoundWhileOneTypesAndJoined();
    void personIsPickedByNameAndWrittenTo();
    void peopleInTheRoomAreNotInvitedAgain();
    void topicIsChangedByWhoMay();
    void leavingIsAskedFirst();
    void invitationGivesALinkToCopy();
    void nameAndStatusAreSaved();
    void passwordIsSetAndThenTheOldOneIsAsked();
    void changedKeyIsNotAcceptedByHaste();
    void changedKeyIsAcceptedDeliberately();
    void unsentTextComesBackToTheComposer();
    void unsentTextIsThrownAway();
    void theSameDialogIsNotOpenTwice();
    void every_data();
    void everyDialogChangesLanguage_data() { every_data(); }
    void everyDialogChangesLanguage();
    void everyDialogIsReachedAndNamed_data() { every_data(); }
    void everyDialogIsReachedAndNamed();
    void everyDialogClosesOnEscape_data() { every_data(); }
    void everyDialogClosesOnEscape();
    void dialogsCloseWithTheirServer();

private:
    [[nodiscard]] QDialog *dialog() const;
    void ask(const QString &what);
    template <class Widget = QWidget>
    Widget *part(const char *name) const
    {
        return dialog()->findChild<Widget *>(QLatin1StringView(name));
    }
    void click(const char *name) { QTest::mouseClick(part<QPushButton>(name), Qt::LeftButton); }
    [[nodiscard]] bool closes()
    {
        return waitUntil([this] { return !dialog(); });
    }
    [[nodiscard]] bool finds(const char *list, int rows)
    {
        return waitUntil([&] { return part<QAbstractItemView>(list)->model()->rowCount() == rows; });
    }
    [[nodiscard]] MainRequests &requests() const { return m_chat.window->requests(); }
    [[nodiscard]] Workspace *workspace() const { return &m_chat.workspace(); }

    mutable ChatFixture m_chat;
    std::unique_ptr<Dialogs> m_dialogs;
    RoomId m_garden;
};

void TestDialogs::initTestCase()
{
    m_chat.theme.setReducedMotion(true);
    m_chat.languages.setChoice(LanguageChoice::English);
    QVERIFY(m_chat.start());
    m_dialogs = std::make_unique<Dialogs>(
        requests(), m_chat.theme, m_chat.languages, *m_chat.profile, *m_chat.workspaces, *m_chat.window);
    m_chat.window->showRoom(workspace());
    m_chat.person(u"marie"_s, u"Marie Curie"_s);
    m_chat.person(u"ahmed"_s, u"Ahmed"_s);
    m_garden = m_chat.makeRoom(u"ahmed"_s, RoomKind::Private, u"Jardin"_s);
    QVERIFY(m_garden.isValid());
}

void TestDialogs::init()
{
    if (QDialog *left = dialog()) {
        left->close();
        QVERIFY(closes());
    }
    QVERIFY(waitUntil([this] { return workspace()->session().isOnline(); }));
}

QDialog *TestDialogs::dialog() const
{
    const QList<QDialog *> all = m_chat.window->findChildren<QDialog *>();
    for (QDialog *each : all)
        if (each->isVisible())
            return each;
    return nullptr;
}

void TestDialogs::ask(const QString &what)
{
    if (what == "addServer"_L1)
        Q_EMIT requests().addServer(u"chat.example.org"_s);
    else if (what == "login"_L1)
        Q_EMIT requests().login(workspace(), RegistrationPolicy::Open, Error{ ErrorCode::DeviceUnknown });
    else if (what == "serverKeyChanged"_L1)
        Q_EMIT requests().serverKeyChanged(workspace(), QByteArray(32, '1'), QByteArray(32, '2'));
    else if (what == "removeServer"_L1)
        Q_EMIT requests().removeServer(workspace());
    else if (what == "inviteToServer"_L1)
        Q_EMIT requests().inviteToServer(workspace());
    else if (what == "createRoom"_L1)
        Q_EMIT requests().createRoom(workspace());
    else if (what == "browseRooms"_L1)
        Q_EMIT requests().browseRooms(workspace());
    else if (what == "newDirect"_L1)
        Q_EMIT requests().newDirect(workspace());
    else if (what == "inviteToRoom"_L1)
        Q_EMIT requests().inviteToRoom(workspace(), m_garden);
    else if (what == "roomProperties"_L1)
        Q_EMIT requests().roomProperties(workspace(), m_garden);
    else if (what == "leaveRoom"_L1)
        Q_EMIT requests().leaveRoom(workspace(), m_garden);
    else if (what == "editProfile"_L1)
        Q_EMIT requests().editProfile(workspace());
    else if (what == "outbox"_L1)
        Q_EMIT requests().outbox(workspace());
    else if (what == "settings"_L1)
        Q_EMIT requests().settings();
    else if (what == "shortcuts"_L1)
        Q_EMIT requests().shortcuts();
    else if (what == "about"_L1)
        Q_EMIT requests().about();
    QVERIFY2(dialog(), qPrintable(what));
    dialog()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(dialog()));
}

void TestDialogs::every_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : { "addServer", "login", "serverKeyChanged", "removeServer", "inviteToServer", "createRoom",
             "browseRooms", "newDirect", "inviteToRoom", "roomProperties", "leaveRoom", "editProfile", "outbox",
             "settings", "shortcuts", "about" })
        QTest::newRow(what) << QString::fromLatin1(what);
}

void TestDialogs::roomIsCreatedAndShown()
{
    ask(u"createRoom"_s);
    QVERIFY(part<QRadioButton>("public")->isChecked());
    part<QLineEdit>("roomName")->setText(u"Réseau"_s);
    part<QLineEdit>("roomTopic")->setText(u"Sockets"_s);
    part<QRadioButton>("private")->click();
    QVERIFY(finds("peopleFound", 2));
    QTest::keyClicks(part<QLineEdit>("peopleSearch"), u"marie"_s);
    QVERIFY(finds("peopleFound", 1));
    QTest::keyClick(part<QLineEdit>("peopleSearch"), Qt::Key_Return);
    QCOMPARE(dialog()->findChild<PeoplePicker *>()->chosen().size(), 1);
    const QList<QPushButton *> chips = dialog()->findChild<PeoplePicker *>()->findChildren<QPushButton *>();
    QCOMPARE(chips.size(), 1);
    QVERIFY(waitUntil([&] { return !chips.constFirst()->visibleRegion().isEmpty(); }));
    click("create");
    QVERIFY(closes());
    const RoomSummary *room = workspace()->rooms().find(m_chat.window->room());
    QVERIFY(room);
    QCOMPARE(room->name, u"Réseau"_s);
    QCOMPARE(room->topic, u"Sockets"_s);
    QCOMPARE(room->kind, RoomKind::Private);
    QVERIFY(waitUntil([this] { return workspace()->rooms().find(m_chat.window->room())->memberCount == 2; }));
}

void TestDialogs::takenRoomNameIsSaidBesideIt()
{
    ask(u"createRoom"_s);
    click("create");
    QVERIFY(part<QLineEdit>("roomName")->accessibleDescription().contains(u"64"_s));
    const int height = dialog()->height();
    part<QLineEdit>("roomName")->setText(workspace()->rooms().displayName(m_chat.firstRoom()));
    click("create");
    QVERIFY(waitUntil([this] {
        return part<QLineEdit>("roomName")->accessibleDescription().contains(u"already"_s)
            || part<QLineEdit>("roomName")->accessibleDescription().contains(u"alike"_s);
    }));
    QCOMPARE(dialog()->height(), height);
}

void TestDialogs::roomIsFoundWhileOneTypesAndJoined()
{
    QVERIFY(m_chat.person(u"marie"_s).ask<RoomOpened>(CreateRoom{ RoomKind::Public, u"Cuisine"_s, u"Recettes"_s, {} }));
    ask(u"browseRooms"_s);
    QTest::keyClicks(part<QLineEdit>("roomSearch"), u"recet"_s);
    QVERIFY(finds("roomsFound", 1));
    QCOMPARE(part<QPushButton>("open")->text(), u"Join the room"_s);
    QTest::keyClick(part<QLineEdit>("roomSearch"), Qt::Key_Return);
    QVERIFY(closes());
    QCOMPARE(workspace()->rooms().displayName(m_chat.window->room()), u"Cuisine"_s);
    // The next time it is only opened.
    m_chat.window->showRoom(workspace(), m_chat.firstRoom());
    ask(u"browseRooms"_s);
    QTest::keyClicks(part<QLineEdit>("roomSearch"), u"cuisine"_s);
    QVERIFY(finds("roomsFound", 1));
    QVERIFY(waitUntil([this] { return part<QPushButton>("open")->text() == u"Open the room"_s; }));
    click("open");
    QVERIFY(closes());
    QCOMPARE(workspace()->rooms().displayName(m_chat.window->room()), u"Cuisine"_s);
}

void TestDialogs::personIsPickedByNameAndWrittenTo()
{
    ask(u"newDirect"_s);
    QVERIFY(!part<QPushButton>("write")->isEnabled());
    auto *search = part<QLineEdit>("peopleSearch");
    QVERIFY(finds("peopleFound", 2));
    QTest::keyClicks(search, u"curie"_s);
    QVERIFY(finds("peopleFound", 1));
    QTest::keyClick(search, Qt::Key_Return);
    auto *picker = dialog()->findChild<PeoplePicker *>();
    QCOMPARE(picker->chosen().size(), 1);
    QVERIFY(search->text().isEmpty());
    // Backspace gives the person back, Down and Space take one.
    QTest::keyClick(search, Qt::Key_Backspace);
    QVERIFY(picker->chosen().isEmpty());
    QVERIFY(finds("peopleFound", 2));
    QTest::keyClick(search, Qt::Key_Down);
    QTest::keyClick(part<>("peopleFound"), Qt::Key_Space);
    QCOMPARE(picker->chosen().size(), 1);
    search->setFocus();
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(closes());
    const RoomSummary *room = workspace()->rooms().find(m_chat.window->room());
    QVERIFY(room && room->kind == RoomKind::Direct);
}

void TestDialogs::peopleInTheRoomAreNotInvitedAgain()
{
    ask(u"inviteToRoom"_s); // Ahmed made it
    QVERIFY(finds("peopleFound", 1));
    dialog()->findChild<PeoplePicker *>()->toggle(workspace()->people().findLogin(u"marie"_s)->id);
    click("invite");
    QVERIFY(closes());
    QVERIFY(waitUntil([this] { return workspace()->rooms().find(m_garden)->memberCount == 3; }));
}

void TestDialogs::topicIsChangedByWhoMay()
{
    ask(u"roomProperties"_s);
    part<QLineEdit>("roomTopic")->setText(u"Qui arrose ?"_s);
    part<QLineEdit>("roomName")->setText(u"Jardin partagé"_s); // the owner of the server may
    click("save");
    QVERIFY(closes());
    QVERIFY(waitUntil([this] { return workspace()->rooms().find(m_garden)->topic == u"Qui arrose ?"_s; }));
    QVERIFY(waitUntil([this] { return workspace()->rooms().find(m_garden)->name == u"Jardin partagé"_s; }));
}

void TestDialogs::leavingIsAskedFirst()
{
    const RoomId room = m_chat.makeRoom(u"ahmed"_s, RoomKind::Private, u"À quitter"_s);
    Q_EMIT requests().leaveRoom(workspace(), room);
    QVERIFY(dialog());
    QVERIFY(QTest::qWaitForWindowActive(dialog()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // the safe answer
    QVERIFY(closes());
    QVERIFY(workspace()->rooms().find(room));
    Q_EMIT requests().leaveRoom(workspace(), room);
    click("doIt");
    QVERIFY(closes());
    QVERIFY(!workspace()->rooms().find(room));
}

void TestDialogs::invitationGivesALinkToCopy()
{
    ask(u"inviteToServer"_s);
    QVERIFY(!part<QPushButton>("copy")->isEnabled());
    click("make");
    QVERIFY(waitUntil([this] { return part<QPushButton>("copy")->isEnabled(); }));
    const Result<JoinLink> link = JoinLink::parse(part<QLineEdit>("link")->text());
    QVERIFY(link);
    QVERIFY(!link->invitation.isEmpty());
    click("copy");
    QCOMPARE(QGuiApplication::clipboard()->text(), part<QLineEdit>("link")->text());
}

void TestDialogs::nameAndStatusAreSaved()
{
    ask(u"editProfile"_s);
    QVERIFY(!part<QPushButton>("saveProfile")->isEnabled());
    auto *name = part<QLineEdit>("displayName");
    name->clear();
    QTest::keyClicks(name, u" "_s);
    click("saveProfile");
    QVERIFY(waitUntil([name] { return name->accessibleDescription().contains(u"32"_s); }));
    name->clear();
    QTest::keyClicks(name, u"Camille Durand"_s);
    QTest::keyClicks(part<QLineEdit>("statusText"), u"De retour a deux heures"_s);
    click("saveProfile");
    QVERIFY(waitUntil([this] { return workspace()->selfName() == u"Camille Durand"_s; }));
    QVERIFY(waitUntil([this] {
        const Profile *self = workspace()->people().find(workspace()->selfId());
        return self && self->statusText == u"De retour a deux heures"_s;
    }));
    QVERIFY(waitUntil([name] { return name->accessibleDescription() == u"Saved."_s; }));
}

void TestDialogs::passwordIsSetAndThenTheOldOneIsAsked()
{
    ask(u"editProfile"_s);
    dialog()->findChild<QTabWidget *>()->setCurrentIndex(1);
    QVERIFY(!part<QLineEdit>("oldPassword")->isVisible());
    part<QLineEdit>("newPassword")->setText(u"court"_s);
    click("setPassword");
    QVERIFY(part<QLineEdit>("newPassword")->accessibleDescription().contains(u"8"_s));
    part<QLineEdit>("newPassword")->setText(u"assez long celui-ci"_s);
    click("setPassword");
    QVERIFY(waitUntil([this] { return part<QLineEdit>("oldPassword")->isVisible(); }));
    QVERIFY(part<QLineEdit>("newPassword")->text().isEmpty());
    part<QLineEdit>("oldPassword")->setText(u"faux mais long"_s);
    part<QLineEdit>("newPassword")->setText(u"encore un autre"_s);
    click("setPassword");
    QVERIFY(
        waitUntil([this] { return part<QLineEdit>("oldPassword")->accessibleDescription().contains(u"present"_s); }));
}

void TestDialogs::changedKeyIsNotAcceptedByHaste()
{
    const QByteArray pin = workspace()->server().pin;
    ask(u"serverKeyChanged"_s);
    QVERIFY(!part<QPushButton>("acceptKey")->isEnabled());
    QTest::mouseClick(part<QPushButton>("acceptKey"), Qt::LeftButton);
    QVERIFY(dialog());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(closes());
    QCOMPARE(workspace()->server().pin, pin);
    ask(u"serverKeyChanged"_s);
    part<QCheckBox>("compared")->click();
    QTest::keyClick(part<QCheckBox>("compared"), Qt::Key_Return); // still not the default
    QVERIFY(closes());
    QCOMPARE(workspace()->server().pin, pin);
}

void TestDialogs::changedKeyIsAcceptedDeliberately()
{
    const QByteArray pin = workspace()->server().pin;
    ask(u"serverKeyChanged"_s);
    QVERIFY(part<QLabel>("newFingerprint")->text().startsWith(u"3232 3232"_s));
    part<QCheckBox>("compared")->click();
    click("acceptKey");
    QVERIFY(closes());
    QCOMPARE(workspace()->server().pin, QByteArray(32, '2'));
    workspace()->session().acceptServerKey(pin);
}

void TestDialogs::unsentTextComesBackToTheComposer()
{
    workspace()->stop();
    m_chat.window->showRoom(workspace(), m_chat.firstRoom());
    QVERIFY(workspace()->sendText(m_garden, u"À relire"_s));
    Q_EMIT requests().outbox(workspace());
    QVERIFY(finds("unsent", 1));
    click("edit");
    QVERIFY(closes());
    QCOMPARE(m_chat.window->room(), m_garden);
    QCOMPARE(m_chat.window->roomView().composer().text(), u"À relire"_s);
    QCOMPARE(workspace()->draft(m_garden), u"À relire"_s); // in the same step, not a pause later
    QCOMPARE(workspace()->outbox().unsentCount(), 0);
    m_chat.window->roomView().composer().setText({});
    workspace()->setDraft(m_garden, {});
    workspace()->start();
}

void TestDialogs::unsentTextIsThrownAway()
{
    workspace()->stop();
    QVERIFY(workspace()->sendText(m_garden, u"Trop vite"_s));
    Q_EMIT requests().outbox(workspace());
    QVERIFY(finds("unsent", 1));
    click("discard");
    QCOMPARE(workspace()->outbox().unsentCount(), 0);
    QVERIFY(!part<>("unsent")->isVisible());
    workspace()->start();
}

void TestDialogs::theSameDialogIsNotOpenTwice()
{
    ask(u"settings"_s);
    ask(u"settings"_s);
    int open = 0;
    const QList<QDialog *> all = m_chat.window->findChildren<QDialog *>();
    for (const QDialog *each : all)
        open += each->isVisible() ? 1 : 0;
    QCOMPARE(open, 1);
}

void TestDialogs::everyDialogChangesLanguage()
{
    QFETCH(QString, what);
    ask(what);
    PseudoTranslator pseudo;
    QCoreApplication::installTranslator(&pseudo);
    QCoreApplication::processEvents();
    const QStringList left = untranslated(*dialog());
    QCoreApplication::removeTranslator(&pseudo);
    QCoreApplication::processEvents();
    QCOMPARE(left, QStringList());
}

void TestDialogs::everyDialogIsReachedAndNamed()
{
    QFETCH(QString, what);
    ask(what);
    QCOMPARE(accessibilityProblems(*dialog()).join(u"; "_s), QString());
}

void TestDialogs::everyDialogClosesOnEscape()
{
    QFETCH(QString, what);
    ask(what);
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QVERIFY(closes());
    QVERIFY(workspace()->server().enrolled);
}

void TestDialogs::dialogsCloseWithTheirServer()
{
    ask(u"browseRooms"_s);
    m_chat.workspaces->remove(workspace()->id());
    QVERIFY(!dialog());
    QVERIFY(m_chat.window->isFirstRunShown());
}

QTEST_MAIN(TestDialogs)
#include "tst_dialogs.moc"
