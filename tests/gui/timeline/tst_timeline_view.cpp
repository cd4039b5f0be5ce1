// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/theme.h"
#include "client-gui/timeline/jump_pill.h"
#include "client-gui/timeline/message_menu.h"
#include "client-gui/timeline/timeline_accessible.h"
#include "client-gui/timeline/timeline_view.h"
#include "fake_timeline.h"

#include <QAccessible>
#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

class TestTimelineView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void opensAtTheBottom();
    void laysOutOnlyWhatIsVisible();
    void opensAtTheUnreadLineWhenItDoesNotFit();
    void sticksToTheBottom();
    void stays_data();
    void stays();
    void staysWhenRowsAboveAreMeasured();
    void aPageUpSkipsNothing();
    void askingForARowOutOfSightMovesNothing();
    void countsWhatCameBelow();
    void guestsWearTheBadgeOfTheirGateway();
    void pillGoesToTheUnreadLineFirst();
    void asksForOlderRowsNearTheTop();
    void asksNoMoreAfterAFailureUntilAPersonDoes();
    void anEmptyWindowThatFailedSaysSo();
    void asksForNewerRowsOnlyWhenThereAreSome();
    void arrowsWalkThroughMessages();
    void everyMessageIsAnAccessibleItem();
    void accessibleItemsFollowTheirRows();
    void copiesWithTimeAndName();
    void copiesAPartOfOneMessage();
    void retryAndDiscardAreClicked();
    void manyComingsAndGoingsAreFolded();
    void aMentionMakesARowLookDifferent();
    void stateMarksDiffer();
    void rightToLeftTextStandsAtTheRight();
    void hugeMessagesAreDrawnInTime_data();
    void hugeMessagesAreDrawnInTime();
    void otherWidthMeasuresAgain();
    void movedRowsAreNotMeasuredAgain();
    void linksAreReachedByKeyboard();
    void survivesItsModel();

private:
    void show(const QList<FakeTimeline::Row> &rows, QSize size = { 700, 500 });
    void layOut() { Q_UNUSED(m_view->firstVisibleRow()) }
    QImage picture() { return m_view->grab().toImage(); }
    void click(QPoint point) { QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, point); }
    QScrollBar &bar() { return *m_view->verticalScrollBar(); }

    Theme m_theme;
    std::unique_ptr<FakeTimeline> m_model;
    std::unique_ptr<TimelineView> m_view;
};

void TestTimelineView::init()
{
    m_model = std::make_unique<FakeTimeline>();
    m_view = std::make_unique<TimelineView>(m_theme);
}

void TestTimelineView::cleanup()
{
    m_view.reset();
    m_model.reset();
}

void TestTimelineView::show(const QList<FakeTimeline::Row> &rows, QSize size)
{
    m_model->rows = rows;
    m_view->resize(size);
    m_view->setModel(m_model.get());
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    layOut();
}

void TestTimelineView::opensAtTheBottom()
{
    show(FakeTimeline::messages(200));
    QVERIFY(m_view->isAtBottom());
    QCOMPARE(m_view->lastVisibleRow(), 199);
    QCOMPARE(bar().value(), bar().maximum());
    QVERIFY(m_view->rowRect(199).bottom() < m_view->viewport()->height());
}

