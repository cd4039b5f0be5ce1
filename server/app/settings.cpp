// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/app/settings.h"

#include <QCoreApplication>
#include <algorithm>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

constexpr int MsPerSecond = 1000;
constexpr quint64 BytesPerMegabyte = quint64(1) << 20;
constexpr int DescriptorReserve = 32; ///< for the operator's socket and files
constexpr int OwnDescriptors = 64; ///< listeners, database, event loops

RegistrationPolicy registrationPolicy(const QString &word)
{
    if (word == "open"_L1)
        return RegistrationPolicy::Open;
    return word == "closed"_L1 ? RegistrationPolicy::Closed : RegistrationPolicy::Invitation;
}

} // namespace

NetSettings netSettings(const Config &config, int descriptors)
{
    NetSettings settings;
    settings.workers = int(config.workers);
    settings.backlog = int(config.backlog);
    settings.useQtLoop = config.loop == "qt"_L1;
    settings.admission = { int(config.connectionsPerAddress), int(config.newConnectionsPerMinute),
        int(config.unauthenticatedConnections), config.exemptLocal, descriptors,
        { int(config.failedConnections), int(config.failedConnectionSeconds) * MsPerSecond,
            int(config.banSeconds) * MsPerSecond } };
    ConnectionRules &rules = settings.rules;
    rules.softQueueBytes = config.sendQueueSoft;
    rules.hardQueueBytes = config.sendQueueHard;
    rules.stalledMs = int(config.stalledSeconds) * MsPerSecond;
    rules.loginMs = int(config.loginSeconds) * MsPerSecond;
    rules.undelivered = int(config.undeliveredMessages);
    rules.frames = { int(config.frameBurst), int(config.framesPerSecond) };
    rules.heartbeat = { config.pingAfterSeconds * MsPerSecond, config.dropAfterSeconds * MsPerSecond };
    return settings;
}

ServerSettings serverSettings(const Config &config, const std::optional<JoinLink> &reachableAt)
{
    ServerSettings settings;
    settings.name = config.name;
    settings.software = QCoreApplication::applicationName() + u' ' + QCoreApplication::applicationVersion();
    settings.registration = registrationPolicy(config.registration);
    settings.reachableAt = reachableAt;
    settings.messages = { double(config.messageBurst), double(config.messagesPerSecond) };
    settings.messageBytes = { double(config.messageBytesBurst), double(config.messageBytesPerSecond) };
    settings.commands = { double(config.commandBurst), double(config.commandsPerSecond) };
    settings.registrations = { double(config.registrationsPerHour), double(config.registrationsPerHour) / 3600 };
    settings.freeLoginAttempts = int(config.freeLoginAttempts);
    settings.accountFailuresPerHour = int(config.accountFailuresPerHour);
    settings.addressFailures = int(config.addressFailures);
    settings.devicesPerAccount = int(config.devicesPerAccount);
    settings.roomsPerAccount = int(config.roomsPerAccount);
    settings.roomsCreatedPerDay = int(config.roomsCreatedPerDay);
    settings.directRoomsOpenedPerDay = int(config.directRoomsOpenedPerDay);
    settings.membersPerRoom = int(config.membersPerRoom);
    FileSettings &files = settings.files;
    files.enabled = config.files;
    files.fileBytes = quint64(config.fileMegabytes) * BytesPerMegabyte;
    files.dailyBytes = quint64(config.fileDailyMegabytes) * BytesPerMegabyte;
    files.totalBytes = quint64(config.fileTotalMegabytes) * BytesPerMegabyte;
    files.perMessage = int(config.filesPerMessage);
    files.uploads = int(config.fileUploadsPerConnection);
    files.downloads = int(config.fileDownloadsPerConnection);
    files.keepMs = config.fileKeepHours * 3600 * MsPerSecond;
    files.space = { quint64(config.fileMinFreeMegabytes) * BytesPerMegabyte, int(config.fileMinFreePercent) };
    settings.invitationSeconds = quint32(config.invitationHours * 3600);
    return settings;
}

int raiseDescriptorLimit()
{
#ifdef Q_OS_UNIX
    rlimit limit = {};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return 0;
    // macOS promises more than it gives: there the second wish (its OPEN_MAX) is granted.
    for (const rlim_t wish : { rlim_t(1) << 20, rlim_t(10'240) }) {
        rlimit raised = limit;
        raised.rlim_cur = std::min(limit.rlim_max, wish);
        if (raised.rlim_cur > limit.rlim_cur && setrlimit(RLIMIT_NOFILE, &raised) == 0)
            limit = raised;
    }
    return int(std::clamp<rlim_t>(limit.rlim_cur, OwnDescriptors + DescriptorReserve + 16, 1 << 20)) - OwnDescriptors
        - DescriptorReserve;
#else
    return 0;
#endif
}

} // namespace salon::server
