// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/theme.h"
#include "client-gui/messages/action_bar.h"
#include "client-gui/timeline/message_menu.h"
#include "client-gui/timeline/return_pill.h"
#include "client-gui/timeline/timeline_view.h"
#include "fake_timeline.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// What can be done with a message of the timeline, and what its parts do.
class TestTimelineActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void keysActOnTheFocusedMessage_data();
    void keysActOnTheFocusedMessage();
    void keysOfAMessageNeverBeginAText();
    void withoutAServerLettersAreNotTaken();
    void nothingIsOfferedWithoutRights();
    void theMenuOffersTheSameAsTheKeys();
    void theBarFollowsTheMouse();
    void aReactionIsToggledByAClick();
    void reactionsAreLeftAloneWithoutTheRight();
    void aReactionAboveMovesNothing();
    void theAnswerLeadsToItsMessage();
    void spoilersAreRevealedByAClick();
    void spoilersAreRevealedByAKey();
    void onlyOurLinksAreHandedOn();
    void codeIsCopiedByAClick();
    void tombstonesOfferNothing();
    void aJumpShinesAndOffersTheWayBack();
    void theWholeFormIsSpoken();
    void selectionsCopyWhatIsShown();

private:
    [[nodiscard]] static FakeTimeline::Row message(const QString &text, TextFormat format = TextFormat::Markdown);
    void show(const QList<FakeTimeline::Row> &rows, QSize size = { 700, 400 });
    void layOut() { Q_UNUSED(m_view->firstVisibleRow()) }
    void click(QPoint point) { QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, point); }
    [[nodiscard]] QPoint inRow(int row, QPoint point) { return m_view->rowRect(row).topLeft() + point; }
    /// The first point of a row where `part` stands.
    [[nodiscard]] QPoint find(int row, RowLayout::Part part);

    Theme m_theme;
    std::unique_ptr<FakeTimeline> m_model;
    std::unique_ptr<TimelineView> m_view;
};

void TestTimelineActions::init()
{
    m_model = std::make_unique<FakeTimeline>();
    m_view = std::make_unique<TimelineView>(m_theme);
    m_view->setOffers({ true, true });
}

void TestTimelineActions::cleanup()
{
    m_view.reset();
    m_model.reset();
}

FakeTimeline::Row TestTimelineActions::message(const QString &text, TextFormat format)
{
    FakeTimeline::Row row = FakeTimeline::messages(1).constFirst();
    row.text = text;
    row.format = format;
    row.rights = FakeTimeline::AllRights;
    return row;
}

void TestTimelineActions::show(const QList<FakeTimeline::Row> &rows, QSize size)
{
    m_model->rows = rows;
    m_view->resize(size);
    m_view->setModel(m_model.get());
    m_view->show();
    m_view->activateWindow();
    m_view->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    layOut();
}

QPoint TestTimelineActions::find(int row, RowLayout::Part part)
{
    const RowLayout &layout = m_view->rows().layout(row);
    for (int y = 0; y < layout.height(); y += 2)
        for (int x = 0; x < m_view->viewport()->width(); x += 2)
            if (layout.partAt(QPoint(x, y)) == part)
                return inRow(row, QPoint(x, y));
    return {};
}

void TestTimelineActions::keysActOnTheFocusedMessage_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<MessageAction>("action");
    QTest::newRow("reply") << int(Qt::Key_R) << MessageAction::Reply;
    QTest::newRow("edit") << int(Qt::Key_E) << MessageAction::Edit;
    QTest::newRow("react") << int(Qt::Key_Plus) << MessageAction::React;
    QTest::newRow("react too") << int(Qt::Key_Equal) << MessageAction::React;
    QTest::newRow("delete") << int(Qt::Key_Delete) << MessageAction::Delete;
    QTest::newRow("pin") << int(Qt::Key_P) << MessageAction::Pin;
    QTest::newRow("save") << int(Qt::Key_S) << MessageAction::Save;
    QTest::newRow("link") << int(Qt::Key_L) << MessageAction::CopyLink;
    QTest::newRow("forward") << int(Qt::Key_F) << MessageAction::Forward;
}

