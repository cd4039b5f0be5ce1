// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/application.h"

#include "client-gui/app/language_manager.h"
#include "client-gui/app/notifier.h"
#include "client-gui/app/preset.h"
#include "client-gui/app/problem_box.h"
#include "client-gui/app/single_instance.h"
#include "client-gui/app/system_links.h"
#include "client-gui/app/theme.h"
#include "client-gui/app/tray.h"
#include "client-gui/dialogs/dialogs.h"
#include "client-gui/main_window/main_requests.h"
#include "client-gui/main_window/main_window.h"
#include "client-gui/nearby/nearby_notes.h"
#include "client-gui/rooms/muted_rooms.h"
#include "resources/app_icon.h"
#include "shared/client-core/text/error_text.h"
#include "shared/client-core/text/message_link.h"
#include "shared/client-core/workspaces.h"
#include "shared/nearby/nearby.h"
#include "shared/nearby/nearby_accounts.h"

#include <QApplication>
#include <QEvent>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

constexpr int InputEveryMs = 1000;

ThemeChoice themeChoice(ThemeSetting setting)
{
    switch (setting) {
    case ThemeSetting::Light:
        return ThemeChoice::Light;
    case ThemeSetting::Dark:
        return ThemeChoice::Dark;
    case ThemeSetting::HighContrast:
        return ThemeChoice::HighContrast;
    case ThemeSetting::System:
        break;
    }
    return ThemeChoice::System;
}

} // namespace

Application::Application(Options options)
    : m_options(std::move(options))
    , m_theme(std::make_unique<Theme>())
{
    QApplication::setWindowIcon(appIcon());
    QApplication::setQuitOnLastWindowClosed(false);
    ClientProfile::Options profile;
    profile.dataFolder = m_options.dataFolder;
    profile.useKeychain = m_options.dataFolder.isEmpty();
    m_profile = std::make_unique<ClientProfile>(profile, m_clock);
    m_languages = std::make_unique<LanguageManager>([this](LanguageChoice choice) {
        if (!m_isFirst)
            return; // the settings are another program's
        const QString code = choice == LanguageChoice::System ? QString() : toSetting(choice);
        m_profile->settings().change([&code](Settings &settings) { settings.language = code; });
    });
    m_instance = std::make_unique<SingleInstance>(m_profile->dataFolder());
    m_systemLinks = std::make_unique<SystemLinks>();
}

Application::~Application()
{
    qApp->removeEventFilter(this);
    // Views before what they show.
    m_dialogs.reset();
    m_nearbyNotes.reset();
    m_nearbyAccounts.reset();
    m_notifier.reset();
    m_tray.reset();
    m_window.reset();
    m_nearby.reset();
    m_workspaces.reset();
}

void Application::start()
{
    if (const Result<> locked = m_profile->lock(); !locked)
        holdFailed(locked.error());
    else
        startAsFirst();
}

void Application::holdFailed(const Error &error)
{
    if (!m_options.language.isEmpty())
        m_languages->setChoice(languageChoiceFromSetting(m_options.language));
    if (error.code != ErrorCode::AlreadyRunning) {
        fail(error);
        return;
    }
    connect(m_instance.get(), &SingleInstance::delivered, this, [] { QCoreApplication::exit(0); });
    connect(m_instance.get(), &SingleInstance::failed, this, [this] {
        if (const Result<> locked = m_profile->lock(); !locked)
            fail(locked.error());
        else
            startAsFirst(); // it was about to end
    });
    const QString clicked = m_systemLinks->waiting();
    m_instance->tellTheFirst(clicked.isEmpty() ? m_options.link : clicked);
}

void Application::startAsFirst()
{
    m_isFirst = true;
    connect(m_instance.get(), &SingleInstance::called, this, &Application::called);
    m_instance->listen(); // the key may take its time, and who is started meanwhile has a link to tell
    takePreset();
    const QString &language
        = m_options.language.isEmpty() ? m_profile->settings().current().language : m_options.language;
    m_languages->setChoice(languageChoiceFromSetting(language));
    applySettings(m_profile->settings().current());
    connect(m_profile.get(), &ClientProfile::opened, this, &Application::build);
    connect(m_profile.get(), &ClientProfile::failed, this, &Application::fail);
    m_profile->open();
}

void Application::takePreset()
{
    if (m_options.presetFile.isEmpty() || QFileInfo::exists(m_profile->dataFolder() + u"/settings.ini"_s)
        || !m_profile->servers().all().isEmpty())
        return;
    const Preset preset = readPreset(m_options.presetFile);
    if (m_options.language.isEmpty())
        m_options.language = preset.language;
    m_presetLink = preset.link;
}

