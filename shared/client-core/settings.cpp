// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/settings.h"

#include "shared/base/job_lane.h"

#include <QSettings>
#include <algorithm>
#include <cmath>
#include <tuple>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

/// Name in the file and member, once for reading and for writing.
constexpr auto rows()
{
    using S = Settings;
    return std::tuple(std::pair("language", &S::language), std::pair("theme", &S::theme),
        std::pair("font_scale", &S::fontScale), std::pair("notify_about", &S::notifyAbout),
        std::pair("notifications_show_text", &S::notificationsShowText),
        std::pair("notification_sound", &S::notificationSound), std::pair("sends_typing", &S::sendsTyping),
        std::pair("enter_sends", &S::enterSends), std::pair("writes_markdown", &S::writesMarkdown),
        std::pair("recent_emoji", &S::recentEmoji), std::pair("skin_tone", &S::skinTone),
        std::pair("compact_timeline", &S::compactTimeline),
        std::pair("sort_rooms_by_activity", &S::sortsRoomsByActivity), std::pair("show_members", &S::showsMembers),
        std::pair("close_to_tray", &S::closesToTray), std::pair("asked_about_tray", &S::askedAboutTray),
        std::pair("auto_away_minutes", &S::autoAwayMinutes), std::pair("fetches_pictures_mb", &S::fetchesPicturesMb),
        std::pair("sidebar_width", &S::sidebarWidth), std::pair("members_width", &S::membersWidth),
        std::pair("window_geometry", &S::windowGeometry), std::pair("window_state", &S::windowState),
        std::pair("last_server", &S::lastServer), std::pair("last_room", &S::lastRoom),
        std::pair("muted_rooms", &S::mutedRooms), std::pair("nearby", &S::nearby),
        std::pair("nearby_name", &S::nearbyName));
}

template <class Visit>
void forEachRow(Visit &&visit)
{
    std::apply([&](const auto &...row) { (visit(QString::fromLatin1(row.first), row.second), ...); }, rows());
}

template <class Value>
QVariant toVariant(const Value &value)
{
    if constexpr (std::is_enum_v<Value>)
        return int(value);
    else
        return QVariant::fromValue(value);
}

template <class Value>
Value fromVariant(const QVariant &value)
{
    if constexpr (std::is_enum_v<Value>)
        return Value(value.toInt());
    else
        return value.value<Value>();
}

template <class Enum>
Enum withinEnum(Enum value, Enum last, Enum fallback)
{
    return int(value) >= 0 && value <= last ? value : fallback;
}

Settings putRight(Settings settings)
{
    settings.theme = withinEnum(settings.theme, ThemeSetting::HighContrast, ThemeSetting::System);
    settings.notifyAbout = withinEnum(settings.notifyAbout, NotifyAbout::Nothing, NotifyAbout::Mentions);
    settings.fontScale = std::isfinite(settings.fontScale) ? std::clamp(settings.fontScale, 0.5, 3.0) : 1.0;
    settings.autoAwayMinutes = std::clamp(settings.autoAwayMinutes, 0, 24 * 60);
    settings.fetchesPicturesMb = std::clamp(settings.fetchesPicturesMb, 0, 100);
    settings.sidebarWidth = std::clamp(settings.sidebarWidth, 120, 1000);
    settings.recentEmoji = settings.recentEmoji.mid(0, MaxRecentEmoji);
    settings.skinTone = std::clamp(settings.skinTone, 0, 5);
    settings.membersWidth = std::clamp(settings.membersWidth, 120, 1000);
    return settings;
}

Settings readSettings(const QString &path)
{
    const QSettings file(path, QSettings::IniFormat);
    Settings settings;
    forEachRow([&](const QString &name, auto member) {
        using Value = std::remove_cvref_t<decltype(settings.*member)>;
        if (file.contains(name))
            settings.*member = fromVariant<Value>(file.value(name));
    });
    return putRight(settings);
}

void writeSettings(const QString &path, const Settings &settings)
{
    QSettings file(path, QSettings::IniFormat);
    forEachRow([&](const QString &name, auto member) { file.setValue(name, toVariant(settings.*member)); });
    file.sync();
}

} // namespace

SettingsStore::SettingsStore(QString path, JobLane &lane, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
    , m_lane(lane)
    , m_current(readSettings(m_path))
{
}

void SettingsStore::change(const std::function<void(Settings &)> &edit)
{
    Settings now = m_current;
    edit(now);
    now = putRight(now);
    if (now == m_current)
        return;
    const Settings before = std::exchange(m_current, now);
    m_lane.post([path = m_path, now] { writeSettings(path, now); });
    Q_EMIT changed(now, before);
}

} // namespace salon
