// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/transport/tls_identity.h"

#include "shared/base/private_file.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QUrl>

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <memory>

namespace salon {

using namespace Qt::StringLiterals;

namespace {

template <auto Free>
struct Deleter
{
    template <class T>
    void operator()(T *object) const
    {
        Free(object);
    }
};

using Key = std::unique_ptr<EVP_PKEY, Deleter<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Deleter<X509_free>>;
using Bio = std::unique_ptr<BIO, Deleter<BIO_free>>;
using BigNumber = std::unique_ptr<BIGNUM, Deleter<BN_free>>;
using GeneralNames = std::unique_ptr<GENERAL_NAMES, Deleter<GENERAL_NAMES_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Deleter<X509_EXTENSION_free>>;

constexpr int ValidDays = 20 * 365;
constexpr int SerialBits = 159; ///< positive and at most 20 octets (RFC 5280 §4.1.2.2)
constexpr int PinBytes = 32;

QByteArray contentOf(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return { data, size };
}

/// Never asks on the terminal for the password of a key.
int noPassword(char *, int, int, void *)
{
    return 0;
}

Key readKey(const QByteArray &pem)
{
    const Bio bio(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    return Key(PEM_read_bio_PrivateKey(bio.get(), nullptr, &noPassword, nullptr));
}

Certificate readCertificate(const QByteArray &pem)
{
    const Bio bio(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    return Certificate(PEM_read_bio_X509(bio.get(), nullptr, &noPassword, nullptr));
}

QByteArray keyToPem(EVP_PKEY *key)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    return contentOf(bio.get());
}

QByteArray certificateToPem(X509 *certificate)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(bio.get(), certificate);
    return contentOf(bio.get());
}

bool addName(GENERAL_NAMES *names, const QString &host)
{
    const QByteArray text = QUrl::toAce(host);
    GENERAL_NAME *name = GENERAL_NAME_new();
    if (ASN1_OCTET_STRING *address = a2i_IPADDRESS(host.toLatin1().constData())) {
        GENERAL_NAME_set0_value(name, GEN_IPADD, address);
    } else {
        ASN1_IA5STRING *dns = ASN1_IA5STRING_new();
        ASN1_STRING_set(dns, text.constData(), int(text.size()));
        GENERAL_NAME_set0_value(name, GEN_DNS, dns);
    }
    return sk_GENERAL_NAME_push(names, name) > 0;
}

bool addExtension(X509 *certificate, int nid, const char *value)
{
    const Extension extension(X509V3_EXT_conf_nid(nullptr, nullptr, nid, value));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

Certificate certify(EVP_PKEY *key, const QStringList &hostNames)
{
    Certificate certificate(X509_new());
    const BigNumber serial(BN_new());
    if (!certificate || !serial || BN_rand(serial.get(), SerialBits, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) != 1
        || !BN_to_ASN1_INTEGER(serial.get(), X509_get_serialNumber(certificate.get())))
        return {};
    X509_set_version(certificate.get(), X509_VERSION_3);
    // A day back: clocks on a LAN differ.
    X509_time_adj_ex(X509_getm_notBefore(certificate.get()), -1, 0, nullptr);
    X509_time_adj_ex(X509_getm_notAfter(certificate.get()), ValidDays, 0, nullptr);
    X509_set_pubkey(certificate.get(), key);
    X509_NAME *name = X509_get_subject_name(certificate.get());
    const auto *common = reinterpret_cast<const unsigned char *>("salon");
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, common, -1, -1, 0);
    X509_set_issuer_name(certificate.get(), name);
    const GeneralNames names(GENERAL_NAMES_new());
    for (const QString &host : QStringList{ u"localhost"_s, u"127.0.0.1"_s, u"::1"_s } + hostNames) {
        if (!addName(names.get(), host))
            return {};
    }
    const bool complete = X509_add1_ext_i2d(certificate.get(), NID_subject_alt_name, names.get(), 0, 0) == 1
        && addExtension(certificate.get(), NID_basic_constraints, "critical,CA:FALSE")
        && addExtension(certificate.get(), NID_ext_key_usage, "serverAuth")
        && X509_sign(certificate.get(), key, EVP_sha256()) > 0;
    return complete ? std::move(certificate) : Certificate{};
}

QSslKey toQt(EVP_PKEY *key, const QByteArray &pem)
{
    switch (EVP_PKEY_get_base_id(key)) {
    case EVP_PKEY_EC:
        return QSslKey(pem, QSsl::Ec);
    case EVP_PKEY_RSA:
        return QSslKey(pem, QSsl::Rsa);
    default:
        return {};
    }
}

Result<TlsIdentity> identityFrom(
    const QByteArray &certificatePem, const QByteArray &keyPem, const QString &certificatePath, const QString &keyPath)
{
    const Key key = readKey(keyPem);
    const QSslKey qtKey = key ? toQt(key.get(), keyPem) : QSslKey();
    if (qtKey.isNull())
        return fail(ErrorCode::CannotOpenFile, u"no usable EC or RSA key"_s, { keyPath });
    const Certificate certificate = readCertificate(certificatePem);
    TlsIdentity identity{ qtKey, QSslCertificate::fromData(certificatePem, QSsl::Pem), {} };
    if (!certificate || identity.chain.isEmpty())
        return fail(ErrorCode::CannotOpenFile, u"no certificate"_s, { certificatePath });
    if (X509_check_private_key(certificate.get(), key.get()) != 1)
        return fail(ErrorCode::CannotOpenFile, u"key and certificate do not belong together"_s, { certificatePath });
    identity.pin = spkiPin(identity.chain.first());
    return identity;
}

} // namespace

Result<TlsIdentity> loadIdentity(const QString &certificatePath, const QString &keyPath)
{
    const auto certificate = readSmallFile(certificatePath);
    if (!certificate)
        return fail(certificate.error());
    const auto key = readSmallFile(keyPath);
    if (!key)
        return fail(key.error());
    return identityFrom(*certificate, *key, certificatePath, keyPath);
}

Result<TlsIdentity> loadOrCreateIdentity(const QString &directory, const QStringList &hostNames)
{
    const QString keyPath = QDir(directory).filePath(u"server-key.pem"_s);
    const QString certificatePath = QDir(directory).filePath(u"server-cert.pem"_s);
    if (QFileInfo::exists(certificatePath))
        return loadIdentity(certificatePath, keyPath);
    Key key;
    if (QFileInfo::exists(keyPath)) {
        const auto pem = readSmallFile(keyPath);
        if (!pem)
            return fail(pem.error());
        key = readKey(*pem);
        if (!key)
            return fail(ErrorCode::CannotOpenFile, u"no usable EC or RSA key"_s, { keyPath });
    } else {
        key.reset(EVP_EC_gen("P-256"));
        if (!key)
            return fail(ErrorCode::Internal, u"OpenSSL made no key"_s);
        if (auto written = writePrivateFile(keyPath, keyToPem(key.get())); !written)
            return fail(written.error());
    }
    const Certificate certificate = certify(key.get(), hostNames);
    if (!certificate)
        return fail(ErrorCode::Internal, u"OpenSSL made no certificate"_s);
    if (auto written = writePrivateFile(certificatePath, certificateToPem(certificate.get()), true); !written)
        return fail(written.error());
    return loadIdentity(certificatePath, keyPath);
}

Result<TlsIdentity> makeIdentity(const QStringList &hostNames)
{
    const Key key(EVP_EC_gen("P-256"));
    const Certificate certificate = key ? certify(key.get(), hostNames) : Certificate{};
    if (!certificate)
        return fail(ErrorCode::Internal, u"OpenSSL made no certificate"_s);
    return identityFrom(certificateToPem(certificate.get()), keyToPem(key.get()), {}, {});
}

QByteArray spkiPin(const QSslCertificate &certificate)
{
    if (certificate.isNull())
        return {};
    const Certificate parsed = readCertificate(certificate.toPem());
    unsigned char *der = nullptr;
    const int size = parsed ? i2d_X509_PUBKEY(X509_get_X509_PUBKEY(parsed.get()), &der) : 0;
    if (size <= 0)
        return {};
    const QByteArray pin = QCryptographicHash::hash(
        QByteArrayView(reinterpret_cast<const char *>(der), size), QCryptographicHash::Sha256);
    OPENSSL_free(der);
    return pin;
}

QString pinText(const QByteArray &pin)
{
    return QString::fromLatin1(pin.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QByteArray pinFromText(const QString &text)
{
    const auto decoded = QByteArray::fromBase64Encoding(text.toUtf8(),
        QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals | QByteArray::AbortOnBase64DecodingErrors);
    return decoded && decoded.decoded.size() == PinBytes ? decoded.decoded : QByteArray();
}

QString fingerprintText(const QByteArray &pin)
{
    const QString hex = QString::fromLatin1(pin.toHex());
    QStringList groups;
    for (qsizetype i = 0; i < hex.size(); i += 4)
        groups.append(hex.mid(i, 4));
    return groups.join(u' ');
}

} // namespace salon
