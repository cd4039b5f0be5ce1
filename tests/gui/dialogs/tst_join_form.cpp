// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "dialog_checks.h"
#include "scripted_server.h"

#include "client-gui/app/language_manager.h"
#include "client-gui/app/theme.h"
#include "client-gui/dialogs/first_run_page.h"
#include "client-gui/dialogs/form_field.h"
#include "client-gui/dialogs/join_dialog.h"
#include "tests/support/wait_until.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

namespace {

const QString GoodLink = u"salon://chat.example.org/?invite=BLUE-CAT"_s;

} // namespace

/// The questions of joining, against a server that is told what to answer.
class TestJoinForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void emptyFieldsAreNamedWithoutAConnection();
    void addressesThatNobodyCanReachAreRefusedInPlace_data();
    void addressesThatNobodyCanReachAreRefusedInPlace();
    void nameOfNothingButSpacesIsRefused();
    void linkWithInvitationNeedsNothingElse();
    void linkIsTakenWithSpacesAround();
    void openServerNeedsNoInvitation();
    void takenLoginIsTriedAgainWithANumber();
    void afterTwentyTakenLoginsThePersonIsAsked();
    void chosenLoginIsNotChangedBehindOnesBack();
    void invitationIsAskedForInTheSamePlace();
    void wrongInvitationIsSaidBesideIt();
    void wholeLinkIsTakenAsInvitation();
    void closedServerAsksForAnAccount();
    void wrongPasswordIsSaidBesideIt();
    void accountWithPasswordLogsIn();
    void deviceThatIsKnownThereIsLetInWithoutAnyQuestion();
    void unreachableServerIsForgottenAgain_data();
    void unreachableServerIsForgottenAgain();
    void linkOfAnotherServerIsNeverAccepted();
    void linkWithAnotherKeyThanTheRememberedOneIsRefused();
    void changedKeyOfAKnownServerIsShown();
    void attemptCanBeCancelled();
    void closingTheDialogEndsTheAttempt();
    void errorsMoveNothing();
    void refusedDeviceLogsInAgain();
    void troublesChangeLanguage();
    void everythingIsReachedAndNamed();

private:
    [[nodiscard]] QLineEdit *field(const char *name) const
    {
        return m_page->findChild<QLineEdit *>(QLatin1StringView(name));
    }
    [[nodiscard]] QPushButton *button(const char *name) const
    {
        return m_page->findChild<QPushButton *>(QLatin1StringView(name));
    }
    [[nodiscard]] QString noteOf(const char *name) const { return field(name)->accessibleDescription(); }
    [[nodiscard]] bool isInTrouble(const char *name) const
    {
        return qobject_cast<FormField *>(field(name)->parentWidget())->hasTrouble();
    }
    void fill(const QString &address, const QString &name);
    [[nodiscard]] bool joins();
    [[nodiscard]] bool comesToRest();
    JoinForm &form() const { return m_page->form(); }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<LanguageManager> m_languages;
    std::unique_ptr<ClientProfile> m_profile;
    std::unique_ptr<Workspaces> m_workspaces;
    std::unique_ptr<FirstRunPage> m_page;
    std::unique_ptr<QSignalSpy> m_done;
};

void TestJoinForm::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<ScriptedServer>();
    m_server->invitation = u"BLUE-CAT"_s;
    m_theme = std::make_unique<Theme>();
    m_languages = std::make_unique<LanguageManager>();
    m_languages->setChoice(LanguageChoice::English);
    ClientProfile::Options options;
    options.dataFolder = m_folder->path();
    options.useKeychain = false;
    m_profile = std::make_unique<ClientProfile>(options, m_clock);
    QVERIFY(m_profile->lock());
    m_profile->open();
    QVERIFY(waitUntil([this] { return m_profile->isOpen(); }));
    m_workspaces = std::make_unique<Workspaces>(*m_profile, u"test"_s, Workspace::Environment{ m_server->factory(), [] {
                                                                                                  return 0.5;
                                                                                              } });
    m_page = std::make_unique<FirstRunPage>(*m_theme, *m_languages, *m_workspaces);
    m_done = std::make_unique<QSignalSpy>(&form(), &JoinForm::done);
    m_page->resize(800, 700);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void TestJoinForm::cleanup()
{
    m_done.reset();
    m_page.reset();
    m_workspaces.reset();
    m_profile.reset();
}