void TestTimelineView::laysOutOnlyWhatIsVisible()
{
    QElapsedTimer timer;
    timer.start();
    show(FakeTimeline::messages(100'000));
    picture();
    QVERIFY2(m_view->rows().layoutsMade() < 120, QByteArray::number(m_view->rows().layoutsMade()).constData());
    // Through the whole of it in long strides.
    for (int i = 0; i < 50; ++i) {
        bar().setValue(bar().maximum() / 50 * i);
        picture();
    }
    QVERIFY2(m_view->rows().layoutsMade() < 5000, QByteArray::number(m_view->rows().layoutsMade()).constData());
    QVERIFY(timer.elapsed() < 20'000);
}

void TestTimelineView::opensAtTheUnreadLineWhenItDoesNotFit()
{
    auto rows = FakeTimeline::messages(200);
    rows[120].startsUnread = true;
    show(rows);
    QVERIFY(!m_view->isAtBottom());
    const QRect line = m_view->rowRect(120);
    QVERIFY(line.top() >= 0 && line.top() < 100);
}

void TestTimelineView::sticksToTheBottom()
{
    show(FakeTimeline::messages(100));
    for (int i = 0; i < 20; ++i)
        m_model->insert(m_model->rowCount(), FakeTimeline::messages(1, 101 + i));
    QCOMPARE(m_view->lastVisibleRow(), 119);
    QVERIFY(m_view->isAtBottom());
    m_view->resize(500, 300);
    QCOMPARE(m_view->lastVisibleRow(), 119);
    QVERIFY(m_view->isAtBottom());
}

void TestTimelineView::stays_data()
{
    QTest::addColumn<int>("insertAt");
    QTest::newRow("rows above") << 0;
    QTest::newRow("rows just above") << 50;
    QTest::newRow("rows below") << 100;
}

void TestTimelineView::stays()
{
    QFETCH(int, insertAt);
    show(FakeTimeline::messages(100));
    bar().setValue(bar().maximum() / 2);
    const int row = m_view->firstVisibleRow() + 1;
    const Seq seq = m_model->rows[row].seq;
    const int top = m_view->rowRect(row).top();
    const int at = insertAt == 50 ? m_view->firstVisibleRow() : insertAt;
    m_model->insert(at, FakeTimeline::messages(37, 1000));
    int now = 0;
    while (m_model->rows[now].seq != seq)
        ++now;
    QCOMPARE(m_view->rowRect(now).top(), top);
    picture();
    QCOMPARE(m_view->rowRect(now).top(), top);
    if (at == 0) {
        m_model->remove(0, 9);
        QCOMPARE(m_view->rowRect(now - 10).top(), top);
    }
}

void TestTimelineView::staysWhenRowsAboveAreMeasured()
{
    show(FakeTimeline::messages(2000));
    bar().setValue(bar().maximum() / 3);
    picture();
    // A few pixels up at a time through rows that were only estimated: each step moves by just those pixels.
    for (int i = 0; i < 100; ++i) {
        const int row = m_view->firstVisibleRow() + 1;
        const int top = m_view->rowRect(row).top();
        bar().setValue(bar().value() - 7);
        QCOMPARE(m_view->rowRect(row).top(), top + 7);
    }
}

void TestTimelineView::aPageUpSkipsNothing()
{
    // Far higher than what is guessed for a row.
    auto rows = FakeTimeline::messages(300);
    for (FakeTimeline::Row &row : rows)
        row.text = u"one\ntwo\nthree\nfour\nfive\nsix\nseven"_s;
    show(rows);
    for (int page = 0; page < 5; ++page) {
        const int row = m_view->firstVisibleRow() + 1;
        const int top = m_view->rowRect(row).top();
        const int step = bar().pageStep();
        bar().triggerAction(QAbstractSlider::SliderPageStepSub);
        layOut();
        QCOMPARE(m_view->rowRect(row).top(), top + step);
        picture();
        QCOMPARE(m_view->rowRect(row).top(), top + step);
    }
    // Several turns of the wheel before anything is drawn.
    const int row = m_view->firstVisibleRow() + 1;
    const int top = m_view->rowRect(row).top();
    for (int i = 0; i < 4; ++i)
        bar().setValue(bar().value() - 150);
    picture();
    QCOMPARE(m_view->rowRect(row).top(), top + 600);
    // All the way up is the beginning all the same.
    bar().setValue(0);
    picture();
    QCOMPARE(m_view->firstVisibleRow(), 0);
}

void TestTimelineView::askingForARowOutOfSightMovesNothing()
{
    auto rows = FakeTimeline::messages(300);
    for (FakeTimeline::Row &row : rows)
        row.text = u"one\ntwo\nthree"_s;
    show(rows);
    bar().setValue(bar().maximum() / 2);
    picture();
    const int row = m_view->firstVisibleRow() + 1;
    const int top = m_view->rowRect(row).top();
    for (const int other : { row - 60, row + 60, 0, 299 }) {
        QVERIFY(m_view->rowRect(other).height() > 0);
        QCOMPARE(m_view->rowRect(row).top(), top);
        picture();
        QCOMPARE(m_view->rowRect(row).top(), top);
    }
}

void TestTimelineView::countsWhatCameBelow()
{
    show(FakeTimeline::messages(100));
    bar().setValue(bar().maximum() / 2);
    layOut();
    auto *pill = m_view->findChild<JumpPill *>();
    QVERIFY(pill->isVisible());
    QCOMPARE(pill->count(), 0);
    m_model->insert(100, FakeTimeline::messages(3, 101));
    FakeTimeline::Row own = FakeTimeline::messages(1, 200).constFirst();
    own.isOwn = true;
    m_model->append(own);
    layOut();
    QCOMPARE(pill->count(), 3);
    QVERIFY(pill->accessibleName().contains(u'3'));
    QTest::mouseClick(pill, Qt::LeftButton);
    QVERIFY(m_view->isAtBottom());
    layOut();
    QCOMPARE(m_view->newBelow(), 0);
    QVERIFY(!pill->isVisible());
}

void TestTimelineView::guestsWearTheBadgeOfTheirGateway()
{
    auto rows = FakeTimeline::messages(2);
    for (FakeTimeline::Row &row : rows) {
        row.name = u"guest-3"_s;
        row.text = u"x"_s;
        row.startsGroup = true;
    }
    rows[1].gateway = u"Plain text"_s;
    show(rows);
    const QImage image = picture();
    // How far to the right something is drawn beside the name, before the time.
    const auto extent = [&](int row) {
        const QRect rect = m_view->rowRect(row);
        const int end = image.width() * 6 / 10;
        int furthest = 0;
        for (int y = rect.top(); y < rect.bottom(); ++y) {
            for (int x = 0; x < end; ++x) {
                if (image.pixel(x, y) != image.pixel(end, y))
                    furthest = std::max(furthest, x);
            }
        }
        return furthest;
    };
    QVERIFY(extent(0) > 0);
    QVERIFY(extent(1) > extent(0) + 20);
}

void TestTimelineView::pillGoesToTheUnreadLineFirst()
{
    auto rows = FakeTimeline::messages(300);
    rows[200].startsUnread = true;
    show(rows);
    bar().setValue(0);
    layOut();
    auto *pill = m_view->findChild<JumpPill *>();
    QTest::mouseClick(pill, Qt::LeftButton);
    QVERIFY(m_view->firstVisibleRow() <= 200 && m_view->lastVisibleRow() >= 200);
    QVERIFY(!m_view->isAtBottom());
    QTest::mouseClick(pill, Qt::LeftButton);
    layOut();
    QVERIFY(m_view->isAtBottom());
}

void TestTimelineView::asksForOlderRowsNearTheTop()
{
    QSignalSpy spy(m_view.get(), &TimelineView::olderWanted);
    m_view->setWindowState(false, false, true);
    show(FakeTimeline::messages(100));
    QCOMPARE(spy.count(), 0);
    bar().setValue(10);
    layOut();
    QVERIFY(spy.count() > 0);
    spy.clear();
    m_view->setWindowState(true, false, true);
    layOut();
    QCOMPARE(spy.count(), 0);
}

void TestTimelineView::asksNoMoreAfterAFailureUntilAPersonDoes()
{
    // A model that cannot load, as without a connection.
    int asked = 0;
    connect(m_view.get(), &TimelineView::olderWanted, this, [&] {
        ++asked;
        m_view->setWindowState(true, false, true);
        m_view->setFailedSides(true, false);
        m_view->setWindowState(false, false, true);
    });
    QSignalSpy retried(m_view.get(), &TimelineView::olderRetried);
    m_view->setWindowState(false, false, true);
    show(FakeTimeline::messages(100));
    bar().setValue(0);
    for (int frame = 0; frame < 20; ++frame) {
        layOut();
        m_view->viewport()->update();
        QCoreApplication::processEvents();
    }
    QCOMPARE(asked, 1);
    QVERIFY(!m_view->accessibleDescription().isEmpty());
    // The words stand between the upper edge and the first row, and are a button.
    const int y = m_view->rowRect(0).top() / 2;
    for (int x = 0; x < m_view->viewport()->width() && retried.isEmpty(); x += 5)
        click({ x, y });
    QCOMPARE(retried.count(), 1);
    m_view->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(m_view->hasFocus());
    m_view->setCurrentRow(0);
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QCOMPARE(retried.count(), 2);
    m_view->setFailedSides(false, false);
    layOut();
    QCOMPARE(asked, 2);
}

void TestTimelineView::anEmptyWindowThatFailedSaysSo()
{
    show({});
    m_view->setWindowState(false, false, true);
    layOut();
    const QImage hello = picture();
    m_view->setFailedSides(true, false);
    layOut();
    QVERIFY(picture() != hello);
    QVERIFY(!m_view->accessibleDescription().isEmpty());
    QSignalSpy retried(m_view.get(), &TimelineView::olderRetried);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(retried.count(), 1);
    m_view->setFailedSides(false, false);
    layOut();
    QVERIFY(picture() == hello);
}

void TestTimelineView::asksForNewerRowsOnlyWhenThereAreSome()
{
    QSignalSpy newer(m_view.get(), &TimelineView::newerWanted);
    QSignalSpy latest(m_view.get(), &TimelineView::latestWanted);
    m_view->setWindowState(false, true, true);
    show(FakeTimeline::messages(100));
    QCOMPARE(newer.count(), 0);
    m_view->setWindowState(false, true, false);
    layOut();
    QVERIFY(newer.count() > 0);
    QVERIFY(!m_view->isAtBottom());
    m_view->scrollToBottom();
    QCOMPARE(latest.count(), 1);
}

void TestTimelineView::arrowsWalkThroughMessages()
{
    show(FakeTimeline::messages(100));
    m_view->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(m_view->hasFocus());
    QCOMPARE(m_view->currentIndex().row(), 99);
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QCOMPARE(m_view->currentIndex().row(), 97);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->currentIndex().row(), 98);
    for (int i = 0; i < 60; ++i)
        QTest::keyClick(m_view.get(), Qt::Key_Up);
    const int row = m_view->currentIndex().row();
    QCOMPARE(row, 38);
    QVERIFY(m_view->viewport()->rect().contains(m_view->rowRect(row)));
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QCOMPARE(m_view->currentIndex().row(), 0);
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QCOMPARE(m_view->currentIndex().row(), 99);
    QTest::keySequence(m_view.get(), QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), m_model->rows[99].text);
}

void TestTimelineView::everyMessageIsAnAccessibleItem()
{
    show(FakeTimeline::messages(50));
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_view.get());
    QVERIFY(list);
    QCOMPARE(list->role(), QAccessible::List);
    QVERIFY(!list->text(QAccessible::Name).isEmpty());
    QCOMPARE(list->childCount(), 50);
    QAccessibleInterface *item = list->child(49);
    QVERIFY(item);
    QCOMPARE(item->role(), QAccessible::ListItem);
    QCOMPARE(item->text(QAccessible::Name), m_model->index(49, 0).data(Qt::AccessibleTextRole).toString());
    QCOMPARE(list->indexOfChild(item), 49);
    QCOMPARE(item->parent(), list);
    QVERIFY(!item->state().offscreen);
    QVERIFY(list->child(0)->state().offscreen);
    QVERIFY(m_view->rect().translated(m_view->mapToGlobal(QPoint())).contains(item->rect().center()));
    QCOMPARE(list->child(50), nullptr);
    QCOMPARE(list->child(-1), nullptr);
    const QPoint middle = item->rect().center();
    QCOMPARE(list->childAt(middle.x(), middle.y()), item);
}

