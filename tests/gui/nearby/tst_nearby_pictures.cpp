// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "nearby_device.h"

#include "client-gui/app/language_manager.h"
#include "client-gui/app/theme.h"
#include "client-gui/dialogs/dialogs.h"
#include "client-gui/main_window/main_requests.h"
#include "client-gui/main_window/main_window.h"
#include "client-gui/nearby/decision_page.h"
#include "client-gui/nearby/file_cards.h"
#include "client-gui/nearby/nearby_header.h"
#include "client-gui/nearby/nearby_panel.h"
#include "client-gui/nearby/nearby_view.h"
#include "client-gui/nearby/reachable_bar.h"
#include "client-gui/timeline/timeline_view.h"
#include "shared/client-core/workspaces.h"

#include <QDialog>
#include <QDir>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// People nearby as they look: first run with the way to them, nobody there, somebody who asks, a conversation with
/// files, somebody away, the dialogs; in both languages, light and dark, in a small window and enlarged. With
/// SALON_PICTURES=<folder> the pictures are kept.
class TestNearbyPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void draws_data();
    void draws();

private:
    void keep(QWidget &widget, const QString &name);
    void keepDialog(const QString &name, const std::function<void(QDialog &)> &prepare = {});
    [[nodiscard]] QString makeFile(const QString &name, qsizetype bytes) const;

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<NearbyDevice> m_me;
    std::unique_ptr<NearbyDevice> m_luc;
    std::unique_ptr<NearbyDevice> m_ines;
    std::unique_ptr<MainWindow> m_window;
};

void TestNearbyPictures::keep(QWidget &widget, const QString &name)
{
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
    const QPixmap picture = widget.grab();
    QVERIFY(!picture.isNull());
    const QString folder = qEnvironmentVariable("SALON_PICTURES");
    const QString file = u"nearby-%1-%2.png"_s.arg(name, QString::fromLatin1(QTest::currentDataTag()));
    if (!folder.isEmpty())
        QVERIFY(picture.save(QDir(folder).filePath(file)));
}

void TestNearbyPictures::keepDialog(const QString &name, const std::function<void(QDialog &)> &prepare)
{
    QDialog *dialog = nullptr;
    const QList<QDialog *> all = m_window->findChildren<QDialog *>();
    for (QDialog *each : all)
        if (each->isVisible())
            dialog = each;
    QVERIFY2(dialog, qPrintable(name));
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    if (prepare)
        prepare(*dialog);
    keep(*dialog, name);
    if (m_theme->zoom() <= 1)
        QVERIFY2(dialog->width() <= 800 && dialog->height() <= 600, qPrintable(name));
    const QPointer<QDialog> open = dialog;
    dialog->reject();
    QVERIFY(waitUntil([&] { return !open; }));
}

QString TestNearbyPictures::makeFile(const QString &name, qsizetype bytes) const
{
    QFile file(m_luc->folder.filePath(name));
    const bool isMade = file.open(QIODevice::WriteOnly) && file.write(QByteArray(bytes, 'f')) == bytes;
    return isMade ? file.fileName() : QString();
}

void TestNearbyPictures::draws_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<ThemeChoice>("look");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<qreal>("zoom");
    QTest::newRow("fr-light") << u"fr"_s << ThemeChoice::Light << QSize(1000, 700) << 1.0;
    QTest::newRow("en-dark") << u"en"_s << ThemeChoice::Dark << QSize(1000, 700) << 1.0;
    QTest::newRow("fr-small") << u"fr"_s << ThemeChoice::Light << QSize(800, 600) << 1.0;
    QTest::newRow("en-narrow-dark") << u"en"_s << ThemeChoice::Dark << QSize(600, 600) << 1.0;
    QTest::newRow("fr-double") << u"fr"_s << ThemeChoice::Light << QSize(1600, 1000) << 2.0;
}

