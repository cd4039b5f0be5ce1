// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/language_manager.h"
#include "client-gui/app/theme.h"
#include "client-gui/dialogs/first_run_page.h"
#include "client-gui/dialogs/form_field.h"
#include "client-gui/nearby/found_servers.h"
#include "client-gui/nearby/found_servers_delegate.h"
#include "client-gui/rooms/quick_switcher.h"
#include "shared/discovery/discovery_responder.h"
#include "tests/gui/dialogs/dialog_checks.h"
#include "tests/gui/dialogs/scripted_server.h"
#include "tests/support/wait_until.h"

#include <QElapsedTimer>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

namespace {

constexpr int Pause = 20;

QList<NetworkLink> loopbackOnly()
{
    QList<NetworkLink> links = runningLinks();
    links.removeIf([](const NetworkLink &link) { return !link.loopback; });
    return links;
}

DiscoveryReply office()
{
    DiscoveryReply reply;
    reply.id = QByteArray(16, 'i');
    reply.name = u"Salon du quartier"_s;
    reply.port = wire_limits::DefaultPort;
    reply.pin = QByteArray(32, 'p');
    reply.online = 3;
    return reply;
}

} // namespace

/// Servers that answer on the network, in the first-run page and the quick switcher.
class TestFoundServers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void serverIsListedWithinASecond();
    void nothingFoundIsSaid();
    void computerWithoutANetworkIsSaid();
    void serverThatFallsSilentLeavesTheList();
    void serverThatComesLaterIsListed();
    void nothingIsSentWhileNobodyLooks();
    void choosingFillsTheAddressAndNothingElse();
    void keysLeadToTheListAndBack();
    void otherAddressIsNoLongerTheChosenOne();
    void serverWithTheAnnouncedKeyIsJoined();
    void serverWithAnotherKeyIsRefused();
    void knownServerIsNeverChangedByAnAnnouncement();
    void serverWithoutEncryptionCannotBeChosenOverANetwork();
    void addressesAreWrittenAsTheyAreRead_data();
    void addressesAreWrittenAsTheyAreRead();
    void wordsOfStrangersAreNoMarkup();
    void listSpeaksTheOtherLanguage();
    void everythingIsReachedAndNamed();
    void switcherOffersTheServer();
    void switcherLeavesOutOurs();

private:
    void answerWith(const DiscoveryReply &reply);
    void show();
    [[nodiscard]] FoundServers &found() const { return m_page->form().foundServers(); }
    [[nodiscard]] QListWidget &list() const { return found().list(); }
    [[nodiscard]] QLineEdit *field(const char *name) const
    {
        return m_page->findChild<QLineEdit *>(QLatin1StringView(name));
    }
    [[nodiscard]] bool isListed() const
    {
        return waitUntil([this] { return list().count() > 0; });
    }
    [[nodiscard]] ServerFinder::Options options() const { return { loopbackOnly, m_port, Pause }; }
    void chooseFirst();

    SystemClock m_clock;
    quint16 m_port = 0;
    std::unique_ptr<DiscoveryResponder> m_responder;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<LanguageManager> m_languages;
    std::unique_ptr<ClientProfile> m_profile;
    std::unique_ptr<Workspaces> m_workspaces;
    std::unique_ptr<FirstRunPage> m_page;
};

void TestFoundServers::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<ScriptedServer>();
    m_theme = std::make_unique<Theme>();
    m_languages = std::make_unique<LanguageManager>();
    m_languages->setChoice(LanguageChoice::English);
    ClientProfile::Options profile;
    profile.dataFolder = m_folder->path();
    profile.useKeychain = false;
    m_profile = std::make_unique<ClientProfile>(profile, m_clock);
    QVERIFY(m_profile->lock());
    m_profile->open();
    QVERIFY(waitUntil([this] { return m_profile->isOpen(); }));
    m_workspaces = std::make_unique<Workspaces>(*m_profile, u"test"_s, Workspace::Environment{ m_server->factory(), [] {
                                                                                                  return 0.5;
                                                                                              } });
    // The port of one who answers nothing yet.
    DiscoveryRates fast;
    fast.perSource = fast.inTotal = 1000;
    m_responder = std::make_unique<DiscoveryResponder>(m_clock, loopbackOnly, fast);
    QVERIFY(m_responder->start(0));
    m_port = m_responder->port();
    qputenv("SALON_DISCOVERY_PORT", QByteArray::number(m_port));
    m_page = std::make_unique<FirstRunPage>(*m_theme, *m_languages, *m_workspaces);
    found().finder().setOptions(options());
    m_page->resize(800, 700);
}

