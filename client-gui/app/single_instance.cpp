// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/single_instance.h"

#include "shared/base/logging.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace salon {

namespace {
constexpr qint64 LongestLine = 4096;
}

SingleInstance::SingleInstance(const QString &dataFolder, QObject *parent)
    : QObject(parent)
{
    const QByteArray place = QDir(dataFolder).absolutePath().toUtf8();
    const QByteArray hash = QCryptographicHash::hash(place, QCryptographicHash::Sha256).toHex().first(16);
    m_name = u"salon-"_s + QString::fromLatin1(hash);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::accept);
}

void SingleInstance::listen()
{
    // Whoever left this socket behind is gone: we hold the folder's lock.
    QLocalServer::removeServer(m_name);
    if (!m_server.listen(m_name))
        qCWarning(salonUi) << "a second start will not find this window:" << m_server.errorString();
}

void SingleInstance::accept()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (socket->bytesAvailable() > LongestLine) {
                socket->abort();
            } else if (socket->canReadLine()) {
                const QByteArray line = socket->readLine(LongestLine);
                socket->write("ok\n");
                socket->disconnectFromServer();
                Q_EMIT called(QString::fromUtf8(line).trimmed());
            }
        });
    }
}

void SingleInstance::tellTheFirst(const QString &link)
{
    auto *socket = new QLocalSocket(this);
    auto *deadline = new QTimer(socket);
    deadline->setSingleShot(true);
    const auto giveUp = [this, socket] {
        socket->disconnect(this);
        socket->abort();
        Q_EMIT failed();
    };
    connect(deadline, &QTimer::timeout, this, giveUp);
    connect(socket, &QLocalSocket::errorOccurred, this, giveUp);
    connect(socket, &QLocalSocket::connected, this, [socket, link] { socket->write(link.toUtf8() + '\n'); });
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
        socket->disconnect(this);
        Q_EMIT delivered();
    });
    deadline->start(AnswerMs);
    socket->connectToServer(m_name);
}

} // namespace salon
