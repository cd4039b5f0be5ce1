// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/unit/peer/files_between_two.h"

#include <QCryptographicHash>
#include <QFile>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace salon::test {

QByteArray noise(qsizetype bytes)
{
    QByteArray data(bytes, Qt::Uninitialized);
    QRandomGenerator random(7256);
    for (char &byte : data)
        byte = char(random.bounded(256));
    return data;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool put(const QString &path, const QByteArray &data)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(data) == data.size();
}

PeerEntry offerOf(const QString &path, const QString &name, const QByteArray &data)
{
    PeerEntry offer;
    offer.fileName = name;
    offer.fileBytes = quint64(data.size());
    offer.fileHash = QCryptographicHash::hash(data, QCryptographicHash::Sha256);
    offer.filePath = path;
    return offer;
}

bool FilesBetweenTwo::startBoth()
{
    m_marie = std::make_unique<Device>(u"Marie"_s);
    m_nour = std::make_unique<Device>(u"Nour"_s);
    return m_marie->start() && m_nour->start();
}

Cid FilesBetweenTwo::offer(const QByteArray &data, const QString &name)
{
    const QString path = m_marie->path(u"out-"_s + QString::number(data.size()));
    put(path, data);
    if (!m_marie->node().conversation(m_nour->key()))
        m_marie->node().accept(m_nour->key());
    const auto cid = m_marie->node().conversation(m_nour->key())->offer(offerOf(path, name, data));
    becomes([&] { return stateAt(*m_nour, *m_marie, *cid) == PeerFileState::Offered; });
    return *cid;
}

QString FilesBetweenTwo::partOf(const Cid &cid, const QString &path) const
{
    PeerEntry offer;
    offer.person = m_marie->key();
    offer.cid = cid;
    offer.filePath = path;
    return PartFile::pathOf(offer);
}

QString FilesBetweenTwo::pathAt(Device &device, const Device &other, const Cid &cid)
{
    for (const PeerEntry &entry : device.entries(other)) {
        if (entry.cid == cid)
            return entry.filePath;
    }
    return {};
}

bool FilesBetweenTwo::acceptWhileAway(const Cid &cid, const QString &path)
{
    m_marie->kill();
    m_nour->node().transfers(m_marie->key())->accept(cid, path);
    return becomes([&] { return stateAt(*m_nour, *m_marie, cid) == PeerFileState::Accepted; });
}

bool FilesBetweenTwo::meetAgain()
{
    if ((!m_marie->isRunning() && !m_marie->start()) || (!m_nour->isRunning() && !m_nour->start()))
        return false;
    m_marie->node().dial(m_nour->address());
    return true;
}

PeerFileState FilesBetweenTwo::stateAt(Device &device, const Device &other, const Cid &cid)
{
    for (const PeerEntry &entry : device.entries(other)) {
        if (entry.cid == cid)
            return entry.file;
    }
    return PeerFileState::None;
}

bool FilesBetweenTwo::bothSay(const Cid &cid, PeerFileState state, int ms)
{
    return becomes(
        [&] { return stateAt(*m_nour, *m_marie, cid) == state && stateAt(*m_marie, *m_nour, cid) == state; }, ms);
}

} // namespace salon::test
