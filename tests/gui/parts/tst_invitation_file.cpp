// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/invitation_file.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;
using namespace salon;

/// A file that anybody may have sent: only an invitation is taken from it.
class TestInvitationFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linkIsRead_data();
    void linkIsRead();
    void everythingElseIsRefused_data();
    void everythingElseIsRefused();
    void onlyRegularFilesAreOpened();
    void argumentsThatNameAFile();

private:
    QString put(const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(u"une invitation é.salon"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return {};
        return path;
    }

    QTemporaryDir m_folder;
};

namespace {

const QByteArray invitation = "salon://chat.example.org:7256/?invite=abc-def";

} // namespace

void TestInvitationFile::linkIsRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no line end") << invitation;
    QTest::newRow("line end") << invitation + "\n";
    QTest::newRow("Windows") << "\xef\xbb\xbf" + invitation + "\r\n";
}

void TestInvitationFile::linkIsRead()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(readInvitationFile(put(bytes)), QString::fromLatin1(invitation));
}

void TestInvitationFile::everythingElseIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("line end only") << QByteArray("\n");
    QTest::newRow("two lines") << invitation + "\n" + invitation + "\n";
    QTest::newRow("line behind") << invitation + "\nhello";
    QTest::newRow("blank before") << " " + invitation;
    QTest::newRow("blank behind") << invitation + " ";
    QTest::newRow("an address") << QByteArray("chat.example.org:7256");
    QTest::newRow("without TLS") << QByteArray("salon+plain://127.0.0.1:7256");
    QTest::newRow("another scheme") << QByteArray("http://chat.example.org/");
    QTest::newRow("a file") << QByteArray("file:///etc/passwd");
    QTest::newRow("no host") << QByteArray("salon://");
    QTest::newRow("zero byte") << invitation + QByteArray(1, '\0');
    QTest::newRow("control character") << invitation + "\x1b[2J";
    QTest::newRow("no UTF-8") << invitation + "\xff";
    QTest::newRow("half a character") << invitation + "\xc3";
    QTest::newRow("direction override") << invitation + "\u202e";
    QTest::newRow("UTF-16") << QByteArray("\xff\xfes\0a\0l\0o\0n\0", 12);
    QTest::newRow("too long") << invitation + QByteArray(4096, 'a');
    QTest::newRow("very long") << QByteArray(10'000'000, 'a');
}

void TestInvitationFile::everythingElseIsRefused()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(readInvitationFile(put(bytes)), std::nullopt);
}

void TestInvitationFile::onlyRegularFilesAreOpened()
{
    QCOMPARE(readInvitationFile(m_folder.path()), std::nullopt);
    QCOMPARE(readInvitationFile(m_folder.filePath(u"missing.salon"_s)), std::nullopt);
    QCOMPARE(readInvitationFile({}), std::nullopt);
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    QCOMPARE(readInvitationFile(m_folder.filePath(u"zero\0.salon"_s)), std::nullopt);
#ifdef Q_OS_UNIX
    const QString pipe = m_folder.filePath(u"pipe.salon"_s);
    QVERIFY(::mkfifo(QFile::encodeName(pipe).constData(), 0600) == 0);
    QCOMPARE(readInvitationFile(pipe), std::nullopt); // and not: waits for ever
    QVERIFY(!invitationFileGiven(pipe));
#endif
}

void TestInvitationFile::argumentsThatNameAFile()
{
    const QString path = put(invitation);
    QCOMPARE(invitationFileGiven(path), path);
    QCOMPARE(invitationFileGiven(QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded)), path);
    QCOMPARE(invitationFileGiven(u"file://localhost"_s + QUrl::fromLocalFile(path).path(QUrl::FullyEncoded)), path);
    // A file of another machine is none; what follows says that it is no invitation.
    QCOMPARE(invitationFileGiven(u"file://elsewhere/x.salon"_s), QString());
    // Hosts may be called so.
    QVERIFY(!invitationFileGiven(u"chat.salon"_s));
    QVERIFY(!invitationFileGiven(u"salon://chat.salon"_s));
    QVERIFY(!invitationFileGiven(u"localhost"_s));
    QVERIFY(QFile::copy(path, m_folder.filePath(u"localhost"_s)));
    QDir::setCurrent(m_folder.path());
    QVERIFY(!invitationFileGiven(u"localhost"_s));
}

QTEST_GUILESS_MAIN(TestInvitationFile)
#include "tst_invitation_file.moc"
