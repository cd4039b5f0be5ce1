// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/single_instance.h"

#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;

class TestSingleInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstHearsOfTheSecond();
    void nobodyThereIsAFailure();
    void otherFoldersDoNotMix();
    void aFreshOneTakesOverWhatWasLeftBehind();
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
    SingleInstance second(folder.path());
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
    SingleInstance second(other.path());
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
    QSignalSpy failed(&second, &SingleInstance::failed);
    second.tellTheFirst({});
    QTRY_VERIFY(delivered.count() + failed.count() > 0);
}

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "tst_single_instance.moc"
