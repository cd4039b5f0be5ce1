// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/file_name.h"
#include "shared/client-core/files/file_kind.h"
#include "shared/client-core/files/file_scan.h"
#include "shared/client-core/files/image_header.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace salon;
using namespace Qt::StringLiterals;

namespace {

template <class T>
QByteArray big(T number)
{
    QByteArray bytes(sizeof(T), '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

template <class T>
QByteArray little(T number)
{
    QByteArray bytes(sizeof(T), '\0');
    qToLittleEndian(number, bytes.data());
    return bytes;
}

QByteArray png(quint32 width, quint32 height)
{
    return QByteArray("\x89PNG\r\n\x1a\n", 8) + big(quint32(13)) + "IHDR" + big(width) + big(height)
        + QByteArray(9, '\x08');
}

QByteArray gif(quint16 width, quint16 height)
{
    return "GIF89a" + little(width) + little(height) + QByteArray(3, '\0');
}

QByteArray webp(const QByteArray &kind, const QByteArray &content)
{
    return "RIFF" + little(quint32(100)) + "WEBP" + kind + little(quint32(content.size())) + content
        + QByteArray(16, '\0');
}

QByteArray segment(char marker, const QByteArray &content)
{
    return QByteArray("\xff") + marker + big(quint16(content.size() + 2)) + content;
}

QByteArray exif(quint16 orientation, bool isLittle)
{
    const auto n16 = [&](quint16 n) {
        return isLittle ? little(n) : big(n);
    };
    const auto n32 = [&](quint32 n) {
        return isLittle ? little(n) : big(n);
    };
    const QByteArray tiff = QByteArray(isLittle ? "II" : "MM") + n16(42) + n32(8) + n16(2) // two tags
        + n16(0x010f) + n16(2) + n32(1) + n32(0) // the maker
        + n16(0x0112) + n16(3) + n32(1) + n16(orientation) + n16(0);
    return segment('\xe1', QByteArray("Exif\0\0", 6) + tiff);
}

QByteArray jpeg(const QByteArray &before, quint16 width, quint16 height, char frame = '\xc0')
{
    return "\xff\xd8" + segment('\xe0', "JFIF") + before
        + segment(frame, QByteArray("\x08") + big(height) + big(width) + QByteArray(10, '\x01'));
}

std::optional<ImageHeader> read(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    return readImageHeader(buffer);
}

FileEntry entry(const QString &name, quint32 width = 0, quint32 height = 0, const QString &type = {})
{
    return { QByteArray(32, 'h'), name, 1000, type, width, height, {} };
}

} // namespace

class TestFileScan : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void readsSizesOfImages_data();
    void readsSizesOfImages();
    void hostileImagesHaveNoSize();
    void anyPrefixAndAnyChangeOfAnImageIsSurvived();
    void filesAreTakenInTheOrderChosen();
    void aFolderIsTakenWithAllBelowIt();
    void linksAndHiddenFilesOfAFolderAreLeftOut();
    void limitsAreSaidBeforeAnythingIsSent();
    void whatIsNoFileIsRefused();
    void imagesAreOnlyWhatCanBeShown();
    void whatRunsIsDangerous_data();
    void whatRunsIsDangerous();
    void namesOnTheWireAreChecked_data();
    void namesOnTheWireAreChecked();

private:
    QString write(const QString &name, const QByteArray &content = "content");
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestFileScan::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

QString TestFileScan::write(const QString &name, const QByteArray &content)
{
    const QString path = m_folder->filePath(name);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    [&] {
        QVERIFY(file.open(QIODevice::WriteOnly));
    }();
    file.write(content);
    return path;
}

void TestFileScan::readsSizesOfImages_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QSize>("size");
    const auto row = [](const char *what, const QByteArray &bytes, const QString &type, QSize size) {
        QTest::newRow(what) << bytes << type << size;
    };
    row("PNG", png(640, 480), u"image/png"_s, { 640, 480 });
    row("GIF", gif(640, 480), u"image/gif"_s, { 640, 480 });
    row("WebP, lossy", webp("VP8 ", QByteArray("\0\0\0\x9d\x01\x2a", 6) + little(quint16(640)) + little(quint16(480))),
        u"image/webp"_s, { 640, 480 });
    row("WebP, lossless", webp("VP8L", QByteArray("\x2f") + little(quint32(639 | 479 << 14))), u"image/webp"_s,
        { 640, 480 });
    row("WebP, extended",
        webp("VP8X", QByteArray(4, '\0') + little(quint32(639)).first(3) + little(quint32(479)).first(3)),
        u"image/webp"_s, { 640, 480 });
    row("JPEG", jpeg({}, 640, 480), u"image/jpeg"_s, { 640, 480 });
    row("JPEG, progressive", jpeg({}, 640, 480, '\xc2'), u"image/jpeg"_s, { 640, 480 });
    row("JPEG, upright", jpeg(exif(1, true), 640, 480), u"image/jpeg"_s, { 640, 480 });
    row("JPEG, upside down", jpeg(exif(3, true), 640, 480), u"image/jpeg"_s, { 640, 480 });
    row("JPEG, turned", jpeg(exif(6, true), 640, 480), u"image/jpeg"_s, { 480, 640 });
    row("JPEG, turned, Motorola", jpeg(exif(8, false), 640, 480), u"image/jpeg"_s, { 480, 640 });
    row("JPEG, no such orientation", jpeg(exif(9, true), 640, 480), u"image/jpeg"_s, { 640, 480 });
    row("JPEG, padded", jpeg("\xff\xff", 640, 480), u"image/jpeg"_s, { 640, 480 });
    row("JPEG, tables first", jpeg(segment('\xc4', QByteArray(300, 'x')), 640, 480), u"image/jpeg"_s, { 640, 480 });
}

void TestFileScan::readsSizesOfImages()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, type);
    QFETCH(QSize, size);
    const std::optional<ImageHeader> header = read(bytes);
    QVERIFY(header);
    QCOMPARE(header->mediaType, type);
    QCOMPARE(header->size, size);
}

