// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/app/running_note.h"

#include "shared/base/private_file.h"

#include <QFile>
#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

constexpr qint64 MaxNoteBytes = 64 * 1024;
constexpr QByteArrayView NamePrefix = "check ";

} // namespace

RunningNote::RunningNote(const QString &dataFolder)
    : m_path(dataFolder + u"/salon.running"_s)
{
}

Result<> RunningNote::write(const RunningServer &server) const
{
    QByteArray lines;
    for (const JoinLink &link : server.links)
        lines += link.toString().toUtf8() + '\n';
    if (!server.checkName.isEmpty())
        lines += NamePrefix.toByteArray() + server.checkName.toUtf8() + '\n';
    return writePrivateFile(m_path, lines);
}

void RunningNote::remove() const
{
    QFile::remove(m_path);
}

Result<RunningServer> RunningNote::read() const
{
    const auto bytes = readSmallFile(m_path, MaxNoteBytes);
    if (!bytes)
        return fail(bytes.error());
    RunningServer server;
    for (const QByteArray &line : bytes->split('\n')) {
        if (line.isEmpty())
            continue;
        if (line.startsWith(NamePrefix)) {
            server.checkName = QString::fromUtf8(line.mid(NamePrefix.size()));
            continue;
        }
        auto link = JoinLink::parse(QString::fromUtf8(line));
        if (!link)
            return fail(link.error());
        server.links.append(std::move(*link));
    }
    if (server.links.isEmpty())
        return fail(ErrorCode::InvalidAddress);
    return server;
}

JoinLink localLinkOf(const ListenerAddress &listener, const QByteArray &pin)
{
    JoinLink link;
    if (listener.endpoint.kind == Endpoint::Kind::Local) {
        link.host = u"unix:"_s + listener.endpoint.path;
        return link;
    }
    link.plain = !listener.tls;
    link.pin = listener.tls ? pin : QByteArray();
    link.port = listener.endpoint.port;
    link.host = listener.endpoint.host;
    if (listener.endpoint.isEveryAddress() || QHostAddress(link.host) == QHostAddress(QHostAddress::AnyIPv4))
        link.host = u"127.0.0.1"_s;
    else if (QHostAddress(link.host) == QHostAddress(QHostAddress::AnyIPv6))
        link.host = u"::1"_s;
    return link;
}

} // namespace salon::server
