// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/language_manager.h"
#include "client-gui/app/theme.h"
#include "client-gui/emoji/emoji_grid.h"
#include "client-gui/emoji/emoji_model.h"
#include "client-gui/emoji/emoji_picker.h"
#include "shared/base/job_lane.h"
#include "shared/client-core/settings.h"

#include <QAccessible>
#include <QDir>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace salon;

/// The popup of all emoji, moved by keys and pointer.
class TestEmojiPicker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void showsGroupsUnderHeadings();
    void arrowsGoFromEmojiToEmoji();
    void enterPicksAndCloses();
    void escapeClosesWithoutAPick();
    void clickPicks();
    void findsInBothLanguages();
    void saysWhenNothingFits();
    void keepsRecentOnesAndTheirOrder();
    void keepsTheSkinTone();
    void groupsAreReachedByTheirButtons();
    void namesEverythingForScreenReaders();
    void staysOnTheScreen();
    void looksAsItShould();

private:
    [[nodiscard]] QLineEdit &search() { return *m_picker->findChild<QLineEdit *>(u"emojiSearch"_s); }
    [[nodiscard]] EmojiGrid &grid() { return *m_picker->findChild<EmojiGrid *>(); }
    [[nodiscard]] EmojiModel &model() { return static_cast<EmojiModel &>(*grid().model()); }
    [[nodiscard]] QString chosen() { return grid().currentIndex().data().toString(); }
    void open()
    {
        m_picker->popUpAt(QRect(300, 500, 28, 28));
        QVERIFY(QTest::qWaitForWindowExposed(m_picker.get()));
    }
    void press(Qt::Key key) { QTest::keyClick(&search(), key); }

    Theme m_theme;
    LanguageManager m_languages;
    std::unique_ptr<JobLane> m_lane;
    EmojiCatalogue m_catalogue;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SettingsStore> m_settings;
    std::unique_ptr<EmojiPicker> m_picker;
};

void TestEmojiPicker::init()
{
    m_languages.setChoice(LanguageChoice::English);
    m_folder = std::make_unique<QTemporaryDir>();
    m_lane = std::make_unique<JobLane>(u"settings"_s);
    m_settings = std::make_unique<SettingsStore>(m_folder->filePath(u"settings.ini"_s), *m_lane);
    m_picker = std::make_unique<EmojiPicker>(m_theme, m_catalogue, *m_settings);
}

void TestEmojiPicker::cleanup()
{
    m_picker.reset();
    m_settings.reset();
    m_lane.reset(); // it still writes into the folder
}

void TestEmojiPicker::showsGroupsUnderHeadings()
{
    open();
    QStringList headings;
    qsizetype emoji = 0;
    for (int row = 0; row < model().rowCount(); ++row) {
        if (model().isHeading(row)) {
            headings.append(model().index(row, 0).data().toString());
            QVERIFY(!model().index(row, 0).flags().testFlag(Qt::ItemIsEnabled));
            continue;
        }
        for (int column = 0; column < EmojiModel::Columns; ++column)
            emoji += model().index(row, column).data().toString().isEmpty() ? 0 : 1;
    }
    QCOMPARE(headings.size(), EmojiGroupCount);
    QCOMPARE(headings.constFirst(), m_catalogue.groupName(EmojiGroup::Smileys, QLocale::English));
    QCOMPARE(emoji, m_catalogue.all().size());
}

void TestEmojiPicker::arrowsGoFromEmojiToEmoji()
{
    open();
    const QList<Emoji> &all = m_catalogue.all();
    QCOMPARE(chosen(), all[0].sequence);
    press(Qt::Key_Right);
    QCOMPARE(chosen(), all[1].sequence);
    press(Qt::Key_Down);
    QCOMPARE(chosen(), all[1 + EmojiModel::Columns].sequence);
    press(Qt::Key_Left);
    press(Qt::Key_Left);
    QCOMPARE(chosen(), all[EmojiModel::Columns - 1].sequence); // round the end of the line
    press(Qt::Key_Left);
    press(Qt::Key_Up);
    QCOMPARE(grid().currentIndex().row(), 1); // the heading is none
    // Through a whole group and over the next heading.
    const int smileys = int(m_catalogue.inGroup(EmojiGroup::Smileys).size());
    for (int i = 0; i < smileys; ++i)
        press(Qt::Key_Right);
    QVERIFY(m_catalogue.find(chosen())->group == EmojiGroup::People);
}

