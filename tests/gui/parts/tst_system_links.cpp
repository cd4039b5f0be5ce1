// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/application.h"
#include "client-gui/app/system_links.h"
#include "client-gui/main_window/main_window.h"

#include <QFile>
#include <QFileOpenEvent>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace salon;

namespace {

/// As macOS does it. Whether anybody took it.
bool click(const QUrl &url)
{
    QFileOpenEvent event(url);
    event.ignore();
    return QCoreApplication::sendEvent(qApp, &event);
}

} // namespace

class TestSystemLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClickedLinkArrivesAsItWasWritten_data();
    void aClickedLinkArrivesAsItWasWritten();
    void whatCameTooEarlyIsKept();
    void anInvitationFileIsItsLink();
    void nothingElseIsOpened_data();
    void nothingElseIsOpened();
    void theFirstPageTakesTheClickedLink();
};

void TestSystemLinks::aClickedLinkArrivesAsItWasWritten_data()
{
    QTest::addColumn<QString>("link");
    QTest::newRow("invitation") << u"salon://chat.example.org:7256/?invite=K7Q2-9F"_s;
    QTest::newRow("key") << u"salon://192.0.2.7/?key="_s + QString(43, u'A') + u"&invite=x"_s;
    QTest::newRow("IPv6") << u"salon://[2001:db8::1]:7256/?invite=x"_s;
    QTest::newRow("IPv6 with zone") << u"salon://[fe80::1%25eth0]:7256/"_s;
    QTest::newRow("escapes") << u"salon://host/?invite=a%26b%2Bc"_s;
}

void TestSystemLinks::aClickedLinkArrivesAsItWasWritten()
{
    QFETCH(const QString, link);
    SystemLinks links;
    QSignalSpy opened(&links, &SystemLinks::opened);
    links.release();
    QVERIFY(click(QUrl(link, QUrl::StrictMode)));
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.constFirst().constFirst().toString(), link);
}

void TestSystemLinks::whatCameTooEarlyIsKept()
{
    SystemLinks links;
    QSignalSpy opened(&links, &SystemLinks::opened);
    QCOMPARE(links.waiting(), QString());
    QVERIFY(click(QUrl(u"salon://one.example/"_s)));
    QVERIFY(click(QUrl(u"salon://two.example/"_s)));
    QCOMPARE(opened.count(), 0);
    QCOMPARE(links.waiting(), u"salon://two.example/"_s);
    links.release();
    QCOMPARE(opened.count(), 2);
    QCOMPARE(opened.constFirst().constFirst().toString(), u"salon://one.example/"_s);
    QCOMPARE(opened.constLast().constFirst().toString(), u"salon://two.example/"_s);
    QCOMPARE(links.waiting(), QString());
    links.release();
    QCOMPARE(opened.count(), 2);
}

void TestSystemLinks::anInvitationFileIsItsLink()
{
    const QTemporaryDir folder;
    const auto write = [&folder](const QString &name, const QByteArray &text) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    };
    QVERIFY(write(u"chez Zoé.salon"_s, "salon://host.example/?invite=x\n"));
    QVERIFY(write(u"web.salon"_s, "https://host.example/\n"));
    SystemLinks links;
    QSignalSpy opened(&links, &SystemLinks::opened);
    links.release();
    QVERIFY(click(QUrl::fromLocalFile(folder.filePath(u"chez Zoé.salon"_s))));
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.constFirst().constFirst().toString(), u"salon://host.example/?invite=x"_s);
    click(QUrl::fromLocalFile(folder.filePath(u"web.salon"_s)));
    click(QUrl::fromLocalFile(folder.filePath(u"none.salon"_s)));
    QCOMPARE(opened.count(), 1);
}

void TestSystemLinks::nothingElseIsOpened_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::newRow("file") << QUrl::fromLocalFile(u"/etc/hostname"_s);
    QTest::newRow("web page") << QUrl(u"https://chat.example.org:7256/?invite=x"_s);
    QTest::newRow("without encryption") << QUrl(u"salon+plain://127.0.0.1:7257/"_s);
    QTest::newRow("local socket") << QUrl(u"unix:/run/salon.socket"_s);
    QTest::newRow("no host") << QUrl(u"salon:///?invite=x"_s);
    QTest::newRow("a key that is none") << QUrl(u"salon://host/?key=abc"_s);
    QTest::newRow("password") << QUrl(u"salon://me:secret@host/"_s);
    QTest::newRow("too long") << QUrl(u"salon://host/?invite="_s + QString(2000, u'x'));
    QTest::newRow("nothing") << QUrl();
}

void TestSystemLinks::nothingElseIsOpened()
{
    QFETCH(const QUrl, url);
    SystemLinks links;
    QSignalSpy opened(&links, &SystemLinks::opened);
    click(url);
    QCOMPARE(links.waiting(), QString());
    links.release();
    click(url);
    QCOMPARE(opened.count(), 0);
}

void TestSystemLinks::theFirstPageTakesTheClickedLink()
{
    const QTemporaryDir folder;
    Application::Options options;
    options.dataFolder = folder.path();
    options.language = u"en"_s;
    Application application(options);
    // The click that starts the program comes before its window.
    QVERIFY(click(QUrl(u"salon://early.example/?invite=x"_s)));
    application.start();
    QTRY_VERIFY(application.window() && application.window()->isVisible());
    auto *address = application.window()->findChild<QLineEdit *>(u"address"_s);
    QVERIFY(address);
    QCOMPARE(address->text(), u"salon://early.example/?invite=x"_s);
    QVERIFY(click(QUrl(u"salon://later.example/?invite=y"_s)));
    QCOMPARE(address->text(), u"salon://later.example/?invite=y"_s);
    click(QUrl(u"https://evil.example/"_s));
    QCOMPARE(address->text(), u"salon://later.example/?invite=y"_s);
}

QTEST_MAIN(TestSystemLinks)
#include "tst_system_links.moc"