void TestTimelineView::accessibleItemsFollowTheirRows()
{
    show(FakeTimeline::messages(50));
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_view.get());
    QAccessibleInterface *item = list->child(10);
    m_model->insert(0, FakeTimeline::messages(5, 1000));
    QCOMPARE(list->indexOfChild(item), 15);
    QCOMPARE(list->child(15), item);
    m_model->remove(15, 15);
    QVERIFY(!item->isValid());
    QCOMPARE(list->indexOfChild(item), -1);
    m_model->reset({});
    QCOMPARE(list->childCount(), 0);
}

void TestTimelineView::copiesWithTimeAndName()
{
    auto rows = FakeTimeline::messages(3);
    rows[1].name = u"Ahmed"_s;
    show(rows);
    const QPoint from = m_view->rowRect(0).topLeft() + QPoint(5, 1);
    const QPoint to(m_view->viewport()->width() - 1, m_view->rowRect(2).bottom());
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, from);
    QTest::mouseMove(m_view->viewport(), to);
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, to);
    const QStringList lines = m_view->selectedText().split(u'\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY2(lines[0].startsWith(u'[') && lines[0].contains("] Marie: Message 1."_L1), qPrintable(lines[0]));
    QVERIFY(lines[1].contains("] Ahmed: Message 2."_L1));
}

void TestTimelineView::copiesAPartOfOneMessage()
{
    auto rows = FakeTimeline::messages(1);
    rows[0].text = u"alpha beta"_s;
    show(rows);
    const RowLayout &layout = m_view->rows().layout(0);
    const QPoint origin = m_view->rowRect(0).topLeft() + layout.textOrigin();
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, origin + QPoint(4, 5));
    QCOMPARE(m_view->selectedText(), u"alpha"_s);
}

