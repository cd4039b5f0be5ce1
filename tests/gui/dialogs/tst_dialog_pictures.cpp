// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "dialog_checks.h"

#include "client-gui/dialogs/browse_rooms_dialog.h"
#include "client-gui/dialogs/dialogs.h"
#include "client-gui/dialogs/first_run_page.h"
#include "client-gui/dialogs/people_picker.h"
#include "client-gui/main_window/main_actions.h"
#include "client-gui/main_window/main_requests.h"
#include "tests/gui/window/chat_fixture.h"
#include "tests/support/wait_until.h"

#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// Opens every dialog on a real server, in two languages and two looks; each must fit into a small window. With
/// SALON_PICTURES=<folder> the pictures are kept to be looked at; with SALON_PSEUDO=1 the second language is longer
/// than any real one.
class TestDialogPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup() { delete openDialog(); }
    void cleanupTestCase() { m_dialogs.reset(); }
    void draws_data();
    void draws();
    void drawsFirstRun_data() { draws_data(); }
    void drawsFirstRun();

private:
    void keep(QWidget &widget, const QString &name);
    [[nodiscard]] QWidget *openDialog() const;
    void wear(const QString &language, ThemeChoice look);
    void shoot(
        const QString &name, const std::function<void()> &open, const std::function<void(QWidget &)> &prepare = {});

    ChatFixture m_chat;
    std::unique_ptr<Dialogs> m_dialogs;
    RoomId m_room;
    PseudoTranslator m_pseudo;
    QString m_suffix;
};

void TestDialogPictures::initTestCase()
{
    m_chat.theme.setReducedMotion(true);
    m_chat.languages.setChoice(LanguageChoice::English);
    QVERIFY(m_chat.start());
    m_dialogs = std::make_unique<Dialogs>(
        m_chat.window->requests(), m_chat.theme, m_chat.languages, *m_chat.profile, *m_chat.workspaces, *m_chat.window);
    m_chat.window->showRoom(&m_chat.workspace());
    for (const auto &[login, name] :
        std::initializer_list<std::pair<QString, QString>>{ { u"marie"_s, u"Marie Curie"_s },
            { u"ahmed"_s, u"Ahmed"_s }, { u"zoe"_s, u"Zoé Martin-Delaunay de la Grande Maison"_s.left(32) },
            { u"ines"_s, u"Inès"_s }, { u"abdallah"_s, u"عبد الله"_s }, { u"luc"_s, u"Luc 🦊"_s } })
        m_chat.person(login, name);
    m_room = m_chat.makeRoom(u"marie"_s, RoomKind::Public, u"Réseau"_s, u"Sockets, netcat et compagnie"_s);
    m_chat.makeRoom(u"marie"_s, RoomKind::Private, u"Bureau"_s);
    m_chat.makeRoom(u"ahmed"_s, RoomKind::Public, u"Jardin partagé et ses environs très verts"_s,
        u"Qui arrose cette semaine ? Et qui s'occupe du compost et des outils qui manquent depuis dimanche ?"_s);
    QVERIFY(m_room.isValid());
    QVERIFY(m_chat.person(u"zoe"_s).ask<RoomOpened>(CreateRoom{ RoomKind::Public, u"Cuisine"_s, u"Recettes"_s, {} }));
}

void TestDialogPictures::draws_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<ThemeChoice>("look");
    QTest::newRow("en-light") << u"en"_s << ThemeChoice::Light;
    QTest::newRow("fr-dark") << u"fr"_s << ThemeChoice::Dark;
    QTest::newRow("fr-light") << u"fr"_s << ThemeChoice::Light;
    QTest::newRow("en-dark") << u"en"_s << ThemeChoice::Dark;
}

void TestDialogPictures::keep(QWidget &widget, const QString &name)
{
    const QPixmap picture = widget.grab();
    QVERIFY(!picture.isNull());
    const QString folder = qEnvironmentVariable("SALON_PICTURES");
    if (!folder.isEmpty())
        QVERIFY(picture.save(QDir(folder).filePath(name + m_suffix + u".png"_s)));
}

