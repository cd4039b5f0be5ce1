// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/language_manager.h"
#include "client-gui/app/theme.h"
#include "client-gui/widgets/language_switch.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QDialogButtonBox>
#include <QEvent>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;

namespace {

const QString Catalogues = QStringLiteral(SALON_TEST_CATALOGUES);

/// Counts what a widget of the program would hear.
class Listener : public QWidget
{
public:
    int heard = 0;
    QLocale localeThen;

protected:
    void changeEvent(QEvent *event) override
    {
        if (event->type() == QEvent::LanguageChange) {
            ++heard;
            localeThen = QLocale();
        }
        QWidget::changeEvent(event);
    }
};

} // namespace

class TestLanguageManager : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void switchesWordsPluralsAndDates();
    void widgetsHearOfItOnceTheLocaleIsSet();
    void tellsAndRemembersEachChoiceOnce();
    void choosingTheSystemsLanguageIsRememberedToo();
    void takesTheFirstLanguageWeSpeak_data();
    void takesTheFirstLanguageWeSpeak();
    void missingCatalogueLeavesEnglish();
    void leavesNothingBehind();
    void settingsReadBack();
    void qtsOwnWordsChangeToo();
    void switchShowsAndSetsTheLanguage();
    void switchIsUsableByKeyboardAndNamed();
};

void TestLanguageManager::switchesWordsPluralsAndDates()
{
    LanguageManager languages({}, Catalogues);
    languages.setChoice(LanguageChoice::French);
    QCOMPARE(languages.language(), u"fr"_s);
    QCOMPARE(tr("%n message(s)", nullptr, 0), u"0 message (fr)"_s); // zero is singular in French
    QCOMPARE(tr("%n message(s)", nullptr, 2), u"2 messages (fr)"_s);
    QCOMPARE(QLocale().language(), QLocale::French);
    QCOMPARE(QLocale().monthName(11), u"novembre"_s);
    languages.setChoice(LanguageChoice::English);
    QCOMPARE(languages.language(), u"en"_s);
    QCOMPARE(tr("%n message(s)", nullptr, 0), u"0 messages"_s);
    QCOMPARE(tr("%n message(s)", nullptr, 1), u"1 message"_s);
    QCOMPARE(QLocale().monthName(11), u"November"_s);
    QCOMPARE(QGuiApplication::layoutDirection(), Qt::LeftToRight);
}

void TestLanguageManager::widgetsHearOfItOnceTheLocaleIsSet()
{
    LanguageManager languages({}, Catalogues);
    languages.setChoice(LanguageChoice::English);
    Listener listener;
    QCoreApplication::processEvents();
    listener.heard = 0;
    languages.setChoice(LanguageChoice::French);
    QTRY_VERIFY(listener.heard > 0);
    QCOMPARE(listener.localeThen.language(), QLocale::French);
}

void TestLanguageManager::tellsAndRemembersEachChoiceOnce()
{
    QList<LanguageChoice> remembered;
    LanguageManager languages([&](LanguageChoice choice) { remembered.append(choice); }, Catalogues);
    QSignalSpy changed(&languages, &LanguageManager::languageChanged);
    languages.setChoice(LanguageChoice::French);
    languages.setChoice(LanguageChoice::French);
    languages.setChoice(LanguageChoice::English);
    QCOMPARE(remembered, QList<LanguageChoice>({ LanguageChoice::French, LanguageChoice::English }));
    QVERIFY(changed.count() == 1 || changed.count() == 2); // the first may be what the system speaks anyway
}

void TestLanguageManager::choosingTheSystemsLanguageIsRememberedToo()
{
    QList<LanguageChoice> remembered;
    LanguageManager languages([&](LanguageChoice choice) { remembered.append(choice); }, Catalogues);
    const auto same = languages.language() == "fr"_L1 ? LanguageChoice::French : LanguageChoice::English;
    QSignalSpy changed(&languages, &LanguageManager::languageChanged);
    languages.setChoice(same);
    QCOMPARE(changed.count(), 0); // nothing on screen changes
    QCOMPARE(remembered, QList<LanguageChoice>({ same }));
}

