// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "nearby_device.h"

#include "client-gui/app/language_manager.h"
#include "client-gui/app/theme.h"
#include "client-gui/composer/composer.h"
#include "client-gui/composer/composer_edit.h"
#include "client-gui/dialogs/dialogs.h"
#include "client-gui/main_window/main_actions.h"
#include "client-gui/main_window/main_window.h"
#include "client-gui/nearby/decision_page.h"
#include "client-gui/nearby/direct_badge.h"
#include "client-gui/nearby/direct_conversation_dialog.h"
#include "client-gui/nearby/file_card.h"
#include "client-gui/nearby/file_cards.h"
#include "client-gui/nearby/nearby_face.h"
#include "client-gui/nearby/nearby_panel.h"
#include "client-gui/nearby/nearby_view.h"
#include "client-gui/nearby/reachable_bar.h"
#include "client-gui/timeline/timeline_view.h"
#include "client-gui/widgets/banner.h"
#include "client-gui/widgets/elided_label.h"
#include "shared/client-core/models/timeline_model.h"
#include "shared/client-core/workspaces.h"
#include "tests/gui/dialogs/dialog_checks.h"

#include <QCheckBox>
#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// People nearby in the real window, with a second device in this process.
class TestNearbyWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void windowWithoutAServerLeadsToPeopleNearby();
    void switchTurnsItOnAndOff();
    void nobodyThereIsSaid();
    void whoAsksIsShownWithTheWordsToCompare();
    void nothingIsWrittenBeforeTheDecision();
    void refusedPersonStaysRefused();
    void messagesGoBothWays();
    void whatIsWrittenToSomebodyAwayIsKept();
    void textThatIsTooLongStaysInTheComposer();
    void fileIsOfferedAcceptedAndSaved();
    void fileIsRefused();
    void droppedFileIsOffered();
    void droppedFolderIsNot();
    void chosenFilesGoToWhomTheyWereChosenFor();
    void turnedOffConversationCanBeReadOnly();
    void barSaysWhoIsStillReached();
    void directConversationWaitsVisibly();
    void directConversationRefusesWhatIsNoAddress();
    void directConversationOpensWhenTheOtherIsThere();
    void roomCommandsMeanNoPersonNearby();
    void everythingIsReachedAndNamed();
    void wordsFollowTheLanguage();

private:
    /// Luc asks and is accepted; the conversation is open and direct.
    void becomeFriends();
    [[nodiscard]] NearbyPanel &panel() const { return *m_window->nearbyPanel(); }
    [[nodiscard]] NearbyView &view() const { return *m_window->nearbyView(); }
    [[nodiscard]] Nearby &mine() const { return *m_me->nearby; }
    [[nodiscard]] Nearby &theirs() const { return *m_luc->nearby; }
    template <class Widget>
    [[nodiscard]] Widget *part(const char *name) const
    {
        return m_window->findChild<Widget *>(QLatin1StringView(name));
    }
    [[nodiscard]] QString lastText() const
    {
        const QAbstractItemModel *model = view().timeline().model();
        if (!model || model->rowCount() == 0)
            return {};
        return model->index(model->rowCount() - 1, 0).data(TimelineModel::TextRole).toString();
    }
    void type(const QString &text);
    [[nodiscard]] QString makeFile(const NearbyDevice &device, const QString &name, const QByteArray &content) const;

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<LanguageManager> m_languages;
    std::unique_ptr<NearbyDevice> m_me;
    std::unique_ptr<NearbyDevice> m_luc;
    std::unique_ptr<Workspaces> m_workspaces;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Dialogs> m_dialogs;
};

void TestNearbyWindow::init()
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
    m_window->resize(1000, 700);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestNearbyWindow::cleanup()
{
    m_dialogs.reset();
    m_window.reset();
    m_workspaces.reset();
    m_luc.reset();
    m_me.reset();
}

void TestNearbyWindow::becomeFriends()
{
    QVERIFY(m_me->turnOn());
    QVERIFY(m_luc->turnOn());
    m_luc->connectTo(*m_me);
    QVERIFY(waitUntil([this] { return mine().people().requestCount() == 1; }));
    m_window->showNearby(m_luc->key());
    QTest::mouseClick(part<QPushButton>("acceptPerson"), Qt::LeftButton);
    QVERIFY(waitUntil([this] {
        const auto luc = mine().people().find(m_luc->key());
        const auto me = theirs().people().find(m_me->key());
        return luc && luc->direct && me && me->direct;
    }));
    QVERIFY(view().composer().isVisible());
}

