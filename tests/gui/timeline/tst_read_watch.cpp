// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/theme.h"
#include "client-gui/timeline/read_watch.h"
#include "client-gui/timeline/timeline_view.h"
#include "fake_timeline.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace salon;
using namespace salon::test;

class TestReadWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheNewestRowAtTheBottom();
    void notWhileScrolledUp();
    void notWhileTheWindowIsNotActive();
    void unsentRowsHaveNoNumber();

private:
    Theme m_theme;
};

namespace {

struct Fixture
{
    explicit Fixture(Theme &theme)
        : view(theme)
        , watch(view)
        , seen(&watch, &ReadWatch::seen)
    {
        watch.setSeenMs(5);
        view.resize(500, 300);
    }
    [[nodiscard]] Seq last() const { return seen.isEmpty() ? 0 : seen.constLast().constFirst().value<Seq>(); }

    FakeTimeline model;
    TimelineView view;
    ReadWatch watch;
    QSignalSpy seen;
};

} // namespace

void TestReadWatch::tellsTheNewestRowAtTheBottom()
{
    Fixture f(m_theme);
    f.model.rows = FakeTimeline::messages(50);
    f.view.setModel(&f.model);
    f.view.show();
    f.view.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&f.view));
    QTRY_COMPARE(f.last(), 50);
    f.model.insert(50, FakeTimeline::messages(1, 51));
    QTRY_COMPARE(f.last(), 51);
    QCOMPARE(f.seen.count(), 2);
}

void TestReadWatch::notWhileScrolledUp()
{
    Fixture f(m_theme);
    f.model.rows = FakeTimeline::messages(50);
    f.view.setModel(&f.model);
    f.view.show();
    f.view.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&f.view));
    QTRY_COMPARE(f.last(), 50);
    f.view.verticalScrollBar()->setValue(0);
    QVERIFY(f.view.firstVisibleRow() >= 0);
    f.model.insert(50, FakeTimeline::messages(1, 51));
    QVERIFY(!f.seen.wait(60));
    f.view.scrollToBottom();
    QTRY_COMPARE(f.last(), 51);
}

void TestReadWatch::notWhileTheWindowIsNotActive()
{
    Fixture f(m_theme);
    QWidget other;
    f.model.rows = FakeTimeline::messages(50);
    f.view.setModel(&f.model);
    f.view.show();
    other.show();
    other.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&other));
    f.seen.clear();
    f.model.insert(50, FakeTimeline::messages(1, 51));
    QVERIFY(!f.seen.wait(60));
    f.view.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&f.view));
    QTRY_COMPARE(f.last(), 51);
}

void TestReadWatch::unsentRowsHaveNoNumber()
{
    Fixture f(m_theme);
    f.model.rows = FakeTimeline::messages(10);
    FakeTimeline::Row unsent;
    unsent.isOwn = true;
    unsent.state = SendState::Queued;
    f.model.rows.append(unsent);
    f.view.setModel(&f.model);
    f.view.show();
    f.view.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&f.view));
    QTRY_COMPARE(f.last(), 10);
}

QTEST_MAIN(TestReadWatch)
#include "tst_read_watch.moc"
