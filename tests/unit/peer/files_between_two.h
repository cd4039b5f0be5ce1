// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/peer/part_file.h"
#include "tests/unit/peer/device.h"

#include <QObject>
#include <memory>

namespace salon::test {

QByteArray noise(qsizetype bytes);
QByteArray contents(const QString &path);
bool put(const QString &path, const QByteArray &data);
PeerEntry offerOf(const QString &path, const QString &name, const QByteArray &data);

/// For tests of files: Marie offers them, and Nour takes them.
class FilesBetweenTwo : public QObject
{
protected:
    std::unique_ptr<Device> m_marie;
    std::unique_ptr<Device> m_nour;

    bool startBoth();
    /// Marie offers; the cid once Nour has the offer.
    Cid offer(const QByteArray &data, const QString &name = QStringLiteral("été.zip"));
    /// What came of it at Nour, who wants it at `path`.
    [[nodiscard]] QString partOf(const Cid &cid, const QString &path) const;
    static QString pathAt(Device &device, const Device &other, const Cid &cid);
    /// Nour takes it while Marie is away.
    bool acceptWhileAway(const Cid &cid, const QString &path);
    bool meetAgain();
    static PeerFileState stateAt(Device &device, const Device &other, const Cid &cid);
    bool bothSay(const Cid &cid, PeerFileState state, int ms = 20'000);
};

} // namespace salon::test