void TestNearbyWindow::type(const QString &text)
{
    view().focusText();
    auto *edit = view().composer().findChild<ComposerEdit *>();
    QTest::keyClicks(edit, text);
    QTest::keyClick(edit, Qt::Key_Return);
}

QString TestNearbyWindow::makeFile(const NearbyDevice &device, const QString &name, const QByteArray &content) const
{
    QFile file(device.folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
}

void TestNearbyWindow::windowWithoutAServerLeadsToPeopleNearby()
{
    QVERIFY(m_window->isFirstRunShown());
    QTest::mouseClick(part<QPushButton>("onlyNearby"), Qt::LeftButton);
    QVERIFY(!m_window->isFirstRunShown());
    QVERIFY(panel().isVisible());
    QVERIFY(mine().isOn());
    QVERIFY(m_me->profile->settings().current().nearby);
}

void TestNearbyWindow::switchTurnsItOnAndOff()
{
    m_window->showNearby();
    auto *box = part<QCheckBox>("nearbySwitch");
    QVERIFY(!box->isChecked());
    box->click();
    QVERIFY(mine().isOn());
    QVERIFY(waitUntil([this] { return mine().isOpen(); }));
    box->click();
    QVERIFY(!mine().isOn());
    QVERIFY(!m_me->profile->settings().current().nearby);
    mine().setOn(true); // elsewhere, as in the settings
    QVERIFY(box->isChecked());
}

void TestNearbyWindow::nobodyThereIsSaid()
{
    m_window->showNearby();
    QVERIFY(panel().message().isEmpty());
    QVERIFY(m_me->turnOn());
    QVERIFY(!panel().message().isEmpty());
    QVERIFY(!panel().list().isVisible());
}

void TestNearbyWindow::whoAsksIsShownWithTheWordsToCompare()
{
    QVERIFY(m_me->turnOn());
    QVERIFY(m_luc->turnOn());
    m_window->showNearby();
    m_luc->connectTo(*m_me);
    QVERIFY(waitUntil([this] { return mine().people().requestCount() == 1; }));
    QVERIFY(panel().list().isVisible());
    QTest::mouseClick(panel().list().viewport(), Qt::LeftButton, {},
        panel().list().visualRect(panel().list().model()->index(0, 0)).center());
    QVERIFY(m_window->isNearbyShown());
    QVERIFY(view().decision().isVisible());
    QVERIFY(part<QLabel>("decisionHead")->text().contains(u"Luc"_s));
    // What stands here for Luc is what stands on Luc's screen for himself.
    QVERIFY(waitUntil([this] { return theirs().words().size() == 4; }));
    QVERIFY(waitUntil([this] { return part<QLabel>("theirWords")->text() == wordsLine(theirs().words()); }));
    QVERIFY(part<QLabel>("ownWords")->text() == wordsLine(mine().words()));
}

void TestNearbyWindow::nothingIsWrittenBeforeTheDecision()
{
    QVERIFY(m_me->turnOn());
    QVERIFY(m_luc->turnOn());
    m_luc->connectTo(*m_me);
    QVERIFY(waitUntil([this] { return mine().people().requestCount() == 1; }));
    m_window->showNearby(m_luc->key());
    QVERIFY(!view().composer().isVisible());
    QVERIFY(!part<QWidget>("sendFile")->isVisible());
    // Enter and a blank, pressed without looking, accept nobody.
    view().focusText();
    QVERIFY(QApplication::focusWidget() != part<QPushButton>("acceptPerson"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(mine().people().find(m_luc->key())->trust != PeerTrust::Accepted);
}

void TestNearbyWindow::refusedPersonStaysRefused()
{
    QVERIFY(m_me->turnOn());
    QVERIFY(m_luc->turnOn());
    m_luc->connectTo(*m_me);
    QVERIFY(waitUntil([this] { return mine().people().requestCount() == 1; }));
    m_window->showNearby(m_luc->key());
    QTest::mouseClick(part<QPushButton>("refusePerson"), Qt::LeftButton);
    QVERIFY(waitUntil([this] {
        const auto luc = mine().people().find(m_luc->key());
        return luc && luc->trust == PeerTrust::Blocked;
    }));
    QVERIFY(!view().composer().isVisible());
    QVERIFY(!part<QPushButton>("refusePerson")->isVisible());
    QCOMPARE(mine().people().requestCount(), 0);
}

void TestNearbyWindow::messagesGoBothWays()
{
    becomeFriends();
    QVERIFY(part<DirectBadge>("directBadge")->isVisible());
    QSignalSpy came(&theirs(), &Nearby::entryAdded);
    type(u"Salut Luc"_s);
    QVERIFY(waitUntil([&] { return came.count() == 1; }));
    QCOMPARE(came.constFirst().at(1).value<PeerEntry>().text, u"Salut Luc"_s);
    QVERIFY(view().composer().text().isEmpty());
    QVERIFY(waitUntil([this] { return lastText() == "Salut Luc"_L1; }));
    const QAbstractItemModel *model = view().timeline().model();
    const QModelIndex own = model->index(model->rowCount() - 1, 0);
    QVERIFY(waitUntil([&] { return own.data(TimelineModel::SendStateRole).toInt() == int(SendState::Stored); }));
    QVERIFY(own.data(TimelineModel::IsOwnRole).toBool());
    QVERIFY(theirs().send(m_me->key(), u"Salut Camille"_s));
    QVERIFY(waitUntil([this] { return lastText() == "Salut Camille"_L1; }));
    const QModelIndex other = model->index(model->rowCount() - 1, 0);
    QVERIFY(!other.data(TimelineModel::IsOwnRole).toBool());
    QCOMPARE(other.data(TimelineModel::AuthorNameRole).toString(), u"Luc"_s);
    QVERIFY(!AccountId{ other.data(TimelineModel::AuthorIdRole).toLongLong() }.isValid());
    // Seen in the window that one looks at.
    QVERIFY(waitUntil([this] { return mine().people().unreadCount() == 0; }));
}

void TestNearbyWindow::whatIsWrittenToSomebodyAwayIsKept()
{
    becomeFriends();
    theirs().setOn(false);
    QVERIFY(waitUntil([this] { return !mine().people().find(m_luc->key())->direct; }));
    QVERIFY(view().banner().isOpen());
    QVERIFY(!part<DirectBadge>("directBadge")->isVisible());
    type(u"Pour plus tard"_s);
    QVERIFY(waitUntil([this] { return lastText() == "Pour plus tard"_L1; }));
    const QAbstractItemModel *model = view().timeline().model();
    QCOMPARE(
        model->index(model->rowCount() - 1, 0).data(TimelineModel::SendStateRole).toInt(), int(SendState::Sending));
    QCOMPARE(mine().queuedCount(m_luc->key()), 1);
}

void TestNearbyWindow::textThatIsTooLongStaysInTheComposer()
{
    becomeFriends();
    const QString long_ = QString(20'000, u'x');
    view().composer().setText(long_);
    Q_EMIT view().composer().submitted(long_);
    QCOMPARE(view().composer().text(), long_);
    QCOMPARE(mine().queuedCount(), 0);
}

void TestNearbyWindow::fileIsOfferedAcceptedAndSaved()
{
    becomeFriends();
    const QByteArray content(300'000, 'f');
    theirs().files().offer(m_me->key(), makeFile(*m_luc, u"plan.pdf"_s, content));
    QVERIFY(waitUntil([this] { return view().files().cards().size() == 1; }));
    FileCard *card = view().files().cards().constFirst();
    QVERIFY(view().files().isVisible());
    QVERIFY(card->accessibleName().contains(u"plan.pdf"_s));
    auto *accept = card->findChild<QPushButton *>(u"acceptFile"_s);
    QVERIFY(accept->isVisible());
    QVERIFY(!QDir(mine().files().folder()).exists(u"plan.pdf"_s)); // not without being asked
    QTest::mouseClick(accept, Qt::LeftButton);
    QVERIFY(waitUntil([this] { return QDir(mine().files().folder()).exists(u"plan.pdf"_s); }));
    QFile saved(mine().files().folder() + u"/plan.pdf"_s);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll(), content);
    auto *folder = card->findChild<QWidget *>(u"showFile"_s);
    QVERIFY(waitUntil([&] { return folder->isVisible(); }));
    QVERIFY(lastText().contains(u"plan.pdf"_s));
    QTest::mouseClick(card->findChild<QWidget *>(u"cancelFile"_s), Qt::LeftButton); // seen
    QVERIFY(waitUntil([this] { return view().files().cards().isEmpty(); }));
    QVERIFY(!view().files().isVisible());
}

void TestNearbyWindow::fileIsRefused()
{
    becomeFriends();
    theirs().files().offer(m_me->key(), makeFile(*m_luc, u"virus.exe"_s, "MZ"));
    QVERIFY(waitUntil([this] { return view().files().cards().size() == 1; }));
    FileCard *card = view().files().cards().constFirst();
    QTest::mouseClick(card->findChild<QPushButton *>(u"refuseFile"_s), Qt::LeftButton);
    QVERIFY(waitUntil([card] { return !card->findChild<QPushButton *>(u"acceptFile"_s)->isVisible(); }));
    QVERIFY(!QDir(mine().files().folder()).exists(u"virus.exe"_s));
}

void TestNearbyWindow::droppedFileIsOffered()
{
    becomeFriends();
    QSignalSpy came(&theirs(), &Nearby::entryAdded);
    const QString path = makeFile(*m_me, u"photo.jpg"_s, QByteArray(1000, 'p'));
    QMimeData data;
    data.setUrls({ QUrl::fromLocalFile(path) });
    // Over the text field, which would take the name as text.
    QWidget *target = view().composer().findChild<ComposerEdit *>()->viewport();
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(target, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(target, &drop);
    QVERIFY(waitUntil([&] { return came.count() == 1; }));
    QCOMPARE(came.constFirst().at(1).value<PeerEntry>().fileName, u"photo.jpg"_s);
    QVERIFY(view().composer().text().isEmpty());
    QCOMPARE(view().files().cards().size(), 1);
}

void TestNearbyWindow::droppedFolderIsNot()
{
    becomeFriends();
    view().sendFiles(m_luc->key(), { m_me->folder.path() });
    auto *notice = part<Banner>("nearbyNotice");
    QVERIFY(notice->isOpen());
    QCOMPARE(view().files().cards().size(), 0);
}

void TestNearbyWindow::chosenFilesGoToWhomTheyWereChosenFor()
{
    becomeFriends();
    NearbyPerson zoe;
    zoe.key = QByteArray(32, 'z');
    zoe.name = u"Zoé"_s;
    zoe.trust = PeerTrust::Accepted;
    mine().people().put(zoe);
    QSignalSpy came(&theirs(), &Nearby::entryAdded);
    QSignalSpy refused(&mine().files(), &NearbyFiles::notOffered);
    part<QAbstractButton>("sendFile")->click();
    auto *dialog = view().findChild<QFileDialog *>();
    QVERIFY(dialog);
    // Meanwhile a notification leads to somebody else.
    m_window->showNearby(zoe.key);
    QCOMPARE(view().person(), zoe.key);
    Q_EMIT dialog->filesSelected({ makeFile(*m_me, u"secret.pdf"_s, QByteArray(1000, 's')) });
    dialog->close();
    QVERIFY(waitUntil([&] { return came.count() == 1; }));
    QCOMPARE(came.constFirst().at(1).value<PeerEntry>().fileName, u"secret.pdf"_s);
    QCOMPARE(refused.count(), 0);
    QCOMPARE(view().files().cards().size(), 0);
}

void TestNearbyWindow::turnedOffConversationCanBeReadOnly()
{
    becomeFriends();
    type(u"Bonjour"_s);
    QVERIFY(waitUntil([this] { return lastText() == "Bonjour"_L1; }));
    mine().setOn(false);
    QVERIFY(waitUntil([this] { return !mine().isOpen(); }));
    QCOMPARE(lastText(), u"Bonjour"_s);
    QVERIFY(!view().composer().findChild<ComposerEdit *>()->isVisible());
    // Still with a name, and nothing to do.
    QVERIFY(part<ElidedLabel>("nearbyName")->isVisible());
    QCOMPARE(part<ElidedLabel>("nearbyName")->fullText(), u"Luc"_s);
    for (const char *button : { "sendFile", "compareWords", "nearbyMenu" })
        QVERIFY2(!part<QWidget>(button)->isVisible(), button);
    QVERIFY(m_me->turnOn());
    QVERIFY(waitUntil([this] { return view().composer().findChild<ComposerEdit *>()->isVisible(); }));
    QVERIFY(waitUntil([this] { return part<QWidget>("nearbyMenu")->isVisible(); }));
}

void TestNearbyWindow::barSaysWhoIsStillReached()
{
    becomeFriends();
    auto *bar = part<ReachableBar>("reachableBar");
    QVERIFY(!bar->isOpen());
    bar->setServerAway(true);
    QVERIFY(bar->isOpen());
    QVERIFY(bar->text().contains(u"Luc"_s));
    QSignalSpy chosen(bar, &ReachableBar::personChosen);
    Q_EMIT bar->actionTriggered();
    QCOMPARE(chosen.count(), 1);
    theirs().setOn(false);
    QVERIFY(waitUntil([&] { return !bar->isOpen(); }));
    bar->setServerAway(false);
    QVERIFY(!bar->isOpen());
}

void TestNearbyWindow::directConversationWaitsVisibly()
{
    m_window->showNearby();
    m_window->actions().directConversation->trigger();
    auto *dialog = m_window->findChild<DirectConversationDialog *>();
    QVERIFY(dialog);
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    auto *waiting = dialog->findChild<QLabel *>(u"waitingLine"_s);
    auto *stop = dialog->findChild<QPushButton *>(u"stopWaiting"_s);
    QVERIFY(!waiting->isVisible());
    QUdpSocket free; // a port that nobody listens on
    QVERIFY(free.bind(QHostAddress::LocalHost));
    dialog->findChild<QLineEdit *>(u"peerAddress"_s)->setText(u"127.0.0.1:%1"_s.arg(free.localPort()));
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"connectOrWait"_s), Qt::LeftButton);
    QVERIFY(waiting->isVisible());
    QVERIFY(waiting->text().contains(u"127.0.0.1"_s));
    QCOMPARE(mine().addresses().size(), 1);
    QTest::mouseClick(stop, Qt::LeftButton);
    QVERIFY(!waiting->isVisible());
    QVERIFY(mine().addresses().isEmpty());
    dialog->reject();
}

void TestNearbyWindow::directConversationRefusesWhatIsNoAddress()
{
    m_window->showNearby();
    m_window->actions().directConversation->trigger();
    auto *dialog = m_window->findChild<DirectConversationDialog *>();
    auto *address = dialog->findChild<QLineEdit *>(u"peerAddress"_s);
    for (const QString &text : { u""_s, u"a b"_s, u"192.168.1.20:99999"_s }) {
        address->setText(text);
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"connectOrWait"_s), Qt::LeftButton);
        QVERIFY2(mine().addresses().isEmpty(), qPrintable(text));
        QVERIFY(!dialog->findChild<QLabel *>(u"waitingLine"_s)->isVisible());
    }
    dialog->reject();
}

void TestNearbyWindow::directConversationOpensWhenTheOtherIsThere()
{
    QVERIFY(m_luc->turnOn());
    m_window->showNearby();
    m_window->actions().directConversation->trigger();
    QPointer<DirectConversationDialog> dialog = m_window->findChild<DirectConversationDialog *>();
    dialog->findChild<QLineEdit *>(u"peerAddress"_s)->setText(u"127.0.0.1:%1"_s.arg(theirs().port()));
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"connectOrWait"_s), Qt::LeftButton);
    QVERIFY(waitUntil([&] { return m_window->isNearbyShown(); }));
    QCOMPARE(view().person(), m_luc->key());
    QVERIFY(waitUntil([&] { return !dialog; }));
    // Luc has not decided yet, and that is said.
    QVERIFY(waitUntil([this] { return view().banner().isOpen(); }));
    QVERIFY(!mine().isOn()); // the switch is for being found
}

