// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/unit/protocol/each_message.h"
#include "tests/unit/protocol/message_text.h"
#include "tests/unit/protocol/payloads.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

namespace {

/// A golden file: lines with # say what the frame holds, the others are its bytes in hex.
struct Golden
{
    QString text;
    QByteArray frame;
};

QString goldenPath(const QString &message)
{
    return QStringLiteral(SALON_TEST_DATA "/frames/") + message + ".hex"_L1;
}

std::optional<Golden> readGolden(const QString &message)
{
    QFile file(goldenPath(message));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    Golden golden;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (line.startsWith("# SPDX"_L1))
            continue;
        if (line.startsWith("# "_L1))
            golden.text += line.mid(2) + u'\n';
        else
            golden.frame += QByteArray::fromHex(line.toLatin1());
    }
    return golden;
}

/// Makes the file of a message added to the list; frames once released are never written again.
void writeGolden(const QString &message, const QString &text, const QByteArray &frame)
{
    QFile file(goldenPath(message));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::NewOnly));
    QByteArray out = "# SPDX-" // in parts, since it is not about this file
                     "FileCopyrightText: 2026 The Salon developers\n# SPDX-"
                     "License-Identifier: Apache-2.0\n";
    for (const QString &line : text.trimmed().split(u'\n'))
        out += "# " + line.toUtf8() + '\n';
    const QByteArray hex = frame.toHex();
    for (qsizetype i = 0; i < hex.size(); i += 96)
        out += hex.mid(i, 96) + '\n';
    QCOMPARE(file.write(out), out.size());
}

template <class M>
void checkGolden(const QString &name, const M &message)
{
    const quint64 correlation = sampleCorrelation(M::Type);
    const QByteArray frame = encodeFrame(message, correlation);
    if (qEnvironmentVariableIsSet("SALON_ADD_GOLDEN_FRAMES") && !QFile::exists(goldenPath(name)))
        writeGolden(name, messageText(message, correlation), frame);
    const auto golden = readGolden(name);
    QVERIFY2(golden, qPrintable(name + " has no golden frame; run this test with SALON_ADD_GOLDEN_FRAMES=1"_L1));
    QCOMPARE(frame.toHex(), golden->frame.toHex());
    const auto envelope = openEnvelope(payloadOf(golden->frame));
    QVERIFY(envelope);
    QCOMPARE(envelope->correlation, correlation);
    const auto decoded = decode<M>(*envelope);
    QVERIFY(decoded);
    QCOMPARE(messageText(*decoded, correlation), golden->text);
}

/// All samples of a message that were or are released: it grew between each two.
template <class M>
std::vector<M> samplesOf()
{
    std::vector<M> samples = earlierSamples<M>();
    samples.push_back(sample<M>());
    return samples;
}

/// File of the first sample of a message, or of one that has fields which were added later.
QString nameOf(MessageType type, size_t index)
{
    const QString name = wire::messageName(type);
    return index == 0 ? name : name + u"-%1"_s.arg(index + 1);
}

} // namespace

/// The bytes of every message as released: what was once on the wire must stay readable and be written the same.
class TestGoldenFrames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMessageKeepsItsBytes_data() { eachMessage(); }
    void everyMessageKeepsItsBytes()
    {
        checkRow([]<class M>() { checkGolden(nameOf(M::Type, 0), samplesOf<M>().front()); });
    }

    void fieldsAddedLaterKeepTheirBytes_data()
    {
        QTest::addColumn<MessageType>("type");
        for (const MessageInfo &info : messageInfos) {
            withMessage(info.type, [&info]<class M>() {
                if (samplesOf<M>().size() > 1)
                    QTest::newRow(info.name.data()) << info.type;
            });
        }
    }
    void fieldsAddedLaterKeepTheirBytes()
    {
        checkRow([]<class M>() {
            const std::vector<M> samples = samplesOf<M>();
            for (size_t i = 1; i < samples.size(); ++i)
                checkGolden(nameOf(M::Type, i), samples[i]);
        });
    }

    void noFileIsLeftOfAMessageThatIsGone()
    {
        const QDir folder(QStringLiteral(SALON_TEST_DATA "/frames"));
        QStringList expected;
        for (const MessageInfo &info : messageInfos) {
            withMessage(info.type, [&expected, &info]<class M>() {
                for (size_t i = 0; i < samplesOf<M>().size(); ++i)
                    expected.append(nameOf(info.type, i) + ".hex"_L1);
            });
        }
        expected.sort();
        QStringList present = folder.entryList({ u"*.hex"_s }, QDir::Files);
        present.sort();
        QCOMPARE(present, expected);
    }
};

QTEST_GUILESS_MAIN(TestGoldenFrames)
#include "tst_golden_frames.moc"
