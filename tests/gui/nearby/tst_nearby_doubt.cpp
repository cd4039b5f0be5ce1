// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "nearby_device.h"

#include "client-gui/app/control_look.h"
#include "client-gui/app/language_manager.h"
#include "client-gui/app/theme.h"
#include "client-gui/composer/composer.h"
#include "client-gui/main_window/main_window.h"
#include "client-gui/nearby/decision_page.h"
#include "client-gui/nearby/nearby_face.h"
#include "client-gui/nearby/nearby_panel.h"
#include "client-gui/nearby/nearby_view.h"
#include "client-gui/nearby/words_dialog.h"
#include "shared/client-core/workspaces.h"

#include <QLabel>
#include <QListView>
#include <QPointer>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// Somebody who is not who they seem: told apart from the one who is known, in plain words, before anything is sent.
class TestNearbyDoubt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void sameNameIsToldApart_data() { languages(); }
    void sameNameIsToldApart();
    void anotherDeviceAtTheAddressIsToldApart_data() { languages(); }
    void anotherDeviceAtTheAddressIsToldApart();
    void bothSetsOfWordsStandTogether();
    void refusingIsTheObviousAnswer();
    void nothingIsWrittenBeforeTheDecision();
    void listSaysIt();
    void wordsDialogSaysItToo();
    void whoIsNotDoubtedLooksAsUsual();

private:
    static void languages()
    {
        QTest::addColumn<LanguageChoice>("language");
        QTest::newRow("English") << LanguageChoice::English;
        QTest::newRow("French") << LanguageChoice::French;
    }
    void put(PeerDoubt doubt);
    [[nodiscard]] Nearby &mine() const { return *m_me->nearby; }
    template <class Widget>
    [[nodiscard]] Widget *part(const char *name) const
    {
        return m_window->nearbyView()->findChild<Widget *>(QLatin1StringView(name));
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<LanguageManager> m_languages;
    std::unique_ptr<NearbyDevice> m_me;
    std::unique_ptr<Workspaces> m_workspaces;
    std::unique_ptr<MainWindow> m_window;
    NearbyPerson m_known;
    NearbyPerson m_other;
};

void TestNearbyDoubt::init()
{
    qputenv("SALON_DISCOVERY_PORT", "0");
    m_theme = std::make_unique<Theme>();
    m_theme->setReducedMotion(true);
    m_languages = std::make_unique<LanguageManager>();
    m_languages->setChoice(LanguageChoice::English);
    m_me = std::make_unique<NearbyDevice>(u"Camille"_s);
    QVERIFY(m_me->isReady);
    m_workspaces = std::make_unique<Workspaces>(*m_me->profile, u"test"_s);
    m_window = std::make_unique<MainWindow>(*m_theme, *m_languages, *m_me->profile, *m_workspaces);
    m_window->setNearby(mine());
    m_window->resize(1100, 700);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_known = {};
    m_known.key = QByteArray(32, 'k');
    m_known.name = u"Bob"_s;
    m_known.trust = PeerTrust::Accepted;
    m_known.words = { u"nova"_s, u"puro"_s, u"fisa"_s, u"gono"_s };
    mine().people().put(m_known);
    m_other = {};
    m_other.key = QByteArray(32, 'o');
    m_other.name = u"Bob"_s;
    m_other.asks = true;
    m_other.words = { u"mare"_s, u"tilo"_s, u"kuna"_s, u"resi"_s };
}

void TestNearbyDoubt::cleanup()
{
    m_window.reset();
    m_workspaces.reset();
    m_me.reset();
    m_languages.reset();
}

void TestNearbyDoubt::put(PeerDoubt doubt)
{
    m_other.doubt = doubt;
    m_other.notKey = doubt == PeerDoubt::None ? QByteArray() : m_known.key;
    mine().people().put(m_other);
    m_window->showNearby(m_other.key);
}

void TestNearbyDoubt::sameNameIsToldApart()
{
    QFETCH(LanguageChoice, language);
    m_languages->setChoice(language);
    put(PeerDoubt::None);
    const QString usual = part<QLabel>("decisionHead")->text();
    put(PeerDoubt::SameNameAsKnown);
    QVERIFY(m_window->nearbyView()->decision().isVisible());
    const QString head = part<QLabel>("decisionHead")->text();
    QVERIFY(head != usual);
    QVERIFY(head.contains(u"Bob"_s));
    if (language == LanguageChoice::English) {
        QCOMPARE(head, u"This is not the Bob that you know"_s);
        QVERIFY(part<QLabel>("decisionText")->text().contains(u"Compare the four words before you answer."_s));
    }
}

