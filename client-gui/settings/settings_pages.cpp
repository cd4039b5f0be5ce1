// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/settings/settings_pages.h"

#include "client-gui/app/control_look.h"
#include "client-gui/app/language_manager.h"
#include "client-gui/app/theme.h"
#include "client-gui/settings/seen_rows.h"
#include "client-gui/settings/setting_row.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QSystemTrayIcon>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr std::array Scales{ 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0 };
constexpr int MaxAwayMinutes = 240;
constexpr std::array PictureSizes{ 0, 1, 4, 10, 25 }; ///< MB; pictures up to it come by themselves

void select(QComboBox *choice, const QVariant &value)
{
    const QSignalBlocker quiet(choice);
    choice->setCurrentIndex(std::max(0, choice->findData(value)));
}

QString percent(double scale)
{
    return QLocale().toString(qRound(scale * 100)) + u'\u202f' + QLocale().percent();
}

} // namespace

// --- General

GeneralPage::GeneralPage(Theme &theme, SettingsStore &store, LanguageManager &languages)
    : SettingsPage(theme, store)
    , m_languages(languages)
    , m_language(makeChoice("language"))
    , m_enter(makeChoice("enterSends"))
    , m_away(new QSpinBox)
    , m_tray(new QCheckBox)
    , m_sort(makeChoice("sortRooms"))
    , m_pictures(makeChoice("fetchesPictures"))
{
    for (const LanguageChoice choice : { LanguageChoice::System, LanguageChoice::French, LanguageChoice::English })
        m_language->addItem(QString(), int(choice));
    m_languageRow = addRow(m_language);
    for (const bool sends : { true, false })
        m_enter->addItem(QString(), sends);
    m_enterRow = addWideRow(m_enter);
    m_markdownRow = addSwitch("writesMarkdown", &Settings::writesMarkdown);
    m_typingRow = addSwitch("sendsTyping", &Settings::sendsTyping);
    m_away->setObjectName(u"autoAway"_s);
    m_away->setRange(0, MaxAwayMinutes);
    m_awayRow = addRow(m_away);
    for (const bool byActivity : { false, true })
        m_sort->addItem(QString(), byActivity);
    m_sortRow = addRow(m_sort);
    for (const int megabytes : PictureSizes)
        m_pictures->addItem(QString(), megabytes);
    m_picturesRow = addRow(m_pictures);
    m_tray->setObjectName(u"closeToTray"_s);
    setSwitchLook(m_tray);
    m_trayRow = addRow(m_tray);
    m_tray->setEnabled(QSystemTrayIcon::isSystemTrayAvailable());

    connect(m_language, &QComboBox::activated, this,
        [this](int index) { m_languages.setChoice(LanguageChoice(m_language->itemData(index).toInt())); });
    connect(&languages, &LanguageManager::languageChanged, this, [this] { showSettings(this->store().current()); });
    connect(m_enter, &QComboBox::activated, this, [this](int index) {
        this->store().change(
            [sends = m_enter->itemData(index).toBool()](Settings &settings) { settings.enterSends = sends; });
    });
    connect(m_sort, &QComboBox::activated, this, [this](int index) {
        this->store().change([byActivity = m_sort->itemData(index).toBool()](
                                 Settings &settings) { settings.sortsRoomsByActivity = byActivity; });
    });
    connect(m_pictures, &QComboBox::activated, this, [this](int index) {
        this->store().change([megabytes = m_pictures->itemData(index).toInt()](
                                 Settings &settings) { settings.fetchesPicturesMb = megabytes; });
    });
    connect(m_away, &QSpinBox::valueChanged, this, [this](int minutes) {
        this->store().change([minutes](Settings &settings) { settings.autoAwayMinutes = minutes; });
    });
    connect(m_tray, &QCheckBox::toggled, this, [this](bool closes) {
        this->store().change([closes](Settings &settings) {
            settings.closesToTray = closes;
            settings.askedAboutTray = true; // this is the answer
        });
    });
    showSettings(store.current());
    retranslateUi();
}

void GeneralPage::setWorkspaces(Workspaces &workspaces)
{
    column()->insertWidget(column()->indexOf(m_typingRow) + 1, new SeenRows(theme(), workspaces));
}

void GeneralPage::showSettings(const Settings &settings)
{
    select(m_language, int(m_languages.choice()));
    select(m_enter, settings.enterSends);
    select(m_sort, settings.sortsRoomsByActivity);
    select(m_pictures, settings.fetchesPicturesMb);
    const QSignalBlocker quietAway(m_away);
    m_away->setValue(settings.autoAwayMinutes);
    const QSignalBlocker quietTray(m_tray);
    m_tray->setChecked(settings.closesToTray);
}