void Application::applySettings(const Settings &settings)
{
    m_theme->setChoice(themeChoice(settings.theme));
    m_theme->setZoom(settings.fontScale);
}

void Application::build()
{
    const QString client = QCoreApplication::applicationName() + u' ' + QCoreApplication::applicationVersion();
    m_workspaces = std::make_unique<Workspaces>(*m_profile, client);
    m_window = std::make_unique<MainWindow>(*m_theme, *m_languages, *m_profile, *m_workspaces);
    m_dialogs
        = std::make_unique<Dialogs>(m_window->requests(), *m_theme, *m_languages, *m_profile, *m_workspaces, *m_window);
    m_notifier = std::make_unique<Notifier>(m_profile->settings(),
        [this](const Workspace *workspace, RoomId room) { return m_window->isLookingAt(workspace, room); });
    connect(m_notifier.get(), &Notifier::toast, this, &Application::toast);
    connectTray();
    connectNearby();
    connect(&m_profile->settings(), &SettingsStore::changed, this, [this](const Settings &now, const Settings &before) {
        applySettings(now);
        if (now.mutedRooms != before.mutedRooms)
            showUnread();
    });
    connect(m_languages.get(), &LanguageManager::languageChanged, this, [this] {
        const QList<Workspace *> all = m_workspaces->all();
        for (Workspace *workspace : all)
            workspace->retranslate();
        m_nearby->retranslate();
        m_tray->retranslate();
    });
    const QList<Workspace *> all = m_workspaces->all();
    for (Workspace *workspace : all)
        follow(workspace);
    connect(m_workspaces.get(), &Workspaces::added, this, &Application::follow);
    connect(m_workspaces.get(), &Workspaces::removed, this, &Application::showUnread);
    connect(m_window.get(), &MainWindow::closeRequested, this, &Application::closeRequested);
    connect(m_window.get(), &MainWindow::quitRequested, this, &Application::quit);
#ifdef Q_OS_MACOS
    // A click on the icon in the Dock brings back the window that was closed to the tray.
    connect(qApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive && !m_window->isVisible())
            m_window->raiseAll();
    });
#endif
    qApp->installEventFilter(this);

    m_workspaces->startAll();
    if (!all.isEmpty()) {
        Workspace *last = m_workspaces->find(m_profile->settings().current().lastServer);
        m_window->showRoom(last ? last : all.constFirst());
    }
    m_nearby->start();
    if (all.isEmpty() && m_nearby->isOn())
        m_window->showNearby();
    m_window->show();
    if (!m_options.link.isEmpty())
        openLink(m_options.link, m_options.name); // with a name nothing is left to ask
    else if (!m_presetLink.isEmpty())
        openLink(m_presetLink);
    if (!m_earlyLink.isEmpty())
        openLink(m_earlyLink);
    connect(m_systemLinks.get(), &SystemLinks::opened, this, &Application::called);
    connect(m_window.get(), &MainWindow::linkOpened, this, [this](const QString &link) { openLink(link); });
    m_systemLinks->release();
}

void Application::connectNearby()
{
    m_nearby = std::make_unique<Nearby>(*m_profile);
    m_nearbyAccounts = std::make_unique<NearbyAccounts>(*m_profile, *m_nearby, *m_workspaces);
    m_window->setNearby(*m_nearby);
    m_dialogs->setNearby(*m_nearby);
    m_nearbyNotes = std::make_unique<NearbyNotes>(
        m_profile->settings(), *m_nearby, *m_notifier, [this](const QByteArray &person) {
            return m_window->isLookingAtNearby(person) || m_window->isMutedNearby(person);
        });
    connect(&m_nearby->people(), &NearbyPeople::personChanged, this, &Application::showUnread);
}

void Application::connectTray()
{
    m_tray = std::make_unique<Tray>(*m_theme);
    connect(m_tray.get(), &Tray::openRequested, m_window.get(), &MainWindow::raiseAll);
    connect(m_tray.get(), &Tray::quitRequested, this, &Application::quit);
    connect(m_tray.get(), &Tray::settingsRequested, this, [this] {
        m_window->raiseAll();
        Q_EMIT m_window->requests().settings();
    });
    connect(m_tray.get(), &Tray::messageClicked, this, [this] {
        m_window->raiseAll();
        if (!m_toastPerson.isEmpty())
            m_window->showNearby(m_toastPerson);
        else if (m_toastWorkspace)
            m_window->showRoom(m_toastWorkspace, m_toastRoom);
    });
}

