// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/language_manager.h"
#include "client-gui/app/theme.h"
#include "client-gui/dialogs/dialogs.h"
#include "client-gui/how_it_works/frame_words.h"
#include "client-gui/how_it_works/how_it_works_window.h"
#include "client-gui/main_window/main_actions.h"
#include "client-gui/main_window/main_window.h"
#include "shared/client-core/workspaces.h"
#include "tests/gui/nearby/nearby_device.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QTreeView>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

namespace {

template <class T>
T *part(const QWidget *window, const char *name)
{
    T *found = window->findChild<T *>(QLatin1StringView(name));
    if (!found)
        qFatal("no %s", name);
    return found;
}

} // namespace

/// The guided tour while the conversation with a person nearby is the current one: the real window, and a second device
/// in this process.
class TestTourOfPeople : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsADirectConnectionFromItsFirstFrame();
    void explainsAMessageAndHidesTheSignature();
    void followsTheConversationThatIsShown();
    void endsWithTheWindow();

private:
    /// Luc asks and is accepted; his conversation is shown.
    void becomeFriends();
    /// The tour, switched on.
    HowItWorksWindow *watch();
    [[nodiscard]] static QStringList rows(const HowItWorksWindow *window);
    static bool choose(const HowItWorksWindow *window, const QString &message);
    [[nodiscard]] Nearby &mine() const { return *m_me->nearby; }
    [[nodiscard]] Nearby &theirs() const { return *m_luc->nearby; }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<LanguageManager> m_languages;
    std::unique_ptr<NearbyDevice> m_me;
    std::unique_ptr<NearbyDevice> m_luc;
    std::unique_ptr<Workspaces> m_workspaces;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Dialogs> m_dialogs;
    QPointer<HowItWorksWindow> m_tour;
};

void TestTourOfPeople::init()
{
    qputenv("SALON_DISCOVERY_PORT", "0"); // they meet by address
    m_theme = std::make_unique<Theme>();
    m_theme->setReducedMotion(true);
    m_languages = std::make_unique<LanguageManager>();
    m_languages->setChoice(LanguageChoice::English);
    m_me = std::make_unique<NearbyDevice>(u"Camille"_s);
    m_luc = std::make_unique<NearbyDevice>(u"Luc"_s);
    QVERIFY(m_me->isReady && m_luc->isReady);
    m_workspaces = std::make_unique<Workspaces>(*m_me->profile, u"test"_s);
    m_window = std::make_unique<MainWindow>(*m_theme, *m_languages, *m_me->profile, *m_workspaces);
    m_dialogs = std::make_unique<Dialogs>(
        m_window->requests(), *m_theme, *m_languages, *m_me->profile, *m_workspaces, *m_window);
    m_window->setNearby(mine());
    m_dialogs->setNearby(mine());
    m_window->show();
    QVERIFY(m_me->turnOn());
    QVERIFY(m_luc->turnOn());
}

void TestTourOfPeople::cleanup()
{
    delete m_tour;
    m_dialogs.reset();
    m_window.reset();
    m_workspaces.reset();
    m_luc.reset();
    m_me.reset();
}

void TestTourOfPeople::becomeFriends()
{
    m_luc->connectTo(*m_me);
    mine().accept(m_luc->key());
    theirs().accept(m_me->key());
    QVERIFY(waitUntil([this] {
        const auto luc = mine().people().find(m_luc->key());
        const auto me = theirs().people().find(m_me->key());
        return luc && luc->direct && me && me->direct;
    }));
}

HowItWorksWindow *TestTourOfPeople::watch()
{
    m_window->actions().howItWorks->trigger();
    const QList<QWidget *> all = QApplication::topLevelWidgets();
    for (QWidget *widget : all)
        if (auto *window = qobject_cast<HowItWorksWindow *>(widget))
            m_tour = window;
    if (!m_tour)
        qFatal("it does not open");
    part<QCheckBox>(m_tour, "watch")->setChecked(true);
    return m_tour;
}

QStringList TestTourOfPeople::rows(const HowItWorksWindow *window)
{
    const QAbstractItemModel *model = part<QTreeView>(window, "frames")->model();
    QStringList all;
    for (int row = 0; row < model->rowCount(); ++row)
        all.append(model->index(row, FrameLogModel::MessageColumn).data().toString());
    return all;
}

bool TestTourOfPeople::choose(const HowItWorksWindow *window, const QString &message)
{
    if (!waitUntil([&] { return rows(window).contains(message); }))
        return false;
    auto *list = part<QTreeView>(window, "frames");
    list->setCurrentIndex(list->model()->index(int(rows(window).lastIndexOf(message)), 0));
    return true;
}

