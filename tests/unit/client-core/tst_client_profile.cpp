// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/when_ready.h"
#include "shared/client-core/client_profile.h"
#include "shared/client-core/store/client_database.h"
#include "shared/client-core/store/device_key_store.h"
#include "shared/client-core/store/outbox_database.h"
#include "shared/client-core/text/error_text.h"
#include "tests/unit/client-core/fake_clock.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace salon;
using namespace Qt::StringLiterals;
using salon::test::FakeClock;

class TestClientProfile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void makesItsFolderAndKey();
    void keepsTheKeyOverRestarts();
    void damagedKeyIsNeverReplaced();
    void keyThatWentToTheKeychainIsNotReplacedByAnother();
    void secondProgramIsToldWhoRuns();
    void folderThatCannotBeMadeIsAnError();
    void folderOfANewerProgramIsLeftAlone();
    void settingsSurviveAndArePutRight();
    void damagedSettingsBecomeDefaults();
    void serversSurvive();
    void damagedServerListIsSetAside();
    void hostileServerIdsAreNotRead();
    void addressesAreComparedWithoutCase();

private:
    [[nodiscard]] std::unique_ptr<ClientProfile> makeProfile() const;
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(u"data/"_s + name); }
    static void open(ClientProfile &profile);

    FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestClientProfile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

std::unique_ptr<ClientProfile> TestClientProfile::makeProfile() const
{
    return std::make_unique<ClientProfile>(
        ClientProfile::Options{ m_folder->filePath(u"data"_s), false, u"Laptop"_s }, m_clock);
}

void TestClientProfile::open(ClientProfile &profile)
{
    QVERIFY(profile.lock());
    QSignalSpy opened(&profile, &ClientProfile::opened);
    profile.open();
    QVERIFY(opened.wait());
}

void TestClientProfile::makesItsFolderAndKey()
{
    const auto profile = makeProfile();
    open(*profile);
    QVERIFY(profile->isOpen());
    QVERIFY(profile->deviceKey().isValid());
    QVERIFY(profile->isKeyInFile());
    QCOMPARE(profile->deviceName(), u"Laptop"_s);
#ifndef Q_OS_WIN // where access lists say it: tst_private_file
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY((QFile::permissions(path(u"device.key"_s)) & others) == 0);
    QVERIFY((QFile::permissions(profile->dataFolder()) & others) == 0);
#endif
}

void TestClientProfile::keepsTheKeyOverRestarts()
{
    auto profile = makeProfile();
    open(*profile);
    const QByteArray key = profile->deviceKey().publicKey;
    profile.reset();
    profile = makeProfile();
    open(*profile);
    QCOMPARE(profile->deviceKey().publicKey, key);
}