void TestTimelineView::retryAndDiscardAreClicked()
{
    auto rows = FakeTimeline::messages(2);
    rows[1].isOwn = true;
    rows[1].cid = QUuid::createUuid();
    rows[1].state = SendState::Failed;
    rows[1].error = u"You are no longer in this room."_s;
    show(rows);
    QSignalSpy retry(m_view.get(), &TimelineView::retryRequested);
    QSignalSpy discard(m_view.get(), &TimelineView::discardRequested);
    const RowLayout &layout = m_view->rows().layout(1);
    QVERIFY(!layout.retryRect().isNull());
    const QPoint top = m_view->rowRect(1).topLeft();
    const QPoint onRetry = top + layout.retryRect().center();
    const QPoint onDiscard = top + layout.discardRect().center();
    click(onRetry);
    QCOMPARE(retry.count(), 1);
    QCOMPARE(retry.constFirst().constFirst().toUuid(), rows[1].cid);
    click(onDiscard);
    QCOMPARE(discard.count(), 1);
    rows[1].state = SendState::Stored;
    m_model->change(1, rows[1]);
    layOut();
    QVERIFY(m_view->rows().layout(1).retryRect().isNull());
}

void TestTimelineView::manyComingsAndGoingsAreFolded()
{
    auto rows = FakeTimeline::messages(20);
    for (int row = 5; row < 15; ++row) {
        rows[row].kind = TimelineModel::RowKind::System;
        rows[row].event = row % 2 ? EventKind::Joined : EventKind::Left;
        rows[row].text = u"Somebody came or went."_s;
    }
    show(rows);
    const int folded = m_view->rowRect(14).bottom() - m_view->rowRect(5).top();
    QVERIFY(m_view->rows().layout(5).systemText().contains(u"10"));
    QCOMPARE(m_view->rows().layout(8).height(), 0);
    const QPoint head = m_view->rowRect(5).topLeft() + m_view->rows().layout(5).systemRect().center();
    click(head);
    layOut();
    const int opened = m_view->rowRect(14).bottom() - m_view->rowRect(5).top();
    QVERIFY(opened > 4 * folded);
    const QPoint again = m_view->rowRect(5).topLeft() + m_view->rows().layout(5).systemRect().center();
    click(again);
    layOut();
    QCOMPARE(m_view->rows().layout(8).height(), 0);
}

