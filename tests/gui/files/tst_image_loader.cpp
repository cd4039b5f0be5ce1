// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/files/image_loader.h"
#include "image_samples.h"
#include "shared/base/job_lane.h"
#include "shared/base/when_ready.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// Pictures that anybody may have made: decoded within bounds, in another thread, or called broken.
class TestImageLoader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formatsAreToldByTheirBytes();
    void picturesAreScaledWhileTheyAreDecoded();
    void smallPicturesAreNotEnlarged();
    void theMiddleCoversItsPlace();
    void orientationTurnsThePicture();
    void hostileFilesAreRefused_data();
    void hostileFilesAreRefused();
    void missingFilesAreSaidToBeMissing();
    void asksAreAnsweredLaterAndKept();
    void brokenOnesAreDecodedOnce();
    void memoryIsBounded();
    void whatIsSeenNowComesFirst();
    void askingTakesNoTime();

private:
    ImageSamples m_samples;
};

void TestImageLoader::formatsAreToldByTheirBytes()
{
    const QImage image = ImageSamples::halves({ 20, 10 });
    QCOMPARE(ImageDecoder::formatOf(ImageSamples::encoded(image, "PNG")), QByteArray("png"));
    QCOMPARE(ImageDecoder::formatOf(ImageSamples::encoded(image, "JPEG")), QByteArray("jpeg"));
    QCOMPARE(ImageDecoder::formatOf("GIF89a……"), QByteArray("gif"));
    QCOMPARE(ImageDecoder::formatOf("RIFF\1\2\3\4WEBPVP8 "), QByteArray("webp"));
    for (const QByteArray &other : { QByteArray("<svg xmlns='…'/>"), QByteArray("BM\1\2\3"), QByteArray("RIFF1234WAVE"),
             QByteArray(), QByteArray("\x89PNG") })
        QCOMPARE(ImageDecoder::formatOf(other), QByteArray());
    // A name says nothing: a PNG that is called .jpg is a PNG.
    const Result<ImageFacts> facts = ImageDecoder::probe(m_samples.picture(u"called.jpg"_s, { 30, 20 }, "PNG"));
    QVERIFY(facts.has_value());
    QCOMPARE(facts->mediaType, u"image/png"_s);
    QCOMPARE(facts->size, QSize(30, 20));
}

void TestImageLoader::picturesAreScaledWhileTheyAreDecoded()
{
    for (const char *format : { "PNG", "JPEG" }) {
        const Result<QImage> image
            = ImageDecoder::decode(m_samples.picture(u"large"_s, { 1600, 1200 }, format), { 420, 320 });
        QVERIFY(image.has_value());
        QCOMPARE(image->size(), QSize(420, 315));
        QCOMPARE(image->pixelColor(20, 100).red() > 200, true);
        QCOMPARE(image->pixelColor(400, 100).blue() > 200, true);
    }
}

void TestImageLoader::smallPicturesAreNotEnlarged()
{
    QCOMPARE(ImageDecoder::decode(m_samples.picture(u"small"_s, { 16, 12 }), { 420, 320 })->size(), QSize(16, 12));
    QCOMPARE(ImageDecoder::decode(m_samples.picture(u"small"_s, { 16, 12 }), {})->size(), QSize(16, 12));
}

void TestImageLoader::theMiddleCoversItsPlace()
{
    const Result<QImage> image
        = ImageDecoder::decode(m_samples.picture(u"wide"_s, { 800, 200 }), { 100, 100 }, ImageDecoder::Fit::Cover);
    QVERIFY(image.has_value());
    QCOMPARE(image->size(), QSize(100, 100));
    QVERIFY(image->pixelColor(5, 50).red() > 200);
    QVERIFY(image->pixelColor(95, 50).blue() > 200);
    // A strip of 20,000 × 2 must not be blown up to cover a square.
    const Result<QImage> strip
        = ImageDecoder::decode(m_samples.picture(u"strip"_s, { 20000, 2 }), { 100, 100 }, ImageDecoder::Fit::Cover);
    QVERIFY(strip.has_value());
    QVERIFY(strip->width() <= 100 && strip->height() <= 100);
}