void TestLanguageManager::takesTheFirstLanguageWeSpeak_data()
{
    QTest::addColumn<QStringList>("system");
    QTest::addColumn<QLocale::Language>("language");
    QTest::newRow("french") << QStringList{ u"fr-FR"_s } << QLocale::French;
    QTest::newRow("quebec") << QStringList{ u"fr-CA"_s, u"en-CA"_s } << QLocale::French;
    QTest::newRow("german then french") << QStringList{ u"de-CH"_s, u"fr-CH"_s, u"en-US"_s } << QLocale::French;
    QTest::newRow("english first") << QStringList{ u"en-US"_s, u"fr-FR"_s } << QLocale::English;
    QTest::newRow("none of ours") << QStringList{ u"ja-JP"_s } << QLocale::English;
    QTest::newRow("nothing") << QStringList() << QLocale::English;
    QTest::newRow("C") << QStringList{ u"C"_s } << QLocale::English;
}

void TestLanguageManager::takesTheFirstLanguageWeSpeak()
{
    QFETCH(QStringList, system);
    QFETCH(QLocale::Language, language);
    QCOMPARE(LanguageManager::systemLanguage(system), language);
}

void TestLanguageManager::missingCatalogueLeavesEnglish()
{
    LanguageManager languages({}, u":/no/such/folder"_s);
    languages.setChoice(LanguageChoice::French);
    QCOMPARE(tr("%n message(s)", nullptr, 2), u"2 message(s)"_s);
    QCOMPARE(languages.language(), u"fr"_s);
}

void TestLanguageManager::leavesNothingBehind()
{
    {
        LanguageManager languages({}, Catalogues);
        languages.setChoice(LanguageChoice::French);
        QCOMPARE(tr("%n message(s)", nullptr, 2), u"2 messages (fr)"_s);
    }
    QCOMPARE(tr("%n message(s)", nullptr, 2), u"2 message(s)"_s);
}

void TestLanguageManager::settingsReadBack()
{
    for (const auto choice : { LanguageChoice::System, LanguageChoice::English, LanguageChoice::French })
        QCOMPARE(languageChoiceFromSetting(toSetting(choice)), choice);
    QCOMPARE(languageChoiceFromSetting(u"klingon"_s), LanguageChoice::System);
    QCOMPARE(languageChoiceFromSetting(QString()), LanguageChoice::System);
}

void TestLanguageManager::qtsOwnWordsChangeToo()
{
    LanguageManager languages({}, Catalogues);
    languages.setChoice(LanguageChoice::French);
    QDialogButtonBox box(QDialogButtonBox::Cancel);
    QCOMPARE(box.button(QDialogButtonBox::Cancel)->text().remove(u'&'), u"Annuler"_s);
    languages.setChoice(LanguageChoice::English);
    QTRY_COMPARE(box.button(QDialogButtonBox::Cancel)->text().remove(u'&'), u"Cancel"_s);
}

void TestLanguageManager::switchShowsAndSetsTheLanguage()
{
    Theme theme;
    LanguageManager languages({}, Catalogues);
    languages.setChoice(LanguageChoice::English);
    LanguageSwitch control(theme, languages);
    auto *french = control.findChild<QAbstractButton *>(u"languageFrench"_s);
    auto *english = control.findChild<QAbstractButton *>(u"languageEnglish"_s);
    QVERIFY(english->isChecked());
    QTest::mouseClick(french, Qt::LeftButton);
    QCOMPARE(languages.language(), u"fr"_s);
    QVERIFY(french->isChecked());
    QVERIFY(!english->isChecked());
    QTest::mouseClick(french, Qt::LeftButton);
    QVERIFY(french->isChecked());
    languages.setChoice(LanguageChoice::English); // elsewhere, in the settings
    QVERIFY(english->isChecked());
    QCOMPARE(languages.choice(), LanguageChoice::English);
}

void TestLanguageManager::switchIsUsableByKeyboardAndNamed()
{
    Theme theme;
    LanguageManager languages({}, Catalogues);
    languages.setChoice(LanguageChoice::French);
    LanguageSwitch control(theme, languages);
    control.show();
    QVERIFY(QTest::qWaitForWindowActive(&control));
    auto *french = control.findChild<QAbstractButton *>(u"languageFrench"_s);
    french->setFocus();
    QTest::keyClick(french, Qt::Key_Right);
    QCOMPARE(languages.language(), u"en"_s);
    QVERIFY(!control.accessibleName().isEmpty());
    QCOMPARE(QAccessible::queryAccessibleInterface(french)->text(QAccessible::Name), u"Français"_s);
    QVERIFY(french->sizeHint().height() >= theme.tokens().touchTarget());
}

QTEST_MAIN(TestLanguageManager)
#include "tst_language_manager.moc"
