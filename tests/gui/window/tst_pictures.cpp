// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/composer/completer_popup.h"
#include "client-gui/composer/composer_edit.h"
#include "client-gui/main_window/connection_bar.h"
#include "client-gui/main_window/room_view.h"
#include "client-gui/rooms/quick_switcher.h"
#include "client-gui/rooms/room_list_pane.h"
#include "client-gui/timeline/timeline_view.h"
#include "tests/gui/timeline/fake_timeline.h"
#include "tests/gui/window/chat_fixture.h"

#include <QApplication>
#include <QDir>
#include <QPainter>
#include <QScrollBar>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// The window in the situations that people know, drawn in both languages, light and dark, small, large and at other
/// scales. With SALON_PICTURES=<folder> the pictures are kept to be looked at; QT_SCALE_FACTOR=2 draws them at 200 %.
class TestPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void conversation_data();
    void conversation();
    void situations();
    void states();

private:
    void keep(QWidget &widget, const QString &name);
    void fill();
    /// The open room has its history, with the newest event that the client heard of; nothing more is on its way.
    [[nodiscard]] bool isSettled() const;
    [[nodiscard]] quint32 unreadOf(RoomId room) const { return m_chat->workspace().rooms().find(room)->unread; }
    [[nodiscard]] PresenceState presenceOf(const QString &login) const;

    std::unique_ptr<ChatFixture> m_chat;
    RoomId m_kitchen, m_office, m_direct, m_empty;
};

void TestPictures::keep(QWidget &widget, const QString &name)
{
    QCoreApplication::sendPostedEvents(); // what was resized or renamed lays itself out
    QPixmap picture = widget.grab();
    QVERIFY(!picture.isNull());
    const QString folder = qEnvironmentVariable("SALON_PICTURES");
    if (!folder.isEmpty())
        QVERIFY(picture.save(QDir(folder).filePath(name + u".png"_s)));
}

void TestPictures::initTestCase()
{
    m_chat = std::make_unique<ChatFixture>();
    QVERIFY2(m_chat->start(u"Camille Dubois"_s), m_chat->server.output().constData());
    fill();
}

void TestPictures::cleanupTestCase()
{
    m_chat.reset();
}

bool TestPictures::isSettled() const
{
    const TimelineModel *model = m_chat->window->roomView().timelineModel();
    if (!model || model->isLoading() || !model->isAtEnd() || model->rowCount() == 0)
        return false;
    return model->newestSeq() >= m_chat->workspace().rooms().find(m_chat->window->room())->head;
}

PresenceState TestPictures::presenceOf(const QString &login) const
{
    const Profile *person = m_chat->workspace().people().findLogin(login);
    return person ? person->presence : PresenceState::Offline;
}