void TestImageLoader::orientationTurnsThePicture()
{
    const QString path = m_samples.write(u"turned.jpg"_s, ImageSamples::turnedJpeg({ 400, 200 }, 6));
    QCOMPARE(ImageDecoder::probe(path)->size, QSize(200, 400));
    const Result<QImage> image = ImageDecoder::decode(path, { 100, 100 });
    QVERIFY(image.has_value());
    QCOMPARE(image->size(), QSize(50, 100));
    QVERIFY(image->pixelColor(25, 10).red() > 200); // what was at the left is above
    QVERIFY(image->pixelColor(25, 90).blue() > 200);
}

void TestImageLoader::hostileFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray png = ImageSamples::encoded(ImageSamples::halves({ 300, 200 }), "PNG");
    const QByteArray jpeg = ImageSamples::encoded(ImageSamples::halves({ 300, 200 }), "JPEG");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArray("no picture at all, whatever it is called");
    QTest::newRow("svg") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>");
    QTest::newRow("bmp") << ImageSamples::encoded(ImageSamples::halves({ 8, 8 }), "BMP");
    QTest::newRow("png: header only") << png.left(24);
    QTest::newRow("png: signature only") << png.left(8);
    QTest::newRow("png: noise") << png.left(40) + QByteArray(5000, char(0xA5));
    QTest::newRow("png: no pixels") << ImageSamples::pngThatClaims(0, 0);
    QTest::newRow("png: claims 60,000 × 60,000") << ImageSamples::pngThatClaims(60000, 60000);
    QTest::newRow("png: claims 30,000 × 800") << ImageSamples::pngThatClaims(30000, 801);
    QTest::newRow("png: claims a line of 2^31") << ImageSamples::pngThatClaims(0x7FFFFFFF, 1);
    QTest::newRow("jpeg: header only") << jpeg.left(20);
    QTest::newRow("gif: header only") << QByteArray("GIF89a\xff\xff\xff\xff\xf7\0\0", 13);
    QTest::newRow("webp: header only") << QByteArray("RIFF\x10\0\0\0WEBPVP8 ", 16);
}

void TestImageLoader::hostileFilesAreRefused()
{
    QFETCH(QByteArray, bytes);
    const QString path = m_samples.write(u"hostile.png"_s, bytes);
    for (const QSize bound : { QSize(), QSize(420, 320) }) {
        const Result<QImage> image = ImageDecoder::decode(path, bound);
        QVERIFY(!image.has_value());
        QCOMPARE(image.error().code, ErrorCode::FileDamaged);
    }
}

void TestImageLoader::missingFilesAreSaidToBeMissing()
{
    QCOMPARE(ImageDecoder::decode(m_samples.folder() + u"/none.png"_s, {}).error().code, ErrorCode::CannotOpenFile);
}

void TestImageLoader::asksAreAnsweredLaterAndKept()
{
    ImageLoader loader;
    QSignalSpy loaded(&loader, &ImageLoader::loaded);
    const QString path = m_samples.picture(u"kept"_s, { 400, 300 });
    QCOMPARE(loader.picture("key", path, { 200, 200 }).state, ImageLoader::State::Loading);
    QCOMPARE(loader.picture("key", path, { 200, 200 }).state, ImageLoader::State::Loading);
    QTRY_COMPARE(loaded.size(), 1);
    QCOMPARE(loaded.constFirst().constFirst().toByteArray(), QByteArray("key"));
    QVERIFY(QFile::remove(path)); // it is not read again
    QCOMPARE(loader.picture("key", path, { 200, 200 }).state, ImageLoader::State::Ready);
    QCOMPARE(loader.picture("key", path, { 200, 200 }).pixmap.size(), QSize(200, 150));
    loader.forget("key");
    QCOMPARE(loader.picture("key", path, { 200, 200 }).state, ImageLoader::State::Loading);
    QTRY_COMPARE(loader.picture("key", path, { 200, 200 }).state, ImageLoader::State::Broken);
}

