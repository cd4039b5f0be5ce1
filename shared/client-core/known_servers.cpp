// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/known_servers.h"

#include "shared/base/job_lane.h"
#include "shared/base/logging.h"
#include "shared/base/private_file.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QByteArray fromHex(const QJsonValue &value)
{
    return QByteArray::fromHex(value.toString().toLatin1());
}

QJsonObject toJson(const KnownServer &server)
{
    return { { u"id"_s, server.id }, { u"name"_s, server.name }, { u"address"_s, server.address.toString() },
        { u"pin"_s, hex(server.pin) }, { u"server_id"_s, hex(server.serverId) }, { u"login"_s, server.login },
        { u"display_name"_s, server.displayName }, { u"enrolled"_s, server.enrolled },
        { u"file_bytes"_s, qint64(server.fileBytes) }, { u"files"_s, qint64(server.files) } };
}

std::optional<KnownServer> fromJson(const QJsonObject &json)
{
    const Result<JoinLink> address = JoinLink::parse(json["address"_L1].toString());
    const QString id = json["id"_L1].toString();
    if (!address || QUuid::fromString(id).isNull())
        return std::nullopt;
    KnownServer server;
    server.id = id;
    server.name = json["name"_L1].toString();
    server.address = *address;
    server.pin = fromHex(json["pin"_L1]);
    server.serverId = fromHex(json["server_id"_L1]);
    server.login = json["login"_L1].toString();
    server.displayName = json["display_name"_L1].toString();
    server.enrolled = json["enrolled"_L1].toBool();
    server.fileBytes = quint64(std::max<qint64>(0, json["file_bytes"_L1].toInteger()));
    server.files = quint32(std::clamp<qint64>(json["files"_L1].toInteger(), 0, 1000));
    return server;
}

} // namespace

KnownServers::KnownServers(QString path, JobLane &lane, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
    , m_lane(lane)
{
    load();
}

std::optional<KnownServer> KnownServers::find(const QString &id) const
{
    const auto found = std::ranges::find(m_servers, id, &KnownServer::id);
    return found == m_servers.end() ? std::nullopt : std::optional(*found);
}

std::optional<KnownServer> KnownServers::findAddress(const JoinLink &address) const
{
    const auto found = std::ranges::find_if(m_servers, [&](const KnownServer &server) {
        return server.address.host.compare(address.host, Qt::CaseInsensitive) == 0
            && server.address.port == address.port;
    });
    return found == m_servers.end() ? std::nullopt : std::optional(*found);
}

KnownServer KnownServers::add(const JoinLink &address)
{
    KnownServer server;
    server.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    server.name = address.host;
    server.address = address;
    server.address.invitation.clear();
    server.pin = std::exchange(server.address.pin, {});
    m_servers.append(server);
    save();
    Q_EMIT added(server);
    return server;
}

void KnownServers::update(const KnownServer &server)
{
    const auto found = std::ranges::find(m_servers, server.id, &KnownServer::id);
    if (found == m_servers.end() || *found == server)
        return;
    *found = server;
    save();
    Q_EMIT changed(server);
}

void KnownServers::remove(const QString &id)
{
    if (m_servers.removeIf([&](const KnownServer &server) { return server.id == id; }) == 0)
        return;
    save();
    Q_EMIT removed(id);
}

void KnownServers::load()
{
    const Result<QByteArray> content = readSmallFile(m_path);
    if (!content)
        return; // the first start
    const QJsonDocument document = QJsonDocument::fromJson(*content);
    if (!document.isArray()) {
        qCWarning(salonStore) << "The list of servers is damaged and was set aside:" << m_path;
        QFile::rename(m_path, m_path + u".damaged"_s);
        return;
    }
    const QJsonArray entries = document.array();
    for (const auto &entry : entries) {
        if (const auto server = fromJson(entry.toObject()))
            m_servers.append(*server);
    }
}

void KnownServers::save()
{
    QJsonArray entries;
    for (const KnownServer &server : std::as_const(m_servers))
        entries.append(toJson(server));
    m_lane.post([path = m_path, content = QJsonDocument(entries).toJson()] {
        if (const Result<> written = writePrivateFile(path, content); !written)
            qCWarning(salonStore) << "Cannot keep the list of servers:" << written.error().detail;
    });
}

} // namespace salon