void TestFoundServers::cleanup()
{
    m_page.reset();
    m_responder.reset();
    m_workspaces.reset();
    m_profile.reset();
}

void TestFoundServers::answerWith(const DiscoveryReply &reply)
{
    m_responder->setReply(reply);
}

void TestFoundServers::show()
{
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void TestFoundServers::chooseFirst()
{
    QVERIFY(isListed());
    QTest::mouseClick(list().viewport(), Qt::LeftButton, {}, list().visualItemRect(list().item(0)).center());
}

void TestFoundServers::serverIsListedWithinASecond()
{
    answerWith(office());
    QElapsedTimer since;
    since.start();
    show();
    QVERIFY(isListed());
    QVERIFY2(since.elapsed() < 1000, qPrintable(QString::number(since.elapsed())));
    const QString spoken = list().item(0)->data(Qt::AccessibleTextRole).toString();
    QCOMPARE(spoken, u"Salon du quartier, 127.0.0.1, 3 online"_s);
    QVERIFY(list().isVisible());
    QVERIFY(found().message().isEmpty());
}

void TestFoundServers::nothingFoundIsSaid()
{
    show();
    QVERIFY(!found().message().isEmpty()); // looking
    QVERIFY(waitUntil([this] { return found().finder().hasLooked(); }));
    QVERIFY(!list().isVisible());
    QVERIFY(!found().message().isEmpty());
}

void TestFoundServers::computerWithoutANetworkIsSaid()
{
    show();
    QVERIFY(waitUntil([this] { return found().finder().hasLooked(); }));
    QVERIFY(found().finder().isAlone()); // nothing but its own loopback
    QCOMPARE(found().message(), u"This computer is not connected to a network."_s);
}

void TestFoundServers::serverThatFallsSilentLeavesTheList()
{
    answerWith(office());
    show();
    QVERIFY(isListed());
    m_responder->stop();
    QVERIFY(waitUntil([this] { return list().count() == 0; }));
    QVERIFY(!list().isVisible());
}

void TestFoundServers::serverThatComesLaterIsListed()
{
    show();
    QVERIFY(waitUntil([this] { return found().finder().hasLooked(); }));
    answerWith(office());
    QVERIFY(isListed());
}

void TestFoundServers::nothingIsSentWhileNobodyLooks()
{
    ServerFinder &finder = found().finder();
    QVERIFY(!finder.isActive());
    show();
    QVERIFY(finder.isActive());
    m_page->findChild<QPushButton *>(u"side"_s)->click(); // an account, whose server is known
    QVERIFY(!finder.isActive());
    m_page->findChild<QPushButton *>(u"side"_s)->click();
    QVERIFY(finder.isActive());
    m_page->hide();
    QVERIFY(!finder.isActive());
}

void TestFoundServers::choosingFillsTheAddressAndNothingElse()
{
    answerWith(office());
    show();
    chooseFirst();
    QCOMPARE(field("address")->text(), u"127.0.0.1"_s);
    QCOMPARE(QApplication::focusWidget(), field("name"));
    // The beginning of the key, to be compared.
    QVERIFY2(field("address")->accessibleDescription().contains(u"7070 7070"_s),
        qPrintable(field("address")->accessibleDescription()));
    QVERIFY(!m_page->form().isBusy());
    QCOMPARE(m_server->connections, 0);
    QVERIFY(m_workspaces->isEmpty());
}

void TestFoundServers::keysLeadToTheListAndBack()
{
    answerWith(office());
    show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QVERIFY(isListed());
    field("address")->setFocus();
    QTest::keyClick(field("address"), Qt::Key_Up);
    QCOMPARE(QApplication::focusWidget(), &list());
    QCOMPARE(list().currentRow(), 0);
    QTest::keyClick(&list(), Qt::Key_Return);
    QCOMPARE(field("address")->text(), u"127.0.0.1"_s);
    QVERIFY(!m_page->form().isBusy());
    QCOMPARE(m_server->connections, 0);
    field("address")->setFocus();
    QTest::keyClick(field("address"), Qt::Key_Backtab);
    QCOMPARE(QApplication::focusWidget(), &list());
}

void TestFoundServers::otherAddressIsNoLongerTheChosenOne()
{
    answerWith(office());
    show();
    chooseFirst();
    field("address")->setText(u"127.0.0.2"_s);
    QVERIFY(!field("address")->accessibleDescription().contains(u"7070"_s));
    m_server->pin = QByteArray(32, 'x');
    field("name")->setText(u"Zoé"_s);
    QSignalSpy done(&m_page->form(), &JoinForm::done);
    m_page->form().submit();
    QVERIFY(waitUntil([&] { return done.count() == 1; })); // nothing was announced of this one
}

void TestFoundServers::serverWithTheAnnouncedKeyIsJoined()
{
    answerWith(office());
    show();
    chooseFirst();
    field("name")->setText(u"Zoé"_s);
    QSignalSpy done(&m_page->form(), &JoinForm::done);
    m_page->form().submit();
    QVERIFY(waitUntil([&] { return done.count() == 1; }));
    QCOMPARE(m_server->registrations.size(), 1);
}

void TestFoundServers::serverWithAnotherKeyIsRefused()
{
    answerWith(office());
    m_server->pin = QByteArray(32, 'x');
    show();
    chooseFirst();
    field("name")->setText(u"Zoé"_s);
    m_page->form().submit();
    QVERIFY(waitUntil([this] { return !m_page->form().isBusy(); }));
    QVERIFY(qobject_cast<FormField *>(field("address")->parentWidget())->hasTrouble());
    QVERIFY(field("address")->accessibleDescription().contains(u"announced"_s));
    QVERIFY(m_server->registrations.isEmpty());
    QVERIFY(m_workspaces->isEmpty());
}

void TestFoundServers::knownServerIsNeverChangedByAnAnnouncement()
{
    answerWith(office());
    show();
    chooseFirst();
    field("name")->setText(u"Zoé"_s);
    QSignalSpy done(&m_page->form(), &JoinForm::done);
    m_page->form().submit();
    QVERIFY(waitUntil([&] { return done.count() == 1; }));
    m_page->form().reset();
    DiscoveryReply other = office();
    other.pin = QByteArray(32, 'x');
    answerWith(other);
    QVERIFY(waitUntil(
        [this] { return list().count() == 1 && found().finder().servers().constFirst().pin == QByteArray(32, 'x'); }));
    chooseFirst();
    field("name")->setText(u"Zoé"_s);
    m_page->form().submit();
    QVERIFY(waitUntil([this] { return !m_page->form().isBusy(); }));
    QVERIFY(qobject_cast<FormField *>(field("address")->parentWidget())->hasTrouble());
    QCOMPARE(m_workspaces->all().constFirst()->server().pin, QByteArray(32, 'p'));
}

void TestFoundServers::serverWithoutEncryptionCannotBeChosenOverANetwork()
{
    DiscoveryReply open = office();
    open.pin.clear();
    QVERIFY(!FoundServer::of({ open, { QHostAddress(u"192.168.1.9"_s) } }).isJoinable());
    const FoundServer here = FoundServer::of({ open, { QHostAddress(u"127.0.0.1"_s) } });
    QVERIFY(here.isJoinable());
    const Result<JoinLink> link = JoinLink::parse(here.address);
    QVERIFY(link);
    QVERIFY(link->plain);
    QCOMPARE(link->host, u"127.0.0.1"_s);
}

void TestFoundServers::addressesAreWrittenAsTheyAreRead_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<quint16>("port");
    QTest::addColumn<QString>("written");
    QTest::newRow("IPv4") << u"192.168.1.20"_s << quint16(7256) << u"192.168.1.20"_s;
    QTest::newRow("other port") << u"192.168.1.20"_s << quint16(7300) << u"192.168.1.20:7300"_s;
    QTest::newRow("IPv6") << u"fd00::20"_s << quint16(7256) << u"fd00::20"_s;
    QTest::newRow("IPv6 with port") << u"fd00::20"_s << quint16(7300) << u"[fd00::20]:7300"_s;
    QTest::newRow("link-local") << u"fe80::1%eth0"_s << quint16(7300) << u"[fe80::1%eth0]:7300"_s;
}