void TestTimelineView::aMentionMakesARowLookDifferent()
{
    auto rows = FakeTimeline::messages(1);
    show(rows);
    const QImage plain = picture();
    rows[0].mentionsMe = true;
    m_model->change(0, rows[0]);
    QVERIFY(picture() != plain);
    QVERIFY(m_view->rowRect(0).height() > 0);
}

void TestTimelineView::stateMarksDiffer()
{
    auto rows = FakeTimeline::messages(1);
    rows[0].isOwn = true;
    show(rows);
    QList<QImage> pictures;
    for (const SendState state : { SendState::Queued, SendState::Stored, SendState::Failed }) {
        rows[0].state = state;
        m_model->change(0, rows[0]);
        const QRect mark = m_view->rows().layout(0).markRect().translated(m_view->rowRect(0).topLeft());
        const QImage now = picture().copy(mark);
        for (const QImage &before : std::as_const(pictures))
            QVERIFY(now != before);
        pictures.append(now);
    }
}

void TestTimelineView::rightToLeftTextStandsAtTheRight()
{
    auto rows = FakeTimeline::messages(1);
    rows[0].text = u"שלום"_s;
    rows[0].name = u"דנה"_s;
    show(rows);
    const RowLayout &layout = m_view->rows().layout(0);
    const QPoint origin = m_view->rowRect(0).topLeft() + layout.textOrigin();
    const int width = m_view->rows().metrics().textWidth;
    const QImage image = picture();
    const auto hasInk = [&](const QRect &rect) {
        const QRgb ground = image.pixel(rect.topLeft());
        for (int y = rect.top(); y <= rect.bottom(); ++y)
            for (int x = rect.left(); x <= rect.right(); ++x)
                if (image.pixel(x, y) != ground)
                    return true;
        return false;
    };
    QVERIFY(!hasInk(QRect(origin + QPoint(0, 3), QSize(width / 3, 14))));
    QVERIFY(hasInk(QRect(origin + QPoint(width * 2 / 3, 3), QSize(width / 3, 14))));
}

