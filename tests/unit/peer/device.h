// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/peer/peer_node.h"
#include "shared/peer/store/peer_store.h"

#include <QTemporaryDir>
#include <memory>

namespace salon::test {

/// A person with a device: a folder, a key, and a node that listens on loopback without announcing itself. What was
/// stored outlives restart().
class Device : public QObject
{
    Q_OBJECT

public:
    /// `place`: the folder that its own one is made in; that for temporary files if empty.
    explicit Device(const QString &name, PeerNodeOptions options = quiet(), const QString &place = {});
    ~Device() override;

    /// On 127.0.0.1, silent, and quick to try again.
    static PeerNodeOptions quiet();

    /// A folder without a disk, where the system has one: for tests that make hundreds of devices.
    static QString memory();

    /// Opens the node; waits for it.
    bool start();
    /// As if the program had been ended without a word; start() brings it back.
    void kill();

    [[nodiscard]] PeerNode &node() { return *m_node; }
    [[nodiscard]] bool isRunning() const { return m_node != nullptr; }
    [[nodiscard]] const QByteArray &key() const { return m_key.publicKey; }
    [[nodiscard]] Endpoint address() const { return Endpoint::tcp(QStringLiteral("127.0.0.1"), m_node->port()); }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    /// The other is reachable, and both are ready to talk.
    [[nodiscard]] bool isDirectTo(const Device &other) const;
    /// Writes to the other.
    Result<Cid> say(const Device &other, const QString &text);
    /// All texts of the conversation with the other that are on disk, "+" in front of ours.
    [[nodiscard]] QStringList lines(const Device &other);
    [[nodiscard]] QList<PeerEntry> entries(const Device &other);
    [[nodiscard]] qsizetype queuedFor(const Device &other) const;

    QList<PeerPerson> requests; ///< of strangers
    bool acceptsEverybody = true; ///< decides at once
    QList<Error> failures;

private:
    QTemporaryDir m_folder;
    DeviceKey m_key;
    TlsIdentity m_tls;
    QString m_name;
    PeerNodeOptions m_options;
    SystemClock m_clock;
    std::unique_ptr<PeerStore> m_store;
    std::unique_ptr<PeerNode> m_node;
};

/// Waits up to ten seconds, with the event loop running.
bool becomes(const std::function<bool()> &holds, int ms = 10'000);

} // namespace salon::test