void TestNearbyDoubt::anotherDeviceAtTheAddressIsToldApart()
{
    QFETCH(LanguageChoice, language);
    m_languages->setChoice(language);
    m_other.name = u"Mallory"_s;
    m_other.address = u"192.0.2.7:7258"_s;
    put(PeerDoubt::OtherKeyAtAddress);
    const QString text = part<QLabel>("decisionText")->text();
    QVERIFY2(text.contains(u"Bob"_s) && text.contains(u"Mallory"_s), qPrintable(text));
    if (language == LanguageChoice::English) {
        QCOMPARE(part<QLabel>("decisionHead")->text(), u"Another device answers at this address than before"_s);
        QVERIFY(text.contains(u"Compare the four words before you answer."_s));
    }
}

void TestNearbyDoubt::bothSetsOfWordsStandTogether()
{
    put(PeerDoubt::SameNameAsKnown);
    const auto *theirs = part<QLabel>("theirWords");
    const auto *known = part<QLabel>("knownWords");
    QVERIFY(theirs->isVisible() && known->isVisible());
    QCOMPARE(theirs->text(), wordsLine(m_other.words));
    QCOMPARE(known->text(), wordsLine(m_known.words));
    QCoreApplication::processEvents();
    QTRY_VERIFY(theirs->mapToGlobal(QPoint()).x() < known->mapToGlobal(QPoint()).x()); // side by side
    QCOMPARE(theirs->mapToGlobal(QPoint()).y(), known->mapToGlobal(QPoint()).y());
    // Found later than the person.
    m_known.words = { u"sola"_s, u"tira"_s, u"mono"_s, u"lupa"_s };
    mine().people().put(m_known);
    QCOMPARE(known->text(), wordsLine(m_known.words));
}

void TestNearbyDoubt::refusingIsTheObviousAnswer()
{
    put(PeerDoubt::SameNameAsKnown);
    const auto *refuse = part<QPushButton>("refusePerson");
    QCOMPARE(buttonLook(refuse), ButtonLook::Accent);
    QVERIFY(buttonLook(part<QPushButton>("acceptPerson")) != ButtonLook::Accent);
    m_window->nearbyView()->focusText();
    QVERIFY(refuse->hasFocus());
    put(PeerDoubt::None);
    QCOMPARE(buttonLook(part<QPushButton>("acceptPerson")), ButtonLook::Accent);
}

void TestNearbyDoubt::nothingIsWrittenBeforeTheDecision()
{
    put(PeerDoubt::OtherKeyAtAddress);
    QVERIFY(!m_window->nearbyView()->composer().isVisible());
    QVERIFY(!part<QWidget>("sendFile")->isVisible());
    m_window->nearbyView()->focusText();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTest::keyClicks(QApplication::focusWidget(), u"bonjour"_s);
    QCOMPARE(mine().people().find(m_other.key)->trust, PeerTrust::Unknown);
    QVERIFY(m_window->nearbyView()->composer().text().isEmpty());
}

void TestNearbyDoubt::listSaysIt()
{
    put(PeerDoubt::SameNameAsKnown);
    const QAbstractItemModel *list = m_window->nearbyPanel()->list().model();
    const QModelIndex row = list->index(0, 0); // who asks stands first
    QCOMPARE(row.data(NearbyPeople::KeyRole).toByteArray(), m_other.key);
    QVERIFY(row.data(Qt::ToolTipRole).toString().contains(u"This is not the Bob you know"_s));
    QVERIFY(row.data(Qt::AccessibleTextRole).toString().contains(u"not the one you know"_s));
}

void TestNearbyDoubt::wordsDialogSaysItToo()
{
    put(PeerDoubt::SameNameAsKnown);
    QPointer<WordsDialog> dialog = new WordsDialog(*m_theme, mine(), m_other.key);
    dialog->open();
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    const auto *known = dialog->findChild<QLabel *>(u"knownWords"_s);
    QVERIFY(known->isVisible());
    QCOMPARE(known->text(), wordsLine(m_known.words));
    delete dialog;
}

void TestNearbyDoubt::whoIsNotDoubtedLooksAsUsual()
{
    put(PeerDoubt::None);
    QVERIFY(!part<QLabel>("knownWords")->isVisible());
    const auto *theirs = part<QLabel>("theirWords");
    QVERIFY(theirs->isVisible());
    QTRY_COMPARE(theirs->height(), part<QLabel>("ownWords")->height()); // one line, as there is room
}

QTEST_MAIN(TestNearbyDoubt)
#include "tst_nearby_doubt.moc"