void Application::follow(Workspace *workspace)
{
    m_notifier->follow(workspace);
    connect(workspace, &Workspace::unreadChanged, this, &Application::showUnread);
    connect(&workspace->rooms(), &Rooms::changed, this, [this](RoomId, RoomAspects what) {
        if (what.testFlag(RoomAspect::Attention))
            showUnread();
    });
}

void Application::called(const QString &link)
{
    if (!m_window) { // the key is still to come
        m_earlyLink = link.isEmpty() ? m_earlyLink : link;
        return;
    }
    m_window->raiseAll();
    if (!link.isEmpty())
        openLink(link);
}

void Application::openLink(const QString &link, const QString &name)
{
    const Result<MessageLink> message = MessageLink::parse(link);
    if (message && m_window->showMessage(*message))
        return;
    const Result<JoinLink> parsed = JoinLink::parse(link);
    Workspace *known = parsed ? m_workspaces->findAddress(*parsed) : nullptr;
    if (known && known->server().enrolled) {
        m_window->showRoom(known);
        return;
    }
    m_dialogs->join(link, name);
}

void Application::closeRequested()
{
    const Settings &settings = m_profile->settings().current();
    if (!m_tray->isThere())
        quit();
    else if (!settings.askedAboutTray)
        askAboutTray();
    else if (settings.closesToTray)
        m_window->hide();
    else
        quit();
}

void Application::askAboutTray()
{
    auto *box = new QMessageBox(m_window.get());
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Question);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(tr("Close the window"));
    box->setText(tr("Shall Salon stay in the tray and tell you about new messages?"));
    box->setInformativeText(tr("You can change this in the settings."));
    const QPushButton *stay = box->addButton(tr("Close to the tray"), QMessageBox::AcceptRole);
    const QPushButton *leave = box->addButton(tr("Quit"), QMessageBox::DestructiveRole);
    box->addButton(QMessageBox::Cancel);
    connect(box, &QMessageBox::buttonClicked, this, [this, stay, leave](const QAbstractButton *button) {
        if (button != stay && button != leave)
            return;
        m_profile->settings().change([isStaying = button == stay](Settings &settings) {
            settings.askedAboutTray = true;
            settings.closesToTray = isStaying;
        });
        closeRequested();
    });
    box->open();
}

void Application::showUnread()
{
    quint32 unread = 0;
    quint32 mentions = 0;
    const QList<Workspace *> all = m_workspaces->all();
    const MutedRooms muted(m_profile->settings());
    for (const Workspace *workspace : all) {
        const MutedRooms::Counts counts = muted.heardOf(*workspace);
        unread += counts.unread;
        mentions += counts.mentions;
    }
    // Whoever writes directly, or asks to, means you.
    int nearby = m_nearby->people().requestCount();
    for (const NearbyPerson &person : m_nearby->people().all())
        if (person.unread > 0 && !m_window->isMutedNearby(person.key))
            nearby += person.unread;
    unread += quint32(nearby);
    mentions += quint32(nearby);
    m_tray->setUnread(unread, mentions);
    m_window->setMentions(mentions);
}

void Application::toast(
    const QString &title, const QString &text, Workspace *workspace, RoomId room, const QByteArray &person)
{
    m_toastWorkspace = workspace;
    m_toastRoom = room;
    m_toastPerson = person;
    m_tray->showMessage(title, text);
    QApplication::alert(m_window.get());
    if (m_profile->settings().current().notificationSound)
        QApplication::beep();
}

bool Application::eventFilter(QObject *watched, QEvent *event)
{
    const bool isInput = event->type() == QEvent::KeyPress || event->type() == QEvent::MouseButtonPress
        || event->type() == QEvent::MouseMove || event->type() == QEvent::Wheel;
    if (isInput && (!m_sinceInput.isValid() || m_sinceInput.elapsed() >= InputEveryMs)) {
        m_sinceInput.start();
        const QList<Workspace *> all = m_workspaces->all();
        for (Workspace *workspace : all)
            workspace->userActive();
    }
    return QObject::eventFilter(watched, event);
}

void Application::quit()
{
    if (m_window) {
        m_window->keepState();
        m_window->hide();
    }
    if (m_workspaces)
        m_workspaces->stopAll();
    m_instance->stopListening(); // who is started now shall not be told that it was heard
    QCoreApplication::quit();
}

void Application::fail(const Error &error)
{
    connect(showProblemBox(ErrorText::of(error)), &QMessageBox::finished, this, [] { QCoreApplication::exit(1); });
}

} // namespace salon
