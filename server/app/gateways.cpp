// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/app/gateways.h"

#include "server/app/operator_log.h"
#include "server/console/operator_words.h"
#include "server/gateways/text/text_gateway.h"
#include "shared/base/logging.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

constexpr quint16 DefaultTextPort = 7257;

tl::unexpected<StartFailure> refuse(ExitCode code, const QString &sentence)
{
    return tl::unexpected(StartFailure{ code, sentence });
}

bool isNumber(const QString &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

Result<Endpoint> gatewayEndpoint(const QString &text, quint16 defaultPort)
{
    const QString trimmed = text.trimmed();
    if (isNumber(trimmed))
        return Endpoint::parse(u"127.0.0.1:"_s + trimmed, defaultPort);
    const bool isPortAlone = trimmed.startsWith(u':') && !trimmed.startsWith("::"_L1);
    auto endpoint = Endpoint::parse(isPortAlone ? u"127.0.0.1"_s + trimmed : trimmed, defaultPort);
#ifdef Q_OS_WIN
    // Local sockets are named pipes here, and programs that know nothing of Salon speak no such thing.
    if (endpoint && endpoint->kind == Endpoint::Kind::Local)
        return fail(ErrorCode::InvalidAddress, u"no local sockets here"_s, { text });
#endif
    return endpoint;
}

Gateways::Gateways(Dispatcher &dispatcher, ReportLimit &reports, QObject *parent)
    : QObject(parent)
    , m_dispatcher(dispatcher)
    , m_reports(reports)
{
    connect(&m_thread, &GatewayThread::closed, this, &Gateways::closed);
}

StartResult<> Gateways::open(const Config &config)
{
    const auto text = config.textAddress.isEmpty() ? StartResult<>() : openText(config);
    return text && config.classroom ? openClassroom(config) : text;
}

StartResult<> Gateways::openClassroom(const Config &config)
{
    RoomDoor &door = m_dispatcher.openDoor(Classroom::wish());
    const auto opened = open(m_classroom.makeGateway(door, m_numbers, config));
    if (!opened)
        return refuse(ExitCode::CannotListen, Classroom::problem(opened.error()));
    m_hasClassroom = true;
    return {};
}

void Gateways::endGuest(const QString &who, std::function<void(const QString &name)> done)
{
    m_thread.endGuest(who, std::move(done));
}

StartResult<> Gateways::openText(const Config &config)
{
    const auto endpoint = gatewayEndpoint(config.textAddress, DefaultTextPort);
    if (!endpoint)
        return refuse(ExitCode::BadOption, tr("“%1” is not an address to listen on.").arg(config.textAddress));
    DoorWish wish;
    wish.login = GatewayLoginPrefix + u"text"_s;
    //: Name of the account through which guests of the plain-text access speak
    wish.displayName = tr("Plain text");
    //: Name of a guest of the plain-text access, with a number; one word
    wish.guestName = tr("guest-%1");
    wish.room = config.textRoom.isEmpty() ? DoorWish::Room::First : DoorWish::Room::Named;
    wish.roomName = config.textRoom;
    RoomDoor &door = m_dispatcher.openDoor(wish);
    reportTextGuests(door);
    TextSettings settings;
    settings.endpoint = *endpoint;
    return add(std::make_unique<TextGateway>(door, m_numbers, settings), config.textAddress);
}

void Gateways::reportTextGuests(const RoomDoor &door)
{
    using operator_log::event;
    connect(&door, &RoomDoor::opened, this,
        [](RoomId, const QString &room) { event(tr("The plain-text access leads to the room “%1”").arg(room)); });
    connect(&door, &RoomDoor::refused, this, [](const Error &error) {
        operator_log::failure(tr("The plain-text access is closed: %1.").arg(OperatorWords::error(error)));
    });
    connect(&door, &RoomDoor::guestArrived, this, [this](const QString &, const QString &name, const QString &address) {
        if (m_reports.admits(address))
            event(tr("%1 came in by plain text, from %2").arg(name, address));
    });
    connect(&door, &RoomDoor::guestLeft, this, [this](const QString &, const QString &name, const QString &address) {
        if (m_reports.admits(address))
            event(tr("%1 is gone, plain text from %2").arg(name, address));
    });
}

Result<> Gateways::open(std::unique_ptr<Gateway> gateway)
{
    connect(gateway.get(), &Gateway::trouble, this, [](const QString &name, const Error &error) {
        qCInfo(salonNet).noquote() << name << errorName(error.code) << error.detail;
    });
    const auto opened = m_thread.add(std::move(gateway));
    if (!opened)
        return fail(opened.error());
    m_addresses += *opened;
    return {};
}

StartResult<> Gateways::add(std::unique_ptr<Gateway> gateway, const QString &address)
{
    const auto opened = open(std::move(gateway));
    if (opened)
        return {};
    switch (opened.error().code) {
    case ErrorCode::AddressInUse:
        return refuse(ExitCode::CannotListen,
            tr("The address %1 is already in use; is another server running there?").arg(address));
    case ErrorCode::NotPermitted:
        return refuse(ExitCode::CannotListen, tr("This user may not listen on %1.").arg(address));
    case ErrorCode::HostNotFound:
        return refuse(ExitCode::CannotListen, tr("The host name in %1 is unknown.").arg(address));
    default:
        return refuse(
            ExitCode::CannotListen, tr("The server cannot listen on %1 (%2).").arg(address, opened.error().detail));
    }
}

} // namespace salon::server
