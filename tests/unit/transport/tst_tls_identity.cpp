// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/transport/tls_config.h"
#include "shared/transport/tls_identity.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QSslCertificateExtension>
#include <QSslCipher>
#include <QSslEllipticCurve>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;

class TestTlsIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void makesKeyAndCertificateOnce();
    void keyIsPrivateAndCertificateIsPublic();
    void certificateIsOfUse();
    void aKeyAloneGetsACertificateWithTheSamePin();
    void aCertificateAloneIsRefused();
    void damagedFilesAreRefused_data();
    void damagedFilesAreRefused();
    void keyAndCertificateMustBelongTogether();
    void aFolderThatCannotBeWrittenIsAnError();
    void pinIsTheHashOfThePublicKey();
    void pinTextReadsBack();
    void serverOffersOnlyModernTls();

private:
    [[nodiscard]] QString keyPath() const { return m_dir->filePath(u"server-key.pem"_s); }
    [[nodiscard]] QString certificatePath() const { return m_dir->filePath(u"server-cert.pem"_s); }
    static QByteArray contentOf(const QString &path);
    static void write(const QString &path, const QByteArray &content);

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestTlsIdentity::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
}

QByteArray TestTlsIdentity::contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestTlsIdentity::write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(content);
}

void TestTlsIdentity::makesKeyAndCertificateOnce()
{
    const auto first = loadOrCreateIdentity(m_dir->path());
    QVERIFY(first);
    QCOMPARE(first->pin.size(), 32);
    const auto second = loadOrCreateIdentity(m_dir->path());
    QVERIFY(second);
    QCOMPARE(second->pin, first->pin);
    QCOMPARE(second->chain, first->chain);
    QVERIFY(makeIdentity()->pin != first->pin);
}

void TestTlsIdentity::keyIsPrivateAndCertificateIsPublic()
{
#ifdef Q_OS_WIN
    QSKIP("Windows has access lists: tst_private_file");
#endif
    QVERIFY(loadOrCreateIdentity(m_dir->path()));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther
        | QFile::ExeOther;
    QCOMPARE(QFileInfo(keyPath()).permissions() & others, QFile::Permissions());
    QCOMPARE(QFileInfo(certificatePath()).permissions() & others, QFile::ReadGroup | QFile::ReadOther);
}

void TestTlsIdentity::certificateIsOfUse()
{
    const auto identity = loadOrCreateIdentity(m_dir->path(), { u"chat.example"_s, u"192.0.2.1"_s });
    QVERIFY(identity);
    QCOMPARE(identity->key.algorithm(), QSsl::Ec);
    QCOMPARE(identity->key.length(), 256);
    const QSslCertificate certificate = identity->chain.first();
    QVERIFY(certificate.isSelfSigned());
    QCOMPARE(certificate.subjectInfo(QSslCertificate::CommonName), QStringList{ u"salon"_s });
    QVERIFY(certificate.effectiveDate() < QDateTime::currentDateTime());
    QVERIFY(certificate.expiryDate() > QDateTime::currentDateTime().addYears(10));
    QVERIFY(certificate.subjectAlternativeNames().contains(QSsl::DnsEntry, u"localhost"_s));
    QVERIFY(certificate.subjectAlternativeNames().contains(QSsl::DnsEntry, u"chat.example"_s));
    QVERIFY(certificate.subjectAlternativeNames().contains(QSsl::IpAddressEntry, u"192.0.2.1"_s));
    QVERIFY(certificate.serialNumber().size() > 20);
    QVERIFY(makeIdentity()->chain.first().serialNumber() != certificate.serialNumber());
}

void TestTlsIdentity::aKeyAloneGetsACertificateWithTheSamePin()
{
    const auto before = loadOrCreateIdentity(m_dir->path());
    QVERIFY(before);
    QVERIFY(QFile::remove(certificatePath()));
    const auto after = loadOrCreateIdentity(m_dir->path());
    QVERIFY(after);
    QCOMPARE(after->pin, before->pin);
    QVERIFY(after->chain != before->chain);
}