void TestJoinForm::fill(const QString &address, const QString &name)
{
    field("address")->setText(address);
    field("name")->setText(name);
}

bool TestJoinForm::joins()
{
    return waitUntil([this] { return m_done->count() > 0; });
}

bool TestJoinForm::comesToRest()
{
    return waitUntil([this] { return !form().isBusy(); });
}

void TestJoinForm::emptyFieldsAreNamedWithoutAConnection()
{
    QTest::mouseClick(button("submit"), Qt::LeftButton);
    QVERIFY(isInTrouble("address"));
    field("address")->setText(u"chat.example.org"_s);
    QTest::keyClick(field("address"), Qt::Key_Return);
    QVERIFY(!isInTrouble("address"));
    QVERIFY(isInTrouble("name"));
    QCOMPARE(m_server->connections, 0);
    QVERIFY(m_workspaces->isEmpty());
}

void TestJoinForm::addressesThatNobodyCanReachAreRefusedInPlace_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("web page") << u"https://chat.example.org"_s;
    QTest::newRow("space") << u"chat example org"_s;
    QTest::newRow("port 0") << u"chat.example.org:0"_s;
    QTest::newRow("port too large") << u"chat.example.org:70000"_s;
    QTest::newRow("broken key") << u"salon://chat.example.org/?key=short"_s;
}

void TestJoinForm::addressesThatNobodyCanReachAreRefusedInPlace()
{
    QFETCH(QString, address);
    fill(address, u"Zoé"_s);
    form().submit();
    QVERIFY(isInTrouble("address"));
    QVERIFY(!form().isBusy());
    QCOMPARE(m_server->connections, 0);
}

void TestJoinForm::nameOfNothingButSpacesIsRefused()
{
    fill(GoodLink, u"  \u200b "_s);
    form().submit();
    QVERIFY(isInTrouble("name"));
    QCOMPARE(m_server->connections, 0);
}

void TestJoinForm::linkWithInvitationNeedsNothingElse()
{
    m_server->policy = RegistrationPolicy::Invitation;
    fill(GoodLink, u"Zoé Martin"_s);
    form().submit();
    QVERIFY(joins());
    QCOMPARE(m_server->registrations.size(), 1);
    QCOMPARE(m_server->registrations.at(0).login, u"zoe.martin"_s);
    QCOMPARE(m_server->registrations.at(0).displayName, u"Zoé Martin"_s);
    QCOMPARE(m_server->registrations.at(0).invitation, u"BLUE-CAT"_s);
    QVERIFY(m_server->registrations.at(0).password.isEmpty());
    QCOMPARE(m_workspaces->count(), 1);
    QVERIFY(m_workspaces->all().constFirst()->server().enrolled);
    QVERIFY(!m_profile->servers().all().constFirst().address.toString().contains(u"BLUE-CAT"_s));
}

void TestJoinForm::linkIsTakenWithSpacesAround()
{
    fill(u"  \n"_s + GoodLink + u"\t "_s, u"Zoé"_s);
    form().submit();
    QVERIFY(joins());
}

void TestJoinForm::openServerNeedsNoInvitation()
{
    fill(u"chat.example.org:7300"_s, u"Ahmed"_s);
    form().submit();
    QVERIFY(form().isBusy());
    QVERIFY(form().statusText().contains(u"chat.example.org"_s));
    QVERIFY(joins());
    QCOMPARE(m_workspaces->all().constFirst()->server().address.port, quint16(7300));
}

void TestJoinForm::takenLoginIsTriedAgainWithANumber()
{
    m_server->takenLogins = { u"marie"_s, u"marie2"_s };
    fill(GoodLink, u"Marie"_s);
    form().submit();
    QVERIFY(joins());
    QCOMPARE(m_server->registrations.size(), 3);
    QCOMPARE(m_server->registrations.at(1).login, u"marie2"_s);
    QCOMPARE(m_server->registrations.at(2).login, u"marie3"_s);
    QCOMPARE(m_server->registrations.at(2).displayName, u"Marie"_s);
}

