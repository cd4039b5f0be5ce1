// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/control_look.h"
#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "resources/app_icon.h"

#include <QApplication>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QPushButton>
#include <QScrollBar>
#include <QSet>
#include <QSignalSpy>
#include <QStyleOptionSlider>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;

namespace {

/// The colour of the opaque pixels of `pixmap`; invalid when it has several.
QColor onlyColourOf(const QPixmap &pixmap)
{
    const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
    QColor found;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor colour = image.pixelColor(x, y);
            if (colour.alpha() < 255)
                continue;
            if (found.isValid() && found != colour)
                return {};
            found = colour;
        }
    }
    return found;
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheSystemUntilToldOtherwise();
    void highContrastTakesTheSystemsSide();
    void systemContrastIsFollowed();
    void tellsOfChangesOnlyWhenThereAreAny();
    void givesTheProgramItsPaletteAndFont();
    void disabledTextStepsBack();
    void zoomStaysInBounds();
    void zoomStepsLeadThereAndBack();
    void zoomMakesControlsGrow();
    void changesReachWidgetsThatAreAlreadyThere();
    void reducedMotionStopsAnimations();
    void anEventOfTheSystemDoesNotLoseOurPalette();
    void everyIconHasItsThreeDensities();
    void iconsTakeTheColourOfTheTheme();
    void iconsAreSharpAtEveryDensity_data();
    void iconsAreSharpAtEveryDensity();
    void unknownIconIsEmptyAndSaidOnce();
    void applicationIconHasEverySize();
    void defaultButtonIsAccent();
    void controlsAreLargeEnoughToHit();
    void scrollBarHandleStaysInsideItsBar_data();
    void scrollBarHandleStaysInsideItsBar();
};

void TestTheme::followsTheSystemUntilToldOtherwise()
{
    Theme theme;
    QCOMPARE(theme.choice(), ThemeChoice::System);
    theme.followSystem({ .isDark = true });
    QCOMPARE(theme.tokens().scheme(), Tokens::Scheme::Dark);
    theme.followSystem({ .isDark = false });
    QCOMPARE(theme.tokens().scheme(), Tokens::Scheme::Light);
    theme.setChoice(ThemeChoice::Light);
    theme.followSystem({ .isDark = true });
    QCOMPARE(theme.tokens().scheme(), Tokens::Scheme::Light);
    theme.setChoice(ThemeChoice::System);
    QCOMPARE(theme.tokens().scheme(), Tokens::Scheme::Dark);
}

void TestTheme::highContrastTakesTheSystemsSide()
{
    Theme theme;
    theme.setChoice(ThemeChoice::HighContrast);
    theme.followSystem({ .isDark = true });
    QCOMPARE(theme.tokens().scheme(), Tokens::Scheme::HighContrastDark);
    theme.followSystem({ .isDark = false });
    QCOMPARE(theme.tokens().scheme(), Tokens::Scheme::HighContrastLight);
}

void TestTheme::systemContrastIsFollowed()
{
    Theme theme;
    theme.followSystem({ .isDark = true, .wantsHighContrast = true });
    QCOMPARE(theme.tokens().scheme(), Tokens::Scheme::HighContrastDark);
    theme.setChoice(ThemeChoice::Dark);
    QCOMPARE(theme.tokens().scheme(), Tokens::Scheme::Dark);
}

void TestTheme::tellsOfChangesOnlyWhenThereAreAny()
{
    Theme theme;
    theme.followSystem({ .isDark = false });
    QSignalSpy changed(&theme, &Theme::changed);
    theme.setChoice(ThemeChoice::System);
    theme.setZoom(1.0);
    theme.followSystem({ .isDark = false });
    QCOMPARE(changed.count(), 0);
    theme.setChoice(ThemeChoice::Dark);
    QCOMPARE(changed.count(), 1);
    theme.followSystem({ .isDark = true }); // not ours to follow now
    QCOMPARE(changed.count(), 1);
}

void TestTheme::givesTheProgramItsPaletteAndFont()
{
    Theme theme;
    theme.setChoice(ThemeChoice::Dark);
    QCOMPARE(QApplication::palette().color(QPalette::Window), theme.colour(ColourRole::Window));
    QCOMPARE(QApplication::palette().color(QPalette::Text), theme.colour(ColourRole::Text));
    QCOMPARE(QApplication::font().pointSizeF(), theme.tokens().font(TextRole::Body).pointSizeF());
    theme.setChoice(ThemeChoice::Light);
    QCOMPARE(QApplication::palette().color(QPalette::Window), theme.colour(ColourRole::Window));
    const QColor selected = QApplication::palette().color(QPalette::Highlight);
    QCOMPARE(selected.alpha(), 255);
    QVERIFY(contrastRatio(QApplication::palette().color(QPalette::HighlightedText), selected) >= 4.5);
}

