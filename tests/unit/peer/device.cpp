// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/unit/peer/device.h"

#include "tests/support/wait_until.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace salon::test {

bool becomes(const std::function<bool()> &holds, int ms)
{
    return waitUntil(holds, ms);
}

Device::Device(const QString &name, PeerNodeOptions options, const QString &place)
    : m_folder((place.isEmpty() ? QDir::tempPath() : place) + u"/salon-device-XXXXXX"_s)
    , m_key(DeviceKey::generate())
    , m_tls(makeIdentity().value_or(TlsIdentity{}))
    , m_name(name)
    , m_options(std::move(options))
{
}

Device::~Device()
{
    kill();
}

PeerNodeOptions Device::quiet()
{
    PeerNodeOptions options;
    options.listen = Endpoint::tcp(u"127.0.0.1"_s, 0);
    options.announce = false;
    options.listenAlways = true;
    options.pace = PeerPace::unlimited();
    options.retryMs = 20;
    options.retryMaxMs = 200;
    return options;
}

QString Device::memory()
{
    const QFileInfo memory(u"/dev/shm"_s);
    return memory.isDir() && memory.isWritable() ? memory.filePath() : QString();
}

bool Device::start()
{
    m_store = std::make_unique<PeerStore>(path(u"peers.db"_s));
    failures.clear();
    m_node = std::make_unique<PeerNode>(PeerIdentity::of(m_key, m_tls, m_name), *m_store, m_clock, m_options);
    bool opened = false;
    connect(m_node.get(), &PeerNode::opened, this, [&opened] { opened = true; });
    connect(m_node.get(), &PeerNode::failed, this, [this](const Error &error) { failures.append(error); });
    connect(m_node.get(), &PeerNode::requested, this, [this](const PeerPerson &person) {
        requests.append(person);
        if (acceptsEverybody)
            m_node->accept(person.key);
    });
    m_node->open();
    const bool done = becomes([&] { return opened || !failures.isEmpty(); });
    return done && opened;
}

void Device::kill()
{
    m_node.reset();
    m_store.reset();
}

bool Device::isDirectTo(const Device &other) const
{
    PeerConversation *talk = m_node ? m_node->conversation(other.key()) : nullptr;
    return talk && talk->isDirect();
}

Result<Cid> Device::say(const Device &other, const QString &text)
{
    if (!m_node->conversation(other.key()))
        m_node->accept(other.key());
    return m_node->conversation(other.key())->send(text);
}

QList<PeerEntry> Device::entries(const Device &other)
{
    const auto answer = m_store->history(other.key(), 0, 1'000'000);
    becomes([&answer] { return answer.isFinished(); });
    return answer.result().value_or(QList<PeerEntry>());
}

QStringList Device::lines(const Device &other)
{
    QStringList lines;
    for (const PeerEntry &entry : entries(other))
        lines.append((entry.isMine() ? u"+"_s : QString()) + entry.text);
    return lines;
}

qsizetype Device::queuedFor(const Device &other) const
{
    PeerConversation *talk = m_node ? m_node->conversation(other.key()) : nullptr;
    return talk ? talk->queuedCount() : 0;
}

} // namespace salon::test
