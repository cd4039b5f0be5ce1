// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/gui/window/chat_fixture.h"

#include "client-gui/app/notifier.h"
#include "client-gui/main_window/main_actions.h"
#include "client-gui/main_window/room_view.h"
#include "client-gui/members/member_pane.h"
#include "client-gui/members/member_words.h"
#include "client-gui/nearby/direct_badge.h"
#include "client-gui/nearby/nearby_face.h"
#include "client-gui/nearby/nearby_panel.h"
#include "client-gui/nearby/nearby_view.h"
#include "client-gui/nearby/reachable_bar.h"
#include "client-gui/rooms/muted_rooms.h"
#include "client-gui/rooms/quick_switcher.h"
#include "client-gui/rooms/room_list_pane.h"
#include "client-gui/rooms/room_words.h"
#include "client-gui/rooms/section_list_view.h"
#include "client-gui/widgets/elided_label.h"
#include "client-gui/widgets/icon_button.h"
#include "shared/client-core/models/member_model.h"
#include "shared/client-core/models/room_list_model.h"
#include "shared/client-core/text/people_text.h"
#include "shared/nearby/nearby.h"

#include <QAction>
#include <QBoxLayout>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// Somebody who is known from a server and met directly, in the real window on a real server: one person, shown once.
class TestSamePeople : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void personStandsInOnePlace();
    void whoAsksIsAnsweredNearby();
    void switcherHasOneRow();
    void headerLeadsToTheOtherConversation();
    void unreadDirectMessagesAreOpened();
    void everyDeviceIsReached();
    void unreadStepsReachWhatCameDirectly();
    void sameRowIsMarkedAgain();
    void headerGivesRoomBack();
    void mutedConversationIsSilentDirectlyToo();
    void membersTellWhoIsReached();
    void colourIsTheSame();
    void headerForgetsWhoWasOnline();
    void barOpensTheDirectConversation();
    void busyMeansPeopleNearbyToo();

private:
    [[nodiscard]] MainWindow &window() const { return *m_chat->window; }
    [[nodiscard]] int listedNearby() const { return window().nearbyPanel()->list().model()->rowCount(); }
    /// Bob's device, with what `change` does to it.
    void put(const std::function<void(NearbyPerson &)> &change = {});
    [[nodiscard]] QModelIndex bobsRow() const;
    template <class Widget>
    [[nodiscard]] Widget *part(const char *name) const
    {
        return window().findChild<Widget *>(QLatin1StringView(name));
    }

    std::unique_ptr<ChatFixture> m_chat;
    std::unique_ptr<Nearby> m_nearby;
    RoomId m_direct;
    NearbyPerson m_bob;
};

void TestSamePeople::init()
{
    qputenv("SALON_DISCOVERY_PORT", "0");
    m_chat = std::make_unique<ChatFixture>();
    m_chat->languages.setChoice(LanguageChoice::English);
    m_chat->theme.setReducedMotion(true);
    QVERIFY(m_chat->start());
    m_nearby = std::make_unique<Nearby>(*m_chat->profile);
    window().setNearby(*m_nearby);
    window().resize(1200, 700);
    m_chat->person(u"bob"_s, u"Bob"_s);
    m_direct = m_chat->makeDirect(u"bob"_s);
    QVERIFY(m_direct.isValid());
    const AccountId account = m_chat->workspace().rooms().find(m_direct)->others.constFirst().id;
    m_bob = {};
    m_bob.key = QByteArray(32, 'b');
    m_bob.name = u"Bob"_s;
    m_bob.trust = PeerTrust::Accepted;
    m_bob.words = { u"nova"_s, u"puro"_s, u"fisa"_s, u"gono"_s };
    m_bob.accounts = { { m_chat->workspace().id(), m_chat->workspace().name(), account, u"bob"_s, u"Bob"_s } };
}

void TestSamePeople::cleanup()
{
    m_chat->window.reset();
    m_nearby.reset();
    m_chat.reset();
}

void TestSamePeople::put(const std::function<void(NearbyPerson &)> &change)
{
    if (change)
        change(m_bob);
    m_nearby->people().put(m_bob);
}

QModelIndex TestSamePeople::bobsRow() const
{
    const QAbstractItemModel *list = window().roomList().list().model();
    for (int row = 0; row < list->rowCount(); ++row)
        if (list->index(row, 0).data(RoomListModel::RoomIdRole).toLongLong() == m_direct.value)
            return list->index(row, 0);
    return {};
}

