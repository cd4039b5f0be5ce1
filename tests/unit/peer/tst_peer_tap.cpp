// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/protocol/frame_codec.h"
#include "shared/transport/frame_tap.h"
#include "tests/unit/peer/device.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

namespace {

/// Writes down what it hears: "> PeerHello", "< PeerHello".
class Ear final : public FrameTap
{
public:
    void frameSent(const QByteArray &frame) override { add(u"> "_s, frame.mid(FramePrefixBytes)); }
    void frameReceived(const QByteArray &payload) override { add(u"< "_s, payload); }

    QStringList heard;

private:
    void add(const QString &way, const QByteArray &payload)
    {
        const auto envelope = openEnvelope(payload);
        for (const MessageInfo &info : messageInfos) {
            if (envelope && envelope->is(info.type))
                heard.append(way + info.name);
        }
    }
};

QStringList sorted(QStringList list)
{
    list.sort();
    return list;
}

QStringList handshake()
{
    return { u"< PeerHello"_s, u"< PeerProof"_s, u"> PeerHello"_s, u"> PeerProof"_s };
}

} // namespace

/// A tap on what two devices say to each other.
class TestPeerTap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void hearsALinkFromItsFirstFrame();
    void hearsALinkThatStoodBefore();
    void hearsNobodyElse();
    void hearsTheNextLinkToo();
    void isTakenAwayAtAnyTime();

private:
    /// Marie dials Bob, and both talk.
    void meet();

    std::unique_ptr<Device> m_marie;
    std::unique_ptr<Device> m_bob;
};

void TestPeerTap::init()
{
    m_marie = std::make_unique<Device>(u"Marie"_s);
    m_bob = std::make_unique<Device>(u"Bob"_s);
    QVERIFY(m_marie->start() && m_bob->start());
}

void TestPeerTap::meet()
{
    m_marie->node().accept(m_bob->key());
    m_marie->node().dial(m_bob->address());
    QVERIFY(becomes([this] { return m_marie->isDirectTo(*m_bob) && m_bob->isDirectTo(*m_marie); }));
}

void TestPeerTap::hearsALinkFromItsFirstFrame()
{
    Ear marie;
    Ear bob;
    m_marie->node().setFrameTap(m_bob->key(), &marie);
    m_bob->node().setFrameTap(m_marie->key(), &bob);
    meet();
    QCOMPARE(sorted(marie.heard.mid(0, 4)), handshake());
    QCOMPARE(marie.heard.first(), u"> PeerHello"_s); // who dials speaks first
    QCOMPARE(sorted(bob.heard.mid(0, 4)), handshake());
    QCOMPARE(bob.heard.first(), u"< PeerHello"_s);
    QVERIFY(m_marie->say(*m_bob, u"Salut"_s));
    QVERIFY(becomes([&] { return marie.heard.contains(u"< PeerReceived"_s); }));
    QVERIFY(marie.heard.indexOf(u"> PeerMessage"_s) < marie.heard.indexOf(u"< PeerReceived"_s));
    QVERIFY(becomes([&] { return bob.heard.contains(u"< PeerMessage"_s); }));
    QCOMPARE(marie.heard.count(u"> PeerReady"_s), 1);
    QCOMPARE(marie.heard.count(u"< PeerReady"_s), 1);
    m_marie->node().setFrameTap({}, nullptr);
    m_bob->node().setFrameTap({}, nullptr);
}

void TestPeerTap::hearsALinkThatStoodBefore()
{
    meet();
    Ear ear;
    m_marie->node().setFrameTap(m_bob->key(), &ear);
    QVERIFY(m_bob->say(*m_marie, u"Bonjour"_s));
    QVERIFY(becomes([&] { return ear.heard.contains(u"> PeerReceived"_s); }));
    QCOMPARE(ear.heard, (QStringList{ u"< PeerMessage"_s, u"> PeerReceived"_s }));
    m_marie->node().setFrameTap({}, nullptr);
}

void TestPeerTap::hearsNobodyElse()
{
    Device zoe(u"Zoé"_s);
    QVERIFY(zoe.start());
    Ear ear;
    m_marie->node().setFrameTap(zoe.key(), &ear);
    meet();
    QVERIFY(m_marie->say(*m_bob, u"Entre nous"_s));
    QVERIFY(becomes([this] { return m_marie->queuedFor(*m_bob) == 0; }));
    QCOMPARE(ear.heard, QStringList());
    // From one to the other.
    m_marie->node().setFrameTap(m_bob->key(), &ear);
    QVERIFY(m_marie->say(*m_bob, u"Encore"_s));
    QVERIFY(becomes([&] { return ear.heard.contains(u"< PeerReceived"_s); }));
    m_marie->node().setFrameTap(zoe.key(), &ear);
    const QStringList before = ear.heard;
    QVERIFY(m_marie->say(*m_bob, u"Et encore"_s));
    QVERIFY(becomes([this] { return m_marie->queuedFor(*m_bob) == 0; }));
    QCOMPARE(ear.heard, before);
    m_marie->node().setFrameTap({}, nullptr);
}

void TestPeerTap::hearsTheNextLinkToo()
{
    meet();
    Ear ear;
    m_bob->node().setFrameTap(m_marie->key(), &ear);
    m_marie->kill();
    QVERIFY(becomes([this] { return !m_bob->isDirectTo(*m_marie); }));
    QVERIFY(m_marie->start());
    ear.heard.clear();
    meet();
    QCOMPARE(sorted(ear.heard.mid(0, 4)), handshake());
    m_bob->node().setFrameTap({}, nullptr);
}

void TestPeerTap::isTakenAwayAtAnyTime()
{
    auto ear = std::make_unique<Ear>();
    m_bob->node().setFrameTap(m_marie->key(), ear.get());
    m_marie->node().accept(m_bob->key());
    m_marie->node().dial(m_bob->address());
    // In the middle of the handshake, or before it.
    m_bob->node().setFrameTap({}, nullptr);
    ear.reset();
    QVERIFY(becomes([this] { return m_marie->isDirectTo(*m_bob) && m_bob->isDirectTo(*m_marie); }));
    ear = std::make_unique<Ear>();
    m_bob->node().setFrameTap(m_marie->key(), ear.get());
    m_bob->node().setFrameTap({}, nullptr);
    ear.reset();
    QVERIFY(m_marie->say(*m_bob, u"Nobody listens"_s));
    QVERIFY(becomes([this] { return m_marie->queuedFor(*m_bob) == 0; }));
}

QTEST_GUILESS_MAIN(TestPeerTap)
#include "tst_peer_tap.moc"
