// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/theme.h"
#include "client-gui/files/image_viewer.h"
#include "image_samples.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QGuiApplication>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// One picture after the other, large.
class TestImageViewer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aPictureIsFittedAtFirst();
    void smallPicturesKeepTheirSize();
    void keysAndWheelZoomAroundThePointer();
    void panningStopsAtTheEdges();
    void picturesAreSteppedThrough();
    void picturesThatAreAwayAreFetched();
    void brokenPicturesAreSaidToBe();
    void pictureIsCopiedAndSaved();
    void escapeCloses();

private:
    void show(const QList<ImageViewer::Item> &items, int at = 0);
    [[nodiscard]] ImageViewer::Item item(const QString &name, QSize size) const
    {
        return { name.toUtf8(), m_samples.picture(name, size), name, name };
    }
    [[nodiscard]] ImageCanvas &canvas() { return m_viewer->canvas(); }
    [[nodiscard]] bool hasPicture() { return !canvas().pixmap().isNull(); }

    Theme m_theme;
    ImageSamples m_samples;
    std::unique_ptr<ImageLoader> m_images;
    QPointer<ImageViewer> m_viewer;
};

void TestImageViewer::init()
{
    m_images = std::make_unique<ImageLoader>();
}

void TestImageViewer::cleanup()
{
    delete m_viewer;
    m_images.reset();
}

void TestImageViewer::show(const QList<ImageViewer::Item> &items, int at)
{
    m_viewer = new ImageViewer(m_theme, *m_images, items, at);
    m_viewer->resize(800, 600);
    m_viewer->show();
    QVERIFY(QTest::qWaitForWindowActive(m_viewer));
}

void TestImageViewer::aPictureIsFittedAtFirst()
{
    show({ item(u"large.png"_s, { 3000, 2000 }) });
    QTRY_VERIFY(hasPicture());
    QVERIFY(canvas().isFitted());
    QVERIFY(canvas().zoom() * 3000 <= canvas().width() + 0.5);
    QVERIFY(canvas().zoom() * 2000 <= canvas().height() + 0.5);
    const qreal before = canvas().zoom();
    m_viewer->resize(1000, 700);
    QTRY_VERIFY(canvas().zoom() > before); // goes with the window
}

void TestImageViewer::smallPicturesKeepTheirSize()
{
    show({ item(u"small.png"_s, { 60, 40 }) });
    QTRY_VERIFY(hasPicture());
    QCOMPARE(canvas().zoom(), 1.0);
}

void TestImageViewer::keysAndWheelZoomAroundThePointer()
{
    show({ item(u"large.png"_s, { 3000, 2000 }) });
    QTRY_VERIFY(hasPicture());
    const qreal fitted = canvas().zoom();
    QTest::keyClick(m_viewer, Qt::Key_Plus);
    QVERIFY(canvas().zoom() > fitted && !canvas().isFitted());
    QTest::keyClick(m_viewer, Qt::Key_Minus);
    QVERIFY(qFuzzyCompare(canvas().zoom(), fitted) && canvas().isFitted());
    QTest::keyClick(m_viewer, Qt::Key_Minus);
    QVERIFY(qFuzzyCompare(canvas().zoom(), fitted)); // no smaller than the window
    QTest::keyClick(m_viewer, Qt::Key_1);
    QCOMPARE(canvas().zoom(), 1.0);
    QTest::keyClick(m_viewer, Qt::Key_0);
    QVERIFY(canvas().isFitted());
    for (int i = 0; i < 60; ++i)
        QTest::keyClick(m_viewer, Qt::Key_Plus);
    QCOMPARE(canvas().zoom(), ImageCanvas::MostZoom);
    canvas().fit();

    // Whatever else becomes of the picture, one goes on looking at the same part of it.
    canvas().zoomBy(3);
    const qreal near = canvas().zoom();
    Q_UNUSED(m_images->picture("large.png", m_samples.folder() + u"/large.png"_s, { 50, 50 }))
    QTRY_COMPARE(m_images->picture("large.png", {}, { 50, 50 }).state, ImageLoader::State::Ready);
    m_viewer->setPath(0, m_samples.folder() + u"/large.png"_s);
    QCOMPARE(canvas().zoom(), near);
    canvas().fit();

    // The left half is red: what is under the pointer there stays red however far one zooms in.
    const QPointF left(canvas().width() * 0.25, canvas().height() / 2.0);
    for (int i = 0; i < 12; ++i) {
        QWheelEvent wheel(left, canvas().mapToGlobal(left), {}, QPoint(0, 120), Qt::NoButton, Qt::NoModifier,
            Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&canvas(), &wheel);
    }
    QVERIFY(canvas().zoom() > fitted * 4);
    QVERIFY(canvas().grab().toImage().pixelColor(left.toPoint()).red() > 200);
    canvas().fit();
    QVERIFY(canvas().grab().toImage().pixelColor(canvas().width() / 2 + 60, canvas().height() / 2).blue() > 200);
}