void TestSamePeople::personStandsInOnePlace()
{
    const QList<NearbyAccount> accounts = std::exchange(m_bob.accounts, {});
    put();
    QCOMPARE(listedNearby(), 1); // nobody knows yet whose device it is
    QVERIFY(!bobsRow().data(RoomWords::IsNearbyRole).toBool());
    put([&](NearbyPerson &bob) { bob.accounts = accounts; });
    QCOMPARE(listedNearby(), 0);
    QVERIFY(!window().nearbyPanel()->list().isVisible());
    QVERIFY(bobsRow().data(RoomWords::IsNearbyRole).toBool());
    QVERIFY(!bobsRow().data(RoomWords::IsDirectRole).toBool());
    put([](NearbyPerson &bob) { bob.reachable = bob.direct = true; });
    QVERIFY(bobsRow().data(RoomWords::IsDirectRole).toBool());
    QVERIFY(bobsRow().data(Qt::AccessibleTextRole).toString().contains(u"reached directly"_s));
    // Of another server that account says nothing here.
    put([](NearbyPerson &bob) { bob.accounts.first().server = u"another"_s; });
    QCOMPARE(listedNearby(), 1);
    QVERIFY(!bobsRow().data(RoomWords::IsNearbyRole).toBool());
}

void TestSamePeople::whoAsksIsAnsweredNearby()
{
    put([](NearbyPerson &bob) {
        bob.trust = PeerTrust::Unknown;
        bob.asks = true;
    });
    QCOMPARE(listedNearby(), 1);
    QVERIFY(!bobsRow().data(RoomWords::IsNearbyRole).toBool());
    put([](NearbyPerson &bob) {
        bob.trust = PeerTrust::Blocked;
        bob.asks = false;
    });
    QCOMPARE(listedNearby(), 1);
    QVERIFY(!bobsRow().data(RoomWords::IsNearbyRole).toBool());
}

void TestSamePeople::switcherHasOneRow()
{
    put();
    m_chat->person(u"zoe"_s, u"Zoé"_s); // has no conversation on the server
    QTRY_VERIFY(m_chat->workspace().people().findLogin(u"zoe"_s));
    NearbyPerson zoe = m_bob;
    zoe.key = QByteArray(32, 'z');
    zoe.name = u"Zoé"_s;
    zoe.accounts.first().account = m_chat->workspace().people().findLogin(u"zoe"_s)->id;
    m_nearby->people().put(zoe);
    QTest::keyClick(&window(), Qt::Key_K, Qt::ControlModifier);
    auto *switcher = window().findChild<QuickSwitcher *>();
    QStringList names;
    for (int row = 0; row < switcher->list().count(); ++row)
        names.append(switcher->list().item(row)->text());
    QCOMPARE(names.count(u"Bob"_s), 1);
    QCOMPARE(names.count(u"Zoé"_s), 1);
    QTest::keyClicks(QApplication::focusWidget(), u"bob"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(window().room(), m_direct);
    // The direct conversation is there already; none is made on the server.
    QTest::keyClick(&window(), Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), u"zoe"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(window().isNearbyShown());
    QCOMPARE(window().nearbyView()->person(), zoe.key);
}

void TestSamePeople::headerLeadsToTheOtherConversation()
{
    window().showRoom(&m_chat->workspace(), m_direct);
    const auto *badge = part<DirectBadge>("roomBadge");
    auto *write = part<IconButton>("writeDirectly");
    QVERIFY(!badge->isVisible());
    QVERIFY(!write->isVisible());
    put();
    QVERIFY(badge->isVisible());
    QCOMPARE(badge->text(), u"by Salon du quartier"_s);
    QVERIFY(write->isVisible());
    put([](NearbyPerson &bob) { bob.reachable = bob.direct = true; });
    QCOMPARE(badge->text(), u"also direct"_s);
    QVERIFY(badge->accessibleDescription().contains(u"What you write here goes by Salon du quartier."_s));
    QTest::mouseClick(write, Qt::LeftButton);
    QVERIFY(window().isNearbyShown());
    QCOMPARE(window().nearbyView()->person(), m_bob.key);
    // The one row is marked, and leads back.
    QCOMPARE(window().roomList().list().currentIndex(), bobsRow());
    Q_EMIT window().roomList().list().chosen(bobsRow());
    QVERIFY(!window().isNearbyShown());
    QCOMPARE(window().room(), m_direct);
    // Other rooms have neither.
    window().showRoom(&m_chat->workspace(), m_chat->firstRoom());
    QVERIFY(!badge->isVisible());
    QVERIFY(!write->isVisible());
}

void TestSamePeople::unreadDirectMessagesAreOpened()
{
    window().showRoom(&m_chat->workspace(), m_chat->firstRoom());
    put([](NearbyPerson &bob) { bob.unread = 2; });
    QCOMPARE(bobsRow().data(RoomWords::DirectUnreadRole).toInt(), 2);
    QVERIFY(bobsRow().data(Qt::AccessibleTextRole).toString().contains(u"2 unread messages"_s));
    Q_EMIT window().roomList().list().chosen(bobsRow());
    QVERIFY(window().isNearbyShown());
    QCOMPARE(window().nearbyView()->person(), m_bob.key);
    // What the server counts comes first.
    window().showRoom(&m_chat->workspace(), m_chat->firstRoom());
    QVERIFY(m_chat->says(u"bob"_s, m_direct, u"Bonjour"_s));
    QTRY_COMPARE(m_chat->workspace().rooms().find(m_direct)->unread, 1U);
    Q_EMIT window().roomList().list().chosen(bobsRow());
    QVERIFY(!window().isNearbyShown());
    QCOMPARE(window().room(), m_direct);
}

void TestSamePeople::everyDeviceIsReached()
{
    window().showRoom(&m_chat->workspace(), m_direct);
    put([](NearbyPerson &bob) { bob.reachable = bob.direct = true; });
    NearbyPerson second = m_bob;
    second.key = QByteArray(32, 'c');
    second.name = u"Bob & Co"_s;
    second.reachable = second.direct = false;
    m_nearby->people().put(second);
    QCOMPARE(listedNearby(), 0);
    part<IconButton>("writeDirectly")->click();
    auto *menu = part<QMenu>("deviceMenu");
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), 2);
    QVERIFY(menu->actions().at(0)->text().startsWith(u"Bob — "_s)); // the one that is linked
    QVERIFY(menu->actions().at(1)->text().startsWith(u"Bob && Co — "_s));
    menu->actions().at(1)->trigger();
    menu->close();
    QVERIFY(window().isNearbyShown());
    QCOMPARE(window().nearbyView()->person(), second.key);
    // Among the members, too.
    window().showRoom(&m_chat->workspace(), m_chat->firstRoom());
    auto *list = part<SectionListView>("memberList");
    const auto bob = [list] {
        for (int row = 0; row < list->model()->rowCount(); ++row)
            if (list->model()->index(row, 0).data(MemberModel::LoginRole).toString() == "bob"_L1)
                return list->model()->index(row, 0);
        return QModelIndex();
    };
    QTRY_VERIFY(bob().isValid());
    Q_EMIT list->menuWanted(bob(), QPoint(10, 10));
    auto *members = part<QMenu>("memberMenu");
    QVERIFY(members);
    const auto devices = members->findChild<QMenu *>();
    QVERIFY(devices);
    QCOMPARE(devices->actions().size(), 2);
    devices->actions().at(0)->trigger();
    members->close();
    QCOMPARE(window().nearbyView()->person(), m_bob.key);
}