void TestPictures::fill()
{
    m_chat->person(u"marie"_s, u"Marie Curie"_s);
    m_chat->person(u"ahmed"_s, u"Ahmed"_s);
    m_chat->person(u"zoe"_s, u"Zoé"_s);
    m_chat->person(u"dana"_s, u"דנה לוי"_s);
    m_chat->person(u"long"_s, u"Maximilienne-Alexandra d’Alb"_s);
    m_kitchen = m_chat->makeRoom(u"marie"_s, RoomKind::Public, u"Cuisine"_s, u"Recettes et courses"_s);
    m_office = m_chat->makeRoom(u"ahmed"_s, RoomKind::Private, u"Bureau"_s);
    m_empty = m_chat->makeRoom(u"zoe"_s, RoomKind::Public, u"Une salle avec un nom vraiment très long"_s);
    m_direct = m_chat->makeDirect(u"zoe"_s);
    const RoomId room = m_chat->firstRoom();
    QVERIFY(m_chat->person(u"marie"_s).ask<Done>(SetTopic{ room, u"Réunion jeudi à 18 h, salle du haut"_s }));
    QVERIFY(m_chat->says(u"marie"_s, room, u"Bonjour à tous ! Le serveur tourne."_s));
    QVERIFY(m_chat->says(u"marie"_s, room, u"On peut tester les sockets ?"_s));
    QVERIFY(m_chat->says(u"ahmed"_s, room,
        u"Oui, netcat répond déjà 👍 La documentation est ici : https://salon.example/docs/protocole."_s));
    m_chat->workspace().sendText(room,
        u"Parfait. J’ouvre une salle pour les questions de réseau, et je note tout ce qui ne marche pas encore, pour que nous en parlions jeudi : les accents, les noms longs, la reprise après une coupure, et l’écran des réglages."_s);
    QVERIFY(waitUntil([this] { return m_chat->workspace().outbox().unsentCount() == 0; }));
    QVERIFY(m_chat->says(u"dana"_s, room, u"שלום לכולם, מה שלומכם היום?"_s));
    QVERIFY(m_chat->says(u"zoe"_s, room, u"🎉🎉"_s));
    QVERIFY(m_chat->says(u"long"_s, room,
        u"Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstellenleiterstellvertreterinnenprüfung_"_s
            + QString(60, u'x')));
    QVERIFY(m_chat->says(u"zoe"_s, room, u"@camille.dubois je vous envoie le plan tout à l’heure."_s));
    QVERIFY(m_chat->says(u"zoe"_s, room, u"Une liste :\n\t• du pain\n\t• du fromage\n\nEt puis c’est tout."_s));
    for (int i = 0; i < 3; ++i)
        QVERIFY(m_chat->says(u"marie"_s, m_kitchen, u"Il reste %1 tartes."_s.arg(i)));
    QVERIFY(m_chat->says(u"ahmed"_s, m_office, u"@camille.dubois, une signature ?"_s));
    QVERIFY(m_chat->says(u"zoe"_s, m_direct, u"Tu viens ce soir ?"_s));
    m_chat->person(u"ahmed"_s).ask<Done>(SetPresence{ PresenceState::Away, u"de retour à 14 h"_s });
    m_chat->person(u"zoe"_s).ask<Done>(SetPresence{ PresenceState::Busy, {} });
    QTRY_COMPARE(unreadOf(m_kitchen), 3U);
    QTRY_COMPARE(unreadOf(m_office), 1U);
    QTRY_COMPARE(unreadOf(m_direct), 1U);
    QTRY_COMPARE(presenceOf(u"ahmed"_s), PresenceState::Away);
    QTRY_COMPARE(presenceOf(u"zoe"_s), PresenceState::Busy);
}

void TestPictures::conversation_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<ThemeChoice>("theme");
    QTest::addColumn<QSize>("size");
    for (const QString &language : { u"fr"_s, u"en"_s }) {
        const QByteArray prefix = language.toLatin1();
        QTest::newRow(prefix + "-light") << language << ThemeChoice::Light << QSize(1200, 760);
        QTest::newRow(prefix + "-dark") << language << ThemeChoice::Dark << QSize(1200, 760);
        QTest::newRow(prefix + "-contrast") << language << ThemeChoice::HighContrast << QSize(1200, 760);
        QTest::newRow(prefix + "-800x600") << language << ThemeChoice::Light << QSize(800, 600);
        QTest::newRow(prefix + "-1600x1000") << language << ThemeChoice::Dark << QSize(1600, 1000);
        QTest::newRow(prefix + "-600x480") << language << ThemeChoice::Light << QSize(600, 480);
    }
}

void TestPictures::conversation()
{
    QFETCH(QString, language);
    QFETCH(ThemeChoice, theme);
    QFETCH(QSize, size);
    m_chat->languages.setChoice(languageChoiceFromSetting(language));
    m_chat->workspace().retranslate();
    m_chat->theme.setChoice(theme);
    m_chat->window->resize(size);
    m_chat->window->showRoom(&m_chat->workspace(), m_chat->firstRoom());
    QTRY_VERIFY(isSettled());
    QVERIFY(m_chat->window->roomView().timeline().model()->rowCount() > 8);
    keep(*m_chat->window, u"conversation-"_s + QString::fromLatin1(QTest::currentDataTag()));
}

