// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/gui/dialogs/dialog_checks.h"

#include "client-gui/app/language_manager.h"
#include "client-gui/app/theme.h"
#include "client-gui/settings/setting_row.h"
#include "client-gui/settings/settings_dialog.h"
#include "shared/client-core/client_profile.h"
#include "tests/support/wait_until.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// The settings dialog on a real profile.
class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void everythingAppliesAtOnceAndSurvivesARestart();
    void languageChangesAtOnce();
    void changesMadeElsewhereAreShown();
    void zoomOfTheKeyboardIsAmongTheChoices();
    void clickOnTheWordsTurnsASwitch();
    void closingToTheTrayAnswersTheQuestionToo();
    void servers();
    void everyPageSpeaksTheNewLanguage();
    void everythingIsReachedAndNamed();
    void rowsStandTogetherAtTheTop();
    void escapeCloses();

private:
    void openProfile();
    void openDialog();
    template <class Widget>
    Widget *control(const char *name) const
    {
        return m_dialog->findChild<Widget *>(QLatin1StringView(name));
    }
    void choose(const char *name, const QVariant &value);
    [[nodiscard]] const Settings &now() const { return m_profile->settings().current(); }
    void showPage(int page) const { control<QListWidget>("pages")->setCurrentRow(page); }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ClientProfile> m_profile;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<LanguageManager> m_languages;
    QPointer<SettingsDialog> m_dialog;
};

void TestSettings::openProfile()
{
    ClientProfile::Options options;
    options.dataFolder = m_folder->path();
    options.useKeychain = false;
    m_profile = std::make_unique<ClientProfile>(options, m_clock);
    QVERIFY(m_profile->lock());
    m_profile->open();
    QVERIFY(waitUntil([this] { return m_profile->isOpen(); }));
}

void TestSettings::openDialog()
{
    m_dialog = new SettingsDialog(*m_theme, *m_languages, *m_profile, nullptr);
    m_dialog->open();
    m_dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
}

void TestSettings::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_theme = std::make_unique<Theme>();
    openProfile();
    m_languages = std::make_unique<LanguageManager>([this](LanguageChoice choice) {
        m_profile->settings().change([choice](Settings &settings) { settings.language = toSetting(choice); });
    });
    openDialog();
}

void TestSettings::cleanup()
{
    delete m_dialog;
    m_languages.reset();
    m_profile.reset();
}

void TestSettings::choose(const char *name, const QVariant &value)
{
    auto *choice = control<QComboBox>(name);
    const int index = choice->findData(value);
    QVERIFY(index >= 0);
    // As a person does it: by the arrows.
    choice->setCurrentIndex(index == 0 ? 1 : index - 1);
    QTest::keyClick(choice, index == 0 ? Qt::Key_Up : Qt::Key_Down);
}

void TestSettings::everythingAppliesAtOnceAndSurvivesARestart()
{
    choose("enterSends", false);
    QVERIFY(!now().enterSends);
    control<QCheckBox>("writesMarkdown")->click();
    QVERIFY(!now().writesMarkdown);
    m_profile->settings().change([](Settings &settings) {
        settings.recentEmoji = QStringList(100, u"👍"_s);
        settings.skinTone = 9;
    });
    QCOMPARE(now().recentEmoji.size(), MaxRecentEmoji);
    QCOMPARE(now().skinTone, 5);
    choose("sortRooms", true);
    QVERIFY(now().sortsRoomsByActivity);
    control<QSpinBox>("autoAway")->setValue(25);
    QCOMPARE(now().autoAwayMinutes, 25);
    control<QCheckBox>("sendsTyping")->click();
    QVERIFY(!now().sendsTyping);
    choose("theme", int(ThemeSetting::Dark));
    QCOMPARE(now().theme, ThemeSetting::Dark);
    choose("fontScale", 1.25);
    QCOMPARE(now().fontScale, 1.25);
    control<QCheckBox>("compactTimeline")->click();
    QVERIFY(now().compactTimeline);
    choose("notifyAbout", int(NotifyAbout::Everything));
    QCOMPARE(now().notifyAbout, NotifyAbout::Everything);
    control<QCheckBox>("notificationsShowText")->click();
    QVERIFY(!now().notificationsShowText);
    control<QCheckBox>("notificationSound")->click();
    QVERIFY(!now().notificationSound);

    const Settings before = now();
    delete m_dialog;
    m_profile.reset();
    openProfile();
    QCOMPARE(now(), before);
    openDialog();
    QCOMPARE(control<QComboBox>("theme")->currentData().toInt(), int(ThemeSetting::Dark));
    QCOMPARE(control<QSpinBox>("autoAway")->value(), 25);
    QVERIFY(!control<QCheckBox>("sendsTyping")->isChecked());
    QVERIFY(!control<QCheckBox>("writesMarkdown")->isChecked());
}