QWidget *TestDialogPictures::openDialog() const
{
    const QList<QDialog *> all = m_chat.window->findChildren<QDialog *>();
    for (QDialog *dialog : all)
        if (dialog->isVisible())
            return dialog;
    return nullptr;
}

void TestDialogPictures::wear(const QString &language, ThemeChoice look)
{
    m_suffix = u'-' + QString::fromLatin1(QTest::currentDataTag());
    QCoreApplication::removeTranslator(&m_pseudo);
    m_chat.languages.setChoice(language == "fr"_L1 ? LanguageChoice::French : LanguageChoice::English);
    if (language == "fr"_L1 && qEnvironmentVariableIsSet("SALON_PSEUDO"))
        QCoreApplication::installTranslator(&m_pseudo);
    m_chat.theme.setChoice(look);
    QCoreApplication::processEvents();
}

void TestDialogPictures::shoot(
    const QString &name, const std::function<void()> &open, const std::function<void(QWidget &)> &prepare)
{
    if (QTest::currentTestFailed())
        return; // the dialog of before is still open
    open();
    QWidget *dialog = openDialog();
    QVERIFY2(dialog, qPrintable(name));
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    if (prepare)
        prepare(*dialog);
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
    QVERIFY2(dialog->minimumSizeHint().width() <= 800 && dialog->height() <= 600,
        qPrintable(u"%1 takes %2 × %3"_s.arg(name).arg(dialog->minimumSizeHint().width()).arg(dialog->height())));
    keep(*dialog, name);
    dialog->close();
    QVERIFY(waitUntil([this] { return !openDialog(); }));
}

