// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/clock.h"
#include "shared/client-core/settings.h"
#include "shared/client-core/workspace.h"

#include <QElapsedTimer>
#include <QObject>

#include <memory>

namespace salon {

class ClientProfile;
class Dialogs;
class LanguageManager;
class MainWindow;
class Nearby;
class NearbyAccounts;
class NearbyNotes;
class Notifier;
class SingleInstance;
class SystemLinks;
class Theme;
class Tray;
class Workspaces;

/// The desktop client put together: profile, language, look, servers, window, tray, notifications. Made after
/// QApplication; start() returns at once, the rest happens in the event loop.
class Application : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        QString dataFolder{}; ///< empty: the platform's own place
        QString language{}; ///< "fr", "en"; empty: as chosen before, else the system's
        QString link{}; ///< join link or address to open
        QString name{}; ///< prefilled on the first-run page; with a link, joins without asking
        QString presetFile{}; ///< of whoever installed the program, for its first start (preset.h); empty: none
    };

    explicit Application(Options options);
    ~Application() override;

    /// Opens the profile, then the window. Ends the event loop with 0 when another program holds the folder and was
    /// called, with 1 after saying why nothing can be done.
    void start();
    [[nodiscard]] MainWindow *window() const { return m_window.get(); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void startAsFirst();
    void holdFailed(const Error &error);
    void takePreset();
    void applySettings(const Settings &settings);
    void build();
    void connectTray();
    void connectNearby();
    void follow(Workspace *workspace);
    void called(const QString &link);
    /// With a name, joins without asking: only for what the person who started the program gave with the link. A link
    /// that somebody else wrote fills the form, and the person decides.
    void openLink(const QString &link, const QString &name = {});
    void closeRequested();
    void askAboutTray();
    void showUnread();
    void toast(const QString &title, const QString &text, Workspace *workspace, RoomId room, const QByteArray &person);
    void quit();
    void fail(const Error &error);

    Options m_options;
    SystemClock m_clock;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<ClientProfile> m_profile;
    std::unique_ptr<LanguageManager> m_languages;
    std::unique_ptr<SingleInstance> m_instance;
    std::unique_ptr<SystemLinks> m_systemLinks;
    std::unique_ptr<Workspaces> m_workspaces;
    std::unique_ptr<Nearby> m_nearby;
    std::unique_ptr<NearbyAccounts> m_nearbyAccounts; ///< recognises those who are known from a server
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Dialogs> m_dialogs;
    std::unique_ptr<Tray> m_tray;
    std::unique_ptr<Notifier> m_notifier;
    std::unique_ptr<NearbyNotes> m_nearbyNotes;
    bool m_isFirst = false; ///< the folder is ours
    QString m_presetLink;
    QString m_earlyLink; ///< came before there was a window
    QPointer<Workspace> m_toastWorkspace;
    RoomId m_toastRoom;
    QByteArray m_toastPerson; ///< nearby; then the two above say nothing
    QElapsedTimer m_sinceInput;
};

} // namespace salon