void TestTlsIdentity::aCertificateAloneIsRefused()
{
    QVERIFY(loadOrCreateIdentity(m_dir->path()));
    QVERIFY(QFile::remove(keyPath()));
    const auto identity = loadOrCreateIdentity(m_dir->path());
    QVERIFY(!identity);
    QCOMPARE(identity.error().code, ErrorCode::CannotOpenFile);
    QCOMPARE(identity.error().params, QStringList{ keyPath() });
    QVERIFY(!QFileInfo::exists(keyPath()));
}

void TestTlsIdentity::damagedFilesAreRefused_data()
{
    QTest::addColumn<bool>("damageKey");
    QTest::addColumn<QByteArray>("content");
    for (const bool key : { true, false }) {
        const char *file = key ? "key" : "certificate";
        QTest::addRow("%s empty", file) << key << QByteArray();
        QTest::addRow("%s nonsense", file)
            << key << QByteArray("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        QTest::addRow("%s zeros", file) << key << QByteArray(1000, '\0');
    }
}

void TestTlsIdentity::damagedFilesAreRefused()
{
    QFETCH(bool, damageKey);
    QFETCH(QByteArray, content);
    QVERIFY(loadOrCreateIdentity(m_dir->path()));
    write(damageKey ? keyPath() : certificatePath(), content);
    const auto identity = loadOrCreateIdentity(m_dir->path());
    QVERIFY(!identity);
    QCOMPARE(identity.error().code, ErrorCode::CannotOpenFile);
    QCOMPARE(contentOf(damageKey ? keyPath() : certificatePath()), content);
}

void TestTlsIdentity::keyAndCertificateMustBelongTogether()
{
    QVERIFY(loadOrCreateIdentity(m_dir->path()));
    const QTemporaryDir other;
    QVERIFY(loadOrCreateIdentity(other.path()));
    const auto mixed = loadIdentity(certificatePath(), other.filePath(u"server-key.pem"_s));
    QVERIFY(!mixed);
    QCOMPARE(mixed.error().code, ErrorCode::CannotOpenFile);
}

void TestTlsIdentity::aFolderThatCannotBeWrittenIsAnError()
{
    const auto identity = loadOrCreateIdentity(m_dir->filePath(u"missing"_s));
    QVERIFY(!identity);
    QCOMPARE(identity.error().code, ErrorCode::CannotOpenFile);
}

void TestTlsIdentity::pinIsTheHashOfThePublicKey()
{
    const auto identity = makeIdentity();
    QVERIFY(identity);
    const QByteArray der = identity->chain.first().publicKey().toDer();
    QCOMPARE(identity->pin, QCryptographicHash::hash(der, QCryptographicHash::Sha256));
    QVERIFY(spkiPin(QSslCertificate()).isEmpty());
}

void TestTlsIdentity::pinTextReadsBack()
{
    const QByteArray pin = QByteArray::fromHex("fbff00000000000000000000000000000000000000000000000000000000003e");
    const QString text = pinText(pin);
    QCOMPARE(text.size(), 43);
    QVERIFY(!text.contains(u'+') && !text.contains(u'/') && !text.contains(u'='));
    QCOMPARE(pinFromText(text), pin);
    QVERIFY(pinFromText(text.chopped(1)).isEmpty());
    QVERIFY(pinFromText(text + u'A').isEmpty());
    QVERIFY(pinFromText(u"é"_s + text.sliced(1)).isEmpty());
    QVERIFY(pinFromText({}).isEmpty());
}

void TestTlsIdentity::serverOffersOnlyModernTls()
{
    const QSslConfiguration configuration = serverTlsConfiguration(*makeIdentity());
    QCOMPARE(configuration.protocol(), QSsl::TlsV1_2OrLater);
    QVERIFY(configuration.ciphers().size() >= 9);
    for (const QSslCipher &cipher : configuration.ciphers())
        QVERIFY2(cipher.name().contains(u"GCM"_s) || cipher.name().contains(u"CHACHA20"_s), qPrintable(cipher.name()));
    QVERIFY(!configuration.ellipticCurves().isEmpty());
}

QTEST_GUILESS_MAIN(TestTlsIdentity)
#include "tst_tls_identity.moc"