void TestTourOfPeople::showsADirectConnectionFromItsFirstFrame()
{
    m_window->showNearby(m_luc->key());
    const HowItWorksWindow *tour = watch();
    becomeFriends();
    QVERIFY(tour->windowTitle().startsWith(u"How it works: "_s));
    QVERIFY(waitUntil([&] { return rows(tour).contains(u"Both accept"_s); }));
    const QStringList seen = rows(tour);
    QVERIFY2(seen.first().startsWith(u"Direct connection with "_s), qPrintable(seen.first()));
    QCOMPARE(seen.mid(1, 2), (QStringList{ u"No connection"_s, u"PeerHello"_s }));
    QCOMPARE(seen.count(u"PeerHello"_s), 2);
    QCOMPARE(seen.count(u"PeerProof"_s), 2);
    QCOMPARE(seen.count(u"PeerReady"_s), 2);
    QVERIFY(tour->windowTitle().endsWith(u"Luc"_s));
    QVERIFY(!part<QPushButton>(tour, "connectAgain")->isEnabled());
    m_luc->nearby->setOn(false);
    QVERIFY(waitUntil([&] { return rows(tour).last() == u"No connection"_s; }));
}

void TestTourOfPeople::explainsAMessageAndHidesTheSignature()
{
    m_window->showNearby(m_luc->key());
    const HowItWorksWindow *tour = watch();
    becomeFriends();
    QVERIFY(mine().send(m_luc->key(), u"Salut Luc"_s));
    QVERIFY(choose(tour, u"PeerReceived"_s));
    QVERIFY(choose(tour, u"PeerMessage"_s));
    QVERIFY(part<QLabel>(tour, "frameTitle")->text().startsWith(u"PeerMessage, ↑ sent, "_s));
    part<QPushButton>(tour, "copy")->click();
    const QString message = QGuiApplication::clipboard()->text();
    QVERIFY2(message.contains(u"4 text: \"Salut Luc\""_s), qPrintable(message));
    QVERIFY2(message.startsWith(u"Direct connection with "_s), qPrintable(message));
    QVERIFY(choose(tour, u"PeerProof"_s));
    part<QPushButton>(tour, "copy")->click();
    const QString proof = QGuiApplication::clipboard()->text();
    QVERIFY2(proof.contains(u"signature: hidden, 64 byte"_s), qPrintable(proof));
    // Nothing of it speaks of a server that is not there.
    auto *list = part<QTreeView>(tour, "frames");
    for (int row = 0; row < list->model()->rowCount(); ++row) {
        list->setCurrentIndex(list->model()->index(row, 0));
        for (const char *name : { "framePurpose", "frameTitle", "frameRole" })
            QVERIFY2(!part<QLabel>(tour, name)->text().contains(u"the server"_s),
                qPrintable(part<QLabel>(tour, name)->text()));
    }
}

void TestTourOfPeople::followsTheConversationThatIsShown()
{
    becomeFriends();
    const HowItWorksWindow *tour = watch(); // nobody is shown yet
    QVERIFY(theirs().send(m_me->key(), u"Unseen"_s));
    QVERIFY(waitUntil([this] { return theirs().queuedCount() == 0; }));
    QCOMPARE(rows(tour), QStringList());
    m_window->showNearby(m_luc->key());
    QVERIFY(waitUntil([&] { return rows(tour).size() == 2; }));
    QCOMPARE(rows(tour), (QStringList{ u"Direct connection with Luc"_s, u"Both accept"_s }));
    QVERIFY(theirs().send(m_me->key(), u"Seen"_s));
    QVERIFY(choose(tour, u"PeerMessage"_s));
    QVERIFY(choose(tour, u"PeerReceived"_s));
}

void TestTourOfPeople::endsWithTheWindow()
{
    m_window->showNearby(m_luc->key());
    becomeFriends();
    HowItWorksWindow *tour = watch();
    QVERIFY(theirs().send(m_me->key(), u"Before"_s));
    QVERIFY(choose(tour, u"PeerMessage"_s));
    // Off: what was seen stays, nothing more comes.
    part<QCheckBox>(tour, "watch")->setChecked(false);
    QVERIFY(choose(tour, u"PeerReceived"_s));
    const QStringList before = rows(tour);
    QVERIFY(theirs().send(m_me->key(), u"Off"_s));
    QVERIFY(waitUntil([this] { return theirs().queuedCount() == 0; }));
    QCOMPARE(rows(tour), before);
    part<QCheckBox>(tour, "watch")->setChecked(true);
    tour->close();
    QVERIFY(waitUntil([this] { return m_tour.isNull(); }));
    QVERIFY(theirs().send(m_me->key(), u"After"_s)); // nobody listens to it any more
    QVERIFY(waitUntil([this] { return theirs().queuedCount() == 0; }));
}

QTEST_MAIN(TestTourOfPeople)
#include "tst_tour_of_people.moc"
