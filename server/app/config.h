// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QHash>
#include <QString>
#include <QStringList>
#include <span>
#include <tl/expected.hpp>
#include <variant>

class QProcessEnvironment;

namespace salon::server {

/// Every setting of the server with its default. Filled from the defaults, then the file, then SALON_… variables, then
/// the command line: the later wins. Sizes are in bytes, times in the unit that the name says.
struct Config
{
    QString name = QStringLiteral("Salon");
    QString language{}; ///< "fr" or "en"; empty: the system's
    QString data{}; ///< folder of the database and keys; empty: the platform's own place
    QStringList listen{ QStringLiteral("*:7256") };
    bool acceptCleartext = false; ///< allows plain+ listeners beyond loopback
    QString publicAddress{}; ///< host or host:port written into join links; empty: found out
    bool discovery = true; ///< answers on the local network; only with a listener beyond loopback
    qint64 discoveryPort = 7256; ///< UDP
    QString registration = QStringLiteral("invitation");
    qint64 backlog = 1024;
    qint64 workers = 0; ///< threads for sockets; 0: one per core
    QString loop = QStringLiteral("auto"); ///< event loop of the workers
    QString logFormat = QStringLiteral("text");
    QString tlsCertificate{}; ///< PEM files; both empty: made at first start
    QString tlsKey{};
    QString textAddress{}; ///< of the plain-text access; empty: there is none
    QString textRoom{}; ///< public room that it leads to; empty: the first room
    bool classroom = false; ///< the exercises of a course about sockets
    QString classroomAddress = QStringLiteral("127.0.0.1"); ///< where they listen
    QStringList classroomPorts{}; ///< "multichat=9091": other ports than the usual ones; the last one of a name counts

    qint64 connectionsPerAddress = 32;
    qint64 newConnectionsPerMinute = 60;
    qint64 unauthenticatedConnections = 256;
    bool exemptLocal = true;
    qint64 failedConnections = 10; ///< without a login, in failedConnectionSeconds, before a ban
    qint64 failedConnectionSeconds = 120;
    qint64 banSeconds = 300;
    qint64 loginSeconds = 20;
    qint64 pingAfterSeconds = 30;
    qint64 dropAfterSeconds = 90;
    qint64 sendQueueSoft = 256 * 1024;
    qint64 sendQueueHard = 1024 * 1024;
    qint64 stalledSeconds = 10;
    qint64 undeliveredMessages = 64;
    qint64 frameBurst = 400;
    qint64 framesPerSecond = 200;
    qint64 messageBurst = 20;
    qint64 messagesPerSecond = 2;
    qint64 messageBytesBurst = 256 * 1024;
    qint64 messageBytesPerSecond = 64 * 1024;
    qint64 commandBurst = 100;
    qint64 commandsPerSecond = 20;
    qint64 registrationsPerHour = 5;
    qint64 freeLoginAttempts = 5;
    qint64 accountFailuresPerHour = 30;
    qint64 addressFailures = 20;
    qint64 devicesPerAccount = 10;
    qint64 roomsPerAccount = 100;
    qint64 roomsCreatedPerDay = 20;
    qint64 directRoomsOpenedPerDay = 100;
    qint64 membersPerRoom = 5000;
    qint64 invitationHours = 7 * 24;
    qint64 databaseMegabytes = 0; ///< 0: as large as the disk

    bool files = true;
    qint64 fileMegabytes = 25; ///< of one file
    qint64 fileDailyMegabytes = 250; ///< of one account
    qint64 fileTotalMegabytes = 0; ///< 0: as the disk allows
    qint64 fileMinFreeMegabytes = 1024; ///< on the disk; this or the following, whichever is more
    qint64 fileMinFreePercent = 5;
    qint64 filesPerMessage = 100;
    qint64 fileUploadsPerConnection = 4;
    qint64 fileDownloadsPerConnection = 8;
    qint64 fileKeepHours = 48; ///< what no message names

    friend bool operator==(const Config &, const Config &) = default;
};

/// One row of the table of settings.
struct ConfigKey
{
    using Member = std::variant<QString Config::*, QStringList Config::*, qint64 Config::*, bool Config::*>;
    const char *path; ///< in the file: "name" or "limits.send_queue_soft"
    Member member;
    qint64 min = 0; ///< of numbers
    qint64 max = 0;
    const char *choices = ""; ///< of texts: allowed values separated by |, anything when empty
    bool reloadable = false; ///< taken over by SIGHUP

    /// SALON_LIMITS_SEND_QUEUE_SOFT
    [[nodiscard]] QString variable() const;
};

[[nodiscard]] std::span<const ConfigKey> configKeys();

/// A sentence for the operator, translated.
struct ConfigProblem
{
    QString sentence;
};

template <class T = void>
using ConfigResult = tl::expected<T, ConfigProblem>;

/// Sets one key from text as variables and options give it; lists are separated by commas or blanks.
ConfigResult<> setConfigKey(Config &config, const QString &path, const QString &value);

/// Reads a TOML file over `config`. Unknown keys, wrong types and values out of range are refused.
ConfigResult<> readConfigFile(Config &config, const QString &path);
ConfigResult<> readConfigText(Config &config, const QByteArray &toml, const QString &path);

/// Reads the SALON_… variables over `config`; other variables are not looked at.
ConfigResult<> readConfigEnvironment(Config &config, const QProcessEnvironment &environment);

/// What no single key can show: limits that contradict each other, a certificate without its key.
ConfigResult<> checkConfig(const Config &config);

/// The ports of exercises that are not the usual ones. Fails when one of them is no exercise or no port.
ConfigResult<QHash<QString, quint16>> classroomPorts(const Config &config);

/// The default file: every key commented out with its default and what it does.
[[nodiscard]] QByteArray defaultConfigText();

} // namespace salon::server