void TestDialogPictures::draws()
{
    QFETCH(QString, language);
    QFETCH(ThemeChoice, look);
    wear(language, look);
    MainRequests &requests = m_chat.window->requests();
    Workspace *workspace = &m_chat.workspace();
    const auto field = [](QWidget &dialog, const char *name) {
        return dialog.findChild<QLineEdit *>(QLatin1StringView(name));
    };
    const auto found = [](QWidget &dialog, const char *list) {
        auto *view = dialog.findChild<QAbstractItemView *>(QLatin1StringView(list));
        return waitUntil([view] { return view->model()->rowCount() > 0; });
    };
    const auto pick = [workspace](QWidget &dialog, int count) {
        auto *picker = dialog.findChild<PeoplePicker *>();
        const QList<Profile> all = workspace->people().all();
        for (const Profile &person : all)
            if (person.id != workspace->selfId() && count-- > 0)
                picker->toggle(person.id);
    };

    shoot(u"add-server"_s, [&] { Q_EMIT requests.addServer(u"salon://chat.example.org/?invite=BLEU-CHAT"_s); });
    shoot(u"login"_s,
        [&] { Q_EMIT requests.login(workspace, RegistrationPolicy::Invitation, Error{ ErrorCode::DeviceUnknown }); });
    shoot(u"server-key"_s, [&] {
        Q_EMIT requests.serverKeyChanged(workspace,
            QByteArray::fromHex("7777a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718a1b2c3d4e5f6"),
            QByteArray::fromHex("900ff1122334455667788990aabbccddeeff00112233445566778899aabbccdd"));
    });
    shoot(
        u"create-room"_s, [&] { Q_EMIT requests.createRoom(workspace); },
        [&](QWidget &dialog) {
            QVERIFY(found(dialog, "peopleFound"));
            dialog.findChild<QPushButton *>(u"create"_s)->click();
            pick(dialog, 2);
        });
    shoot(
        u"browse-rooms"_s, [&] { Q_EMIT requests.browseRooms(workspace); },
        [&](QWidget &dialog) { QVERIFY(found(dialog, "roomsFound")); });
    shoot(
        u"browse-rooms-none"_s, [&] { Q_EMIT requests.browseRooms(workspace); },
        [&](QWidget &dialog) {
            QVERIFY(found(dialog, "roomsFound"));
            field(dialog, "roomSearch")->setText(u"xyz"_s);
            auto *view = dialog.findChild<QAbstractItemView *>(u"roomsFound"_s);
            QVERIFY(waitUntil([view] { return !view->isVisible(); }));
        });
    shoot(
        u"new-direct"_s, [&] { Q_EMIT requests.newDirect(workspace); },
        [&](QWidget &dialog) {
            QVERIFY(found(dialog, "peopleFound"));
            pick(dialog, 4);
        });
    shoot(
        u"invite-to-room"_s, [&] { Q_EMIT requests.inviteToRoom(workspace, m_room); },
        [&](QWidget &dialog) { QVERIFY(found(dialog, "peopleFound")); });
    shoot(
        u"room-properties"_s, [&] { Q_EMIT requests.roomProperties(workspace, m_room); },
        [&](QWidget &dialog) {
            field(dialog, "roomName")->clear();
            dialog.findChild<QPushButton *>(u"save"_s)->click();
            QVERIFY(waitUntil([&] { return !field(dialog, "roomName")->accessibleDescription().isEmpty(); }));
        });
    shoot(u"leave-room"_s, [&] { Q_EMIT requests.leaveRoom(workspace, m_room); });
    shoot(u"remove-server"_s, [&] { Q_EMIT requests.removeServer(workspace); });
    shoot(
        u"invite-to-server"_s, [&] { Q_EMIT requests.inviteToServer(workspace); },
        [&](QWidget &dialog) {
            dialog.findChild<QPushButton *>(u"make"_s)->click();
            QVERIFY(waitUntil([&] { return !field(dialog, "link")->text().isEmpty(); }));
        });
    for (int tab = 0; tab < 3; ++tab)
        shoot(
            u"edit-profile-%1"_s.arg(tab), [&] { Q_EMIT requests.editProfile(workspace); },
            [&](QWidget &dialog) {
                dialog.findChild<QTabWidget *>()->setCurrentIndex(tab);
                QVERIFY(found(dialog, "devices"));
            });
    shoot(u"outbox-empty"_s, [&] { Q_EMIT requests.outbox(workspace); });
    for (int page = 0; page < 4; ++page)
        shoot(
            u"settings-%1"_s.arg(page), [&] { Q_EMIT requests.settings(); },
            [&](QWidget &dialog) { dialog.findChild<QListWidget *>(u"pages"_s)->setCurrentRow(page); });
    shoot(u"shortcuts"_s, [&] { Q_EMIT requests.shortcuts(); });
    shoot(u"about"_s, [&] { Q_EMIT requests.about(); });
    // Away from the server, so that something waits.
    workspace->stop();
    QVERIFY(workspace->sendText(m_room, u"Ce message attend que le serveur revienne."_s));
    shoot(
        u"outbox"_s, [&] { Q_EMIT requests.outbox(workspace); },
        [&](QWidget &dialog) { QVERIFY(found(dialog, "unsent")); });
    workspace->start();
    QVERIFY(waitUntil([&] { return workspace->session().isOnline() && workspace->outbox().unsentCount() == 0; }));
}

void TestDialogPictures::drawsFirstRun()
{
    QFETCH(QString, language);
    QFETCH(ThemeChoice, look);
    wear(language, look);
    FirstRunPage page(m_chat.theme, m_chat.languages, *m_chat.workspaces);
    page.resize(800, 576); // a window of 800 × 600 less its menu bar
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    page.setFocus();
    keep(page, u"first-run"_s);
    page.findChild<QPushButton *>(u"submit"_s)->click();
    page.form().setName(u"Zoé Martin"_s);
    page.findChild<QPushButton *>(u"more"_s)->click();
    QCoreApplication::processEvents();
    keep(page, u"first-run-more"_s);
    page.findChild<QPushButton *>(u"side"_s)->click();
    QCoreApplication::processEvents();
    keep(page, u"first-run-account"_s);
}

QTEST_MAIN(TestDialogPictures)
#include "tst_dialog_pictures.moc"
