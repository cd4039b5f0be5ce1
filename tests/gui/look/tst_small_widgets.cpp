// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/theme.h"
#include "client-gui/widgets/avatar_label.h"
#include "client-gui/widgets/banner.h"
#include "client-gui/widgets/breakable.h"
#include "client-gui/widgets/elided_label.h"
#include "client-gui/widgets/empty_state.h"
#include "client-gui/widgets/icon_button.h"

#include <QAccessible>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace salon;

namespace {

QString accessibleNameOf(QWidget *widget)
{
    return QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name);
}

QPushButton *actionOf(const QWidget &widget)
{
    return widget.findChild<QPushButton *>();
}

} // namespace

class TestSmallWidgets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void labelNeverReadsHtml();
    void labelFollowsThemeAndZoom();
    void aVeryLongWordMakesNoLabelWide();
    void longTextIsElidedAndStillReadAloud();
    void lineBreaksInANameStayOnOneLine();
    void iconButtonIsNamedAndLargeEnough();
    void iconButtonGrowsWithTheZoom();
    void arrowOfAMenuStandsBesideTheWords();
    void emptyStateHasOneSentenceAndMaybeOneButton();
    void bannerIsShutAtFirst();
    void bannerOpensAtOnceWithoutMotion();
    void bannerSlidesToItsFullHeight();
    void bannerCanBeTurnedRoundWhileItSlides();
    void bannerWrapsLongText();
    void bannerTellsWhatWasPressed();
    void bannerOpenedInAHiddenWindowIsOpenWhenShown();
    void avatarLabelIsNamed();
};

void TestSmallWidgets::init()
{
    QAccessible::setActive(true);
}

void TestSmallWidgets::labelNeverReadsHtml()
{
    Theme theme;
    TextLabel label(theme, TextRole::Body, ColourRole::Text);
    label.setText(u"<b>x</b><img src='file:///etc/passwd'>"_s);
    QCOMPARE(label.textFormat(), Qt::PlainText);
    QCOMPARE(accessibleNameOf(&label), label.text());
}

void TestSmallWidgets::labelFollowsThemeAndZoom()
{
    Theme theme;
    theme.setChoice(ThemeChoice::Light);
    TextLabel label(theme, TextRole::Meta, ColourRole::Muted);
    const qreal before = label.font().pointSizeF();
    theme.setZoom(2);
    QCOMPARE(label.font().pointSizeF(), 2 * before);
    theme.setChoice(ThemeChoice::Dark);
    QCOMPARE(label.palette().color(QPalette::WindowText), theme.colour(ColourRole::Muted));
    label.setColourRole(ColourRole::Danger);
    QCOMPARE(label.palette().color(QPalette::WindowText), theme.colour(ColourRole::Danger));
}

void TestSmallWidgets::aVeryLongWordMakesNoLabelWide()
{
    QLabel label;
    label.setWordWrap(true);
    const QString address = u"https://bank.example/"_s + QString(900, u'w') + u"?a=👩‍👩‍👧"_s;
    label.setText(address);
    QVERIFY(label.minimumSizeHint().width() > 2000);
    const QString broken = breakable(address);
    label.setText(broken);
    QVERIFY2(label.minimumSizeHint().width() < 600, qPrintable(QString::number(label.minimumSizeHint().width())));
    QCOMPARE(QString(broken).remove(QChar(0x200B)), address);
    QVERIFY(broken.endsWith(u"👩‍👩‍👧"_s)); // what is one sign stays whole
    const QString usual = u"Words as people write them, anticonstitutionnellement."_s;
    QCOMPARE(breakable(usual), usual);
}

void TestSmallWidgets::longTextIsElidedAndStillReadAloud()
{
    Theme theme;
    ElidedLabel label(theme, TextRole::Name, ColourRole::Text);
    const QString name = QString(200, u'm');
    label.setFullText(name);
    label.resize(100, label.sizeHint().height());
    QVERIFY(label.isElided());
    QVERIFY(label.minimumSizeHint().width() < 100);
    QCOMPARE(accessibleNameOf(&label), name);
    label.setFullText(u"Zoé"_s);
    QVERIFY(!label.isElided());
}