void TestImageLoader::brokenOnesAreDecodedOnce()
{
    ImageLoader loader;
    QSignalSpy loaded(&loader, &ImageLoader::loaded);
    const QString path = m_samples.write(u"broken.png"_s, "nothing");
    Q_UNUSED(loader.picture("key", path, { 200, 200 }))
    QTRY_COMPARE(loaded.size(), 1);
    // Whoever paints because of that asks again, and must not set off the next round; in no other size either.
    QCOMPARE(loader.picture("key", path, { 200, 200 }).state, ImageLoader::State::Broken);
    QCOMPARE(loader.picture("key", path, { 100, 100 }).state, ImageLoader::State::Broken);
    bool isDone = false; // what was asked for before is decoded, and told of
    whenReady(loader.lane().run([] { return true; }), &loader, [&isDone](bool) { isDone = true; });
    QTRY_VERIFY(isDone);
    QCOMPARE(loaded.size(), 1);
}

void TestImageLoader::memoryIsBounded()
{
    constexpr qsizetype Most = 5 * 100 * 100 * 4;
    ImageLoader loader(Most);
    QSignalSpy loaded(&loader, &ImageLoader::loaded);
    const QString path = m_samples.picture(u"many"_s, { 100, 100 });
    for (int i = 0; i < 20; ++i) {
        Q_UNUSED(loader.picture(QByteArray::number(i), path, { 100, 100 }))
        QTRY_COMPARE(loaded.size(), i + 1);
        QVERIFY(loader.cachedBytes() <= Most);
    }
    QCOMPARE(loader.cachedBytes(), Most);
    // One that is larger than all of it can be looked at all the same.
    Q_UNUSED(loader.picture("large", m_samples.picture(u"large"_s, { 400, 400 }), {}))
    QTRY_COMPARE(loaded.size(), 21);
    QCOMPARE(loader.picture("large", {}, {}).state, ImageLoader::State::Ready);
}

void TestImageLoader::whatIsSeenNowComesFirst()
{
    ImageLoader loader;
    QSignalSpy loaded(&loader, &ImageLoader::loaded);
    const QString path = m_samples.picture(u"order"_s, { 50, 50 });
    constexpr int Asked = int(ImageLoader::MostWaiting) + 40;
    for (int i = 0; i < Asked; ++i)
        Q_UNUSED(loader.picture(QByteArray::number(i), path, { 40, 40 }))
    // The first one runs already; of those that wait only the newest are kept, and the newest goes first.
    QTRY_COMPARE(loaded.size(), 1 + int(ImageLoader::MostWaiting));
    QCOMPARE(loaded.at(0).constFirst().toByteArray(), QByteArray("0"));
    QCOMPARE(loaded.at(1).constFirst().toByteArray(), QByteArray::number(Asked - 1));
    QCOMPARE(
        loader.picture("1", path, { 40, 40 }).state, ImageLoader::State::Loading); // was dropped, is asked for anew
    QTRY_COMPARE(loader.picture("1", path, { 40, 40 }).state, ImageLoader::State::Ready);
}

void TestImageLoader::askingTakesNoTime()
{
    ImageLoader loader;
    const QString path = m_samples.picture(u"huge.png"_s, { 4800, 3600 });
    QElapsedTimer timer;
    timer.start();
    const auto picture = loader.picture("huge", path, { 420, 320 });
    QCOMPARE(picture.state, ImageLoader::State::Loading); // it is read elsewhere
    QVERIFY2(timer.elapsed() < 50, qPrintable(QString::number(timer.elapsed())));
    QTRY_VERIFY_WITH_TIMEOUT(loader.picture("huge", path, { 420, 320 }).state == ImageLoader::State::Ready, 20000);
}

QTEST_MAIN(TestImageLoader)
#include "tst_image_loader.moc"