void TestTimelineActions::keysActOnTheFocusedMessage()
{
    QFETCH(int, key);
    QFETCH(MessageAction, action);
    show({ message(u"one"_s), message(u"two"_s) });
    QSignalSpy asked(m_view.get(), &TimelineView::actionAsked);
    m_view->setCurrentRow(1);
    QTest::keyClick(m_view.get(), Qt::Key(key));
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked[0][0].value<MessageAction>(), action);
    QCOMPARE(asked[0][1].toModelIndex().row(), 1);
    QVERIFY(!asked[0][2].toRect().isEmpty());
    // A message that was only clicked has no keys: the letter begins a text.
    click(inRow(0, m_view->rows().layout(0).textOrigin() + QPoint(3, 5)));
    const QString typed = key < 0x100 ? QString(QChar(key)).toLower() : QString();
    QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier, typed);
    press.accept();
    QCoreApplication::sendEvent(m_view.get(), &press);
    QCOMPARE(asked.count(), 1);
}

void TestTimelineActions::keysOfAMessageNeverBeginAText()
{
    FakeTimeline::Row others = message(u"of somebody else"_s);
    others.rights = { true, false, false, true, false };
    show({ others });
    QSignalSpy asked(m_view.get(), &TimelineView::actionAsked);
    m_view->setCurrentRow(0);
    const auto isTaken = [this](Qt::Key key, const QString &text) {
        QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier, text);
        press.accept(); // as it comes from the system
        QCoreApplication::sendEvent(m_view.get(), &press);
        return press.isAccepted();
    };
    QVERIFY(isTaken(Qt::Key_E, u"e"_s));
    QVERIFY(isTaken(Qt::Key_Delete, {}));
    QCOMPARE(asked.count(), 0);
    QVERIFY(!isTaken(Qt::Key_X, u"x"_s));
}

void TestTimelineActions::withoutAServerLettersAreNotTaken()
{
    m_view->setOffers({});
    show({ message(u"one"_s) });
    m_view->setCurrentRow(0);
    QKeyEvent press(QEvent::KeyPress, Qt::Key_R, Qt::NoModifier, u"r"_s);
    QCoreApplication::sendEvent(m_view.get(), &press);
    QVERIFY(!press.isAccepted());
    QVERIFY(!m_view->findChild<ActionBar *>()->isVisible());
}

void TestTimelineActions::nothingIsOfferedWithoutRights()
{
    TimelineRow row;
    row.seq = 1;
    QCOMPARE(MessageOffer::of(row, { true, true }),
        QList<MessageAction>({ MessageAction::Forward, MessageAction::CopyLink, MessageAction::Save }));
    QVERIFY(MessageOffer::of(row, {}).isEmpty());
    row.seq = 0; // not stored yet
    row.rights = FakeTimeline::AllRights;
    QVERIFY(MessageOffer::of(row, { true, true }).isEmpty());
}

void TestTimelineActions::theMenuOffersTheSameAsTheKeys()
{
    FakeTimeline::Row row = message(u"one"_s);
    row.reactions.append({ u"👍"_s, 1, true, { AccountId{ 2 } } });
    row.editedMs = row.timeMs + 1000;
    show({ row });
    m_view->setCurrentRow(0);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    auto *menu = m_view->findChild<MessageMenu *>();
    QVERIFY(menu);
    QSignalSpy asked(m_view.get(), &TimelineView::actionAsked);
    QList<MessageAction> offered;
    for (QAction *entry : menu->actions()) {
        if (!entry->data().isValid())
            continue;
        QVERIFY(!entry->text().isEmpty());
        offered.append(MessageAction(entry->data().toInt()));
        entry->trigger();
    }
    QCOMPARE(offered, MessageOffer::of(readTimelineRow(m_model->index(0, 0)), { true, true }));
    QCOMPARE(offered.size(), 10);
    QCOMPARE(asked.count(), offered.size());
}

