// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/preset.h"

#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;

namespace {

const auto Link = u"salon://chat.example.org:7256/?key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"_s;

QByteArray utf16(const QString &text)
{
    QStringEncoder encoder(QStringEncoder::Utf16LE, QStringConverter::Flag::WriteBom);
    return encoder(text);
}

} // namespace

class TestPreset : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsRead_data();
    void itIsRead();
    void itIsRefusedWhole_data();
    void itIsRefusedWhole();
    void garbageIsNoPreset();
    void aMissingOrWrongFileIsEmpty();
};

void TestPreset::itIsRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Preset>("expected");
    const QString text = u"; für alle – pour tous\r\n[Salon]\r\nserver = %1\r\nLANGUAGE=fr\r\n"_s.arg(Link);
    const Preset both{ Link, u"fr"_s };
    QTest::newRow("UTF-8") << text.toUtf8() << both;
    QTest::newRow("UTF-8 with a mark") << "\xef\xbb\xbf" + text.toUtf8() << both;
    QTest::newRow("UTF-16") << utf16(text) << both;
    QTest::newRow("an address, no end of line")
        << QByteArray("[salon]\nserver=[::1]:7000") << Preset{ u"[::1]:7000"_s, {} };
    QTest::newRow("the last one counts") << QByteArray("[Salon]\nlanguage=fr\nlanguage=en\n") << Preset{ {}, u"en"_s };
    QTest::newRow("empty values") << QByteArray("[Salon]\nserver=\nlanguage=\n") << Preset{};
    QTest::newRow("comments") << QByteArray("[Salon]\n;language=fr\n#language=fr\n") << Preset{};
    QTest::newRow("other sections") << QByteArray("language=fr\n[Other]\nlanguage=fr\nserver=!!\n") << Preset{};
    QTest::newRow("other keys") << QByteArray("[Salon]\nserver name=x\nscript=rm -rf\n") << Preset{};
    QTest::newRow("nothing") << QByteArray() << Preset{};
}

void TestPreset::itIsRead()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Preset, expected);
    const auto preset = parsePreset(bytes);
    QVERIFY(preset);
    QCOMPARE(preset->link, expected.link);
    QCOMPARE(preset->language, expected.language);
}

void TestPreset::itIsRefusedWhole_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray good = "[Salon]\nlanguage=fr\n";
    QTest::newRow("no link") << good + "server=http://evil.example/\n";
    QTest::newRow("a path") << good + "server=unix:/tmp/socket\n";
    QTest::newRow("an option") << good + "server=--data C:\\Windows\n";
    QTest::newRow("a long link") << good + "server=salon://" + QByteArray(2000, 'a') + '\n';
    QTest::newRow("another language") << good + "language=de\n";
    QTest::newRow("a language with more") << good + "language=fr en\n";
    QTest::newRow("large") << good + QByteArray(70'000, ';');
    QTest::newRow("not UTF-8") << good + "server=caf\xe9.example\n";
    QTest::newRow("half of UTF-16") << utf16(u"[Salon]\n"_s) + 'a';
    QTest::newRow("half of UTF-8") << good + "server=caf\xc3";
    QTest::newRow("zero bytes") << good + QByteArray("server=a\0b\n", 11);
}

void TestPreset::itIsRefusedWhole()
{
    QFETCH(QByteArray, bytes);
    const auto preset = parsePreset(bytes);
    QVERIFY(!preset);
    QCOMPARE(preset.error().code, ErrorCode::InvalidText);
    QVERIFY(!preset.error().detail.isEmpty());
}

void TestPreset::garbageIsNoPreset()
{
    QRandomGenerator random(20261121);
    const QByteArray good = "[Salon]\nserver=" + Link.toUtf8() + "\nlanguage=fr\n";
    for (int i = 0; i < 2000; ++i) {
        QByteArray bytes = good;
        for (int change = 0; change < 3; ++change)
            bytes[random.bounded(int(bytes.size()))] = char(random.bounded(256));
        if (const auto preset = parsePreset(bytes)) {
            QVERIFY(preset->language.isEmpty() || preset->language == "fr"_L1);
            QVERIFY(preset->link.size() <= 1024);
        }
    }
}

void TestPreset::aMissingOrWrongFileIsEmpty()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"réglage initial.ini"_s);
    QCOMPARE(readPreset(path), Preset{});
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[Salon]\nlanguage=fr\n");
    file.flush();
    QCOMPARE(readPreset(path), (Preset{ {}, u"fr"_s }));
    file.write("server=;\n");
    file.close();
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^the preset is not used: .*no join link"_s));
    QCOMPARE(readPreset(path), Preset{});
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^the preset is not used: "_s));
    QCOMPARE(readPreset(folder.path()), Preset{}); // a folder of that name
}

QTEST_GUILESS_MAIN(TestPreset)
#include "tst_preset.moc"