void TestSmallWidgets::lineBreaksInANameStayOnOneLine()
{
    Theme theme;
    ElidedLabel label(theme, TextRole::Name, ColourRole::Text);
    label.setFullText(u"one"_s);
    const int height = label.sizeHint().height();
    label.setFullText(u"one\n\n\ntwo\tthree"_s);
    QCOMPARE(label.fullText(), u"one two three"_s);
    QCOMPARE(label.sizeHint().height(), height);
}

void TestSmallWidgets::iconButtonIsNamedAndLargeEnough()
{
    Theme theme;
    IconButton button(theme, u"search"_s);
    button.setWords(u"Search"_s, QKeySequence(Qt::CTRL | Qt::Key_F));
    QCOMPARE(accessibleNameOf(&button), u"Search"_s);
    QVERIFY(button.toolTip().startsWith(u"<p>Search ("_s));
    QVERIFY(button.accessibleDescription().startsWith(u"Search ("_s));
    QVERIFY(button.sizeHint().width() >= 28 && button.sizeHint().height() >= 28);
    button.setWords(u"R&D <img src=\"file:///etc/hostname\">"_s);
    QCOMPARE(button.toolTip(), u"<p>R&amp;D &lt;img src=&quot;file:///etc/hostname&quot;&gt;</p>"_s);
    button.setWords(u"Close"_s);
    QCOMPARE(button.toolTip(), u"<p>Close</p>"_s);
}

void TestSmallWidgets::iconButtonGrowsWithTheZoom()
{
    Theme theme;
    IconButton button(theme, u"search"_s);
    theme.setZoom(2);
    QCOMPARE(button.iconSize(), QSize(40, 40));
    QVERIFY(button.sizeHint().width() >= 56);
}

void TestSmallWidgets::arrowOfAMenuStandsBesideTheWords()
{
    QToolButton button;
    button.setPopupMode(QToolButton::InstantPopup);
    button.setText(u"November"_s);
    button.setToolButtonStyle(Qt::ToolButtonTextOnly);
    const QSize plain = button.sizeHint();
    QMenu menu;
    button.setMenu(&menu);
    const QSize withArrow = button.sizeHint();
    QVERIFY2(withArrow.width() >= plain.width() + 2 * QFontMetrics(button.font()).averageCharWidth(),
        qPrintable(u"%1 and %2"_s.arg(plain.width()).arg(withArrow.width())));
    button.resize(withArrow);
    const QImage drawn = button.grab().toImage();
    // Between the words and the arrow nothing is drawn: a column of ground on the right of the middle.
    const auto isEmpty = [&drawn](int x) {
        for (int y = 0; y < drawn.height(); ++y)
            if (drawn.pixel(x, y) != drawn.pixel(1, 1))
                return false;
        return true;
    };
    int right = drawn.width() - 1;
    while (right > 0 && isEmpty(right))
        --right; // the arrow
    int gap = right;
    while (gap > 0 && !isEmpty(gap))
        --gap;
    int words = gap;
    while (words > 0 && isEmpty(words))
        --words;
    QVERIFY2(gap - words >= 2, qPrintable(u"%1, %2, %3"_s.arg(right).arg(gap).arg(words)));
}

void TestSmallWidgets::emptyStateHasOneSentenceAndMaybeOneButton()
{
    Theme theme;
    EmptyState state(theme, u"empty-room"_s);
    state.setSentence(u"Nobody has written here yet."_s);
    state.resize(400, 400);
    state.show();
    QVERIFY(QTest::qWaitForWindowExposed(&state));
    QVERIFY(!actionOf(state)->isVisible());
    QCOMPARE(accessibleNameOf(&state), u"Nobody has written here yet."_s);
    state.setAction(u"Say hello"_s);
    QSignalSpy pressed(&state, &EmptyState::actionTriggered);
    QTest::mouseClick(actionOf(state), Qt::LeftButton);
    QCOMPARE(pressed.count(), 1);
}