void TestTimelineActions::theBarFollowsTheMouse()
{
    show({ message(u"one"_s), message(u"two"_s) });
    auto *bar = m_view->findChild<ActionBar *>();
    QVERIFY(bar->isVisible()); // of the message that has the focus
    m_view->clearFocus();
    QVERIFY(!bar->isVisible());
    QTest::mouseMove(m_view->viewport(), inRow(1, QPoint(100, m_view->rows().layout(1).height() / 2)));
    QTRY_VERIFY(bar->isVisible());
    QVERIFY(bar->geometry().intersects(m_view->rowRect(1)));
    QVERIFY(m_view->viewport()->rect().contains(bar->geometry()));
    QSignalSpy asked(m_view.get(), &TimelineView::actionAsked);
    for (auto *button : bar->findChildren<QAbstractButton *>()) {
        QVERIFY(!button->accessibleName().isEmpty());
        if (button->objectName() != "more"_L1)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(asked.count(), 3);
    QCOMPARE(asked[0][1].toModelIndex().row(), 1);
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(m_view->viewport(), &leave);
    QVERIFY(!bar->isVisible());
}

void TestTimelineActions::aReactionIsToggledByAClick()
{
    FakeTimeline::Row row = message(u"one"_s);
    row.reactions = { { u"👍"_s, 2, true, {} }, { u"🎉"_s, 1, false, {} } };
    show({ row });
    QSignalSpy toggled(m_view.get(), &TimelineView::reactionToggled);
    const QList<QRect> chips = m_view->rows().layout(0).reactionRects();
    click(inRow(0, chips[0].center()));
    click(inRow(0, chips[1].center()));
    QCOMPARE(toggled.count(), 2);
    QCOMPARE(toggled[0][1].toString(), u"👍"_s);
    QCOMPARE(toggled[0][2].toBool(), false); // mine: taken back
    QCOMPARE(toggled[1][1].toString(), u"🎉"_s);
    QCOMPARE(toggled[1][2].toBool(), true);
    QSignalSpy asked(m_view.get(), &TimelineView::actionAsked);
    click(inRow(0, m_view->rows().layout(0).addReactionRect().center()));
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked[0][0].value<MessageAction>(), MessageAction::React);
}

void TestTimelineActions::reactionsAreLeftAloneWithoutTheRight()
{
    FakeTimeline::Row row = message(u"one"_s);
    row.reactions = { { u"👍"_s, 2, true, {} } };
    row.rights.mayReact = false;
    show({ row });
    QSignalSpy toggled(m_view.get(), &TimelineView::reactionToggled);
    click(inRow(0, m_view->rows().layout(0).reactionRects().constFirst().center()));
    QCOMPARE(toggled.count(), 0);
}

void TestTimelineActions::aReactionAboveMovesNothing()
{
    QList<FakeTimeline::Row> rows;
    for (int i = 0; i < 60; ++i) {
        rows.append(message(u"Message "_s + QString::number(i)));
        rows.last().seq = i + 1;
    }
    show(rows);
    auto *bar = m_view->verticalScrollBar();
    int tried = 0;
    // Also when the row above is cut off by the edge, at each pixel of it.
    for (int step = 0; step < 40; ++step) {
        bar->setValue(bar->maximum() / 2 + step);
        const int cut = m_view->firstVisibleRow();
        if (m_view->rowRect(cut).top() >= 0)
            continue; // wholly in view: what grows there may be seen to grow
        ++tried;
        const int read = cut + 1;
        const int top = m_view->rowRect(read).top();
        FakeTimeline::Row changed = m_model->rows[cut];
        changed.reactions.append({ u"👍"_s, 1, false, {} });
        m_model->change(cut, changed);
        m_model->change(cut - 1, changed);
        layOut();
        QCOMPARE(m_view->rowRect(read).top(), top);
        m_view->grab();
        QCOMPARE(m_view->rowRect(read).top(), top);
        changed.reactions.clear();
        m_model->change(cut, changed);
        m_model->change(cut - 1, changed);
        layOut();
    }
    QVERIFY(tried > 20);
}