void TestJoinForm::afterTwentyTakenLoginsThePersonIsAsked()
{
    m_server->takenLogins.append(u"marie"_s);
    for (int i = 2; i < 1000; ++i)
        m_server->takenLogins.append(u"marie%1"_s.arg(i));
    fill(GoodLink, u"Marie"_s);
    form().submit();
    QVERIFY(comesToRest());
    QCOMPARE(m_server->registrations.size(), JoinAttempt::MaxLogins);
    QVERIFY(field("newLogin")->isVisible());
    QVERIFY(isInTrouble("newLogin"));
    QVERIFY(m_workspaces->isEmpty());
}

void TestJoinForm::chosenLoginIsNotChangedBehindOnesBack()
{
    m_server->takenLogins = { u"marie"_s };
    fill(GoodLink, u"Marie Curie"_s);
    button("more")->click();
    field("newLogin")->setText(u"Marie"_s);
    field("newPassword")->setText(u"radium et polonium"_s);
    form().submit();
    QVERIFY(comesToRest());
    QCOMPARE(m_server->registrations.size(), 1);
    QVERIFY(isInTrouble("newLogin"));
    field("newLogin")->setText(u"m.curie"_s);
    form().submit();
    QVERIFY(joins());
    QCOMPARE(m_server->registrations.constLast().login, u"m.curie"_s);
    QCOMPARE(m_server->registrations.constLast().password, u"radium et polonium"_s);
}

void TestJoinForm::invitationIsAskedForInTheSamePlace()
{
    m_server->policy = RegistrationPolicy::Invitation;
    fill(u"chat.example.org"_s, u"Luc"_s);
    form().submit();
    QVERIFY(comesToRest());
    QCOMPARE(form().stage(), JoinForm::Stage::Invitation);
    QVERIFY(field("code")->isVisible());
    QVERIFY(!isInTrouble("code"));
    form().submit();
    QVERIFY(isInTrouble("code"));
    field("code")->setText(u" BLUE-CAT "_s);
    QTest::keyClick(field("code"), Qt::Key_Return);
    QVERIFY(joins());
    QCOMPARE(m_workspaces->count(), 1);
}

void TestJoinForm::wrongInvitationIsSaidBesideIt()
{
    m_server->policy = RegistrationPolicy::Invitation;
    fill(u"salon://chat.example.org/?invite=OLD"_s, u"Luc"_s);
    form().submit();
    QVERIFY(comesToRest());
    QCOMPARE(form().stage(), JoinForm::Stage::Invitation);
    QVERIFY(isInTrouble("code"));
    field("code")->setText(u"BLUE-CAT"_s);
    form().submit();
    QVERIFY(joins());
}

void TestJoinForm::wholeLinkIsTakenAsInvitation()
{
    m_server->policy = RegistrationPolicy::Invitation;
    fill(u"chat.example.org"_s, u"Luc"_s);
    form().submit();
    QVERIFY(comesToRest());
    field("code")->setText(GoodLink);
    form().submit();
    QVERIFY(joins());
}

void TestJoinForm::closedServerAsksForAnAccount()
{
    m_server->policy = RegistrationPolicy::Closed;
    fill(u"chat.example.org"_s, u"Luc"_s);
    form().submit();
    QVERIFY(comesToRest());
    QCOMPARE(form().stage(), JoinForm::Stage::Account);
    QVERIFY(!form().statusText().isEmpty());
    QVERIFY(field("login")->isVisible());
    QVERIFY(field("password")->isVisible());
    QCOMPARE(m_done->count(), 0);
}

void TestJoinForm::wrongPasswordIsSaidBesideIt()
{
    m_server->account = u"luc"_s;
    m_server->password = u"correct horse"_s;
    fill(u"chat.example.org"_s, {});
    QTest::mouseClick(button("side"), Qt::LeftButton);
    QCOMPARE(form().stage(), JoinForm::Stage::Account);
    field("login")->setText(u"luc"_s);
    form().submit();
    QVERIFY(isInTrouble("password"));
    field("password")->setText(u"wrong"_s);
    form().submit();
    QVERIFY(comesToRest());
    QVERIFY(isInTrouble("password"));
    QVERIFY(m_workspaces->isEmpty());
}

void TestJoinForm::accountWithPasswordLogsIn()
{
    m_server->account = u"luc"_s;
    m_server->password = u"correct horse"_s;
    fill(u"chat.example.org"_s, {});
    button("side")->click();
    field("login")->setText(u"Luc"_s);
    field("password")->setText(u"correct horse"_s);
    form().submit();
    QVERIFY(joins());
    QVERIFY(m_server->registrations.isEmpty());
    QCOMPARE(m_server->logins.size(), 1);
}