void TestTimelineView::hugeMessagesAreDrawnInTime_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("one word of 4000") << QString(4000, u'w');
    QTest::newRow("16 KiB in lines") << QString(u"The quick brown fox jumps over the lazy dog.\n"_s).repeated(360);
    QTest::newRow("512 lines") << QString(u"x\n"_s).repeated(511);
    QTest::newRow("emoji") << QString(u"👩‍👩‍👧‍👦"_s).repeated(500);
    QTest::newRow("marks") << QString(u"a"_s + QString(50, QChar(0x0301))).repeated(150);
    QTest::newRow("turning") << QString(u"\u202E\u2067\u202Aabc שלום "_s).repeated(400);
    QTest::newRow("links") << QString(u"http://a.example/x "_s).repeated(200);
    QTest::newRow("arabic") << QString(u"السلام عليكم ورحمة الله "_s).repeated(160);
}

void TestTimelineView::hugeMessagesAreDrawnInTime()
{
    QFETCH(QString, text);
    auto rows = FakeTimeline::messages(5);
    rows[2].text = text;
    QElapsedTimer timer;
    timer.start();
    show(rows);
    bar().setValue(0);
    picture();
    // Generous: the machine may be busy, sanitizers are slow. Untamed input takes minutes.
    QVERIFY2(timer.elapsed() < 4000, QByteArray::number(timer.elapsed()).constData());
    QVERIFY(m_view->rows().layout(2).height() > 0);
}