void TestClientProfile::damagedKeyIsNeverReplaced()
{
    auto profile = makeProfile();
    open(*profile);
    profile.reset();
    QFile file(path(u"device.key"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("short");
    file.close();
    profile = makeProfile();
    QVERIFY(profile->lock());
    QSignalSpy failed(profile.get(), &ClientProfile::failed);
    profile->open();
    QVERIFY(failed.wait());
    QCOMPARE(failed[0][0].value<Error>().code, ErrorCode::CannotOpenFile);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("short"));
}

void TestClientProfile::keyThatWentToTheKeychainIsNotReplacedByAnother()
{
    // A keychain that does not answer must not make this device a stranger to its servers.
    const QString file = m_folder->filePath(u"device.key"_s);
    QFile marker(file);
    QVERIFY(marker.open(QIODevice::WriteOnly));
    marker.write("keychain");
    marker.close();
    JobLane lane(u"test"_s);
    DeviceKeyStore keys(file, u"salon-test-that-no-keychain-knows"_s, false, lane);
    QSignalSpy loaded(&keys, &DeviceKeyStore::loaded);
    QSignalSpy failed(&keys, &DeviceKeyStore::failed);
    keys.load();
    QTRY_VERIFY_WITH_TIMEOUT(loaded.size() + failed.size() == 1, DeviceKeyStore::KeychainWaitMs + 5000);
    QVERIFY(marker.open(QIODevice::ReadOnly));
    QCOMPARE(marker.readAll(), QByteArray("keychain"));
}

void TestClientProfile::secondProgramIsToldWhoRuns()
{
    const auto first = makeProfile();
    QVERIFY(first->lock());
    const auto second = makeProfile();
    const Result<> locked = second->lock();
    QVERIFY(!locked);
    QCOMPARE(locked.error().code, ErrorCode::AlreadyRunning);
    QCOMPARE(locked.error().params.value(0), QString::number(QCoreApplication::applicationPid()));
}

void TestClientProfile::folderThatCannotBeMadeIsAnError()
{
    QFile file(m_folder->filePath(u"data"_s));
    QVERIFY(file.open(QIODevice::WriteOnly)); // a file where the folder should be
    const Result<> locked = makeProfile()->lock();
    QVERIFY(!locked);
    QCOMPARE(locked.error().code, ErrorCode::CannotOpenFile);
}

void TestClientProfile::folderOfANewerProgramIsLeftAlone()
{
    QString folder;
    {
        const auto profile = makeProfile();
        QVERIFY(profile->lock());
        folder = profile->serverFolder(u"00112233"_s);
        OutboxDatabase outbox(folder + u"/outbox.sqlite"_s);
        QVERIFY(outbox.load());
    }
    QVERIFY(makeProfile()->lock()); // its own files
    {
        ClientDatabase file(folder + u"/outbox.sqlite"_s, ClientDatabase::Durability::Full);
        QVERIFY(!file.open({}));
        QVERIFY(file.run(u"PRAGMA user_version = 99"_s));
    }
    const auto profile = makeProfile();
    const Result<> locked = profile->lock();
    QVERIFY(!locked);
    QCOMPARE(locked.error().code, ErrorCode::VersionUnsupported);
    QCOMPARE(locked.error().params, QStringList{ folder + u"/outbox.sqlite"_s });
    const QString sentence = ErrorText::of(locked.error());
    QVERIFY2(sentence.contains(u"newer"_s) && sentence.contains(u"outbox.sqlite"_s), qPrintable(sentence));
    QVERIFY(QFile::exists(folder + u"/outbox.sqlite"_s));
}

void TestClientProfile::settingsSurviveAndArePutRight()
{
    Settings wanted;
    {
        const auto profile = makeProfile();
        QVERIFY(profile->lock());
        QSignalSpy changed(&profile->settings(), &SettingsStore::changed);
        profile->settings().change([](Settings &settings) {
            settings.language = u"fr"_s;
            settings.theme = ThemeSetting::HighContrast;
            settings.fontScale = 99;
            settings.autoAwayMinutes = -3;
            settings.notifyAbout = NotifyAbout(42);
            settings.windowGeometry = QByteArray("\0\1\2", 3);
            settings.lastRoom = 1LL << 40;
            settings.mutedRooms = { u"a/1"_s, u"b/2"_s };
            settings.sendsTyping = false;
        });
        QCOMPARE(changed.size(), 1);
        profile->settings().change([](Settings &) {});
        QCOMPARE(changed.size(), 1);
        wanted = profile->settings().current();
    }
    QCOMPARE(wanted.fontScale, 3.0);
    QCOMPARE(wanted.autoAwayMinutes, 0);
    QCOMPARE(wanted.notifyAbout, NotifyAbout::Mentions);
    const auto profile = makeProfile();
    QVERIFY(profile->lock());
    QVERIFY(profile->settings().current() == wanted);
}

void TestClientProfile::damagedSettingsBecomeDefaults()
{
    QVERIFY(makeProfile()->lock());
    QFile file(path(u"settings.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[General\n\xff\xfe theme=abc\nfont_scale=nan\nsidebar_width=@Invalid()\n");
    file.close();
    const auto profile = makeProfile();
    QVERIFY(profile->lock());
    QCOMPARE(profile->settings().current().fontScale, 1.0);
    QVERIFY(profile->settings().current().sidebarWidth >= 120);
}

void TestClientProfile::serversSurvive()
{
    KnownServer server;
    {
        const auto profile = makeProfile();
        QVERIFY(profile->lock());
        QSignalSpy added(&profile->servers(), &KnownServers::added);
        const JoinLink link{ u"chat.example.org"_s, 7000, QByteArray(32, 'p'), u"INVITE"_s, false };
        server = profile->servers().add(link);
        QCOMPARE(added.size(), 1);
        QCOMPARE(server.pin, link.pin);
        QVERIFY(server.address.invitation.isEmpty()); // an invitation is nothing to keep
        server.name = u"Büro"_s;
        server.login = u"marie"_s;
        server.enrolled = true;
        profile->servers().update(server);
        profile->servers().update(server);
        const KnownServer second = profile->servers().add({ u"::1"_s, 7256, {}, {}, true });
        profile->servers().add({ u"unix:/tmp/x"_s, 7256, {}, {}, false });
        profile->servers().remove(second.id);
    }
    const auto profile = makeProfile();
    QVERIFY(profile->lock());
    QCOMPARE(profile->servers().all().size(), 2);
    QCOMPARE(profile->servers().find(server.id), std::optional(server));
    QVERIFY(!profile->servers().find(u"nothing"_s));
}

void TestClientProfile::damagedServerListIsSetAside()
{
    QVERIFY(makeProfile()->lock());
    QFile file(path(u"servers.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{ not json");
    file.close();
    const auto profile = makeProfile();
    QVERIFY(profile->lock());
    QVERIFY(profile->servers().all().isEmpty());
    QVERIFY(QFile::exists(path(u"servers.json.damaged"_s)));
}

void TestClientProfile::hostileServerIdsAreNotRead()
{
    QVERIFY(makeProfile()->lock());
    QFile file(path(u"servers.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"([{"id":"../../etc","address":"a"},{"id":"","address":"a"},{"address":"a"},17,
        {"id":"6ba7b810-9dad-11d1-80b4-00c04fd430c8","address":"not an address at all"}])");
    file.close();
    const auto profile = makeProfile();
    QVERIFY(profile->lock());
    QVERIFY(profile->servers().all().isEmpty());
}

void TestClientProfile::addressesAreComparedWithoutCase()
{
    const auto profile = makeProfile();
    QVERIFY(profile->lock());
    const KnownServer server = profile->servers().add({ u"Chat.Example.org"_s, 7256, {}, {}, false });
    QCOMPARE(profile->servers().findAddress({ u"chat.example.ORG"_s, 7256, {}, {}, false })->id, server.id);
    QVERIFY(!profile->servers().findAddress({ u"chat.example.org"_s, 7257, {}, {}, false }));
}

QTEST_GUILESS_MAIN(TestClientProfile)
#include "tst_client_profile.moc"
