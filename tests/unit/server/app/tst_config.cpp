// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/app/config.h"

#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon::server;

namespace {

const auto file = u"test.toml"_s;

ConfigResult<Config> read(const QByteArray &toml)
{
    Config config;
    return readConfigText(config, toml, file).map([&config] { return config; });
}

/// The default file with every key switched on.
QByteArray uncommented()
{
    QByteArray toml;
    for (const QByteArray &line : defaultConfigText().split('\n')) {
        const bool isKey = line.startsWith('#') && line.size() > 1 && line.at(1) >= 'a' && line.at(1) <= 'z';
        toml += (isKey ? line.mid(1) : line) + '\n';
    }
    return toml;
}

} // namespace

class TestConfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaultFileHoldsTheDefaults();
    void defaultFileNamesEveryKey();
    void defaultFileChangesNothingAsItIs();
    void everyKeyIsReadFromFileAndEnvironment();
    void environmentWinsOverFile();
    void refusesWithLineAndReason_data();
    void refusesWithLineAndReason();
    void refusesContradictions_data();
    void refusesContradictions();
    void unreadableFileIsRefused();
    void listsMayBeOneText();
    void theLastPortOfAnExerciseCounts();
};

void TestConfig::defaultFileHoldsTheDefaults()
{
    const auto config = read(uncommented());
    QVERIFY2(config, config ? "" : qPrintable(config.error().sentence));
    QCOMPARE(*config, Config());
}

void TestConfig::defaultFileNamesEveryKey()
{
    const QByteArray toml = uncommented();
    for (const ConfigKey &key : configKeys()) {
        const QByteArray name = QByteArray(key.path).split('.').last();
        QVERIFY2(toml.contains('\n' + name + " = "), key.path);
    }
}

void TestConfig::defaultFileChangesNothingAsItIs()
{
    const auto config = read(defaultConfigText());
    QVERIFY(config);
    QCOMPARE(*config, Config());
}

void TestConfig::everyKeyIsReadFromFileAndEnvironment()
{
    for (const ConfigKey &key : configKeys()) {
        QString value = u"other"_s;
        QString quoted = u"\"other\""_s;
        if (std::holds_alternative<qint64 Config::*>(key.member)) {
            value = QString::number(key.min + 1);
            quoted = value;
        } else if (std::holds_alternative<bool Config::*>(key.member)) {
            Config defaults;
            value = defaults.*std::get<bool Config::*>(key.member) ? u"false"_s : u"true"_s;
            quoted = value;
        } else if (*key.choices != '\0') {
            value = QString::fromLatin1(key.choices).section(u'|', -1);
            quoted = u"\"%1\""_s.arg(value);
        }
        const QString path = QString::fromLatin1(key.path);
        const auto fromFile = read((path + u" = "_s + quoted).toUtf8());
        QVERIFY2(fromFile, key.path);
        QVERIFY2(!(*fromFile == Config()), key.path);

        QProcessEnvironment environment;
        environment.insert(key.variable(), value);
        Config fromEnvironment;
        QVERIFY2(readConfigEnvironment(fromEnvironment, environment), key.path);
        QCOMPARE(fromEnvironment, *fromFile);
    }
}

void TestConfig::environmentWinsOverFile()
{
    auto config = read("name = \"File\"\n[limits]\nmessage_burst = 7\n");
    QVERIFY(config);
    QProcessEnvironment environment;
    environment.insert(u"SALON_NAME"_s, u"Variable"_s);
    environment.insert(u"SALON_UNRELATED"_s, u"x"_s);
    QVERIFY(readConfigEnvironment(*config, environment));
    QCOMPARE(config->name, u"Variable"_s);
    QCOMPARE(config->messageBurst, 7);
}

