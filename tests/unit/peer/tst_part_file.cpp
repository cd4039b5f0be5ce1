// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/peer/part_file.h"
#include "tests/unit/peer/files_between_two.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

namespace {

/// As if the disk were full: no file gets larger, while this is there.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit now{ bytes, m_before.rlim_max };
        ::setrlimit(RLIMIT_FSIZE, &now);
    }
    ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(FileSizeLimit)

private:
    rlimit m_before{};
};

} // namespace

/// What came so far of a file.
class TestPartFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { std::signal(SIGXFSZ, SIG_IGN); }

    void nothingFollowsAGap()
    {
        const QTemporaryDir folder;
        const QByteArray data = noise(3000);
        PeerEntry offer = offerOf(folder.filePath(u"in"_s), u"in"_s, data);
        offer.person = QByteArray(32, 'p');
        offer.cid = QUuid::createUuid();
        PartFile part(offer);
        QVERIFY(part.open() == PartFile::Found::Part && part.hashMore() == PartFile::Hashing::Done);
        QVERIFY(part.write(data.first(1000)));
        {
            const FileSizeLimit full(1500);
            QVERIFY(!part.write(data.sliced(1000, 1000)));
        }
        // There is room again, but the piece before is not there.
        QVERIFY(!part.write(data.sliced(2000)));
        part.close();
        const qint64 there = QFileInfo(PartFile::pathOf(offer)).size();
        QVERIFY2(there <= 1500, qPrintable(QString::number(there)));
        // What is there is right, and it goes on from it.
        PartFile again(offer);
        QVERIFY(again.open() == PartFile::Found::Part);
        while (again.hashMore() == PartFile::Hashing::More) {}
        QVERIFY(again.write(data.sliced(there)));
        QVERIFY(again.place(offer.filePath) == PartFile::Placing::Placed);
        QCOMPARE(contents(offer.filePath) == data, true);
    }
};

QTEST_GUILESS_MAIN(TestPartFile)
#include "tst_part_file.moc"