void TestSmallWidgets::bannerIsShutAtFirst()
{
    Theme theme;
    QWidget window;
    Banner banner(theme, &window);
    window.show();
    QVERIFY(!banner.isVisible());
    QVERIFY(!banner.isOpen());
}

void TestSmallWidgets::bannerOpensAtOnceWithoutMotion()
{
    Theme theme;
    theme.setReducedMotion(true);
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *banner = new Banner(theme, &window);
    column->addWidget(banner);
    column->addStretch();
    window.resize(500, 300);
    window.show();
    banner->setText(u"Server unreachable."_s);
    banner->setOpen(true);
    QVERIFY(banner->isVisible());
    QVERIFY(banner->sizeHint().height() >= 28);
    banner->setOpen(false);
    QVERIFY(!banner->isVisible());
}

void TestSmallWidgets::bannerSlidesToItsFullHeight()
{
    Theme theme;
    theme.followSystem({});
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *banner = new Banner(theme, &window);
    column->addWidget(banner);
    column->addStretch();
    window.resize(500, 300);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    banner->setText(u"Server unreachable."_s);
    banner->setOpen(true);
    QVERIFY(banner->isOpen());
    QVERIFY(banner->sizeHint().height() < 28);
    QTRY_VERIFY(banner->height() >= 28);
    banner->setOpen(false);
    QTRY_VERIFY(!banner->isVisible());
}

void TestSmallWidgets::bannerCanBeTurnedRoundWhileItSlides()
{
    Theme theme;
    theme.followSystem({});
    QWidget window;
    Banner banner(theme, &window);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    banner.setText(u"x"_s);
    banner.setOpen(true);
    banner.setOpen(false);
    banner.setOpen(true);
    QTRY_VERIFY(banner.sizeHint().height() >= 28);
    QVERIFY(banner.isVisible());
}

void TestSmallWidgets::bannerWrapsLongText()
{
    Theme theme;
    theme.setReducedMotion(true);
    QWidget window;
    Banner banner(theme, &window);
    window.show();
    banner.setText(QString(u"word "_s).repeated(60));
    banner.setOpen(true);
    QVERIFY(banner.heightForWidth(300) > banner.heightForWidth(900));
}

void TestSmallWidgets::bannerTellsWhatWasPressed()
{
    Theme theme;
    theme.setReducedMotion(true);
    QWidget window;
    Banner banner(theme, &window);
    window.show();
    banner.setText(u"Server unreachable."_s);
    banner.setAction(u"Retry now"_s);
    banner.setDismissible(true);
    banner.setOpen(true);
    banner.resize(500, 40);
    QSignalSpy pressed(&banner, &Banner::actionTriggered);
    QSignalSpy dismissed(&banner, &Banner::dismissed);
    QTest::mouseClick(actionOf(banner), Qt::LeftButton);
    QCOMPARE(pressed.count(), 1);
    QVERIFY(banner.isOpen());
    auto *close = banner.findChild<IconButton *>();
    QVERIFY(!close->accessibleName().isEmpty());
    QTest::mouseClick(close, Qt::LeftButton);
    QCOMPARE(dismissed.count(), 1);
    QVERIFY(!banner.isOpen());
}

void TestSmallWidgets::bannerOpenedInAHiddenWindowIsOpenWhenShown()
{
    Theme theme;
    theme.followSystem({});
    QWidget window;
    Banner banner(theme, &window);
    banner.setText(u"Server unreachable."_s);
    banner.setOpen(true);
    window.show();
    QVERIFY(banner.isVisible());
    QVERIFY(banner.sizeHint().height() >= 28);
}

void TestSmallWidgets::avatarLabelIsNamed()
{
    Theme theme;
    AvatarLabel avatar(theme, 36);
    avatar.setPerson(u"Inès"_s, 2);
    QCOMPARE(accessibleNameOf(&avatar), u"Inès"_s);
    QVERIFY(avatar.sizeHint().width() >= 36);
}

QTEST_MAIN(TestSmallWidgets)
#include "tst_small_widgets.moc"
