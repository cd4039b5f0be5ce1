// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/app/config.h"

#include "server/gateways/classroom/exercise_kinds.h"
#include "shared/base/text_limits.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcessEnvironment>
#include <QRegularExpression>
#include <array>

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

struct ConfigText
{
    Q_DECLARE_TR_FUNCTIONS(ConfigText)
};

constexpr qint64 Million = 1'000'000;
constexpr qint64 MaxQueue = 1024 * Million;

constexpr std::array keys{
    ConfigKey{ "name", &Config::name, 0, 0, "", true },
    ConfigKey{ "language", &Config::language, 0, 0, "|fr|en" },
    ConfigKey{ "data", &Config::data },
    ConfigKey{ "listen", &Config::listen },
    ConfigKey{ "accept_cleartext", &Config::acceptCleartext },
    ConfigKey{ "public_address", &Config::publicAddress },
    ConfigKey{ "discovery", &Config::discovery },
    ConfigKey{ "discovery_port", &Config::discoveryPort, 0, 65535 },
    ConfigKey{ "registration", &Config::registration, 0, 0, "invitation|open|closed", true },
    ConfigKey{ "backlog", &Config::backlog, 1, 65535 },
    ConfigKey{ "workers", &Config::workers, 0, 256 },
    ConfigKey{ "loop", &Config::loop, 0, 0, "auto|epoll|qt" },
    ConfigKey{ "log_format", &Config::logFormat, 0, 0, "text|json" },
    ConfigKey{ "tls.certificate", &Config::tlsCertificate, 0, 0, "", true },
    ConfigKey{ "tls.key", &Config::tlsKey, 0, 0, "", true },
    ConfigKey{ "listener.text.address", &Config::textAddress },
    ConfigKey{ "listener.text.room", &Config::textRoom },
    ConfigKey{ "listener.classroom.enabled", &Config::classroom },
    ConfigKey{ "listener.classroom.address", &Config::classroomAddress },
    ConfigKey{ "listener.classroom.ports", &Config::classroomPorts },
    ConfigKey{ "files.enabled", &Config::files, 0, 0, "", true },
    ConfigKey{ "files.file_megabytes", &Config::fileMegabytes, 1, Million, "", true },
    ConfigKey{ "files.daily_megabytes", &Config::fileDailyMegabytes, 0, Million, "", true },
    ConfigKey{ "files.total_megabytes", &Config::fileTotalMegabytes, 0, 1000 * Million, "", true },
    ConfigKey{ "files.min_free_megabytes", &Config::fileMinFreeMegabytes, 0, 1000 * Million, "", true },
    ConfigKey{ "files.min_free_percent", &Config::fileMinFreePercent, 0, 99, "", true },
    ConfigKey{ "files.per_message", &Config::filesPerMessage, 1, 100, "", true },
    ConfigKey{ "files.uploads_per_connection", &Config::fileUploadsPerConnection, 1, 1000, "", true },
    ConfigKey{ "files.downloads_per_connection", &Config::fileDownloadsPerConnection, 1, 1000, "", true },
    ConfigKey{ "files.keep_hours", &Config::fileKeepHours, 1, 10'000, "", true },
    ConfigKey{ "limits.connections_per_address", &Config::connectionsPerAddress, 0, Million, "", true },
    ConfigKey{ "limits.new_connections_per_minute", &Config::newConnectionsPerMinute, 0, Million, "", true },
    ConfigKey{ "limits.unauthenticated_connections", &Config::unauthenticatedConnections, 1, Million, "", true },
    ConfigKey{ "limits.exempt_local", &Config::exemptLocal, 0, 0, "", true },
    ConfigKey{ "limits.failed_connections", &Config::failedConnections, 0, 1000, "", true },
    ConfigKey{ "limits.failed_connection_seconds", &Config::failedConnectionSeconds, 1, 86'400, "", true },
    ConfigKey{ "limits.ban_seconds", &Config::banSeconds, 1, 86'400, "", true },
    ConfigKey{ "limits.login_seconds", &Config::loginSeconds, 1, 3600, "", true },
    ConfigKey{ "limits.ping_after_seconds", &Config::pingAfterSeconds, 1, 3600, "", true },
    ConfigKey{ "limits.drop_after_seconds", &Config::dropAfterSeconds, 2, 7200, "", true },
    ConfigKey{ "limits.send_queue_soft", &Config::sendQueueSoft, 4096, MaxQueue, "", true },
    ConfigKey{ "limits.send_queue_hard", &Config::sendQueueHard, 8192, MaxQueue, "", true },
    ConfigKey{ "limits.stalled_seconds", &Config::stalledSeconds, 1, 3600, "", true },
    ConfigKey{ "limits.undelivered_messages", &Config::undeliveredMessages, 1, 100'000, "", true },
    ConfigKey{ "limits.frame_burst", &Config::frameBurst, 0, Million, "", true },
    ConfigKey{ "limits.frames_per_second", &Config::framesPerSecond, 1, Million, "", true },
    ConfigKey{ "limits.message_burst", &Config::messageBurst, 0, Million, "", true },
    ConfigKey{ "limits.messages_per_second", &Config::messagesPerSecond, 0, Million, "", true },
    ConfigKey{ "limits.message_bytes_burst", &Config::messageBytesBurst, 0, MaxQueue, "", true },
    ConfigKey{ "limits.message_bytes_per_second", &Config::messageBytesPerSecond, 0, MaxQueue, "", true },
    ConfigKey{ "limits.command_burst", &Config::commandBurst, 0, Million, "", true },
    ConfigKey{ "limits.commands_per_second", &Config::commandsPerSecond, 0, Million, "", true },
    ConfigKey{ "limits.registrations_per_hour", &Config::registrationsPerHour, 0, Million, "", true },
    ConfigKey{ "limits.free_login_attempts", &Config::freeLoginAttempts, 0, Million, "", true },
    ConfigKey{ "limits.account_failures_per_hour", &Config::accountFailuresPerHour, 0, Million, "", true },
    ConfigKey{ "limits.address_failures", &Config::addressFailures, 0, Million, "", true },
    ConfigKey{ "limits.devices_per_account", &Config::devicesPerAccount, 0, Million, "", true },
    ConfigKey{ "limits.rooms_per_account", &Config::roomsPerAccount, 0, Million, "", true },
    ConfigKey{ "limits.rooms_created_per_day", &Config::roomsCreatedPerDay, 0, Million, "", true },
    ConfigKey{ "limits.direct_rooms_opened_per_day", &Config::directRoomsOpenedPerDay, 0, Million, "", true },
    ConfigKey{ "limits.members_per_room", &Config::membersPerRoom, 0, Million, "", true },
    ConfigKey{ "limits.invitation_hours", &Config::invitationHours, 1, 90 * 24, "", true },
    ConfigKey{ "limits.database_megabytes", &Config::databaseMegabytes, 0, Million },
};

const ConfigKey *findKey(const QString &path)
{
    for (const ConfigKey &key : keys) {
        if (path == QLatin1StringView(key.path))
            return &key;
    }
    return nullptr;
}

tl::unexpected<ConfigProblem> refuse(const QString &sentence)
{
    return tl::unexpected(ConfigProblem{ sentence });
}

ConfigResult<> setText(Config &config, const ConfigKey &key, QString Config::*member, const QString &value)
{
    const auto choices = QString::fromLatin1(key.choices);
    if (!choices.isEmpty() && !choices.split(u'|').contains(value)) {
        return refuse(
            ConfigText::tr("“%1” is not a value of %2; allowed: %3.")
                .arg(value, QLatin1StringView(key.path), choices.split(u'|', Qt::SkipEmptyParts).join(", "_L1)));
    }
    if (member == &Config::name && (value.trimmed().isEmpty() || value.size() > 64))
        return refuse(ConfigText::tr("The server's name must have 1 to 64 characters."));
    config.*member = value;
    return {};
}

ConfigResult<> setNumber(Config &config, const ConfigKey &key, qint64 Config::*member, const QString &value)
{
    bool ok = false;
    const qint64 number = value.trimmed().toLongLong(&ok);
    if (!ok || number < key.min || number > key.max) {
        return refuse(ConfigText::tr("“%1” is not a value of %2; it is a whole number from %3 to %4.")
                          .arg(value, QLatin1StringView(key.path), QString::number(key.min), QString::number(key.max)));
    }
    config.*member = number;
    return {};
}

ConfigResult<> setFlag(Config &config, const ConfigKey &key, bool Config::*member, const QString &value)
{
    static const QStringList yes{ u"true"_s, u"1"_s, u"yes"_s, u"on"_s };
    static const QStringList no{ u"false"_s, u"0"_s, u"no"_s, u"off"_s };
    const QString word = value.trimmed().toLower();
    if (!yes.contains(word) && !no.contains(word)) {
        return refuse(
            ConfigText::tr("“%1” is not a value of %2; it is true or false.").arg(value, QLatin1StringView(key.path)));
    }
    config.*member = yes.contains(word);
    return {};
}

} // namespace

QString ConfigKey::variable() const
{
    return u"SALON_"_s + QString::fromLatin1(path).replace(u'.', u'_').toUpper();
}

std::span<const ConfigKey> configKeys()
{
    return keys;
}

ConfigResult<> setConfigKey(Config &config, const QString &path, const QString &value)
{
    const ConfigKey *key = findKey(path);
    if (!key)
        return refuse(ConfigText::tr("There is no setting named “%1”.").arg(path));
    if (auto *text = std::get_if<QString Config::*>(&key->member))
        return setText(config, *key, *text, value);
    if (auto *number = std::get_if<qint64 Config::*>(&key->member))
        return setNumber(config, *key, *number, value);
    if (auto *flag = std::get_if<bool Config::*>(&key->member))
        return setFlag(config, *key, *flag, value);
    static const QRegularExpression separators(u"[,\\s]+"_s);
    config.*std::get<QStringList Config::*>(key->member) = value.split(separators, Qt::SkipEmptyParts);
    return {};
}

ConfigResult<> readConfigEnvironment(Config &config, const QProcessEnvironment &environment)
{
    for (const ConfigKey &key : keys) {
        if (!environment.contains(key.variable()))
            continue;
        if (auto set = setConfigKey(config, QString::fromLatin1(key.path), environment.value(key.variable())); !set) {
            return refuse(ConfigText::tr("Environment variable %1: %2").arg(key.variable(), set.error().sentence));
        }
    }
    return {};
}

ConfigResult<> checkConfig(const Config &config)
{
    if (config.listen.isEmpty())
        return refuse(ConfigText::tr("The server listens nowhere: “listen” is empty."));
    if (config.tlsCertificate.isEmpty() != config.tlsKey.isEmpty())
        return refuse(ConfigText::tr("tls.certificate and tls.key must be given together."));
    if (config.sendQueueHard < 2 * config.sendQueueSoft)
        return refuse(ConfigText::tr("limits.send_queue_hard must be at least twice limits.send_queue_soft."));
    if (config.dropAfterSeconds <= config.pingAfterSeconds)
        return refuse(ConfigText::tr("limits.drop_after_seconds must be more than limits.ping_after_seconds."));
    if (config.messageBytesBurst > 0 && config.messageBytesBurst < text_limits::MaxTextBytes) {
        return refuse(ConfigText::tr("limits.message_bytes_burst must let one message through: 0, or at least %1.")
                          .arg(text_limits::MaxTextBytes));
    }
    if (config.fileDailyMegabytes > 0 && config.fileDailyMegabytes < config.fileMegabytes)
        return refuse(
            ConfigText::tr("files.daily_megabytes must let one file through: 0, or at least file_megabytes."));
    if (config.classroomAddress.trimmed().isEmpty())
        return refuse(ConfigText::tr("listener.classroom.address is empty; it is a host, without port."));
    if (auto ports = classroomPorts(config); !ports)
        return tl::unexpected(ports.error());
    return {};
}

ConfigResult<QHash<QString, quint16>> classroomPorts(const Config &config)
{
    QStringList names;
    for (const ExerciseKind &kind : exerciseKinds)
        names.append(kind.name);
    QHash<QString, quint16> ports;
    for (const QString &entry : config.classroomPorts) {
        const QString name = entry.section(u'=', 0, 0).trimmed();
        bool isPort = false;
        const quint16 port = entry.section(u'=', 1).trimmed().toUShort(&isPort);
        if (!names.contains(name) || !isPort) {
            return refuse(
                ConfigText::tr("“%1” is not the port of an exercise; it is NAME=PORT, with one of the names %2.")
                    .arg(entry, names.join(", "_L1)));
        }
        ports.insert(name, port);
    }
    return ports;
}

QByteArray defaultConfigText()
{
    QFile file(u":/config/salon-server.toml"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace salon::server