void TestJoinForm::deviceThatIsKnownThereIsLetInWithoutAnyQuestion()
{
    m_server->policy = RegistrationPolicy::Invitation;
    m_server->knowsDevice = true;
    m_server->account = u"luc"_s;
    fill(u"chat.example.org"_s, u"Luc"_s);
    form().submit();
    QVERIFY(joins());
    QCOMPARE(m_server->keyLogins, 1);
}

void TestJoinForm::unreachableServerIsForgottenAgain_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("no such host") << ErrorCode::HostNotFound;
    QTest::newRow("refused") << ErrorCode::ConnectionRefused;
    QTest::newRow("no TLS") << ErrorCode::TlsFailed;
    QTest::newRow("lost") << ErrorCode::ConnectionLost;
}

void TestJoinForm::unreachableServerIsForgottenAgain()
{
    QFETCH(ErrorCode, code);
    m_server->unreachable = Error{ code };
    fill(GoodLink, u"Zoé"_s);
    form().submit();
    QVERIFY(comesToRest());
    QVERIFY(isInTrouble("address"));
    QVERIFY(!noteOf("address").isEmpty());
    QVERIFY(m_workspaces->isEmpty());
    QVERIFY(m_profile->servers().all().isEmpty());
    QCOMPARE(field("name")->text(), u"Zoé"_s);
    // It comes back, and the same button works.
    m_server->unreachable.reset();
    form().submit();
    QVERIFY(joins());
}

void TestJoinForm::linkOfAnotherServerIsNeverAccepted()
{
    m_server->pin = QByteArray(32, 'x');
    JoinLink link = *JoinLink::parse(GoodLink);
    link.pin = QByteArray(32, 'p');
    fill(link.toString(), u"Zoé"_s);
    form().submit();
    QVERIFY(comesToRest());
    QVERIFY(isInTrouble("address"));
    QCOMPARE(m_done->count(), 0);
    QVERIFY(m_server->registrations.isEmpty());
    QVERIFY(m_workspaces->isEmpty());
}

void TestJoinForm::linkWithAnotherKeyThanTheRememberedOneIsRefused()
{
    m_server->pin = QByteArray(32, 'x');
    fill(GoodLink, u"Zoé"_s);
    form().submit();
    QVERIFY(joins());
    Workspace *known = m_workspaces->all().constFirst();
    form().reset();
    JoinLink link = *JoinLink::parse(GoodLink);
    link.pin = QByteArray(32, 'p');
    QSignalSpy changed(&form(), &JoinForm::keyChanged);
    fill(link.toString(), u"Zoé"_s);
    form().submit();
    QVERIFY(comesToRest());
    QVERIFY(isInTrouble("address"));
    QVERIFY2(noteOf("address").contains(u"Le quartier"_s), qPrintable(noteOf("address")));
    QCOMPARE(changed.count(), 0); // nobody is offered to pin what a link says
    QCOMPARE(known->server().pin, QByteArray(32, 'x'));
    QCOMPARE(m_workspaces->count(), 1);
}

void TestJoinForm::changedKeyOfAKnownServerIsShown()
{
    m_server->pin = QByteArray(32, 'x');
    fill(GoodLink, u"Luc"_s);
    form().submit();
    QVERIFY(joins());
    Workspace *workspace = m_workspaces->all().constFirst();
    workspace->stop();
    m_server->pin = QByteArray(32, 'y');
    auto *dialog = new JoinDialog(
        *m_theme, *m_workspaces, workspace, RegistrationPolicy::Invitation, Error{ ErrorCode::DeviceUnknown });
    QSignalSpy changed(&dialog->form(), &JoinForm::keyChanged);
    dialog->open();
    dialog->findChild<QLineEdit *>(u"login"_s)->setText(u"luc"_s);
    dialog->findChild<QLineEdit *>(u"password"_s)->setText(u"correct horse"_s);
    dialog->form().submit();
    QVERIFY(waitUntil([&] { return !dialog->form().isBusy(); }));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.constFirst().at(1).toByteArray(), QByteArray(32, 'x'));
    QCOMPARE(changed.constFirst().at(2).toByteArray(), QByteArray(32, 'y'));
    delete dialog;
}

