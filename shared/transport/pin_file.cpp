// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/transport/pin_file.h"

#include "shared/base/private_file.h"
#include "shared/transport/tls_identity.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <utility>

namespace salon {

using namespace Qt::StringLiterals;

namespace {

QString keyOf(const QString &host, quint16 port)
{
    return host.toLower() + u':' + QString::number(port);
}

} // namespace

PinFile::PinFile(QString path)
    : m_path(std::move(path))
{
}

Result<> PinFile::load()
{
    m_pins.clear();
    m_damaged = false;
    if (!QFileInfo::exists(m_path))
        return {};
    m_damaged = true;
    const auto data = readSmallFile(m_path);
    if (!data)
        return fail(data.error());
    const QJsonDocument document = QJsonDocument::fromJson(*data);
    const QJsonObject servers = document.object().value("servers"_L1).toObject();
    if (!document.object().value("servers"_L1).isObject())
        return fail(ErrorCode::CannotOpenFile, u"not a list of servers"_s, { m_path });
    QHash<QString, QByteArray> pins;
    for (auto it = servers.begin(); it != servers.end(); ++it) {
        const QByteArray pin = pinFromText(it.value().toString());
        if (pin.isEmpty())
            return fail(ErrorCode::CannotOpenFile, u"not a key: "_s + it.key(), { m_path });
        pins.insert(it.key(), pin);
    }
    m_pins = pins;
    m_damaged = false;
    return {};
}

QByteArray PinFile::pinOf(const QString &host, quint16 port) const
{
    return m_pins.value(keyOf(host, port));
}

Result<> PinFile::remember(const QString &host, quint16 port, const QByteArray &pin)
{
    m_pins.insert(keyOf(host, port), pin);
    return save();
}

Result<> PinFile::forget(const QString &host, quint16 port)
{
    if (!m_pins.remove(keyOf(host, port)))
        return {};
    return save();
}

Result<> PinFile::save() const
{
    if (m_damaged)
        return fail(ErrorCode::CannotOpenFile, u"could not be read, so it is not replaced"_s, { m_path });
    QJsonObject servers;
    for (auto it = m_pins.begin(); it != m_pins.end(); ++it)
        servers.insert(it.key(), pinText(it.value()));
    return writePrivateFile(m_path, QJsonDocument(QJsonObject{ { u"servers"_s, servers } }).toJson());
}

} // namespace salon
