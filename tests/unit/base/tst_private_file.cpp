// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/private_file.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

#ifdef Q_OS_WIN
#include <qt_windows.h>
// behind windows.h
#include <aclapi.h>
#endif

using namespace Qt::StringLiterals;
using namespace salon;

class TestPrivateFile : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const QString &name) const { return m_folder.filePath(name); }

#ifdef Q_OS_UNIX
    static unsigned modeOf(const QString &file)
    {
        struct stat status = {};
        return ::stat(QFile::encodeName(file).constData(), &status) == 0 ? status.st_mode & 07777u : 0;
    }
#endif

private Q_SLOTS:
    void keepsWhatWasWritten()
    {
        QByteArray data(256 * 1024, '\0');
        for (qsizetype i = 0; i < data.size(); ++i)
            data[i] = char(i * 7);
        QVERIFY(writePrivateFile(path(u"clé été.pem"_s), data));
        QCOMPARE(*readSmallFile(path(u"clé été.pem"_s)), data);
        QVERIFY(writePrivateFile(path(u"empty"_s), {}));
        QCOMPARE(*readSmallFile(path(u"empty"_s)), QByteArray());
    }

#ifdef Q_OS_UNIX
    void modesDoNotDependOnTheUmask()
    {
        for (const mode_t mask : { mode_t(0), mode_t(022), mode_t(077) }) {
            const mode_t old = ::umask(mask);
            const auto secret = writePrivateFile(path(u"secret"_s), "s");
            const auto shown = writePrivateFile(path(u"shown"_s), "s", true);
            ::umask(old);
            QVERIFY(secret && shown);
            QCOMPARE(modeOf(path(u"secret"_s)), 0600u);
            QCOMPARE(modeOf(path(u"shown"_s)), 0644u);
        }
    }

    void aFileThatWasOpenToAllBecomesPrivate()
    {
        QFile old(path(u"open"_s));
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("old");
        old.close();
        QVERIFY(::chmod(QFile::encodeName(old.fileName()).constData(), 0666) == 0);
        QVERIFY(writePrivateFile(old.fileName(), "new"));
        QCOMPARE(modeOf(old.fileName()), 0600u);
        QCOMPARE(*readSmallFile(old.fileName()), "new");
    }
#endif

#ifdef Q_OS_WIN
    /// What the access list of a file allows to everybody.
    static DWORD allowedToAll(const QString &file)
    {
        PACL list = nullptr;
        PSECURITY_DESCRIPTOR descriptor = nullptr;
        if (GetNamedSecurityInfoW(QDir::toNativeSeparators(file).toStdWString().c_str(), SE_FILE_OBJECT,
                DACL_SECURITY_INFORMATION, nullptr, nullptr, &list, nullptr, &descriptor)
            != ERROR_SUCCESS)
            return ~DWORD(0);
        DWORD allowed = list ? 0 : ~DWORD(0);
        for (DWORD i = 0; list && i < list->AceCount; ++i) {
            void *entry = nullptr;
            if (GetAce(list, i, &entry) == 0)
                continue;
            auto *rule = static_cast<ACCESS_ALLOWED_ACE *>(entry);
            if (rule->Header.AceType == ACCESS_ALLOWED_ACE_TYPE && IsWellKnownSid(&rule->SidStart, WinWorldSid) != 0)
                allowed |= rule->Mask;
        }
        LocalFree(descriptor);
        return allowed;
    }

    void onlyTheOwnerIsInTheAccessList()
    {
        QVERIFY(writePrivateFile(path(u"secret"_s), "s"));
        QVERIFY(writePrivateFile(path(u"shown"_s), "s", true));
        QCOMPARE(allowedToAll(path(u"secret"_s)), DWORD(0));
        QCOMPARE(allowedToAll(path(u"shown"_s)) & (FILE_READ_DATA | FILE_WRITE_DATA), DWORD(FILE_READ_DATA));
    }
#endif

    void aFailureLeavesTheOldFileAndNothingElse()
    {
        const QString folder = path(u"taken"_s);
        QVERIFY(QDir().mkdir(folder)); // a folder stands where the file should go
        QVERIFY(QDir(folder).mkdir(u"inner"_s));
        const auto refused = writePrivateFile(folder, "data");
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::CannotOpenFile);
        QCOMPARE(refused.error().params, QStringList{ folder });
        QVERIFY(!refused.error().detail.isEmpty());
        QVERIFY(QDir(m_folder.path()).entryList({ u"*.new-*"_s }, QDir::Files).isEmpty());
    }

    void aMissingFolderIsAnError()
    {
        QCOMPARE(writePrivateFile(path(u"no/such/file"_s), "x").error().code, ErrorCode::CannotOpenFile);
    }

    void readsUpToTheLimitAndNoMore()
    {
        QVERIFY(writePrivateFile(path(u"ten"_s), "0123456789"));
        QCOMPARE(*readSmallFile(path(u"ten"_s), 10), "0123456789");
        QCOMPARE(readSmallFile(path(u"ten"_s), 9).error().code, ErrorCode::CannotOpenFile);
    }

    void whatCannotBeReadIsAnError()
    {
        QCOMPARE(readSmallFile(path(u"missing"_s)).error().code, ErrorCode::CannotOpenFile);
        QVERIFY(!readSmallFile(m_folder.path()));
    }

#ifdef Q_OS_LINUX
    void anEndlessDeviceIsRefused()
    {
        QVERIFY(!readSmallFile(u"/dev/zero"_s, 4096));
    }
#endif
};

QTEST_GUILESS_MAIN(TestPrivateFile)
#include "tst_private_file.moc"