void TestNearbyPictures::draws()
{
    QFETCH(QString, language);
    QFETCH(ThemeChoice, look);
    QFETCH(QSize, size);
    QFETCH(qreal, zoom);
    qputenv("SALON_DISCOVERY_PORT", "0");
    m_theme = std::make_unique<Theme>();
    m_theme->setReducedMotion(true);
    m_theme->setChoice(look);
    m_theme->setZoom(zoom);
    LanguageManager languages;
    languages.setChoice(language == "fr"_L1 ? LanguageChoice::French : LanguageChoice::English);
    m_me = std::make_unique<NearbyDevice>(u"Camille Dubois"_s);
    m_luc = std::make_unique<NearbyDevice>(u"Luc"_s);
    m_ines = std::make_unique<NearbyDevice>(u"Maximilienne-Alexandra d’Alb"_s);
    Workspaces workspaces(*m_me->profile, u"test"_s);
    m_window = std::make_unique<MainWindow>(*m_theme, languages, *m_me->profile, workspaces);
    Dialogs dialogs(m_window->requests(), *m_theme, languages, *m_me->profile, workspaces, *m_window);
    m_window->setNearby(*m_me->nearby);
    dialogs.setNearby(*m_me->nearby);
    m_window->resize(size);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    keep(*m_window, u"first-run"_s);

    m_window->showNearby();
    QVERIFY(m_me->turnOn());
    keep(*m_window, u"nobody"_s);
    QVERIFY(m_luc->turnOn());
    QVERIFY(m_ines->turnOn());
    Nearby &mine = *m_me->nearby;
    m_luc->connectTo(*m_me);
    m_ines->connectTo(*m_me);
    QVERIFY(waitUntil([&] { return mine.people().requestCount() == 2; }));
    m_window->showNearby(m_luc->key());
    QVERIFY(waitUntil([&] { return mine.words().size() == 4; }));
    // Told of both: a dialog that waits for somebody would take a request that comes later for theirs.
    QVERIFY(waitUntil([&] {
        return !mine.people().find(m_luc->key())->words.isEmpty()
            && !mine.people().find(m_ines->key())->words.isEmpty();
    }));
    keep(*m_window, u"request"_s);

    mine.accept(m_luc->key());
    QVERIFY(waitUntil([&] { return mine.people().find(m_luc->key())->direct; }));
    QVERIFY(mine.send(m_luc->key(), u"Salut Luc ! Tu peux m’envoyer le plan ?"_s));
    QVERIFY(waitUntil([&] { return mine.queuedCount() == 0; }));
    QVERIFY(m_luc->nearby->send(m_me->key(), u"Oui, tout de suite."_s));
    m_luc->nearby->files().offer(m_me->key(), makeFile(u"plan du quartier.pdf"_s, 84'000));
    const NearbyView &view = *m_window->nearbyView();
    QVERIFY(waitUntil([&] { return view.files().cards().size() == 1; }));
    mine.files().offer(
        m_luc->key(), makeFile(u"Une photo avec un nom vraiment très long de la réunion.jpg"_s, 900'000));
    QVERIFY(waitUntil([&] { return view.files().cards().size() == 2; }));
    QVERIFY(waitUntil([&] { return view.timeline().model()->rowCount() == 4; }));
    keep(*m_window, u"conversation"_s);

    m_luc->nearby->setOn(false);
    QVERIFY(waitUntil([&] { return !mine.people().find(m_luc->key())->direct; }));
    QVERIFY(mine.send(m_luc->key(), u"Je t’écris pour plus tard."_s));
    QVERIFY(waitUntil([&] { return view.timeline().model()->rowCount() == 5; }));
    keep(*m_window, u"away"_s);

    Q_EMIT m_window->requests().directConversation();
    keepDialog(u"direct-conversation"_s, [&](QDialog &dialog) {
        dialog.findChild<QLineEdit *>(u"peerAddress"_s)->setText(u"127.0.0.1:9"_s);
        dialog.findChild<QPushButton *>(u"connectOrWait"_s)->click();
    });
    Q_EMIT m_window->requests().settings();
    keepDialog(u"settings"_s, [](QDialog &dialog) {
        auto *pages = dialog.findChild<QListWidget *>(u"pages"_s);
        pages->setCurrentRow(pages->count() - 1);
    });
    m_window->findChild<QWidget *>(u"nearbyHeader"_s)->findChild<QAbstractButton *>(u"compareWords"_s)->click();
    keepDialog(u"words"_s);
    m_window.reset();
}

QTEST_MAIN(TestNearbyPictures)
#include "tst_nearby_pictures.moc"
