// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/portable.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;

/// Data beside the program.
class TestPortable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhereTheFileSaysSo()
    {
        const QTemporaryDir folder;
        const QString place = folder.filePath(u"Clé USB"_s);
        QVERIFY(QDir().mkdir(place));
        QCOMPARE(portableFolder(place, u"salon"_s), QString());
        QFile mark(place + u"/portable"_s);
        QVERIFY(mark.open(QIODevice::WriteOnly));
        QCOMPARE(portableFolder(place, u"salon"_s), place + u"/data/salon"_s);
        QCOMPARE(portableFolder(place, u"salon-server"_s), place + u"/data/salon-server"_s);
    }

    void aFolderOfThatNameSaysNothing()
    {
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(u"portable"_s));
        QCOMPARE(portableFolder(folder.path(), u"salon"_s), QString());
    }

    void testsAreNot() { QCOMPARE(portableFolder(), QString()); }
};

QTEST_GUILESS_MAIN(TestPortable)
#include "tst_portable.moc"
