// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/error.h"
#include "shared/protocol/schema.h"
#include "tests/unit/protocol/document_checks.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

namespace {

QString read(const char *path)
{
    QFile file(QString::fromLatin1(path));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

const QString cddl = read(SALON_SOURCE_DIR "/docs/protocol.cddl");
const QString document = read(SALON_SOURCE_DIR "/docs/PROTOCOL.md");

using Check = QStringList (*)(const QString &);

/// Every line that `pattern` finds, changed in several ways, must be noticed.
void expectEachChangeNoticed(const QString &text, Check check, const QRegularExpression &pattern, int atLeast)
{
    static const QRegularExpression number(u"\\d+"_s);
    static const QRegularExpression name(u"[A-Za-z]\\w+(?=\\W*(\\||$|:))"_s);
    QStringList lines = text.split(u'\n');
    int seen = 0;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString line = lines[i];
        if (!pattern.match(line).hasMatch())
            continue;
        ++seen;
        const auto first = number.match(line);
        QString changed = line;
        switch (seen % 3) {
        case 0:
            lines.removeAt(i);
            break;
        case 1:
            lines[i] = changed.replace(first.capturedStart(), first.capturedLength(), u"31"_s);
            break;
        case 2:
            lines[i] = changed.replace(name.match(line).capturedStart(), 1, u"X"_s);
            break;
        }
        const bool noticed = !check(lines.join(u'\n')).isEmpty();
        if (seen % 3 == 0)
            lines.insert(i, line);
        else
            lines[i] = line;
        QVERIFY2(noticed, qPrintable(line));
    }
    QVERIFY2(seen >= atLeast, qPrintable(QString::number(seen)));
}

} // namespace

/// Code, CDDL file and document say the same; and a difference in either would be noticed.
class TestProtocolDocuments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCddlFileAgreesWithTheCode() { QCOMPARE(cddlProblems(cddl).join(u'\n'), QString()); }
    void theDocumentAgreesWithTheCode() { QCOMPARE(documentProblems(document).join(u'\n'), QString()); }

    void anyChangedRuleOfTheCddlFileIsNoticed()
    {
        expectEachChangeNoticed(cddl, cddlProblems, QRegularExpression(u"^  (\\? )?\\w+: .*|^\\w+ = \\[\\d"_s), 300);
    }

    void anyChangedRowOfTheDocumentIsNoticed()
    {
        expectEachChangeNoticed(
            document, documentProblems, QRegularExpression(u"^\\| \\d+ \\| `\\w+`|^### \\w+ \\(\\d"_s), 300);
    }

    void seededDifferencesAreNoticed_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<bool>("inCddl");
        const auto row = [](const char *what, const char *before, const char *after, bool inCddl) {
            QTest::newRow(what) << QString::fromUtf8(before) << QString::fromUtf8(after) << inCddl;
        };
        row("required becomes optional", "  1: RoomId, ; room", "  ? 1: RoomId, ; room", true);
        row("type", "3: uint64, ; counter", "3: uint63, ; counter", true);
        row("limit", "4: tstr .size (0..32768), ; text", "4: tstr .size (0..32767), ; text", true);
        row("items", "[0*1024 RoomPosition]", "[0*1023 RoomPosition]", true);
        row("role", "Typing = [91, notice", "Typing = [91, push", true);
        row("list of messages", "Hello / Welcome", "Welcome", true);
        row("new rule", "push = 0", "push = 0\nextra = 1", true);
        row("rule twice", "push = 0", "push = 0\npush = 0", true);
        row("open map", "more\n}]", "}]", true);
        row("required in words", "| 3 | `counter` | uint64 | yes |", "| 3 | `counter` | uint64 | no |", false);
        row("type in words", "| 3 | `counter` | uint64 |", "| 3 | `counter` | uint63 |", false);
        row("limit in words", "text ≤ 32768", "text ≤ 32767", false);
        row("role in words", "### Typing (91, notice)", "### Typing (91, push)", false);
        row("meaning gone", "| 3 | `counter` | uint64 | yes | 1, 2, 3 …: numbers what this device sends to this room |",
            "| 3 | `counter` | uint64 | yes |  |", false);
        row("limit value", "| frame to the server, before login | 4096 bytes |",
            "| frame to the server, before login | 4097 bytes |", false);
        row("limit left out", "| pairs in a map | 32 |\n", "", false);
        row("feature", "| `typing` |", "| `writing` |", false);
        row("port", "**7256/TCP**", "**7257/TCP**", false);
        row("version", "version is 1.", "version is 2.", false);
        row("a byte", "02 18 28      key 2", "02 18 29      key 2", false);
        row("a byte of a frame", "0000000a83185507", "0000000a83185508", false);
        row("section of nothing", "### Ping (5, request)", "### Pang (5, request)\n\n### Ping (5, request)", false);
    }
    void seededDifferencesAreNoticed()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(bool, inCddl);
        QString text = inCddl ? cddl : document;
        QVERIFY2(text.contains(before), "the seed does not fit any more");
        text.replace(text.indexOf(before), before.size(), after);
        QVERIFY(!(inCddl ? cddlProblems(text) : documentProblems(text)).isEmpty());
    }

    void emptyFilesAreNoticed()
    {
        QVERIFY(!cddlProblems({}).isEmpty());
        QVERIFY(!documentProblems({}).isEmpty());
    }

    void numbersAreUniqueAndInTheirBands()
    {
        QSet<quint32> numbers;
        for (const MessageInfo &info : messageInfos) {
            QVERIFY2(!numbers.contains(quint32(info.type)), info.name.data());
            numbers.insert(quint32(info.type));
            const bool isBetweenDevices = info.type >= MessageType::PeerHello && quint32(info.type) < 190;
            QVERIFY2(quint32(info.type) < 149 || isBetweenDevices, "kept for files and administration");
            QCOMPARE(info.name.startsWith("Peer"_L1), isBetweenDevices);
        }
        QSet<int> codes;
        QSet<QString> names;
#define SALON_ADD(name, number)                                                                                        \
    codes.insert(number);                                                                                              \
    names.insert(QStringLiteral(#name));                                                                               \
    QCOMPARE(errorName(ErrorCode::name), QLatin1StringView(#name));
        SALON_ERROR_CODES(SALON_ADD)
#undef SALON_ADD
        QCOMPARE(codes.size(), names.size());
        for (const int code : std::as_const(codes))
            QVERIFY2(code < 411 || code >= 900, "411 to 499 are kept for files");
    }

    void keysAreUniqueAscendingAndTheReservedOnesFree()
    {
        for (const wire::RecordInfo &record : wire::recordInfos()) {
            quint32 last = 0;
            for (const wire::FieldInfo &field : record.fields) {
                QVERIFY2(field.key > last, qPrintable(record.name + u'.' + field.name));
                last = field.key;
                QVERIFY(record.name != "RoomEvent"_L1 || field.key != 12);
                QVERIFY(record.name != "SendMessage"_L1 || field.key != 5);
            }
            QVERIFY(record.fields.size() <= 32);
        }
    }

    void everyFieldWithASizeHasALimit()
    {
        for (const wire::RecordInfo &record : wire::recordInfos()) {
            for (const wire::FieldInfo &field : record.fields) {
                if (field.type.contains("str .size"_L1) || field.type.startsWith(u'['))
                    QVERIFY2(field.limit > 0, qPrintable(record.name + u'.' + field.name));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestProtocolDocuments)
#include "tst_protocol_documents.moc"
