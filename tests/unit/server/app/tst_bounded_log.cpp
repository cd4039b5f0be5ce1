// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/app/bounded_log.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using salon::server::BoundedLog;

class TestBoundedLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void itGoesOnAtTheEndOfWhatIsThere();
    void itTurnsOverAndKeepsTheNewest();
    void withoutOlderFilesItBeginsAnew();
    void oneLineLargerThanAllIsWritten();
    void aFolderThatComesBackIsWrittenTo();
    void whatSomebodyReadsIsKeptToo();

private:
    [[nodiscard]] QByteArray content(const QString &name) const;
    [[nodiscard]] QStringList names() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestBoundedLog::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_path = m_folder->filePath(u"journal é.log"_s);
}

QByteArray TestBoundedLog::content(const QString &name) const
{
    QFile file(m_folder->filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
}

QStringList TestBoundedLog::names() const
{
    return QDir(m_folder->path()).entryList(QDir::Files, QDir::Name);
}

void TestBoundedLog::itGoesOnAtTheEndOfWhatIsThere()
{
    for (const char *line : { "one\n", "two\n" }) {
        BoundedLog log(m_path, 100, 2);
        QVERIFY(log.open());
        log.write(line);
    }
    QCOMPARE(content(u"journal é.log"_s), QByteArray("one\ntwo\n"));
}

void TestBoundedLog::itTurnsOverAndKeepsTheNewest()
{
    BoundedLog log(m_path, 10, 2);
    QVERIFY(log.open());
    for (int i = 0; i < 10; ++i)
        log.write("line" + QByteArray::number(i) + '\n'); // six bytes: one each
    QCOMPARE(names(), (QStringList{ u"journal é.log"_s, u"journal é.log.1"_s, u"journal é.log.2"_s }));
    QCOMPARE(content(u"journal é.log"_s), QByteArray("line9\n"));
    QCOMPARE(content(u"journal é.log.1"_s), QByteArray("line8\n"));
    QCOMPARE(content(u"journal é.log.2"_s), QByteArray("line7\n"));
}

void TestBoundedLog::withoutOlderFilesItBeginsAnew()
{
    BoundedLog log(m_path, 12, 0);
    QVERIFY(log.open());
    for (const char *line : { "line1\n", "line2\n", "line3\n" })
        log.write(line);
    QCOMPARE(names(), QStringList{ u"journal é.log"_s });
    QCOMPARE(content(u"journal é.log"_s), QByteArray("line3\n"));
}

void TestBoundedLog::oneLineLargerThanAllIsWritten()
{
    BoundedLog log(m_path, 4, 1);
    QVERIFY(log.open());
    log.write("a long line\n");
    log.write("b\n");
    QCOMPARE(content(u"journal é.log.1"_s), QByteArray("a long line\n"));
    QCOMPARE(content(u"journal é.log"_s), QByteArray("b\n"));
}

void TestBoundedLog::aFolderThatComesBackIsWrittenTo()
{
    const QString inner = m_folder->filePath(u"later"_s);
    BoundedLog log(inner + u"/x.log"_s, 100, 1);
    QVERIFY(!log.open());
    log.write("lost\n");
    QVERIFY(QDir().mkdir(inner));
    log.write("kept\n");
    QCOMPARE(content(u"later/x.log"_s), QByteArray("kept\n"));
}

// On Windows an open file keeps its name.
void TestBoundedLog::whatSomebodyReadsIsKeptToo()
{
    BoundedLog log(m_path, 10, 2);
    QVERIFY(log.open());
    log.write("line1\n");
    QFile reader(m_path);
    QVERIFY(reader.open(QIODevice::ReadOnly));
    log.write("line2\n");
    log.write("line3\n");
    QCOMPARE(content(u"journal é.log"_s), QByteArray("line3\n"));
    QCOMPARE(content(u"journal é.log.1"_s), QByteArray("line2\n"));
    QCOMPARE(content(u"journal é.log.2"_s), QByteArray("line1\n"));
}

QTEST_GUILESS_MAIN(TestBoundedLog)
#include "tst_bounded_log.moc"
