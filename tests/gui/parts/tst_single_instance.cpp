// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/single_instance.h"

#include <QFile>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;

namespace {

constexpr int ShortMs = 300;

QString noteOf(const QTemporaryDir &folder)
{
    return folder.filePath(u"instance"_s);
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

class TestSingleInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstHearsOfTheSecond();
    void nobodyThereIsAFailure();
    void otherFoldersDoNotMix();
    void aFreshOneTakesOverWhatWasLeftBehind();
    void whereItListensCannotBeForetold();
    void theSecondMayBeTooEarly();
    void whoEndsIsNotToldAnything();
    void whoNeverAnswersIsAFailure();
    void onlyItsOwnSocketIsRemoved();
};

void TestSingleInstance::theFirstHearsOfTheSecond()
{
    const QTemporaryDir folder;
    SingleInstance first(folder.path());
    first.listen();
    QSignalSpy called(&first, &SingleInstance::called);
    for (const QString &link : { u"salon://a.example/?invite=x"_s, QString() }) {
        SingleInstance second(folder.path() + u"/./"_s);
        QSignalSpy delivered(&second, &SingleInstance::delivered);
        second.tellTheFirst(link);
        QTRY_COMPARE(delivered.count(), 1);
        QCOMPARE(called.constLast().constFirst().toString(), link);
    }
    QCOMPARE(called.count(), 2);
}

void TestSingleInstance::nobodyThereIsAFailure()
{
    const QTemporaryDir folder;
    SingleInstance second(folder.path(), ShortMs);
    QSignalSpy failed(&second, &SingleInstance::failed);
    second.tellTheFirst({});
    QTRY_COMPARE(failed.count(), 1);
}

void TestSingleInstance::otherFoldersDoNotMix()
{
    const QTemporaryDir one;
    const QTemporaryDir other;
    SingleInstance first(one.path());
    first.listen();
    SingleInstance second(other.path(), ShortMs);
    QSignalSpy failed(&second, &SingleInstance::failed);
    second.tellTheFirst({});
    QTRY_COMPARE(failed.count(), 1);
}

void TestSingleInstance::aFreshOneTakesOverWhatWasLeftBehind()
{
    const QTemporaryDir folder;
    auto gone = std::make_unique<SingleInstance>(folder.path());
    gone->listen();
    SingleInstance fresh(folder.path());
    fresh.listen();
    gone.reset();
    SingleInstance second(folder.path());
    QSignalSpy delivered(&second, &SingleInstance::delivered);
    second.tellTheFirst({});
    QTRY_COMPARE(delivered.count(), 1);
}

/// A link carries an invitation: whoever knew the name could listen there first, and be told.
void TestSingleInstance::whereItListensCannotBeForetold()
{
    const QTemporaryDir folder;
    QList<QByteArray> places;
    for (int i = 0; i < 3; ++i) {
        SingleInstance first(folder.path());
        first.listen();
        const QByteArray place = read(noteOf(folder));
        QVERIFY(!place.isEmpty());
        QVERIFY(!places.contains(place));
        places.append(place);
    }
#ifndef Q_OS_WIN // where the folder's access list says it
    QCOMPARE(QFile::permissions(noteOf(folder)) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
#endif
}

void TestSingleInstance::theSecondMayBeTooEarly()
{
    const QTemporaryDir folder;
    SingleInstance second(folder.path());
    QSignalSpy delivered(&second, &SingleInstance::delivered);
    second.tellTheFirst(u"salon://a.example/"_s);
    QCoreApplication::processEvents(); // the first try
    SingleInstance first(folder.path());
    QSignalSpy called(&first, &SingleInstance::called);
    first.listen();
    QTRY_COMPARE(delivered.count(), 1);
    QCOMPARE(called.count(), 1);
    QCOMPARE(called.constFirst().constFirst().toString(), u"salon://a.example/"_s);
}

void TestSingleInstance::whoEndsIsNotToldAnything()
{
    const QTemporaryDir folder;
    SingleInstance first(folder.path());
    first.listen();
    first.stopListening();
    QSignalSpy called(&first, &SingleInstance::called);
    SingleInstance second(folder.path(), ShortMs);
    QSignalSpy failed(&second, &SingleInstance::failed);
    QSignalSpy delivered(&second, &SingleInstance::delivered);
    second.tellTheFirst(u"salon://a.example/"_s);
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(delivered.count(), 0);
    QCOMPARE(called.count(), 0);
}

void TestSingleInstance::whoNeverAnswersIsAFailure()
{
    const QTemporaryDir folder;
    SingleInstance first(folder.path());
    first.listen();
    const QByteArray place = read(noteOf(folder));
    first.stopListening();
    QLocalServer silent;
    QVERIFY(silent.listen(QString::fromUtf8(place)));
    SingleInstance second(folder.path(), ShortMs);
    QSignalSpy failed(&second, &SingleInstance::failed);
    second.tellTheFirst({});
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(silent.hasPendingConnections()); // it was really asked
}

void TestSingleInstance::onlyItsOwnSocketIsRemoved()
{
    const QTemporaryDir folder;
    const QString precious = folder.filePath(u"précieux"_s);
    QVERIFY(write(precious, "x"));
    for (const QByteArray &note : { precious.toUtf8(), QByteArray(100'000, '/'), QByteArray("\xff\0/salon-", 9) }) {
        QVERIFY(write(noteOf(folder), note));
        SingleInstance first(folder.path());
        first.listen();
        QCOMPARE(read(precious), QByteArray("x"));
        SingleInstance second(folder.path());
        QSignalSpy delivered(&second, &SingleInstance::delivered);
        second.tellTheFirst({});
        QTRY_COMPARE(delivered.count(), 1);
    }
}

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "tst_single_instance.moc"
