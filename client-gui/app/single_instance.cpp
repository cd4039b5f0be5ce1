// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/single_instance.h"

#include "shared/base/logging.h"
#include "shared/base/private_file.h"

#include <QFileInfo>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace salon {

namespace {
constexpr qint64 LongestLine = 4096;
constexpr auto NamePrefix = "salon-"_L1;
} // namespace

SingleInstance::SingleInstance(QString dataFolder, int answerMs, QObject *parent)
    : QObject(parent)
    , m_dataFolder(std::move(dataFolder))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::accept);
    m_retry.setSingleShot(true);
    m_retry.setInterval(PauseMs);
    connect(&m_retry, &QTimer::timeout, this, &SingleInstance::connectToFirst);
    m_deadline.setSingleShot(true);
    m_deadline.setInterval(answerMs);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        endTelling();
        Q_EMIT failed();
    });
    connect(&m_toFirst, &QLocalSocket::errorOccurred, this, [this] { m_retry.start(); });
    connect(&m_toFirst, &QLocalSocket::connected, this, [this] { m_toFirst.write(m_link.toUtf8() + '\n'); });
    connect(&m_toFirst, &QLocalSocket::readyRead, this, [this] {
        endTelling();
        Q_EMIT delivered();
    });
}

QString SingleInstance::noteFile() const
{
    return m_dataFolder + u"/instance"_s;
}

QString SingleInstance::notedPlace() const
{
    const QString place = QString::fromUtf8(readSmallFile(noteFile(), LongestLine).value_or(QByteArray()));
    return QFileInfo(place).fileName().startsWith(NamePrefix) ? place : QString();
}

void SingleInstance::listen()
{
    // Whoever left a socket behind is gone: we hold the folder's lock.
    if (const QString before = notedPlace(); !before.isEmpty())
        QLocalServer::removeServer(before);
    QString problem;
    // With its folder: that of the other program's session may be another one.
    if (!m_server.listen(NamePrefix + QUuid::createUuid().toString(QUuid::Id128)))
        problem = m_server.errorString();
    else if (const auto noted = writePrivateFile(noteFile(), m_server.fullServerName().toUtf8()); !noted)
        problem = noted.error().detail;
    if (!problem.isEmpty())
        qCWarning(salonUi) << "a second start will not find this window:" << problem;
}

void SingleInstance::stopListening()
{
    m_server.close();
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
    m_link = link;
    m_deadline.start();
    connectToFirst();
}

void SingleInstance::connectToFirst()
{
    m_toFirst.abort();
    m_toFirst.connectToServer(notedPlace());
}

void SingleInstance::endTelling()
{
    m_toFirst.disconnect(this);
    m_toFirst.abort();
    m_retry.stop();
    m_deadline.stop();
}

} // namespace salon