void TestPictures::situations()
{
    for (const auto &[choice, suffix] :
        { std::pair{ ThemeChoice::Light, u"light"_s }, std::pair{ ThemeChoice::Dark, u"dark"_s } }) {
        m_chat->theme.setChoice(choice);
        m_chat->languages.setChoice(choice == ThemeChoice::Light ? LanguageChoice::French : LanguageChoice::English);
        m_chat->workspace().retranslate();
        m_chat->window->resize(1000, 640);
        m_chat->window->showRoom(&m_chat->workspace(), m_empty);
        QTRY_VERIFY(isSettled());
        keep(*m_chat->window, u"long-room-name-"_s + suffix);
        m_chat->window->showRoom(&m_chat->workspace(), m_direct);
        QTRY_VERIFY(isSettled());
        auto *edit = m_chat->window->findChild<ComposerEdit *>();
        edit->setPlainText(u"Oui, vers 19 h.\nJe passe d’abord prendre du pain, puis j’arrive.\nÀ tout à l’heure !"_s);
        keep(*m_chat->window, u"direct-"_s + suffix);
        edit->clear();
        edit->setFocus();
        QTest::keyClicks(edit, u"@ma"_s);
        QTRY_VERIFY(m_chat->window->findChild<CompleterPopup *>()->isVisible());
        keep(*m_chat->window, u"completion-"_s + suffix);
        edit->clear();
        auto *switcher = m_chat->window->findChild<QuickSwitcher *>();
        switcher->open(m_chat->workspace());
        QVERIFY(switcher->isVisible());
        keep(*m_chat->window, u"quick-switcher-"_s + suffix);
        QTest::keyClick(switcher->findChild<QWidget *>(u"quickSwitcherField"_s), Qt::Key_Escape);
    }
    // Offline: the bar, and what waits.
    m_chat->window->roomView().connectionBar().setSilentMs(1);
    m_chat->server.kill();
    QTRY_VERIFY(m_chat->window->roomView().connectionBar().isOpen());
    m_chat->window->showRoom(&m_chat->workspace(), m_chat->firstRoom());
    m_chat->window->roomView().readAndGoToBottom();
    QVERIFY(m_chat->workspace().sendText(m_chat->firstRoom(), u"Écrit hors ligne, envoyé plus tard."_s));
    for (const auto &[choice, suffix] :
        { std::pair{ ThemeChoice::Light, u"light"_s }, std::pair{ ThemeChoice::Dark, u"dark"_s } }) {
        m_chat->theme.setChoice(choice);
        QTRY_VERIFY(isSettled());
        QTRY_VERIFY(m_chat->window->roomView().timeline().isAtBottom());
        keep(*m_chat->window, u"offline-"_s + suffix);
    }
}

void TestPictures::states()
{
    FakeTimeline model;
    model.rows = FakeTimeline::messages(3);
    for (auto &row : model.rows)
        row.text = u"Message number %1."_s.arg(row.seq);
    model.rows[0].startsDay = true;
    model.rows[2].startsUnread = true;
    const auto own = [&model](SendState state, const QString &text, const QString &error = {}) {
        FakeTimeline::Row row;
        row.timeMs = model.rows.constLast().timeMs + 400'000;
        row.name = u"Camille"_s;
        row.author = 99;
        row.isOwn = true;
        row.state = state;
        row.text = text;
        row.error = error;
        row.startsGroup = model.rows.constLast().author != 99;
        model.rows.append(row);
    };
    own(SendState::Stored, u"This one is stored."_s);
    own(SendState::Failed, u"This one failed."_s, u"You are no longer a member of this room."_s);
    own(SendState::Queued, u"This one waits."_s);
    own(SendState::Sending, u"This one is on its way."_s);
    FakeTimeline::Row operatorsWord;
    operatorsWord.kind = TimelineModel::RowKind::Announcement;
    operatorsWord.author = 0;
    operatorsWord.name.clear();
    operatorsWord.timeMs = model.rows.constLast().timeMs;
    operatorsWord.text = u"The server restarts at noon."_s;
    model.rows.append(operatorsWord);
    FakeTimeline::Row gap = operatorsWord;
    gap.kind = TimelineModel::RowKind::Gap;
    gap.text = u"Messages of this time were removed from the server."_s;
    model.rows.append(gap);
    for (int i = 0; i < 6; ++i) {
        FakeTimeline::Row joined = gap;
        joined.kind = TimelineModel::RowKind::System;
        joined.event = EventKind::Joined;
        joined.seq = 100 + i;
        joined.text = u"Marie joined the room."_s;
        model.rows.append(joined);
    }
    for (const auto &[choice, suffix] :
        { std::pair{ ThemeChoice::Light, u"light"_s }, std::pair{ ThemeChoice::Dark, u"dark"_s } }) {
        m_chat->theme.setChoice(choice);
        TimelineView view(m_chat->theme);
        view.resize(760, 560);
        view.setModel(&model);
        view.show();
        view.setCurrentRow(1);
        keep(view, u"states-"_s + suffix);
        view.setCompact(true);
        keep(view, u"compact-"_s + suffix);
    }
}

QTEST_MAIN(TestPictures)
#include "tst_pictures.moc"