void TestNearbyWindow::roomCommandsMeanNoPersonNearby()
{
    becomeFriends();
    const MainActions &actions = m_window->actions();
    for (const QAction *action : { actions.leaveRoom, actions.roomProperties, actions.markRead, actions.exportRoom })
        QVERIFY(!action->isEnabled());
    QVERIFY(actions.directConversation->isEnabled());
    QVERIFY(m_window->windowTitle().contains(u"Luc"_s));
}

void TestNearbyWindow::everythingIsReachedAndNamed()
{
    becomeFriends();
    QCOMPARE(accessibilityProblems(panel()).join(u"; "_s), QString());
    QCOMPARE(accessibilityProblems(view()).join(u"; "_s), QString());
    QVERIFY(mine().people().index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"Luc"_s));
}

void TestNearbyWindow::wordsFollowTheLanguage()
{
    becomeFriends();
    PseudoTranslator pseudo;
    QCoreApplication::installTranslator(&pseudo);
    QCoreApplication::processEvents();
    QVERIFY(part<QWidget>("sendFile")->accessibleName().startsWith(u'['));
    QVERIFY(panel().list().accessibleName().startsWith(u'['));
    QVERIFY(part<DirectBadge>("directBadge")->text().startsWith(u'['));
    QCoreApplication::removeTranslator(&pseudo);
}

QTEST_MAIN(TestNearbyWindow)
#include "tst_nearby_window.moc"