void TestFoundServers::addressesAreWrittenAsTheyAreRead()
{
    QFETCH(QString, host);
    QFETCH(quint16, port);
    DiscoveryReply reply = office();
    reply.port = port;
    const FoundServer server = FoundServer::of({ reply, { QHostAddress(host) } });
    QTEST(server.address, "written");
    const Result<JoinLink> link = JoinLink::parse(server.address);
    QVERIFY(link);
    QCOMPARE(link->host, host);
    QCOMPARE(link->port, port);
    QVERIFY(link->pin.isEmpty());
}

void TestFoundServers::wordsOfStrangersAreNoMarkup()
{
    DiscoveryReply reply = office();
    reply.name = u"<img src='file:///etc/passwd'>"_s;
    answerWith(reply);
    show();
    QVERIFY(isListed());
    QCOMPARE(list().item(0)->text(), reply.name);
    QVERIFY(!list().item(0)->toolTip().contains(u"<img"_s));
}

void TestFoundServers::listSpeaksTheOtherLanguage()
{
    answerWith(office());
    show();
    QVERIFY(isListed());
    PseudoTranslator pseudo;
    QCoreApplication::installTranslator(&pseudo);
    QCoreApplication::processEvents();
    QVERIFY(list().accessibleName().startsWith(u'['));
    QVERIFY(list().item(0)->data(FoundServersDelegate::PeopleRole).toString().startsWith(u'['));
    QCoreApplication::removeTranslator(&pseudo);
}