void TestTheme::disabledTextStepsBack()
{
    for (const auto scheme : { Tokens::Scheme::Light, Tokens::Scheme::Dark, Tokens::Scheme::HighContrastDark }) {
        const QPalette palette = paletteOf(Tokens(scheme));
        const QColor ground = palette.color(QPalette::Window);
        QVERIFY(contrastRatio(palette.color(QPalette::Disabled, QPalette::Text), ground)
            < contrastRatio(palette.color(QPalette::Active, QPalette::Text), ground));
    }
}

void TestTheme::zoomStaysInBounds()
{
    Theme theme;
    theme.setZoom(100);
    QCOMPARE(theme.zoom(), Theme::MaximumZoom);
    theme.zoomIn();
    QCOMPARE(theme.zoom(), Theme::MaximumZoom);
    theme.setZoom(-1);
    QCOMPARE(theme.zoom(), Theme::MinimumZoom);
    theme.zoomOut();
    QCOMPARE(theme.zoom(), Theme::MinimumZoom);
}

void TestTheme::zoomStepsLeadThereAndBack()
{
    Theme theme;
    for (int i = 0; i < 20; ++i)
        theme.zoomIn();
    QCOMPARE(theme.zoom(), Theme::MaximumZoom);
    QSet<qreal> seen;
    while (theme.zoom() > Theme::MinimumZoom) {
        theme.zoomOut();
        seen.insert(theme.zoom());
    }
    QVERIFY(seen.contains(1.0));
    theme.resetZoom();
    QCOMPARE(theme.zoom(), 1.0);
}

void TestTheme::zoomMakesControlsGrow()
{
    Theme theme;
    QPushButton button(u"Salon"_s);
    button.ensurePolished();
    const int before = button.sizeHint().height();
    QCOMPARE(before, theme.tokens().controlHeight());
    theme.setZoom(2.0);
    QCOMPARE(button.sizeHint().height(), theme.tokens().controlHeight());
    QVERIFY(button.sizeHint().height() > before);
    QCOMPARE(button.font().pointSizeF(), theme.tokens().font(TextRole::Body).pointSizeF());
}

void TestTheme::changesReachWidgetsThatAreAlreadyThere()
{
    Theme theme;
    theme.setChoice(ThemeChoice::Light);
    QWidget window;
    QPushButton button(&window);
    QPushButton own(&window);
    QFont ownFont = own.font();
    ownFont.setItalic(true);
    own.setFont(ownFont);
    window.show();
    theme.setChoice(ThemeChoice::Dark);
    theme.setZoom(1.5);
    QCOMPARE(button.palette().color(QPalette::WindowText), theme.colour(ColourRole::Text));
    QCOMPARE(button.font().pointSizeF(), theme.tokens().font(TextRole::Body).pointSizeF());
    QVERIFY(own.font().italic());
    QCOMPARE(own.font().pointSizeF(), theme.tokens().font(TextRole::Body).pointSizeF());
}

void TestTheme::reducedMotionStopsAnimations()
{
    Theme theme;
    theme.followSystem({});
    QCOMPARE(theme.motionMs(), 120);
    theme.setReducedMotion(true);
    QCOMPARE(theme.motionMs(), 0);
    theme.setReducedMotion(false);
    theme.followSystem({ .wantsReducedMotion = true });
    QCOMPARE(theme.motionMs(), 0);
}

void TestTheme::anEventOfTheSystemDoesNotLoseOurPalette()
{
    Theme theme;
    theme.setChoice(ThemeChoice::Dark);
    QWidget window;
    window.show();
    QEvent themeChange(QEvent::ThemeChange);
    QCoreApplication::sendEvent(&window, &themeChange);
    QCoreApplication::processEvents();
    QCOMPARE(QApplication::palette().color(QPalette::Window), theme.colour(ColourRole::Window));
    QCOMPARE(theme.tokens().scheme(), Tokens::Scheme::Dark);
}

void TestTheme::everyIconHasItsThreeDensities()
{
    const QDir drawn(QStringLiteral(SALON_SOURCE_DIR "/resources/icons"));
    const QStringList files = drawn.entryList({ u"*.svg"_s }, QDir::Files);
    QVERIFY(files.size() > 30);
    for (const QString &file : files) {
        const QString name = file.chopped(4);
        QCOMPARE(QImage(u":/icons/%1.png"_s.arg(name)).size(), QSize(20, 20));
        QCOMPARE(QImage(u":/icons/%1@2x.png"_s.arg(name)).size(), QSize(40, 40));
        QCOMPARE(QImage(u":/icons/%1@3x.png"_s.arg(name)).size(), QSize(60, 60));
    }
}

