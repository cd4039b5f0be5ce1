// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "gallery.h"

#include "client-gui/app/language_manager.h"
#include "client-gui/app/theme.h"
#include "client-gui/widgets/banner.h"

#include <QDir>
#include <QLineEdit>
#include <QMenu>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;

/// Draws every control in every theme; with SALON_PICTURES=<folder> the pictures are kept to be looked at.
class TestGallery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void drawsInEveryTheme_data();
    void drawsInEveryTheme();
    void drawsRightToLeft();
    void drawsMenus_data() { drawsInEveryTheme_data(); }
    void drawsMenus();

private:
    void keep(QWidget &widget, const QString &name);
};

void TestGallery::keep(QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("SALON_PICTURES");
    const QPixmap picture = widget.grab();
    QVERIFY(!picture.isNull());
    if (!folder.isEmpty())
        QVERIFY(picture.save(QDir(folder).filePath(name + u".png"_s)));
}

void TestGallery::drawsInEveryTheme_data()
{
    QTest::addColumn<ThemeChoice>("choice");
    QTest::addColumn<bool>("isSystemDark");
    QTest::addColumn<qreal>("zoom");
    QTest::newRow("light") << ThemeChoice::Light << false << 1.0;
    QTest::newRow("dark") << ThemeChoice::Dark << false << 1.0;
    QTest::newRow("contrast-light") << ThemeChoice::HighContrast << false << 1.0;
    QTest::newRow("contrast-dark") << ThemeChoice::HighContrast << true << 1.0;
    QTest::newRow("light-zoomed") << ThemeChoice::Light << false << 1.5;
    QTest::newRow("dark-small") << ThemeChoice::Dark << false << 0.75;
}

void TestGallery::drawsInEveryTheme()
{
    QFETCH(ThemeChoice, choice);
    QFETCH(bool, isSystemDark);
    QFETCH(qreal, zoom);
    Theme theme;
    theme.followSystem({ .isDark = isSystemDark });
    theme.setReducedMotion(true);
    theme.setChoice(choice);
    theme.setZoom(zoom);
    LanguageManager languages;
    Gallery gallery(theme, languages);
    gallery.resize(QSizeF(1180 * zoom, 980 * zoom).toSize());
    gallery.show();
    QVERIFY(QTest::qWaitForWindowExposed(&gallery));
    gallery.findChild<QLineEdit *>(u"focused"_s)->setFocus();
    QCoreApplication::processEvents();
    keep(gallery, u"gallery-"_s + QString::fromLatin1(QTest::currentDataTag()));
}

void TestGallery::drawsRightToLeft()
{
    Theme theme;
    theme.setReducedMotion(true);
    theme.setChoice(ThemeChoice::Light);
    LanguageManager languages;
    Gallery gallery(theme, languages);
    gallery.setLayoutDirection(Qt::RightToLeft);
    gallery.resize(1180, 980);
    gallery.show();
    QVERIFY(QTest::qWaitForWindowExposed(&gallery));
    keep(gallery, u"gallery-right-to-left"_s);
}

void TestGallery::drawsMenus()
{
    QFETCH(ThemeChoice, choice);
    QFETCH(bool, isSystemDark);
    QFETCH(qreal, zoom);
    Theme theme;
    theme.followSystem({ .isDark = isSystemDark });
    theme.setChoice(choice);
    theme.setZoom(zoom);
    QMenu menu;
    menu.addAction(u"Répondre"_s)->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_R));
    menu.addAction(u"&Modifier"_s)->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E));
    QAction *off = menu.addAction(u"Épingler"_s);
    off->setEnabled(false);
    menu.addSeparator();
    QAction *checked = menu.addAction(u"Notifications"_s);
    checked->setCheckable(true);
    checked->setChecked(true);
    menu.addMenu(u"Langue"_s)->addAction(u"Français"_s);
    menu.setActiveAction(menu.actions().at(1));
    menu.popup({ 0, 0 });
    QVERIFY(QTest::qWaitForWindowExposed(&menu));
    menu.setActiveAction(menu.actions().at(1));
    keep(menu, u"menu-"_s + QString::fromLatin1(QTest::currentDataTag()));
}

QTEST_MAIN(TestGallery)
#include "tst_gallery.moc"
