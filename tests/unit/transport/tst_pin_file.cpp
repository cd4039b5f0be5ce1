// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/transport/pin_file.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;

class TestPinFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void rememberedPinsSurviveARestart();
    void hostsAreComparedWithoutCase();
    void portsAreDifferentServers();
    void aNewPinReplacesTheOldOne();
    void forgottenServersAreNew();
    void aMissingFileIsEmpty();
    void fileIsReadableByTheOwnerOnly();
    void aDamagedFileIsRefusedAndKept_data();
    void aDamagedFileIsRefusedAndKept();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
    const QByteArray m_one = QByteArray(32, '\x01');
    const QByteArray m_two = QByteArray(32, '\x02');
};

void TestPinFile::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_path = m_dir->filePath(u"servers.json"_s);
}

void TestPinFile::rememberedPinsSurviveARestart()
{
    {
        PinFile pins(m_path);
        QVERIFY(pins.load());
        QVERIFY(pins.remember(u"example.org"_s, 7256, m_one));
        QVERIFY(pins.remember(u"2001:db8::1"_s, 7256, m_two));
    }
    PinFile pins(m_path);
    QVERIFY(pins.load());
    QCOMPARE(pins.pinOf(u"example.org"_s, 7256), m_one);
    QCOMPARE(pins.pinOf(u"2001:db8::1"_s, 7256), m_two);
}

void TestPinFile::hostsAreComparedWithoutCase()
{
    PinFile pins(m_path);
    QVERIFY(pins.remember(u"Example.ORG"_s, 7256, m_one));
    QCOMPARE(pins.pinOf(u"example.org"_s, 7256), m_one);
}

void TestPinFile::portsAreDifferentServers()
{
    PinFile pins(m_path);
    QVERIFY(pins.remember(u"example.org"_s, 7256, m_one));
    QVERIFY(pins.pinOf(u"example.org"_s, 7257).isEmpty());
}

void TestPinFile::aNewPinReplacesTheOldOne()
{
    PinFile pins(m_path);
    QVERIFY(pins.remember(u"a"_s, 1, m_one));
    QVERIFY(pins.remember(u"a"_s, 1, m_two));
    QCOMPARE(pins.pinOf(u"a"_s, 1), m_two);
}

void TestPinFile::forgottenServersAreNew()
{
    PinFile pins(m_path);
    QVERIFY(pins.remember(u"a"_s, 1, m_one));
    QVERIFY(pins.forget(u"a"_s, 1));
    QVERIFY(pins.forget(u"never met"_s, 1));
    PinFile again(m_path);
    QVERIFY(again.load());
    QVERIFY(again.pinOf(u"a"_s, 1).isEmpty());
}

void TestPinFile::aMissingFileIsEmpty()
{
    PinFile pins(m_path);
    QVERIFY(pins.load());
    QVERIFY(pins.pinOf(u"a"_s, 1).isEmpty());
}

void TestPinFile::fileIsReadableByTheOwnerOnly()
{
#ifdef Q_OS_WIN
    QSKIP("Windows has access lists: tst_private_file");
#endif
    PinFile pins(m_path);
    QVERIFY(pins.remember(u"a"_s, 1, m_one));
    QVERIFY(!(QFileInfo(m_path).permissions()
        & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)));
}

void TestPinFile::aDamagedFileIsRefusedAndKept_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("pins");
    QTest::newRow("no list") << QByteArray("{}");
    QTest::newRow("short pin") << QByteArray(R"({"servers":{"a:1":"AAAA"}})");
    QTest::newRow("no text") << QByteArray(R"({"servers":{"a:1":7}})");
}

void TestPinFile::aDamagedFileIsRefusedAndKept()
{
    QFETCH(QByteArray, content);
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    PinFile pins(m_path);
    const auto loaded = pins.load();
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code, ErrorCode::CannotOpenFile);
    QVERIFY(!pins.remember(u"a"_s, 1, m_one));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content);
}

QTEST_GUILESS_MAIN(TestPinFile)
#include "tst_pin_file.moc"