void TestTimelineActions::theAnswerLeadsToItsMessage()
{
    FakeTimeline::Row row = message(u"yes"_s);
    row.replySeq = 42;
    row.replyAuthor = u"Ahmed"_s;
    row.replyText = u"Shall we?"_s;
    show({ row });
    QSignalSpy wanted(m_view.get(), &TimelineView::targetAsked);
    click(inRow(0, m_view->rows().layout(0).replyRect().center()));
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted[0][0].toLongLong(), 42);
}

void TestTimelineActions::spoilersAreRevealedByAClick()
{
    show({ message(u"the end is ||sad||"_s) });
    const QPoint hidden = find(0, RowLayout::Part::Spoiler);
    QVERIFY(!hidden.isNull());
    click(hidden);
    layOut();
    QVERIFY(find(0, RowLayout::Part::Spoiler).isNull());
    QCOMPARE(m_view->rows().layout(0).text()->plainText(), u"the end is sad"_s);
}

void TestTimelineActions::spoilersAreRevealedByAKey()
{
    show({ message(u"||all|| ||of it||"_s) });
    m_view->setCurrentRow(0);
    QTest::keyClick(m_view.get(), Qt::Key_Space);
    QVERIFY(!m_view->rows().layout(0).text()->hidesSpoilers());
    QVERIFY(!m_view->findChild<MessageMenu *>()); // the first press reveals, the next one opens the menu
    QTest::keyClick(m_view.get(), Qt::Key_Space);
    QVERIFY(m_view->findChild<MessageMenu *>());
}

void TestTimelineActions::onlyOurLinksAreHandedOn()
{
    show({ message(u"[there](salon://chat.example:7337/room/3/9)"_s) });
    QSignalSpy opened(m_view.get(), &TimelineView::salonLinkOpened);
    const QPoint link = find(0, RowLayout::Part::Link);
    QVERIFY(!link.isNull());
    click(link);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened[0][0].toUrl(), QUrl(u"salon://chat.example:7337/room/3/9"_s));
    FakeTimeline::Row bad = message(u"[there](file:///etc/passwd) [x](smb://host/share) [y](javascript:alert(1))"_s);
    m_model->change(0, bad);
    layOut();
    QVERIFY(find(0, RowLayout::Part::Link).isNull());
}

void TestTimelineActions::codeIsCopiedByAClick()
{
    show({ message(u"see\n```cpp\nint x;\nint y;\n```"_s) });
    const QPoint button = find(0, RowLayout::Part::CopyCode);
    QVERIFY(!button.isNull());
    click(button);
    QCOMPARE(QGuiApplication::clipboard()->text().trimmed(), u"int x;\nint y;"_s);
}

void TestTimelineActions::tombstonesOfferNothing()
{
    FakeTimeline::Row row = message({});
    row.isDeleted = true;
    row.deletedBy = u"Zoé"_s;
    row.rights = {};
    show({ row });
    QVERIFY(m_view->rows().layout(0).text()->plainText().contains(u"Zoé"_s));
    QVERIFY(MessageOffer::of(readTimelineRow(m_model->index(0, 0)), { true, true }).isEmpty());
    row.isSaved = true; // … but to be taken off the list
    m_model->change(0, row);
    QCOMPARE(MessageOffer::of(readTimelineRow(m_model->index(0, 0)), { true, true }),
        QList<MessageAction>{ MessageAction::Save });
}