void GeneralPage::retranslateUi()
{
    m_languageRow->setWords(tr("Language"));
    m_language->setItemText(0, tr("As the system"));
    m_language->setItemText(1, u"Français"_s);
    m_language->setItemText(2, u"English"_s);
    m_enterRow->setWords(tr("Sending"));
    m_enter->setItemText(0, tr("Enter sends, Shift+Enter begins a line"));
    m_enter->setItemText(1, tr("Ctrl+Enter sends, Enter begins a line"));
    m_markdownRow->setWords(tr("Write with Markdown"),
        tr("**bold**, *italic*, `code`, lists and quotes. Off: everything is sent as it stands."));
    m_typingRow->setWords(tr("Tell others that I am typing"), tr("They see your name under the messages of the room."));
    m_awayRow->setWords(tr("Show me as away after"), tr("When nothing is typed or moved on this computer."));
    m_away->setSpecialValueText(tr("Never"));
    //: After the number of minutes
    m_away->setSuffix(tr(" min"));
    m_sortRow->setWords(tr("Order of the rooms"));
    m_sort->setItemText(0, tr("By name"));
    m_sort->setItemText(1, tr("By latest message"));
    m_picturesRow->setWords(
        tr("Show pictures without asking"), tr("Larger ones, and all others when it is off, come with a click."));
    for (int i = 0; i < m_pictures->count(); ++i) {
        const int megabytes = m_pictures->itemData(i).toInt();
        m_pictures->setItemText(i, megabytes == 0 ? tr("Never") : tr("Up to %n MB", nullptr, megabytes));
    }
    m_trayRow->setWords(tr("Close to the tray"),
        m_tray->isEnabled() ? tr("Closing the window leaves Salon running, so that it can tell you about messages.")
                            : tr("This desktop has no tray: closing the window quits."));
}

// --- Look

LookPage::LookPage(Theme &theme, SettingsStore &store)
    : SettingsPage(theme, store)
    , m_colours(makeChoice("theme"))
    , m_scale(makeChoice("fontScale"))
{
    for (const ThemeSetting choice :
        { ThemeSetting::System, ThemeSetting::Light, ThemeSetting::Dark, ThemeSetting::HighContrast })
        m_colours->addItem(QString(), int(choice));
    m_coloursRow = addRow(m_colours);
    m_scaleRow = addRow(m_scale);
    m_compactRow = addSwitch("compactTimeline", &Settings::compactTimeline);
    m_membersRow = addSwitch("showsMembers", &Settings::showsMembers);
    connect(m_colours, &QComboBox::activated, this, [this](int index) {
        this->store().change([choice = ThemeSetting(m_colours->itemData(index).toInt())](
                                 Settings &settings) { settings.theme = choice; });
    });
    connect(m_scale, &QComboBox::activated, this, [this](int index) {
        this->store().change(
            [scale = m_scale->itemData(index).toDouble()](Settings &settings) { settings.fontScale = scale; });
    });
    showSettings(store.current());
    retranslateUi();
}

void LookPage::showSettings(const Settings &settings)
{
    select(m_colours, int(settings.theme));
    // Ctrl + and − have steps of their own: the present one is always among the choices.
    QList<double> scales(Scales.begin(), Scales.end());
    const double now = settings.fontScale;
    if (std::none_of(scales.cbegin(), scales.cend(), [now](double scale) { return qFuzzyCompare(scale, now); }))
        scales.insert(std::lower_bound(scales.cbegin(), scales.cend(), now), now);
    const QSignalBlocker quiet(m_scale);
    m_scale->clear();
    for (const double scale : std::as_const(scales)) {
        m_scale->addItem(percent(scale), scale);
        if (qFuzzyCompare(scale, now))
            m_scale->setCurrentIndex(m_scale->count() - 1);
    }
}

void LookPage::retranslateUi()
{
    m_coloursRow->setWords(tr("Colours"));
    m_colours->setItemText(0, tr("As the system"));
    m_colours->setItemText(1, tr("Light"));
    m_colours->setItemText(2, tr("Dark"));
    m_colours->setItemText(3, tr("High contrast"));
    m_scaleRow->setWords(tr("Size of text and controls"), tr("Also with Ctrl and + or −; Ctrl and 0 goes back."));
    m_compactRow->setWords(tr("Compact messages"), tr("One line each, without avatars."));
    m_membersRow->setWords(
        tr("Show the members of a room"), tr("Beside the messages, when the window is wide enough."));
    showSettings(store().current());
}

// --- Notifications

NotificationsPage::NotificationsPage(Theme &theme, SettingsStore &store)
    : SettingsPage(theme, store)
    , m_about(makeChoice("notifyAbout"))
{
    for (const NotifyAbout about : { NotifyAbout::Everything, NotifyAbout::Mentions, NotifyAbout::Nothing })
        m_about->addItem(QString(), int(about));
    m_aboutRow = addRow(m_about);
    m_textRow = addSwitch("notificationsShowText", &Settings::notificationsShowText);
    m_soundRow = addSwitch("notificationSound", &Settings::notificationSound);
    connect(m_about, &QComboBox::activated, this, [this](int index) {
        this->store().change([about = NotifyAbout(m_about->itemData(index).toInt())](
                                 Settings &settings) { settings.notifyAbout = about; });
    });
    showSettings(store.current());
    retranslateUi();
}

void NotificationsPage::showSettings(const Settings &settings)
{
    select(m_about, int(settings.notifyAbout));
    const bool notifies = settings.notifyAbout != NotifyAbout::Nothing;
    m_textRow->setEnabled(notifies);
    m_soundRow->setEnabled(notifies);
}

void NotificationsPage::retranslateUi()
{
    m_aboutRow->setWords(tr("Notify me about"));
    m_about->setItemText(0, tr("All messages"));
    m_about->setItemText(1, tr("Mentions and direct messages"));
    m_about->setItemText(2, tr("Nothing"));
    m_textRow->setWords(
        tr("Show the text of messages"), tr("Off: only who wrote, which is better when others see your screen."));
    m_soundRow->setWords(tr("Play a sound"));
}

} // namespace salon