void TestJoinForm::attemptCanBeCancelled()
{
    m_server->hangs = true;
    fill(GoodLink, u"Zoé"_s);
    form().submit();
    QVERIFY(waitUntil([this] { return m_server->connections == 1; }));
    QVERIFY(!field("address")->isEnabled());
    QTest::mouseClick(button("side"), Qt::LeftButton);
    QVERIFY(!form().isBusy());
    QVERIFY(field("address")->isEnabled());
    QVERIFY(m_workspaces->isEmpty());
    QVERIFY(form().statusText().isEmpty());
}

void TestJoinForm::closingTheDialogEndsTheAttempt()
{
    m_server->hangs = true;
    auto *dialog = new JoinDialog(*m_theme, *m_workspaces, GoodLink);
    const QPointer<JoinDialog> watched = dialog;
    dialog->form().setName(u"Zoé"_s);
    dialog->open();
    dialog->form().submit();
    QVERIFY(waitUntil([this] { return m_server->connections == 1; }));
    QCOMPARE(m_workspaces->count(), 1);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(waitUntil([&] { return watched.isNull(); }));
    QVERIFY(m_workspaces->isEmpty());
}

void TestJoinForm::errorsMoveNothing()
{
    const int before = form().height();
    const QPoint place = button("submit")->mapTo(m_page.get(), QPoint());
    m_server->unreachable = Error{ ErrorCode::HostNotFound };
    fill(GoodLink, u"Zoé"_s);
    form().submit();
    QVERIFY(comesToRest());
    QVERIFY(isInTrouble("address"));
    QCoreApplication::processEvents();
    QCOMPARE(form().height(), before);
    QCOMPARE(button("submit")->mapTo(m_page.get(), QPoint()), place);
}

void TestJoinForm::refusedDeviceLogsInAgain()
{
    fill(GoodLink, u"Luc"_s);
    form().submit();
    QVERIFY(joins());
    Workspace *workspace = m_workspaces->all().constFirst();
    workspace->stop();
    m_server->account = u"luc"_s;
    m_server->password = u"correct horse"_s;
    auto *dialog = new JoinDialog(
        *m_theme, *m_workspaces, workspace, RegistrationPolicy::Invitation, Error{ ErrorCode::DeviceUnknown });
    QSignalSpy joined(dialog, &JoinDialog::joined);
    dialog->open();
    QCOMPARE(dialog->form().stage(), JoinForm::Stage::Account);
    QVERIFY(!dialog->form().statusText().isEmpty());
    QCOMPARE(dialog->findChild<QLineEdit *>(u"login"_s)->text(), u"luc"_s);
    QVERIFY(!dialog->findChild<QLineEdit *>(u"address"_s)->isVisible());
    dialog->findChild<QLineEdit *>(u"password"_s)->setText(u"wrong"_s);
    dialog->form().submit();
    QVERIFY(waitUntil([&] { return !dialog->form().isBusy(); }));
    QCOMPARE(m_workspaces->count(), 1); // a known server is never forgotten by this
    dialog->findChild<QLineEdit *>(u"password"_s)->setText(u"correct horse"_s);
    dialog->form().submit();
    QVERIFY(waitUntil([&] { return joined.count() == 1; }));
    QCOMPARE(m_workspaces->count(), 1);
}

void TestJoinForm::troublesChangeLanguage()
{
    m_server->unreachable = Error{ ErrorCode::HostNotFound };
    fill(GoodLink, u"Zoé"_s);
    form().submit();
    QVERIFY(comesToRest());
    const QString before = noteOf("address");
    PseudoTranslator pseudo;
    QCoreApplication::installTranslator(&pseudo);
    QCoreApplication::processEvents();
    QCOMPARE(noteOf("address").left(before.size() + 1), u'[' + before);
    QVERIFY(button("submit")->text().startsWith(u'['));
    QVERIFY(field("name")->accessibleName().startsWith(u'['));
    QCoreApplication::removeTranslator(&pseudo);
}

void TestJoinForm::everythingIsReachedAndNamed()
{
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    button("more")->click();
    QCOMPARE(accessibilityProblems(*m_page).join(u"; "_s), QString());
    button("side")->click();
    QCOMPARE(accessibilityProblems(*m_page).join(u"; "_s), QString());
}

QTEST_MAIN(TestJoinForm)
#include "tst_join_form.moc"