void TestConfig::refusesWithLineAndReason_data()
{
    QTest::addColumn<QByteArray>("toml");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("word");
    QTest::newRow("misspelt") << "\nnmae = \"x\"\n"_ba << u"2"_s << u"nmae"_s;
    QTest::newRow("misspelt in table") << "[limits]\nfoo = 1\n"_ba << u"2"_s << u"limits.foo"_s;
    QTest::newRow("misspelt table") << "[limit]\nmessage_burst = 1\n"_ba << u"2"_s << u"limit.message_burst"_s;
    QTest::newRow("wrong type") << "name = 3\n"_ba << u"1"_s << u"name"_s;
    QTest::newRow("number as text") << "backlog = \"12\"\n"_ba << u"1"_s << u"backlog"_s;
    QTest::newRow("float") << "backlog = 1.5\n"_ba << u"1"_s << u"backlog"_s;
    QTest::newRow("out of range") << "backlog = 0\n"_ba << u"1"_s << u"65535"_s;
    QTest::newRow("not a choice") << "registration = \"maybe\"\n"_ba << u"1"_s << u"invitation"_s;
    QTest::newRow("list of numbers") << "listen = [1]\n"_ba << u"1"_s << u"listen"_s;
    QTest::newRow("empty name") << "name = \" \"\n"_ba << u"1"_s << u"name"_s;
    QTest::newRow("no TOML") << "\n\nname =\n"_ba << u"3"_s << u"TOML"_s;
    QTest::newRow("table for a key") << "[name]\nx = 1\n"_ba << u"2"_s << u"name.x"_s;
    QTest::newRow("deeper table") << "[limits.deep]\nx = 1\n"_ba << u"1"_s << u"limits.deep"_s;
}

void TestConfig::refusesWithLineAndReason()
{
    QFETCH(QByteArray, toml);
    QFETCH(QString, line);
    QFETCH(QString, word);
    const auto config = read(toml);
    QVERIFY(!config);
    const QString sentence = config.error().sentence;
    QVERIFY2(sentence.startsWith(u"test.toml, line %1: "_s.arg(line)), qPrintable(sentence));
    QVERIFY2(sentence.contains(word), qPrintable(sentence));
}

void TestConfig::refusesContradictions_data()
{
    QTest::addColumn<QByteArray>("toml");
    QTest::newRow("listens nowhere") << "listen = []\n"_ba;
    QTest::newRow("certificate without key") << "[tls]\ncertificate = \"a\"\n"_ba;
    QTest::newRow("hard below soft") << "[limits]\nsend_queue_hard = 262144\n"_ba;
    QTest::newRow("no exercise") << "[listener.classroom]\nports = [\"karaoke=1\"]\n"_ba;
    QTest::newRow("no port") << "[listener.classroom]\nports = [\"multichat\"]\n"_ba;
    QTest::newRow("classroom nowhere") << "[listener.classroom]\naddress = \"\"\n"_ba;
    QTest::newRow("drop before ping") << "[limits]\ndrop_after_seconds = 30\n"_ba;
}

void TestConfig::refusesContradictions()
{
    QFETCH(QByteArray, toml);
    const auto config = read(toml);
    QVERIFY(config);
    QVERIFY(!checkConfig(*config));
    QVERIFY(checkConfig(Config()));
}

void TestConfig::unreadableFileIsRefused()
{
    const QTemporaryDir folder;
    Config config;
    const auto missing = readConfigFile(config, folder.filePath(u"missing.toml"_s));
    QVERIFY(!missing);
    QVERIFY(missing.error().sentence.contains("missing.toml"_L1));
    QVERIFY(!readConfigFile(config, folder.path()));
}

void TestConfig::listsMayBeOneText()
{
    QCOMPARE(read("listen = \"*:1\"")->listen, QStringList{ u"*:1"_s });
    QCOMPARE(read("listen = [\"*:1\", \"unix:/x\"]")->listen, (QStringList{ u"*:1"_s, u"unix:/x"_s }));
    Config config;
    QVERIFY(setConfigKey(config, u"listen"_s, u"*:1, [::1]:2"_s));
    QCOMPARE(config.listen, (QStringList{ u"*:1"_s, u"[::1]:2"_s }));
}

void TestConfig::theLastPortOfAnExerciseCounts()
{
    const auto config = read("[listener.classroom]\nports = [\"hello=1\", \"udp = 2\", \"hello=3\"]\n");
    QVERIFY(config);
    const auto ports = classroomPorts(*config);
    QVERIFY(ports);
    QCOMPARE(*ports, (QHash<QString, quint16>{ { u"hello"_s, 3 }, { u"udp"_s, 2 } }));
}

QTEST_GUILESS_MAIN(TestConfig)
#include "tst_config.moc"