void TestEmojiPicker::enterPicksAndCloses()
{
    QSignalSpy picked(m_picker.get(), &EmojiPicker::picked);
    open();
    press(Qt::Key_Right);
    press(Qt::Key_Return);
    QCOMPARE(picked.size(), 1);
    QCOMPARE(picked[0][0].toString(), m_catalogue.all()[1].sequence);
    QVERIFY(!m_picker->isVisible());
}

void TestEmojiPicker::escapeClosesWithoutAPick()
{
    QSignalSpy picked(m_picker.get(), &EmojiPicker::picked);
    open();
    press(Qt::Key_Escape);
    QVERIFY(!m_picker->isVisible());
    QVERIFY(picked.isEmpty());
    QVERIFY(m_settings->current().recentEmoji.isEmpty());
}

void TestEmojiPicker::clickPicks()
{
    QSignalSpy picked(m_picker.get(), &EmojiPicker::picked);
    open();
    const QModelIndex third = model().index(1, 2);
    QTest::mouseClick(grid().viewport(), Qt::LeftButton, {}, grid().visualRect(third).center());
    QCOMPARE(picked.size(), 1);
    QCOMPARE(picked[0][0].toString(), m_catalogue.all()[2].sequence);
    open();
    QTest::mouseClick(grid().viewport(), Qt::LeftButton, {}, grid().visualRect(model().index(0, 0)).center());
    QCOMPARE(picked.size(), 1); // a heading is no emoji
    QVERIFY(m_picker->isVisible());
}

void TestEmojiPicker::findsInBothLanguages()
{
    for (const LanguageChoice language : { LanguageChoice::English, LanguageChoice::French }) {
        m_languages.setChoice(language);
        for (const QString &words : { u"thumbs up"_s, u"pouce"_s, u"ÉLÉPHANT"_s, u"elephant"_s }) {
            open();
            search().setText(words);
            const QString wanted
                = words.contains("phant"_L1, Qt::CaseInsensitive) || words.contains(u"ÉPHANT"_s) ? u"🐘"_s : u"👍"_s;
            bool isFound = false;
            for (int column = 0; column < EmojiModel::Columns; ++column)
                isFound |= model().index(0, column).data().toString() == wanted;
            QVERIFY2(isFound, qPrintable(words));
            press(Qt::Key_Escape);
        }
    }
}

void TestEmojiPicker::saysWhenNothingFits()
{
    QSignalSpy picked(m_picker.get(), &EmojiPicker::picked);
    open();
    search().setText(u"xqzzy"_s);
    QVERIFY(!grid().isVisible());
    press(Qt::Key_Return);
    QVERIFY(picked.isEmpty());
    search().clear();
    QVERIFY(grid().isVisible());
    QVERIFY(model().rowCount() > EmojiGroupCount);
}

void TestEmojiPicker::keepsRecentOnesAndTheirOrder()
{
    for (const QString &words : { u"elephant"_s, u"rocket"_s, u"elephant"_s }) {
        open();
        search().setText(words);
        press(Qt::Key_Return);
    }
    QCOMPARE(m_settings->current().recentEmoji, QStringList({ u"🐘"_s, u"🚀"_s }));
    open();
    QVERIFY(model().isHeading(0));
    QCOMPARE(chosen(), u"🐘"_s);
    QCOMPARE(model().index(1, 1).data().toString(), u"🚀"_s);
    QVERIFY(model().index(1, 2).data().toString().isEmpty());
    // What somebody wrote into the file of settings is not shown.
    m_settings->change([](Settings &settings) { settings.recentEmoji = QStringList{ u"<b>x</b>"_s, u"🚀"_s }; });
    m_picker->popUpAt(QRect(300, 500, 28, 28));
    QCOMPARE(chosen(), u"🚀"_s);
}

void TestEmojiPicker::keepsTheSkinTone()
{
    QSignalSpy picked(m_picker.get(), &EmojiPicker::picked);
    open();
    QTest::mouseClick(m_picker->findChild<QToolButton *>(u"skinTone"_s), Qt::LeftButton);
    auto *menu = m_picker->findChild<QMenu *>(u"skinTones"_s);
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), EmojiHabits::ToneCount + 1);
    QVERIFY(menu->actions().constFirst()->isChecked());
    menu->actions().constLast()->trigger();
    menu->close();
    QCOMPARE(m_settings->current().skinTone, 5);
    search().setText(u"thumbs up"_s);
    press(Qt::Key_Return);
    QCOMPARE(picked.constLast()[0].toString(), u"👍🏿"_s);
    m_picker = std::make_unique<EmojiPicker>(m_theme, m_catalogue, *m_settings);
    open();
    QCOMPARE(chosen(), u"👍🏿"_s); // the recent one
    search().setText(u"rocket"_s);
    QCOMPARE(chosen(), u"🚀"_s); // has none
}

