// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/standard_input.h"
#include "shared/peer/peer_node.h"
#include "shared/peer/store/peer_store.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace salon;

namespace {

void tell(const QString &line)
{
    std::fputs(qUtf8Printable(line + u'\n'), stdout);
    std::fflush(stdout);
}

QByteArray keyIn(const QString &word)
{
    return QByteArray::fromHex(word.toLatin1());
}

/// One device whose person accepts everybody and every file, driven by lines on standard input: find, accept KEY,
/// dial HOST:PORT, say KEY TEXT, offer KEY PATH. Tells what happens on standard output.
class PeerProgram : public QObject
{
public:
    PeerProgram(const QString &folder, const QString &name)
        : m_folder(folder)
        , m_store(folder + u"/peers.db"_s)
        , m_node(PeerIdentity::of(keyOf(folder), loadOrCreateIdentity(folder).value_or(TlsIdentity{}), name), m_store,
              m_clock, options())
    {
        connect(&m_node, &PeerNode::opened, this, [this] {
            for (const PeerPerson &person : m_node.people())
                watch(person.key);
            tell(u"READY %1 %2"_s.arg(QString::fromLatin1(m_node.identity().key.publicKey.toHex())).arg(m_node.port()));
        });
        connect(&m_node, &PeerNode::failed, this, [](const Error &error) { tell(u"FAILED "_s + error.detail); });
        connect(&m_node, &PeerNode::requested, this, [this](const PeerPerson &person) { m_node.accept(person.key); });
        connect(&m_node, &PeerNode::accepted, this, &PeerProgram::watch);
        connect(&m_node, &PeerNode::neighboursChanged, this, [this] {
            for (const Neighbour &neighbour : m_node.neighbours())
                tell(u"NEIGHBOUR %1 %2"_s.arg(QString::fromLatin1(neighbour.said.id.toHex()), neighbour.said.name));
        });
        connect(&m_input, &StandardInput::lineRead, this, &PeerProgram::obey);
        connect(&m_input, &StandardInput::ended, this, [] { QCoreApplication::exit(0); });
        m_node.open();
        m_input.start();
    }

private:
    static DeviceKey keyOf(const QString &folder)
    {
        QFile file(folder + u"/seed"_s);
        if (file.open(QIODevice::ReadOnly))
            return DeviceKey::fromSeed(file.readAll()).value_or(DeviceKey{});
        const DeviceKey key = DeviceKey::generate();
        if (file.open(QIODevice::WriteOnly))
            file.write(key.seed());
        return key;
    }

    static PeerNodeOptions options()
    {
        PeerNodeOptions options;
        options.searchMs = 1'000;
        options.pace = PeerPace::unlimited(); // lines are for the order, not for the pace
        return options;
    }

    void watch(const QByteArray &key)
    {
        PeerConversation *talk = m_node.conversation(key);
        if (!talk)
            return;
        const QString hex = QString::fromLatin1(key.toHex());
        connect(talk, &PeerConversation::directChanged, this,
            [talk, hex] { tell(u"DIRECT %1 %2"_s.arg(hex).arg(int(talk->isDirect()))); });
        connect(talk, &PeerConversation::entryAdded, this, [this, key, hex](const PeerEntry &entry) {
            if (entry.isMine())
                return;
            tell(u"LINE %1 %2"_s.arg(hex, entry.text));
            if (entry.file == PeerFileState::Offered)
                m_node.transfers(key)->accept(entry.cid, m_folder + u'/' + entry.fileName);
        });
        connect(talk, &PeerConversation::entryChanged, this, [hex](const Cid &, PeerEntryState state) {
            if (state == PeerEntryState::Delivered)
                tell(u"DELIVERED "_s + hex);
        });
        connect(m_node.transfers(key), &PeerTransfers::fileChanged, this,
            [hex](const Cid &, PeerFileState state, const QString &path) {
                tell(u"FILE %1 %2 %3"_s.arg(hex).arg(int(state)).arg(path));
            });
    }

    void obey(const QString &line)
    {
        const QString command = line.section(u' ', 0, 0);
        const QString first = line.section(u' ', 1, 1);
        const QString rest = line.section(u' ', 2);
        if (command == "find"_L1)
            m_node.lookAround();
        else if (command == "accept"_L1)
            m_node.accept(keyIn(first));
        else if (command == "dial"_L1)
            m_node.dial(Endpoint::parse(first, DefaultPeerPort).value_or(Endpoint{}));
        else if (command == "say"_L1 && m_node.conversation(keyIn(first)))
            (void)m_node.conversation(keyIn(first))->send(rest);
        else if (command == "offer"_L1 && m_node.conversation(keyIn(first)))
            offer(keyIn(first), rest);
        else
            tell(u"WHAT? "_s + line);
    }

    void offer(const QByteArray &key, const QString &path)
    {
        QFile file(path);
        QCryptographicHash hash(QCryptographicHash::Sha256);
        if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
            return;
        PeerEntry entry;
        entry.fileName = QFileInfo(path).fileName();
        entry.fileBytes = quint64(file.size());
        entry.fileHash = hash.result();
        entry.filePath = path;
        (void)m_node.conversation(key)->offer(entry);
    }

    QString m_folder;
    SystemClock m_clock;
    PeerStore m_store;
    PeerNode m_node;
    StandardInput m_input;
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const PeerProgram program(arguments.value(1), arguments.value(2));
    return QCoreApplication::exec();
}
