// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QStringList>
#include <functional>

namespace salon {

class JobLane;

inline constexpr qsizetype MaxRecentEmoji = 27; // three lines of the picker

/// Not "Theme": the desktop client has a class of that name.
enum class ThemeSetting
{
    System,
    Light,
    Dark,
    HighContrast
};

enum class NotifyAbout
{
    Everything,
    Mentions, ///< and direct rooms
    Nothing
};

/// What a person chose for this installation.
struct Settings
{
    QString language{}; ///< "fr", "en"; empty: the system's
    ThemeSetting theme = ThemeSetting::System;
    double fontScale = 1.0; ///< 0.5 to 3
    NotifyAbout notifyAbout = NotifyAbout::Mentions;
    bool notificationsShowText = true;
    bool notificationSound = true;
    bool sendsTyping = true;
    bool enterSends = true; ///< false: Ctrl+Enter sends
    bool writesMarkdown = true; ///< false: what is written is sent as it stands
    QStringList recentEmoji{}; ///< newest first
    int skinTone = 0; ///< of emoji that have one: 0 none, 1 (light) to 5 (dark)
    bool compactTimeline = false;
    bool sortsRoomsByActivity = false;
    bool showsMembers = true;
    bool closesToTray = false;
    bool askedAboutTray = false; ///< the question of the first closing was answered
    int autoAwayMinutes = 10; ///< 0: never
    int fetchesPicturesMb = 4; ///< pictures up to this size come by themselves; 0: none
    int sidebarWidth = 260;
    int membersWidth = 220;
    QByteArray windowGeometry{};
    QByteArray windowState{};
    QString lastServer{}; ///< KnownServer::id
    qint64 lastRoom = 0;
    bool nearby = false; ///< people nearby may find this device
    QString nearbyName{}; ///< what they see; empty: the name used on a server
    QStringList mutedRooms{}; ///< "server/room": KnownServer::id and room id

    friend bool operator==(const Settings &, const Settings &) = default;
};

/// Holds the settings and keeps them in an INI file. Reading happens once, in the constructor (a small file); writing
/// happens in `lane`. Lives in one thread.
class SettingsStore : public QObject
{
    Q_OBJECT
public:
    SettingsStore(QString path, JobLane &lane, QObject *parent = nullptr);

    [[nodiscard]] const Settings &current() const { return m_current; }

    /// store.change([](Settings &s) { s.theme = ThemeSetting::Dark; }): values out of range are put right. Emits
    /// changed() and writes if something differs.
    void change(const std::function<void(Settings &)> &edit);

Q_SIGNALS:
    void changed(const salon::Settings &now, const salon::Settings &before);

private:
    QString m_path;
    JobLane &m_lane;
    Settings m_current;
};

} // namespace salon