void TestTimelineActions::aJumpShinesAndOffersTheWayBack()
{
    QList<FakeTimeline::Row> rows;
    for (int i = 0; i < 80; ++i) {
        rows.append(message(u"Message "_s + QString::number(i)));
        rows.last().seq = i + 1;
    }
    show(rows);
    QCOMPARE(m_view->place().seq, 0); // at the newest
    auto *bar = m_view->verticalScrollBar();
    bar->setValue(bar->maximum() / 2);
    const TimelineView::Place place = m_view->place();
    const int row = int(place.seq) - 1;
    const int top = m_view->rowRect(row).top();
    const QImage before = (m_view->jumpToRow(5), m_view->grab().toImage());
    QVERIFY(m_view->rowRect(5).top() >= 0 && m_view->rowRect(5).bottom() < m_view->viewport()->height());
    QTRY_VERIFY_WITH_TIMEOUT(m_view->grab().toImage() != before, 5000); // it fades
    auto *pill = m_view->findChild<ReturnPill *>();
    QVERIFY(!pill->isVisible());
    m_view->offerReturn(true);
    QVERIFY(pill->isVisible());
    QVERIFY(!pill->accessibleName().isEmpty());
    // It stands below the rows and covers none, not even the last one.
    QVERIFY(pill->mapTo(m_view.get(), QPoint()).y() >= m_view->viewport()->geometry().bottom());
    QVERIFY(m_view->rect().contains(QRect(pill->mapTo(m_view.get(), QPoint()), pill->size())));
    m_view->scrollToBottom();
    QTRY_VERIFY(m_view->isAtBottom() && m_view->rowRect(79).bottom() <= m_view->viewport()->height());
    const int narrower = m_view->viewport()->height();
    QSignalSpy back(m_view.get(), &TimelineView::returnAsked);
    QTest::mouseClick(pill, Qt::LeftButton);
    QCOMPARE(back.count(), 1);
    m_view->offerReturn(false);
    QVERIFY(m_view->viewport()->height() > narrower);
    m_view->showRow(row, place.share);
    QVERIFY(std::abs(m_view->rowRect(row).top() - top) <= 1);
}

void TestTimelineActions::theWholeFormIsSpoken()
{
    FakeTimeline::Row row = message(u"yes"_s);
    row.replySeq = 1;
    row.replyAuthor = u"Ahmed"_s;
    row.replyText = u"Shall we?"_s;
    row.editedMs = row.timeMs + 1000;
    row.isPinned = true;
    row.reactions = { { u"👍"_s, 3, true, {} } };
    show({ row });
    const QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_view.get());
    const QString spoken = list->child(0)->text(QAccessible::Name);
    for (const QString &words : { u"yes"_s, u"Ahmed"_s, u"Shall we?"_s, u"edited"_s, u"pinned"_s, u"👍"_s, u"3"_s })
        QVERIFY2(spoken.contains(words), qPrintable(spoken));
}

void TestTimelineActions::selectionsCopyWhatIsShown()
{
    FakeTimeline::Row second = message(u"- *bread*\n- ||cheese||"_s);
    second.seq = 2;
    show({ message(u"Some **bold** words"_s), second });
    const RowLayout &first = m_view->rows().layout(0);
    const QPoint from = inRow(0, first.textOrigin() + QPoint(1, 5));
    const QPoint to = inRow(1, QPoint(m_view->viewport()->width() - 40, m_view->rows().layout(1).height() - 4));
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, from);
    QTest::mouseMove(m_view->viewport(), to);
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, to);
    const QString copied = m_view->selectedText();
    QVERIFY2(copied.contains(u"Some bold words"_s), qPrintable(copied));
    QVERIFY2(copied.contains(u"• bread"_s) && copied.contains(u"▒▒▒"_s), qPrintable(copied));
    QVERIFY2(!copied.contains(u"**"_s) && !copied.contains(u"cheese"_s), qPrintable(copied));
}

QTEST_MAIN(TestTimelineActions)
#include "tst_timeline_actions.moc"
