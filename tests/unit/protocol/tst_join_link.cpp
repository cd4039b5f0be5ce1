// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/protocol/join_link.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;

class TestJoinLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("port");
        QTest::addColumn<bool>("plain");
        const auto row = [](const char *text, const char *host, int port, bool plain = false) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(host) << port << plain;
        };
        row("localhost", "localhost", 7256);
        row("  chat.example.org \n", "chat.example.org", 7256);
        row("chat.example.org:7000", "chat.example.org", 7000);
        row("192.0.2.7:1", "192.0.2.7", 1);
        row("::1", "::1", 7256);
        row("[::1]", "::1", 7256);
        row("[2001:db8::7]:7000", "2001:db8::7", 7000);
        row("fe80::1%eth0", "fe80::1%eth0", 7256);
        row("[fe80::1%eth0]:7000", "fe80::1%eth0", 7000);
        row("[fe80::1%25eth0]:7000", "fe80::1%eth0", 7000);
        row("salon://chat.example.org/", "chat.example.org", 7256);
        row("SALON://Chat.Example.Org:7000", "chat.example.org", 7000);
        row("salon://chat.example.org:65535/?", "chat.example.org", 65535);
        row("salon+plain://127.0.0.1:7000/", "127.0.0.1", 7000, true);
        row("unix:/run/salon/socket", "unix:/run/salon/socket", 7256);
        row("salon://host/?other=thing", "host", 7256);
    }
    void reads()
    {
        QFETCH(QString, text);
        QFETCH(QString, host);
        QFETCH(int, port);
        QFETCH(bool, plain);
        const auto link = JoinLink::parse(text);
        QVERIFY(link);
        QCOMPARE(link->host, host);
        QCOMPARE(int(link->port), port);
        QCOMPARE(link->plain, plain);
        QVERIFY(link->pin.isEmpty());
        QVERIFY(link->invitation.isEmpty());
        const auto again = JoinLink::parse(link->toString());
        QVERIFY2(again, qPrintable(link->toString()));
        QVERIFY(*again == *link);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        const auto row = [](const char *text) {
            QTest::newRow(text) << QString::fromUtf8(text);
        };
        row("");
        row("   ");
        row("http://chat.example.org/");
        row("salon://");
        row("salon:///path");
        row("host:0");
        row("host:65536");
        row("host:-1");
        row("host:seven");
        row("marie@host");
        row("salon://marie:secret@host/");
        row("two words");
        row("[::1");
        row("host:1:2");
        row("unix:");
        row("javascript:alert(1)");
        row("salon://host/?key=abc");
        row("salon://host/?key=");
        row("salon://host/?key=!!!!AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        QTest::newRow("one stroke") << u"Salon:/chat.example.org"_s;
        QTest::newRow("long") << QString(1025, u'a');
        QTest::newRow("NUL in a path") << u"unix:/run/salon\0/socket"_s;
        QTest::newRow("long invitation") << u"salon://host/?invite="_s + QString(65, u'a');
        QTest::newRow("key of 33 bytes") << u"salon://host/?key="_s
                + QString::fromLatin1(QByteArray(33, 'k').toBase64(QByteArray::Base64UrlEncoding));
    }
    void refuses()
    {
        QFETCH(QString, text);
        const auto link = JoinLink::parse(text);
        QVERIFY(!link);
        QCOMPARE(link.error().code, ErrorCode::InvalidAddress);
        QCOMPARE(link.error().params.size(), 1);
        QVERIFY(link.error().params.first().size() <= 80);
    }

    void writesTheFormOfTheDocument()
    {
        const JoinLink link{ u"chat.example.org"_s, 7256, QByteArray(32, '\xfb'), u"abc"_s, false };
        QCOMPARE(link.toString(),
            u"salon://chat.example.org:7256/?key=-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_s&invite=abc"_s);
        QCOMPARE((JoinLink{ u"::1"_s, 7000, {}, {}, true }.toString()), u"salon+plain://[::1]:7000/"_s);
    }

    void roundTripOfAnyInvitation_data()
    {
        QTest::addColumn<QString>("code");
        for (const char *code : { "abc-123", "a+b", "a&b=c", "100%", "%26", "é#?/", "a b" })
            QTest::newRow(code) << QString::fromUtf8(code);
    }
    void roundTripOfAnyInvitation()
    {
        QFETCH(QString, code);
        for (const QString &host : { u"host"_s, u"xn--mnchen-3ya.example"_s, u"2001:db8::1"_s }) {
            const JoinLink link{ host, 7001, QByteArray(32, '\x3e'), code, false };
            const auto again = JoinLink::parse(link.toString());
            QVERIFY2(again, qPrintable(link.toString()));
            QVERIFY2(*again == link, qPrintable(link.toString()));
        }
    }

    void everyCutIsReadOrRefused()
    {
        const QString whole = JoinLink{ u"host.example"_s, 7001, QByteArray(32, 'k'), u"code"_s, false }.toString();
        for (qsizetype size = 0; size < whole.size(); ++size) {
            const auto link = JoinLink::parse(whole.left(size));
            QVERIFY(!link || link->pin.isEmpty() || link->pin.size() == 32);
        }
    }
};

QTEST_GUILESS_MAIN(TestJoinLink)
#include "tst_join_link.moc"