void TestFoundServers::everythingIsReachedAndNamed()
{
    answerWith(office());
    show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QVERIFY(isListed());
    QCOMPARE(accessibilityProblems(*m_page).join(u"; "_s), QString());
}

void TestFoundServers::switcherOffersTheServer()
{
    answerWith(office());
    Result<Workspace *> added = m_workspaces->add(*JoinLink::parse(u"chat.example.org"_s));
    QVERIFY(added);
    QWidget window;
    window.resize(800, 600);
    QuickSwitcher switcher(*m_theme, &window);
    switcher.finder().setOptions(options());
    QSignalSpy chosen(&switcher, &QuickSwitcher::serverChosen);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    switcher.open(**added);
    QVERIFY(waitUntil([&] { return switcher.list().count() == 1; }));
    QVERIFY(switcher.list().item(0)->data(Qt::AccessibleTextRole).toString().contains(u"127.0.0.1"_s));
    auto *typed = switcher.findChild<QLineEdit *>();
    QTest::keyClicks(typed, u"quart"_s);
    QCOMPARE(switcher.list().count(), 1);
    QTest::keyClick(typed, Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.constFirst().constFirst().value<FoundServer>().pin, QByteArray(32, 'p'));
    QVERIFY(!switcher.isVisible());
    QVERIFY(!switcher.finder().isActive());
}

void TestFoundServers::switcherLeavesOutOurs()
{
    answerWith(office());
    Result<Workspace *> added = m_workspaces->add(*JoinLink::parse(u"chat.example.org"_s));
    QVERIFY(added);
    QWidget window;
    window.resize(800, 600);
    QuickSwitcher switcher(*m_theme, &window);
    switcher.finder().setOptions(options());
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    switcher.open(**added, [](const FoundServer &) { return true; });
    QVERIFY(waitUntil([&] { return !switcher.finder().servers().isEmpty(); }));
    QCOMPARE(switcher.list().count(), 0);
}

QTEST_MAIN(TestFoundServers)
#include "tst_found_servers.moc"