void TestSamePeople::unreadStepsReachWhatCameDirectly()
{
    window().showRoom(&m_chat->workspace(), m_chat->firstRoom());
    QAction *next = window().actions().nextUnread;
    next->trigger();
    QCOMPARE(window().room(), m_chat->firstRoom());
    QVERIFY(!window().isNearbyShown());
    put([](NearbyPerson &bob) { bob.unread = 1; });
    next->trigger();
    QVERIFY(window().isNearbyShown());
    QCOMPARE(window().nearbyView()->person(), m_bob.key);
    // From the conversation on the server, too.
    window().showRoom(&m_chat->workspace(), m_direct);
    put([](NearbyPerson &bob) { bob.unread = 1; });
    next->trigger();
    QVERIFY(window().isNearbyShown());
}

void TestSamePeople::sameRowIsMarkedAgain()
{
    const auto isMarked = [this] {
        return window().roomList().list().selectionModel()->isSelected(bobsRow());
    };
    window().roomList().setCurrentRoom(m_direct);
    QVERIFY(isMarked());
    window().roomList().setCurrentRoom({});
    QVERIFY(!isMarked());
    window().roomList().setCurrentRoom(m_direct);
    QVERIFY(isMarked());
}

void TestSamePeople::headerGivesRoomBack()
{
    put([](NearbyPerson &bob) { bob.reachable = bob.direct = true; });
    window().showRoom(&m_chat->workspace(), m_direct);
    const auto *name = part<ElidedLabel>("roomName");
    auto *header = part<QWidget>("roomHeader");
    header->resize(220, header->height());
    QCOMPARE(name->sizePolicy().horizontalPolicy(), QSizePolicy::Ignored);
    window().showRoom(&m_chat->workspace(), m_chat->firstRoom());
    QCOMPARE(name->sizePolicy().horizontalPolicy(), QSizePolicy::Maximum);
    bool isFound = false;
    const auto rows = header->findChildren<QBoxLayout *>();
    for (const QBoxLayout *row : rows) {
        for (int i = 0; i < row->count(); ++i) {
            if (row->itemAt(i)->widget() != name)
                continue;
            isFound = true;
            QCOMPARE(row->stretch(i), 0);
        }
    }
    QVERIFY(isFound);
}