void TestTheme::iconsTakeTheColourOfTheTheme()
{
    Theme theme;
    theme.setChoice(ThemeChoice::Light);
    const QIcon icon = tintedIcon(theme, u"lock"_s, ColourRole::Danger);
    QCOMPARE(onlyColourOf(icon.pixmap(QSize(20, 20), 1.0)), theme.colour(ColourRole::Danger));
    theme.setChoice(ThemeChoice::Dark);
    QCOMPARE(onlyColourOf(icon.pixmap(QSize(20, 20), 1.0)), theme.colour(ColourRole::Danger));
    QCOMPARE(onlyColourOf(icon.pixmap(QSize(20, 20), 1.0, QIcon::Normal, QIcon::On)), theme.colour(ColourRole::Accent));
    QVERIFY(!onlyColourOf(icon.pixmap(QSize(20, 20), 1.0, QIcon::Disabled)).isValid()); // nothing opaque is left
}

void TestTheme::iconsAreSharpAtEveryDensity_data()
{
    QTest::addColumn<qreal>("ratio");
    QTest::newRow("1x") << 1.0;
    QTest::newRow("1.25x") << 1.25;
    QTest::newRow("2x") << 2.0;
    QTest::newRow("3x") << 3.0;
}

void TestTheme::iconsAreSharpAtEveryDensity()
{
    QFETCH(qreal, ratio);
    Theme theme;
    const QPixmap pixmap = tintedIcon(theme, u"search"_s).pixmap(QSize(20, 20), ratio);
    QCOMPARE(pixmap.size(), QSize(20, 20) * ratio);
    QCOMPARE(pixmap.devicePixelRatio(), ratio);
}

void TestTheme::unknownIconIsEmptyAndSaidOnce()
{
    QTest::ignoreMessage(QtWarningMsg, "no such bitmap \"icons\" \"no-such-icon\"");
    QVERIFY(tintedPixmap(u"no-such-icon"_s, QSize(20, 20), Qt::black).isNull());
}

void TestTheme::applicationIconHasEverySize()
{
    const QIcon icon = appIcon();
    for (const int size : { 16, 24, 32, 48, 64, 128, 256, 512 })
        QCOMPARE(icon.pixmap(QSize(size, size), 1.0).size(), QSize(size, size));
}

void TestTheme::defaultButtonIsAccent()
{
    Theme theme;
    theme.setChoice(ThemeChoice::Light);
    QDialogButtonBox box(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    box.button(QDialogButtonBox::Ok)->setDefault(true);
    box.show();
    QVERIFY(QTest::qWaitForWindowExposed(&box));
    const auto ground = [](QPushButton *button) {
        return button->grab().toImage().pixelColor(6, 6).rgb();
    };
    QCOMPARE(ground(box.button(QDialogButtonBox::Ok)), theme.colour(ColourRole::AccentFill).rgb());
    QCOMPARE(ground(box.button(QDialogButtonBox::Cancel)), theme.colour(ColourRole::Raised).rgb());
}

void TestTheme::controlsAreLargeEnoughToHit()
{
    Theme theme;
    QCheckBox box(u"Notifications"_s);
    QVERIFY(box.sizeHint().height() >= theme.tokens().touchTarget());
    setSwitchLook(&box);
    QVERIFY(box.sizeHint().height() >= theme.tokens().touchTarget());
    QVERIFY(hasSwitchLook(&box));
    QVERIFY(!hasSwitchLook(nullptr));
}

void TestTheme::scrollBarHandleStaysInsideItsBar_data()
{
    QTest::addColumn<int>("maximum");
    QTest::addColumn<int>("value");
    for (const int maximum : { 0, 1, 10, 10'000, std::numeric_limits<int>::max() - 10 })
        for (const int value : { 0, maximum / 2, maximum })
            QTest::addRow("%d of %d", value, maximum) << maximum << value;
}

void TestTheme::scrollBarHandleStaysInsideItsBar()
{
    QFETCH(int, maximum);
    QFETCH(int, value);
    Theme theme;
    for (const Qt::Orientation orientation : { Qt::Vertical, Qt::Horizontal }) {
        QScrollBar bar(orientation);
        bar.resize(orientation == Qt::Vertical ? QSize(12, 200) : QSize(200, 12));
        bar.setRange(0, maximum);
        bar.setPageStep(10);
        bar.setValue(value);
        QStyleOptionSlider option;
        option.initFrom(&bar);
        option.orientation = orientation;
        option.minimum = bar.minimum();
        option.maximum = bar.maximum();
        option.sliderPosition = bar.sliderPosition();
        option.pageStep = bar.pageStep();
        option.upsideDown = false;
        const auto part = [&](QStyle::SubControl control) {
            return bar.style()->subControlRect(QStyle::CC_ScrollBar, &option, control, &bar);
        };
        const QRect handle = part(QStyle::SC_ScrollBarSlider);
        QVERIFY(bar.rect().contains(handle));
        QVERIFY(part(QStyle::SC_ScrollBarAddLine).isEmpty());
        const int length = orientation == Qt::Vertical ? handle.height() : handle.width();
        QVERIFY(length >= 32);
        if (value == 0)
            QCOMPARE(orientation == Qt::Vertical ? handle.top() : handle.left(), 0);
        if (value == maximum)
            QCOMPARE(orientation == Qt::Vertical ? handle.bottom() : handle.right(), 199);
    }
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
