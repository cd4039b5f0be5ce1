// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/avatar_painter.h"
#include "client-gui/app/design_tokens.h"
#include "client-gui/widgets/badge_painter.h"

#include <QImage>
#include <QLocale>
#include <QPainter>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;

namespace {

template <class Paint>
QImage painted(QSize size, Paint paint)
{
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    paint(painter);
    return image;
}

} // namespace

class TestAvatarPainter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesInitials_data();
    void takesInitials();
    void aPileOfMarksIsCut();
    void discIsRound();
    void presenceShapesDifferWithoutColour();
    void presenceMovesToTheOtherSideInRightToLeft();
    void badgeTextIsShort_data();
    void badgeTextIsShort();
    void badgeStaysInItsRow();
    void noBadgeForNothing();
};

void TestAvatarPainter::takesInitials_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("initials");
    QTest::newRow("one word") << u"marie"_s << u"M"_s;
    QTest::newRow("two words") << u"Marie Curie"_s << u"MC"_s;
    QTest::newRow("first and last") << u"Jean de la Fontaine"_s << u"JF"_s;
    QTest::newRow("hyphen") << u"Marie-Claire"_s << u"MC"_s;
    QTest::newRow("accent") << u"élodie"_s << u"É"_s;
    QTest::newRow("combining accent") << u"e\u0301lodie"_s << u"E\u0301"_s;
    QTest::newRow("sharp s stays one letter") << u"ßeta"_s << u"ß"_s;
    QTest::newRow("underscore") << u"ahmed_ben"_s << u"AB"_s;
    QTest::newRow("leading at") << u"@bob"_s << u"B"_s;
    QTest::newRow("brackets") << u"(Zoé) [admin]"_s << u"ZA"_s;
    QTest::newRow("digits") << u"42 salons"_s << u"4"_s;
    QTest::newRow("spaces around") << u"  luc  "_s << u"L"_s;
    QTest::newRow("arabic") << u"عبد الله"_s << u"ع"_s;
    QTest::newRow("hebrew") << u"דוד כהן"_s << u"ד"_s;
    QTest::newRow("direction mark") << u"\u200Fعمر"_s << u"ع"_s;
    QTest::newRow("chinese") << u"李 小龙"_s << u"李"_s;
    QTest::newRow("cyrillic") << u"анна каренина"_s << u"АК"_s;
    QTest::newRow("emoji first") << u"🦊 renard"_s << u"🦊"_s;
    QTest::newRow("family emoji") << u"👨‍👩‍👧 nous"_s << u"👨‍👩‍👧"_s;
    QTest::newRow("skin tone") << u"👋🏽"_s << u"👋🏽"_s;
    QTest::newRow("emoji last") << u"Zoé 🎉"_s << u"Z"_s;
    QTest::newRow("empty") << QString() << u"?"_s;
    QTest::newRow("only punctuation") << u"… - _"_s << u"?"_s;
    QTest::newRow("lone surrogate") << QString(QChar(0xD83E)) << u"?"_s;
}

void TestAvatarPainter::takesInitials()
{
    QFETCH(QString, name);
    QFETCH(QString, initials);
    QCOMPARE(initialsOf(name), initials);
}

void TestAvatarPainter::aPileOfMarksIsCut()
{
    const QString zalgo = u'a' + QString(500, QChar(0x0301)) + u" b"_s;
    QVERIFY(initialsOf(zalgo).size() <= 32);
}

void TestAvatarPainter::discIsRound()
{
    const Tokens tokens;
    const QImage image = painted({ 36, 36 },
        [&](QPainter &painter) { paintAvatar(painter, QRectF(0, 0, 36, 36), avatarFace(u"Zoé"_s, 3), tokens); });
    QCOMPARE(image.pixelColor(0, 0), QColor(Qt::white));
    QCOMPARE(image.pixelColor(35, 35), QColor(Qt::white));
    QCOMPARE(image.pixelColor(4, 18).rgb(), tokens.avatarFill(3).rgb());
}