void TestEmojiPicker::groupsAreReachedByTheirButtons()
{
    open();
    const QList<QToolButton *> groups = m_picker->findChildren<QToolButton *>(u"emojiGroup"_s);
    QCOMPARE(groups.size(), EmojiGroupCount);
    QTest::mouseClick(groups[int(EmojiGroup::Food)], Qt::LeftButton);
    QVERIFY(m_catalogue.find(chosen())->group == EmojiGroup::Food);
    QCOMPARE(grid().rowAt(1), model().lineOf(EmojiGroup::Food));
}

void TestEmojiPicker::namesEverythingForScreenReaders()
{
    open();
    search().setText(u"rocket"_s);
    const QModelIndex rocket = grid().currentIndex();
    QCOMPARE(rocket.data(Qt::AccessibleTextRole).toString(), u"rocket"_s);
    QVERIFY(rocket.data(Qt::ToolTipRole).toString().contains(":rocket:"_L1));
    QAccessibleInterface *cells = QAccessible::queryAccessibleInterface(&grid());
    QVERIFY(cells && cells->tableInterface());
    QCOMPARE(cells->tableInterface()->cellAt(rocket.row(), rocket.column())->text(QAccessible::Name), u"rocket"_s);
    m_languages.setChoice(LanguageChoice::French);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(grid().currentIndex().data(Qt::AccessibleTextRole).toString(), u"fusée"_s);
    const QList<QToolButton *> buttons = m_picker->findChildren<QToolButton *>();
    for (const QToolButton *button : buttons) {
        if (button->parent() != &search())
            QVERIFY2(!button->accessibleName().isEmpty(), qPrintable(button->objectName()));
    }
    QVERIFY(!search().accessibleName().isEmpty() && !grid().accessibleName().isEmpty());
}

void TestEmojiPicker::staysOnTheScreen()
{
    const QRect screen = m_picker->screen()->availableGeometry();
    for (const QPoint corner : { screen.topLeft(), screen.topRight(), screen.bottomLeft(), screen.bottomRight() }) {
        m_picker->popUpAt(QRect(corner - QPoint(14, 14), QSize(28, 28)));
        QVERIFY2(screen.contains(m_picker->geometry()), qPrintable(QDebug::toString(m_picker->geometry())));
    }
}

/// With SALON_PICTURES=<folder> the pictures are kept to be looked at.
void TestEmojiPicker::looksAsItShould()
{
    const QString folder = qEnvironmentVariable("SALON_PICTURES");
    m_settings->change([](Settings &settings) {
        settings.recentEmoji = QStringList{ u"👍🏽"_s, u"❤️"_s, u"🎉"_s, u"🇫🇷"_s };
    });
    for (const LanguageChoice language : { LanguageChoice::English, LanguageChoice::French }) {
        for (const ThemeChoice look : { ThemeChoice::Light, ThemeChoice::Dark }) {
            m_languages.setChoice(language);
            m_theme.setChoice(look);
            open();
            QCoreApplication::processEvents(); // the layout
            const QImage all = m_picker->grab().toImage();
            search().setText(language == LanguageChoice::French ? u"chat"_s : u"cat"_s);
            const QImage found = m_picker->grab().toImage();
            QVERIFY(all != found);
            if (!folder.isEmpty()) {
                const QString name = "%1-%2"_L1.arg(language == LanguageChoice::French ? "fr"_L1 : "en"_L1,
                    look == ThemeChoice::Dark ? "dark"_L1 : "light"_L1);
                QVERIFY(all.save(QDir(folder).filePath("emoji-"_L1 + name + ".png"_L1)));
                QVERIFY(found.save(QDir(folder).filePath("emoji-found-"_L1 + name + ".png"_L1)));
            }
            m_picker->close();
        }
    }
    m_theme.setChoice(ThemeChoice::System);
}

QTEST_MAIN(TestEmojiPicker)

#include "tst_emoji_picker.moc"