void TestFileScan::hostileImagesHaveNoSize()
{
    QVERIFY(!read({}));
    QVERIFY(!read("plain text that is long enough to be looked at"));
    QVERIFY(!read(png(0, 480)));
    QVERIFY(!read(png(640, 0xffffffff)));
    QVERIFY(!read(png(40'000, 40'000)));
    QVERIFY(!read(gif(0, 1)));
    QVERIFY(!read(jpeg({}, 0, 480)));
    QVERIFY(!read(jpeg(QByteArray("\xff\xe2\0\0", 4), 640, 480))); // a segment shorter than its own length
    QByteArray endless = "\xff\xd8";
    for (int i = 0; i < 5000; ++i)
        endless += segment('\xe2', "x");
    QVERIFY(!read(endless + jpeg({}, 640, 480).sliced(2)));
    QVERIFY(!read("\xff\xd8" + QByteArray(5000, '\xff')));
    // An EXIF directory that lies outside turns nothing.
    const QByteArray outside = segment('\xe1', QByteArray("Exif\0\0II*\0\xff\xff\xff\xff", 14));
    QCOMPARE(read(jpeg(outside, 640, 480))->size, QSize(640, 480));
}

void TestFileScan::anyPrefixAndAnyChangeOfAnImageIsSurvived()
{
    const QList<QByteArray> images{ png(640, 480), gif(640, 480), jpeg(exif(6, true), 640, 480),
        webp("VP8L", QByteArray("\x2f") + little(quint32(639 | 479 << 14))) };
    for (const QByteArray &image : images) {
        for (qsizetype size = 0; size < image.size(); ++size)
            (void)read(image.first(size));
        for (qsizetype at = 0; at < image.size(); ++at) {
            for (const char byte : { '\0', '\xff', '\x7f' }) {
                QByteArray changed = image;
                changed[at] = byte;
                if (const auto header = read(changed))
                    QVERIFY(header->size.width() > 0 && header->size.height() <= 30'000);
            }
        }
    }
}

void TestFileScan::filesAreTakenInTheOrderChosen()
{
    const QString second = write(u"b.png"_s, png(30, 20));
    const QString first = write(u"a.txt"_s, "four");
    const Result<ScannedFiles> scanned = scanFilesNow({ second, first }, { 1000, 100 });
    QVERIFY(scanned);
    QCOMPARE(scanned->folder, QString());
    QCOMPARE(scanned->files.size(), 2);
    QCOMPARE(scanned->files[0].name, u"b.png"_s);
    QCOMPARE(scanned->files[0].mediaType, u"image/png"_s);
    QCOMPARE(scanned->files[0].width, 30U);
    QCOMPARE(scanned->files[0].height, 20U);
    QCOMPARE(scanned->files[1].mediaType, u"text/plain"_s);
    QCOMPARE(scanned->files[1].size, 4U);
    QVERIFY(scanned->files[1].modifiedMs > 0);
    QVERIFY(isImage(entryOf(scanned->files[0])));
    QVERIFY(scanFilesNow({ write(u".profile"_s) }, {})); // named itself
}

void TestFileScan::aFolderIsTakenWithAllBelowIt()
{
    write(u"trip/z.txt"_s);
    write(u"trip/day 1/b.txt"_s);
    write(u"trip/day 1/deep/a.txt"_s);
    const Result<ScannedFiles> scanned = scanFilesNow({ m_folder->filePath(u"trip"_s) }, { 1000, 100 });
    QVERIFY(scanned);
    QCOMPARE(scanned->folder, u"trip"_s);
    QStringList names;
    for (const OutgoingFile &file : scanned->files)
        names.append(file.folderPath + u'|' + file.name);
    QCOMPARE(names, (QStringList{ u"day 1|b.txt"_s, u"day 1/deep|a.txt"_s, u"|z.txt"_s }));
    QCOMPARE(scanned->skipped, 0);
}

void TestFileScan::linksAndHiddenFilesOfAFolderAreLeftOut()
{
    [[maybe_unused]] const QString outside = write(u"outside.txt"_s);
    write(u"elsewhere/secret.txt"_s);
    write(u"trip/kept.txt"_s);
    write(u"trip/.hidden"_s);
    write(u"trip/.git/config"_s);
#ifdef Q_OS_UNIX // elsewhere they are files with a name of their own
    QVERIFY(QFile::link(outside, m_folder->filePath(u"trip/link.txt"_s)));
    QVERIFY(QFile::link(m_folder->filePath(u"elsewhere"_s), m_folder->filePath(u"trip/door"_s)));
#endif
    const Result<ScannedFiles> scanned = scanFilesNow({ m_folder->filePath(u"trip"_s) }, {});
    QVERIFY(scanned);
    QCOMPARE(scanned->files.size(), 1);
    QCOMPARE(scanned->files[0].name, u"kept.txt"_s);
#ifdef Q_OS_UNIX
    QVERIFY(scanned->skipped >= 2);
#endif
}

void TestFileScan::limitsAreSaidBeforeAnythingIsSent()
{
    const QString file = write(u"a.txt"_s, QByteArray(100, 'x'));
    const auto tooLarge = scanFilesNow({ file }, { 99, 100 });
    QCOMPARE(tooLarge.error().code, ErrorCode::FileTooLarge);
    QCOMPARE(tooLarge.error().params, QStringList{ u"99"_s });
    QVERIFY(scanFilesNow({ file }, { 100, 100 }));
    const auto tooMany = scanFilesNow({ file, file, file }, { 1000, 2 });
    QCOMPARE(tooMany.error().code, ErrorCode::TooManyFiles);
    QCOMPARE(tooMany.error().params, QStringList{ u"2"_s });
    for (int i = 0; i < 4; ++i)
        write(u"many/%1.txt"_s.arg(i));
    QCOMPARE(scanFilesNow({ m_folder->filePath(u"many"_s) }, { 1000, 3 }).error().code, ErrorCode::TooManyFiles);
    QVERIFY(scanFilesNow({ m_folder->filePath(u"many"_s) }, { 1000, 4 }));
    QCOMPARE(scanFilesNow({ m_folder->filePath(u"many"_s), file }, {}).error().code, ErrorCode::TooManyFiles);
}

void TestFileScan::whatIsNoFileIsRefused()
{
    const QString missing = m_folder->filePath(u"missing"_s);
    const auto refused = scanFilesNow({ missing }, {});
    QCOMPARE(refused.error().code, ErrorCode::CannotOpenFile);
    QCOMPARE(refused.error().params, QStringList{ missing });
    QVERIFY(QDir(m_folder->path()).mkdir(u"empty"_s));
    QCOMPARE(scanFilesNow({ m_folder->filePath(u"empty"_s) }, {}).error().code, ErrorCode::CannotOpenFile);
    QCOMPARE(scanFilesNow({}, {}).error().code, ErrorCode::CannotOpenFile);
#ifdef Q_OS_UNIX
    QCOMPARE(scanFilesNow({ u"/dev/zero"_s }, {}).error().code, ErrorCode::CannotOpenFile);
#endif
}

void TestFileScan::imagesAreOnlyWhatCanBeShown()
{
    QVERIFY(isImage(entry(u"a.JPG"_s, 640, 480)));
    QVERIFY(isImage(entry(u"a.webp"_s, 640, 480, u"image/webp"_s)));
    QVERIFY(!isImage(entry(u"a.jpg"_s)));
    QVERIFY(!isImage(entry(u"a.jpg"_s, 640, 0)));
    QVERIFY(!isImage(entry(u"a.jpg"_s, 0xffffffff, 0xffffffff)));
    QVERIFY(!isImage(entry(u"a.jpg"_s, 20'000, 20'000)));
    QVERIFY(!isImage(entry(u"a.svg"_s, 640, 480)));
    QVERIFY(!isImage(entry(u"a.jpg"_s, 640, 480, u"image/svg+xml"_s)));
    QVERIFY(!isImage(entry(u"a.jpg.exe"_s, 640, 480, u"image/jpeg"_s)));
}

void TestFileScan::whatRunsIsDangerous_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isDangerous");
    for (const char *name : { "a.exe", "photo.jpg.EXE", "a.sh", "a.desktop", "a.lnk", "a.html", "a.svg", "a.jar",
             "a.ps1", "a.docm", "run", "a.js ", "a.exe..." })
        QTest::newRow(name) << QString::fromLatin1(name) << true;
    for (const char *name : { "a.jpg", "a.pdf", "a.txt", "a.zip", "a.docx", "a.exe.txt", "a.mp4" })
        QTest::newRow(name) << QString::fromLatin1(name) << false;
    QTest::newRow("turned around") << u"photo\u202Egpj.exe"_s << true;
}