void TestSamePeople::mutedConversationIsSilentDirectlyToo()
{
    put();
    QVERIFY(!window().isMutedNearby(m_bob.key));
    MutedRooms(m_chat->settings()).set(m_chat->workspace(), m_direct, true);
    QVERIFY(window().isMutedNearby(m_bob.key));
    put([](NearbyPerson &bob) { bob.asks = true; }); // that has to be answered
    QVERIFY(!window().isMutedNearby(m_bob.key));
}

void TestSamePeople::membersTellWhoIsReached()
{
    window().showRoom(&m_chat->workspace(), m_chat->firstRoom());
    const auto *list = part<QListView>("memberList");
    const auto bob = [list] {
        for (int row = 0; row < list->model()->rowCount(); ++row)
            if (list->model()->index(row, 0).data(MemberModel::LoginRole).toString() == "bob"_L1)
                return list->model()->index(row, 0);
        return QModelIndex();
    };
    QTRY_VERIFY(bob().isValid());
    put();
    QVERIFY(bob().data(MemberWords::IsNearbyRole).toBool());
    QVERIFY(!bob().data(Qt::ToolTipRole).toString().contains(u"directly"_s));
    QSignalSpy changed(list->model(), &QAbstractItemModel::dataChanged);
    put([](NearbyPerson &device) { device.reachable = device.direct = true; });
    QVERIFY(changed.count() > 0);
    QVERIFY(bob().data(Qt::ToolTipRole).toString().contains(u"directly"_s));
    QVERIFY(bob().data(Qt::AccessibleTextRole).toString().contains(u"directly"_s));
}

void TestSamePeople::colourIsTheSame()
{
    for (qint64 account = 1; account < 200; ++account) {
        m_bob.accounts.first().account = AccountId{ account };
        QCOMPARE(hueOf(faceIdOf(m_bob)), hueOf(account));
        QVERIFY(faceIdOf(m_bob) < 0); // no account of any server
    }
    m_bob.accounts.clear();
    QCOMPARE(faceIdOf(m_bob), faceIdOf(m_bob.key));
}

void TestSamePeople::headerForgetsWhoWasOnline()
{
    window().showRoom(&m_chat->workspace(), m_direct);
    const auto *status = part<ElidedLabel>("roomTopic");
    QTRY_COMPARE(status->fullText(), PeopleText::presence(PresenceState::Online));
    m_chat->server.kill();
    QTRY_VERIFY(!m_chat->workspace().session().isOnline());
    QCOMPARE(status->fullText(), QString());
    // Their device says that they are here.
    put([](NearbyPerson &bob) { bob.reachable = bob.direct = true; });
    QCOMPARE(status->fullText(), NearbyPeople::statusOf(m_bob));
}

void TestSamePeople::barOpensTheDirectConversation()
{
    window().showRoom(&m_chat->workspace(), m_chat->firstRoom());
    put([](NearbyPerson &bob) { bob.reachable = bob.direct = true; });
    auto *bar = part<ReachableBar>("reachableBar");
    QVERIFY(!bar->isOpen());
    bar->setServerAway(true);
    QVERIFY(bar->isOpen());
    QVERIFY(bar->text().contains(u"Bob"_s));
    Q_EMIT bar->actionTriggered();
    QVERIFY(window().isNearbyShown());
    QCOMPARE(window().nearbyView()->person(), m_bob.key);
}

void TestSamePeople::busyMeansPeopleNearbyToo()
{
    m_chat->settings().change([](Settings &settings) { settings.notifyAbout = NotifyAbout::Everything; });
    Notifier notifier(m_chat->settings(), [](const Workspace *, RoomId) { return false; });
    notifier.setGatherMs(0);
    notifier.follow(&m_chat->workspace());
    QSignalSpy toasts(&notifier, &Notifier::toast);
    m_chat->workspace().setPresence(PresenceState::Busy, {});
    QCOMPARE(m_chat->workspace().presence(), PresenceState::Busy);
    notifier.addNearby({ { m_bob.key, u"Bob"_s, u"not now"_s, false } });
    m_chat->workspace().setPresence(PresenceState::Online, {});
    QTRY_COMPARE(m_chat->workspace().presence(), PresenceState::Online);
    notifier.addNearby({ { m_bob.key, u"Bob"_s, u"now"_s, false } });
    QTRY_COMPARE(toasts.size(), 1);
    QCOMPARE(toasts.constFirst().at(1).toString(), u"now"_s);
    QCOMPARE(toasts.constFirst().at(4).toByteArray(), m_bob.key);
}

QTEST_MAIN(TestSamePeople)
#include "tst_same_people.moc"