void TestImageViewer::panningStopsAtTheEdges()
{
    show({ item(u"large.png"_s, { 3000, 2000 }) });
    QTRY_VERIFY(hasPicture());
    QTest::keyClick(m_viewer, Qt::Key_1);
    for (int i = 0; i < 200; ++i)
        QTest::keyClick(m_viewer, Qt::Key_Left);
    QImage seen = canvas().grab().toImage();
    QVERIFY(seen.pixelColor(2, seen.height() / 2).red() > 200); // the edge, and nothing beside it
    for (int i = 0; i < 200; ++i)
        QTest::keyClick(m_viewer, Qt::Key_Right);
    seen = canvas().grab().toImage();
    QVERIFY(seen.pixelColor(seen.width() - 3, seen.height() / 2).blue() > 200);
    // By the mouse.
    QTest::mousePress(&canvas(), Qt::LeftButton, {}, QPoint(10, 100));
    QTest::mouseMove(&canvas(), QPoint(700, 100));
    QTest::mouseRelease(&canvas(), Qt::LeftButton, {}, QPoint(700, 100));
    QVERIFY(!canvas().isFitted());
}

void TestImageViewer::picturesAreSteppedThrough()
{
    show({ item(u"a.png"_s, { 100, 80 }), item(u"b.png"_s, { 120, 80 }), item(u"c.png"_s, { 140, 80 }) }, 1);
    QTRY_COMPARE(canvas().pixmap().width(), 120);
    QTest::keyClick(m_viewer, Qt::Key_Right);
    QTRY_COMPARE(canvas().pixmap().width(), 140);
    QTest::keyClick(m_viewer, Qt::Key_Right); // there is no further one
    QCOMPARE(m_viewer->current(), 2);
    QVERIFY(!m_viewer->findChild<QAbstractButton *>(u"nextPicture"_s)->isEnabled());
    QTest::keyClick(m_viewer, Qt::Key_PageUp);
    QTest::keyClick(m_viewer, Qt::Key_Left);
    QTRY_COMPARE(canvas().pixmap().width(), 100);
    QCOMPARE(canvas().accessibleName(), u"a.png"_s);
    m_viewer->findChild<QAbstractButton *>(u"nextPicture"_s)->click();
    QTRY_COMPARE(canvas().pixmap().width(), 120);
}

void TestImageViewer::picturesThatAreAwayAreFetched()
{
    show({ item(u"a.png"_s, { 100, 80 }), { "far", {}, u"far.png"_s, u"far.png"_s } });
    QSignalSpy wanted(m_viewer, &ImageViewer::fetchWanted);
    QTest::keyClick(m_viewer, Qt::Key_Right);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.constFirst().constFirst().toInt(), 1);
    QVERIFY(!hasPicture());
    m_viewer->setPath(1, m_samples.picture(u"came.png"_s, { 70, 50 }));
    QTRY_COMPARE(canvas().pixmap().width(), 70);
}

void TestImageViewer::brokenPicturesAreSaidToBe()
{
    const QString path = m_samples.write(u"broken.png"_s, ImageSamples::pngThatClaims(60000, 60000));
    show({ { "broken", path, u"broken.png"_s, u"broken.png"_s } });
    QTRY_COMPARE(m_images->picture("broken", path, {}).state, ImageLoader::State::Broken);
    QVERIFY(!hasPicture());
    for (const int key : { Qt::Key_Plus, Qt::Key_0, Qt::Key_1, Qt::Key_Left })
        QTest::keyClick(m_viewer, Qt::Key(key)); // nothing to do, and nothing happens
    m_viewer->grab();
}

void TestImageViewer::pictureIsCopiedAndSaved()
{
    show({ item(u"a.png"_s, { 100, 80 }) });
    QTRY_VERIFY(hasPicture());
    QSignalSpy save(m_viewer, &ImageViewer::saveWanted);
    QTest::keyClick(m_viewer, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->image().size(), QSize(100, 80));
    QTest::keyClick(m_viewer, Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(save.size(), 1);
}

void TestImageViewer::escapeCloses()
{
    show({ item(u"a.png"_s, { 100, 80 }) });
    QTest::keyClick(m_viewer, Qt::Key_Escape);
    QTRY_VERIFY(m_viewer.isNull());
}

QTEST_MAIN(TestImageViewer)
#include "tst_image_viewer.moc"