void TestFileScan::whatRunsIsDangerous()
{
    QFETCH(QString, name);
    QFETCH(bool, isDangerous);
    QCOMPARE(isDangerousName(name), isDangerous);
    QCOMPARE(salon::isDangerous(entry(name)), isDangerous);
    QVERIFY(salon::isDangerous(entry(name, 0, 0, u"text/html"_s)));
}

void TestFileScan::namesOnTheWireAreChecked_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isAccepted");
    const auto row = [](const char *what, const QString &name, bool isAccepted) {
        QTest::newRow(what) << name << isAccepted;
    };
    row("plain", u"été 2026 (1).jpg"_s, true);
    row("longest", QString(120, u'x'), true);
    row("too long", QString(121, u'x'), false);
    row("empty", {}, false);
    row("path", u"a/b"_s, false);
    row("Windows path", u"a\\b"_s, false);
    row("drive", u"C:a"_s, false);
    row("hidden", u".bashrc"_s, false);
    row("space in front", u" a"_s, false);
    row("dot at the end", u"a."_s, false);
    row("device", u"nul.txt"_s, false);
    row("NUL", u"a"_s + QChar(0), false);
    row("line", u"a\nb"_s, false);
    row("turned around", u"a\u202Egpj.exe"_s, false);
    row("half a character", u"a"_s + QChar(0xd800), false);
}

void TestFileScan::namesOnTheWireAreChecked()
{
    QFETCH(QString, name);
    QFETCH(bool, isAccepted);
    QCOMPARE(checkFileName(name).has_value(), isAccepted);
    QVERIFY(checkFileName(safeFileName(name)));
    if (!name.isEmpty() && !name.contains(u'/')) {
        QCOMPARE(checkFilePath(name).has_value(), isAccepted);
        QCOMPARE(checkFilePath(u"a/"_s + name).has_value(), isAccepted);
    }
    QVERIFY(checkFilePath({}));
    QVERIFY(!checkFilePath(u"a//b"_s));
    QVERIFY(!checkFilePath(u"../a"_s));
    QVERIFY(!checkFilePath(QStringList(10, QString(60, u'x')).join(u'/')));
}

QTEST_GUILESS_MAIN(TestFileScan)
#include "tst_file_scan.moc"
