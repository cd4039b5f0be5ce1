// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/build_facts.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSysInfo>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;

/// What --version and the About box say of the program and its machine.
class TestBuildFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void versionIsThatOfTheProject();
    void firstLineNamesProgramVersionAndCommit();
    void factsNameQtTlsCompilerAndSystem();
    void factsNameNobody();
};

void TestBuildFacts::versionIsThatOfTheProject()
{
    QFile file(QStringLiteral(SALON_SOURCE_DIR "/CMakeLists.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QRegularExpression version(u"project\\(Salon VERSION ([0-9.]+)"_s);
    QCOMPARE(buildVersion(), version.match(QString::fromUtf8(file.readAll())).captured(1));
}

void TestBuildFacts::firstLineNamesProgramVersionAndCommit()
{
    QCOMPARE(buildVersionLine(u"salon"_s), u"salon %1 (unknown)"_s.arg(buildVersion()));
    setBuildCommit(u"0123456789ab+"_s);
    QCOMPARE(buildVersionLine(u"salon"_s), u"salon %1 (0123456789ab+)"_s.arg(buildVersion()));
}

void TestBuildFacts::factsNameQtTlsCompilerAndSystem()
{
    const QString facts = buildFacts(u"Some TLS 1.0"_s).join(u'\n');
    for (const QString &fact : { u"Qt "_s + QString::fromLatin1(qVersion()), u"Some TLS 1.0"_s,
             QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture() })
        QVERIFY2(facts.contains(fact), qPrintable(facts));
    QVERIFY2(facts.contains(QRegularExpression(u"(GCC|Clang|MSVC) [0-9]+"_s)), qPrintable(facts));
    QVERIFY(buildFacts({}).join(u'\n').contains(u"none"_s));
}

void TestBuildFacts::factsNameNobody()
{
    const QString facts = buildFacts(u"x"_s).join(u'\n');
    QVERIFY(!facts.contains(u'/' + QDir::home().dirName()));
    QVERIFY(!facts.contains(QStringLiteral(SALON_SOURCE_DIR)));
}

QTEST_GUILESS_MAIN(TestBuildFacts)
#include "tst_build_facts.moc"