void TestSettings::languageChangesAtOnce()
{
    choose("language", int(LanguageChoice::French));
    QCOMPARE(m_languages->language(), u"fr"_s);
    QCOMPARE(now().language, u"fr"_s);
    m_languages->setChoice(LanguageChoice::English); // by the switch in the main window
    QCOMPARE(control<QComboBox>("language")->currentData().toInt(), int(LanguageChoice::English));
}

void TestSettings::changesMadeElsewhereAreShown()
{
    m_profile->settings().change([](Settings &settings) {
        settings.compactTimeline = true;
        settings.enterSends = false;
        settings.theme = ThemeSetting::HighContrast;
        settings.autoAwayMinutes = 3;
    });
    QVERIFY(control<QCheckBox>("compactTimeline")->isChecked());
    QCOMPARE(control<QComboBox>("enterSends")->currentData().toBool(), false);
    QCOMPARE(control<QComboBox>("theme")->currentData().toInt(), int(ThemeSetting::HighContrast));
    QCOMPARE(control<QSpinBox>("autoAway")->value(), 3);
}

void TestSettings::zoomOfTheKeyboardIsAmongTheChoices()
{
    m_profile->settings().change([](Settings &settings) { settings.fontScale = 0.67; });
    auto *scale = control<QComboBox>("fontScale");
    QCOMPARE(scale->currentData().toDouble(), 0.67);
    for (int i = 1; i < scale->count(); ++i)
        QVERIFY(scale->itemData(i).toDouble() > scale->itemData(i - 1).toDouble());
}

void TestSettings::clickOnTheWordsTurnsASwitch()
{
    auto *box = control<QCheckBox>("sendsTyping");
    const bool before = box->isChecked();
    QTest::mouseClick(box->parentWidget(), Qt::LeftButton, {}, QPoint(12, 12));
    QCOMPARE(box->isChecked(), !before);
}

void TestSettings::closingToTheTrayAnswersTheQuestionToo()
{
    auto *box = control<QCheckBox>("closeToTray");
    box->setChecked(true);
    QVERIFY(now().closesToTray);
    QVERIFY(now().askedAboutTray);
}

void TestSettings::servers()
{
    showPage(3);
    JoinLink link = *JoinLink::parse(u"chat.example.org:7300"_s);
    link.pin = QByteArray(32, '\x5a');
    m_profile->servers().add(link);
    QCoreApplication::processEvents();
    bool isShown = false;
    const QList<QLabel *> labels = m_dialog->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        isShown |= label->isVisible() && label->text().startsWith(u"5a5a 5a5a"_s);
    QVERIFY(isShown);
}

void TestSettings::everyPageSpeaksTheNewLanguage()
{
    PseudoTranslator pseudo;
    QCoreApplication::installTranslator(&pseudo);
    QCoreApplication::processEvents();
    for (int page = 0; page < 4; ++page) {
        showPage(page);
        QVERIFY(control<QListWidget>("pages")->item(page)->text().startsWith(u'['));
        QCOMPARE(untranslated(*m_dialog), QStringList());
        const QList<QComboBox *> choices = m_dialog->findChildren<QComboBox *>();
        for (const QComboBox *choice : choices)
            QVERIFY(choice->objectName() == u"fontScale"_s || choice->itemText(0).startsWith(u'['));
    }
    QCoreApplication::removeTranslator(&pseudo);
}

void TestSettings::everythingIsReachedAndNamed()
{
    for (int page = 0; page < 4; ++page) {
        showPage(page);
        QCOMPARE(accessibilityProblems(*m_dialog), QStringList());
    }
}

void TestSettings::rowsStandTogetherAtTheTop()
{
    m_dialog->resize(900, 1200); // far taller than any page
    for (int page = 0; page < 4; ++page) {
        showPage(page);
        QCoreApplication::processEvents();
        QList<SettingRow *> rows = m_dialog->findChildren<SettingRow *>();
        rows.removeIf([](const SettingRow *row) { return !row->isVisible(); });
        QVERIFY(rows.size() >= 2);
        std::ranges::sort(rows, {}, [](const SettingRow *row) { return row->y(); });
        QCOMPARE(rows.first()->y(), 0);
        for (const SettingRow *row : std::as_const(rows))
            QVERIFY2(row->height() <= std::max(row->heightForWidth(row->width()), row->minimumSizeHint().height()),
                qPrintable(u"page %1: %2 px"_s.arg(page).arg(row->height())));
    }
}

void TestSettings::escapeCloses()
{
    QTest::keyClick(m_dialog, Qt::Key_Escape);
    QVERIFY(waitUntil([this] { return m_dialog.isNull(); }));
}

QTEST_MAIN(TestSettings)
#include "tst_settings.moc"