void TestTimelineView::otherWidthMeasuresAgain()
{
    auto rows = FakeTimeline::messages(30);
    rows[29].text = QString(u"word "_s).repeated(60);
    show(rows, { 800, 500 });
    const int wide = m_view->rowRect(29).height();
    m_view->resize(400, 500);
    const int narrow = m_view->rowRect(29).height();
    QVERIFY(narrow > wide);
    m_theme.setZoom(1.5);
    QVERIFY(m_view->rowRect(29).height() > narrow);
    m_theme.setZoom(1);
    QCOMPARE(m_view->rowRect(29).height(), narrow);
}

void TestTimelineView::movedRowsAreNotMeasuredAgain()
{
    auto rows = FakeTimeline::messages(100);
    rows[98].text = QString(u"waits "_s).repeated(100);
    show(rows);
    bar().setValue(bar().maximum() / 2);
    picture();
    const int row = m_view->firstVisibleRow() + 1;
    const int top = m_view->rowRect(row).top();
    m_view->setCurrentRow(row);
    const qint64 made = m_view->rows().layoutsMade();
    // Below, as an own message that is stored goes above one that failed: nothing of what is read moves.
    m_model->move(99, 98);
    picture();
    QCOMPARE(m_view->rowRect(row).top(), top);
    QVERIFY2(
        m_view->rows().layoutsMade() - made < 4, QByteArray::number(m_view->rows().layoutsMade() - made).constData());
    QVERIFY(!m_view->isAtBottom());
    // Across what is read, either way.
    m_model->move(5, 95);
    QCOMPARE(m_view->rowRect(row - 1).top(), top);
    m_model->move(95, 5);
    QCOMPARE(m_view->rowRect(row).top(), top);
    // Each row has its own height.
    for (int at : { 5, 94, 95, 98, 99 }) {
        const int height = m_view->rowRect(at).height();
        m_view->rows().measureAgain();
        QCOMPARE(m_view->rowRect(at).height(), height);
    }
}

void TestTimelineView::linksAreReachedByKeyboard()
{
    auto rows = FakeTimeline::messages(1);
    rows[0].text = u"https://a.example/?x=1&y=2 and https://b.example, https://a.example/?x=1&y=2"_s;
    const auto wordsOf = [](const QMenu &menu) {
        QStringList words;
        for (const QAction *action : menu.actions())
            words.append(action->text());
        return words;
    };
    show(rows);
    const auto open = [this] {
        delete m_view->findChild<MessageMenu *>();
        m_view->setCurrentRow(0);
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        return m_view->findChild<MessageMenu *>();
    };
    MessageMenu &menu = *open();
    QSignalSpy opened(&menu, &MessageMenu::linkOpened);
    const QList<QMenu *> links = menu.findChildren<QMenu *>();
    QCOMPARE(links.size(), 2); // each once
    QCOMPARE(links[0]->title(), u"https://a.example/?x=1&&y=2"_s);
    QCOMPARE(wordsOf(*links[1]), QStringList({ u"Open link"_s, u"Copy link address"_s }));
    links[1]->actions().constFirst()->trigger();
    QCOMPARE(opened.constFirst().constFirst().toUrl(), QUrl(u"https://b.example"_s));
    links[0]->actions().constLast()->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"https://a.example/?x=1&y=2"_s);
    rows[0].text = u"see https://b.example"_s;
    m_model->change(0, rows[0]);
    MessageMenu &one = *open();
    QVERIFY(wordsOf(one).contains(u"Open link"_s));
    QVERIFY(one.findChildren<QMenu *>().isEmpty());
    rows[0].text = u"no link"_s;
    m_model->change(0, rows[0]);
    MessageMenu &none = *open();
    QVERIFY(!wordsOf(none).contains(u"Open link"_s));
}

void TestTimelineView::survivesItsModel()
{
    show(FakeTimeline::messages(30));
    m_model.reset();
    QCOMPARE(m_view->rows().count(), 0);
    picture();
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QTest::mouseMove(m_view->viewport(), QPoint(50, 50));
    click(QPoint(50, 50));
}

QTEST_MAIN(TestTimelineView)
#include "tst_timeline_view.moc"