void TestAvatarPainter::presenceShapesDifferWithoutColour()
{
    // Ink or no ink, whatever the colour: that alone must tell the four apart, at the smallest size used.
    const Tokens tokens;
    QSet<QByteArray> shapes;
    for (const auto mark : { PresenceMark::Online, PresenceMark::Away, PresenceMark::Busy, PresenceMark::Offline }) {
        const QImage image = painted(
            { 9, 9 }, [&](QPainter &painter) { paintPresence(painter, QRectF(0, 0, 9, 9), mark, tokens, Qt::white); });
        QByteArray shape;
        for (int y = 0; y < 9; ++y)
            for (int x = 0; x < 9; ++x)
                shape.append(contrastRatio(image.pixelColor(x, y), Qt::white) > 2 ? '#' : '.');
        QVERIFY(shape.contains('#'));
        shapes.insert(shape);
    }
    QCOMPARE(shapes.size(), 4);
}

void TestAvatarPainter::presenceMovesToTheOtherSideInRightToLeft()
{
    const Tokens tokens;
    const auto draw = [&](Qt::LayoutDirection direction) {
        return painted({ 36, 36 }, [&](QPainter &painter) {
            painter.setLayoutDirection(direction);
            paintAvatar(painter, QRectF(0, 0, 36, 36), avatarFace(u"Z"_s, 0), tokens, PresenceMark::Online, Qt::white);
        });
    };
    const QRgb online = tokens.colour(ColourRole::Ok).rgb();
    QCOMPARE(draw(Qt::LeftToRight).pixelColor(30, 30).rgb(), online);
    QCOMPARE(draw(Qt::RightToLeft).pixelColor(5, 30).rgb(), online);
}

void TestAvatarPainter::badgeTextIsShort_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<bool>("withAt");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << 0 << false << QString();
    QTest::newRow("negative") << -5 << true << QString();
    QTest::newRow("one") << 1 << false << u"1"_s;
    QTest::newRow("99") << 99 << false << u"99"_s;
    QTest::newRow("100") << 100 << false << u"99+"_s;
    QTest::newRow("mention") << 3 << true << u"@3"_s;
    QTest::newRow("greatest") << std::numeric_limits<int>::max() << false << u"99+"_s;
}

void TestAvatarPainter::badgeTextIsShort()
{
    QFETCH(int, count);
    QFETCH(bool, withAt);
    QFETCH(QString, text);
    QLocale::setDefault(QLocale::French);
    QCOMPARE(badgeText(count, withAt), text);
}

void TestAvatarPainter::badgeStaysInItsRow()
{
    const Tokens tokens;
    const QRect row(40, 0, 100, 32);
    for (const auto direction : { Qt::LeftToRight, Qt::RightToLeft }) {
        int width = 0;
        const QImage image = painted({ 200, 32 }, [&](QPainter &painter) {
            painter.setLayoutDirection(direction);
            width = paintBadge(painter, row, u"99+"_s, BadgeKind::Unread, tokens);
        });
        QCOMPARE(width, badgeWidth(u"99+"_s, tokens));
        const QRect pill(direction == Qt::LeftToRight ? row.right() - width + 1 : row.left(), 0, width, 32);
        for (int y = 0; y < 32; ++y)
            for (int x = 0; x < 200; ++x)
                QVERIFY(pill.contains(x, y) || image.pixelColor(x, y) == QColor(Qt::white));
    }
}

void TestAvatarPainter::noBadgeForNothing()
{
    const Tokens tokens;
    const QImage image = painted({ 50, 32 }, [&](QPainter &painter) {
        QCOMPARE(paintBadge(painter, QRect(0, 0, 50, 32), QString(), BadgeKind::Mention, tokens), 0);
    });
    QVERIFY(image.pixelColor(40, 16) == QColor(Qt::white));
}

QTEST_MAIN(TestAvatarPainter)
#include "tst_avatar_painter.moc"
