// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/composer/composer.h"
#include "client-gui/composer/composer_edit.h"
#include "client-gui/dialogs/question_dialog.h"
#include "client-gui/main_window/main_actions.h"
#include "client-gui/main_window/pin_button.h"
#include "client-gui/main_window/room_view.h"
#include "client-gui/members/bans_dialog.h"
#include "client-gui/members/member_pane.h"
#include "client-gui/messages/forward_dialog.h"
#include "client-gui/messages/message_list_pane.h"
#include "client-gui/messages/revisions_dialog.h"
#include "client-gui/rooms/section_list_view.h"
#include "client-gui/timeline/timeline_view.h"
#include "shared/client-core/text/message_link.h"
#include "tests/gui/window/chat_fixture.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// What is done with messages in the real window, against a real server. With SALON_PICTURES=<folder> some pictures
/// are kept.
class TestMessageWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aReactionGoesThereAndBack();
    void replyingByKeyQuotesTheMessage();
    void editingByKeyChangesTheMessage();
    void deletingAsksFirst();
    void pinsStandInTheHeader();
    void savedMessagesAreListed();
    void mentionsAreListed();
    void theListClosesWithEscape();
    void inANarrowWindowTheListTakesTheMiddle();
    void aLinkLeadsToItsMessage();
    void aLinkToAStrangeRoomIsExplained();
    void forwardingSendsAQuote();
    void forwardingSendsTheFiles();
    void whoIsRemovedIsAskedAboutFirst();
    void bansAreLiftedInTheProperties();

private:
    [[nodiscard]] MainWindow &window() { return *m_chat->window; }
    [[nodiscard]] TimelineView &timeline() { return window().roomView().timeline(); }
    [[nodiscard]] TimelineModel &model() { return *window().roomView().timelineModel(); }
    [[nodiscard]] ComposerEdit &text() { return *window().findChild<ComposerEdit *>(); }
    [[nodiscard]] Workspace &workspace() { return m_chat->workspace(); }
    [[nodiscard]] QVariant cell(Seq seq, int role) { return model().index(model().rowOfSeq(seq), 0).data(role); }
    /// Somebody else writes; the seq of it once it is here.
    Seq arrives(const QString &words, const QString &login = u"marie"_s);
    /// One writes oneself.
    Seq writes(const QString &words);
    void press(Seq seq, Qt::Key key);
    template <class Dialog>
    [[nodiscard]] Dialog *dialog()
    {
        Dialog *found = nullptr;
        return waitUntil([&] { return (found = window().findChild<Dialog *>()) && found->isVisible(); }) ? found
                                                                                                         : nullptr;
    }
    void keep(const QString &name);

    std::unique_ptr<ChatFixture> m_chat;
};

void TestMessageWindow::init()
{
    m_chat = std::make_unique<ChatFixture>();
    QVERIFY2(m_chat->start(), m_chat->server.output().constData());
    window().resize(1100, 700);
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    QVERIFY(workspace().canChange());
}

void TestMessageWindow::cleanup()
{
    m_chat.reset();
}

void TestMessageWindow::keep(const QString &name)
{
    QCoreApplication::sendPostedEvents();
    const QPixmap picture = window().grab();
    const QString folder = qEnvironmentVariable("SALON_PICTURES");
    if (!folder.isEmpty())
        QVERIFY(picture.save(QDir(folder).filePath(name + u".png"_s)));
}

Seq TestMessageWindow::arrives(const QString &words, const QString &login)
{
    const auto sent = m_chat->person(login).send(window().room(), words);
    const Seq seq = sent ? sent->seq : 0;
    return waitUntil([&] { return seq > 0 && model().rowOfSeq(seq) >= 0; }) ? seq : 0;
}

Seq TestMessageWindow::writes(const QString &words)
{
    const Result<Cid> cid = workspace().sendText(window().room(), words);
    Seq seq = 0;
    const bool isStored = waitUntil([&] {
        const int row = model().rowOfCid(*cid);
        seq = row < 0 ? 0 : model().index(row, 0).data(TimelineModel::SeqRole).toLongLong();
        return seq > 0;
    });
    return isStored ? seq : 0;
}

void TestMessageWindow::press(Seq seq, Qt::Key key)
{
    timeline().setFocus();
    timeline().setCurrentRow(model().rowOfSeq(seq));
    QTest::keyClick(&timeline(), key);
}

void TestMessageWindow::aReactionGoesThereAndBack()
{
    const Seq seq = arrives(u"Bonjour"_s);
    QVERIFY(seq > 0);
    QVERIFY(workspace().react(window().room(), seq, u"👍"_s, true));
    const auto reactions = [&] {
        return cell(seq, TimelineModel::ReactionsRole).value<QList<ReactionView>>();
    };
    QTRY_COMPARE(reactions().size(), 1);
    QTRY_VERIFY(!cell(seq, TimelineModel::PendingChangeRole).toBool());
    QVERIFY(reactions().constFirst().isMine);
    // A click on the chip takes it back.
    const int row = model().rowOfSeq(seq);
    const QRect chip = timeline().rows().layout(row).reactionRects().constFirst();
    QTest::mouseClick(timeline().viewport(), Qt::LeftButton, {}, timeline().rowRect(row).topLeft() + chip.center());
    QTRY_VERIFY(reactions().isEmpty());
    QTRY_COMPARE(workspace().outbox().unsentCount(), 0);
}

void TestMessageWindow::replyingByKeyQuotesTheMessage()
{
    const Seq seq = arrives(u"On peut tester ?"_s);
    press(seq, Qt::Key_R);
    QCOMPARE(window().roomView().composer().replyTo(), seq);
    text().insertPlainText(u"Oui"_s);
    QTest::keyClick(&text(), Qt::Key_Return);
    QTRY_COMPARE(model().index(model().rowCount() - 1, 0).data(TimelineModel::ReplySeqRole).toLongLong(), seq);
    QTRY_VERIFY(model().index(model().rowCount() - 1, 0).data(TimelineModel::SeqRole).toLongLong() > 0);
    const QModelIndex answer = model().index(model().rowCount() - 1, 0);
    QTRY_COMPARE(answer.data(TimelineModel::ReplyTextRole).toString(), u"On peut tester ?"_s);
    // A click on the quote goes there, and back.
    for (int i = 0; i < 60; ++i)
        QVERIFY(m_chat->says(u"marie"_s, window().room(), u"Message %1"_s.arg(i)));
    QTRY_VERIFY(model().rowCount() > 60);
    const Seq last = arrives(u"fin"_s);
    QTRY_VERIFY(timeline().isAtBottom());
    Q_EMIT timeline().targetAsked(seq);
    QTRY_VERIFY(timeline().isReturnOffered());
    QVERIFY(timeline().viewport()->rect().intersects(timeline().rowRect(model().rowOfSeq(seq))));
    keep(u"window-jump"_s);
    Q_EMIT timeline().returnAsked();
    QTRY_VERIFY(timeline().isAtBottom());
    QVERIFY(!timeline().isReturnOffered());
    QVERIFY(model().rowOfSeq(last) >= 0);
}

void TestMessageWindow::editingByKeyChangesTheMessage()
{
    const Seq seq = writes(u"Bonjuor"_s);
    QVERIFY(seq > 0);
    press(seq, Qt::Key_E);
    QTRY_COMPARE(window().roomView().composer().editing(), seq);
    QCOMPARE(text().toPlainText(), u"Bonjuor"_s);
    text().selectAll();
    text().insertPlainText(u"Bonjour"_s);
    QTest::keyClick(&text(), Qt::Key_Return);
    QTRY_COMPARE(cell(seq, TimelineModel::TextRole).toString(), u"Bonjour"_s);
    QTRY_VERIFY(!cell(seq, TimelineModel::PendingChangeRole).toBool());
    QVERIFY(cell(seq, TimelineModel::EditedRole).toBool());
    // The mark leads to what it said before.
    const int row = model().rowOfSeq(seq);
    const QRect mark = timeline().rows().layout(row).editedRect();
    QVERIFY(!mark.isNull());
    QTest::mouseClick(timeline().viewport(), Qt::LeftButton, {}, timeline().rowRect(row).topLeft() + mark.center());
    auto *revisions = dialog<RevisionsDialog>();
    QVERIFY(revisions);
    QTRY_VERIFY(revisions->shownText().contains(u"Bonjuor"_s));
    QVERIFY(revisions->shownText().contains(u"Bonjour"_s));
    keep(u"window-revisions"_s);
    revisions->reject();
}

void TestMessageWindow::deletingAsksFirst()
{
    const Seq seq = writes(u"Oups"_s);
    press(seq, Qt::Key_Delete);
    auto *question = dialog<QuestionDialog>();
    QVERIFY(question);
    QVERIFY(!cell(seq, TimelineModel::DeletedRole).toBool());
    question->reject();
    QTRY_VERIFY(!window().findChild<QuestionDialog *>());
    press(seq, Qt::Key_Delete);
    question = dialog<QuestionDialog>();
    QVERIFY(question);
    question->findChild<QPushButton *>(u"doIt"_s)->click();
    QTRY_VERIFY(cell(seq, TimelineModel::DeletedRole).toBool());
    QTRY_VERIFY(!cell(seq, TimelineModel::PendingChangeRole).toBool());
    QVERIFY(cell(seq, TimelineModel::TextRole).toString().isEmpty());
    QTRY_VERIFY(!window().findChild<QuestionDialog *>());
}

void TestMessageWindow::pinsStandInTheHeader()
{
    auto *pins = window().findChild<PinButton *>();
    QVERIFY(!pins->isVisible());
    const Seq seq = arrives(u"Réunion jeudi à 18 h"_s);
    press(seq, Qt::Key_P);
    QTRY_VERIFY(cell(seq, TimelineModel::PinnedRole).toBool());
    QTRY_VERIFY(pins->isVisible());
    QCOMPARE(pins->count(), 1);
    for (int i = 0; i < 60; ++i)
        QVERIFY(m_chat->says(u"marie"_s, window().room(), u"Message %1"_s.arg(i)));
    QTRY_VERIFY(model().rowCount() > 60);
    QTest::mouseClick(pins, Qt::LeftButton);
    MessageListPane &pane = window().messageList();
    QVERIFY(pane.isVisible());
    QTRY_COMPARE(pane.list().model()->rowCount(), 1);
    keep(u"window-pins"_s);
    pane.list().setFocus();
    pane.list().setCurrentIndex(pane.list().model()->index(0, 0));
    QTest::keyClick(&pane.list(), Qt::Key_Return);
    QTRY_VERIFY(timeline().isReturnOffered());
    QTest::keyClick(&pane.list(), Qt::Key_Delete); // unpins
    QTRY_VERIFY(!cell(seq, TimelineModel::PinnedRole).toBool());
    QTRY_VERIFY(!pins->isVisible());
    QTRY_COMPARE(pane.list().model()->rowCount(), 0);
}

void TestMessageWindow::savedMessagesAreListed()
{
    const Seq seq = arrives(u"À lire plus tard"_s);
    press(seq, Qt::Key_S);
    QTRY_VERIFY(cell(seq, TimelineModel::SavedRole).toBool());
    window().actions().showSaved->trigger();
    MessageListPane &pane = window().messageList();
    QVERIFY(pane.isVisible());
    QCOMPARE(pane.kind(), MessageListKind::Saved);
    QTRY_COMPARE(pane.list().model()->rowCount(), 1);
    QVERIFY(pane.list().model()->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"À lire"_s));
    QTest::keyClick(&pane.list(), Qt::Key_Delete);
    QTRY_VERIFY(!cell(seq, TimelineModel::SavedRole).toBool());
    QTRY_COMPARE(pane.list().model()->rowCount(), 0);
    window().actions().showSaved->trigger();
    QVERIFY(!pane.isVisible());
}

void TestMessageWindow::mentionsAreListed()
{
    const RoomId other = m_chat->makeRoom(u"marie"_s, RoomKind::Public, u"Cuisine"_s);
    QVERIFY(m_chat->says(u"marie"_s, other, u"@camille, tu viens ?"_s));
    window().actions().showMentions->trigger();
    MessageListPane &pane = window().messageList();
    QTRY_COMPARE(pane.list().model()->rowCount(), 1);
    keep(u"window-mentions"_s);
    const QModelIndex first = pane.list().model()->index(0, 0);
    QTest::mouseClick(pane.list().viewport(), Qt::LeftButton, {}, pane.list().visualRect(first).center());
    QTRY_COMPARE(window().room(), other);
    QTRY_VERIFY(window().roomView().timelineModel()->rowCount() > 0);
}

void TestMessageWindow::theListClosesWithEscape()
{
    QTest::keyClick(&window(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    MessageListPane &pane = window().messageList();
    QVERIFY(pane.isVisible());
    QTest::keyClick(&pane.list(), Qt::Key_Escape);
    QVERIFY(!pane.isVisible());
    // The buttons at the top of the room list open them, too.
    for (const QString &name : { u"mentionsButton"_s, u"savedButton"_s }) {
        auto *button = window().findChild<QAbstractButton *>(name);
        QVERIFY(button && !button->accessibleName().isEmpty());
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(pane.isVisible());
    }
}

void TestMessageWindow::inANarrowWindowTheListTakesTheMiddle()
{
    window().resize(800, 600);
    const Seq seq = arrives(u"Bonjour"_s);
    press(seq, Qt::Key_S);
    QTRY_VERIFY(cell(seq, TimelineModel::SavedRole).toBool());
    window().actions().showSaved->trigger();
    MessageListPane &pane = window().messageList();
    QVERIFY(pane.isVisible() && !window().roomView().isVisible());
    QVERIFY(pane.width() > 400);
    QTRY_COMPARE(pane.list().model()->rowCount(), 1);
    keep(u"window-saved-800x600"_s);
    QTest::keyClick(&pane.list(), Qt::Key_Return);
    QVERIFY(!pane.isVisible() && window().roomView().isVisible());
}

void TestMessageWindow::aLinkLeadsToItsMessage()
{
    const Seq seq = arrives(u"Voici le plan"_s);
    press(seq, Qt::Key_L);
    const QString link = QGuiApplication::clipboard()->text();
    const Result<MessageLink> parsed = MessageLink::parse(link);
    QVERIFY2(parsed, qPrintable(link));
    QCOMPARE(parsed->room, window().room());
    QCOMPARE(parsed->seq, seq);
    const RoomId home = window().room();
    const RoomId other = m_chat->makeRoom(u"marie"_s, RoomKind::Public, u"Cuisine"_s);
    window().showRoom(&workspace(), other);
    QVERIFY(window().showMessage(*parsed));
    QCOMPARE(window().room(), home);
    QTRY_VERIFY(model().rowOfSeq(seq) >= 0);
    // In a text it is a link that the window hears of.
    QSignalSpy opened(&window(), &MainWindow::linkOpened);
    Q_EMIT timeline().salonLinkOpened(QUrl(link));
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened[0][0].toString(), link);
}

void TestMessageWindow::aLinkToAStrangeRoomIsExplained()
{
    MessageLink link = *MessageLink::parse(workspace().messageLink(window().room(), 1));
    link.room = RoomId{ 4711 };
    QVERIFY(window().showMessage(link));
    QVERIFY(window().findChild<QMessageBox *>(u"noSuchRoom"_s));
    link.host = u"elsewhere.example"_s;
    QVERIFY(!window().showMessage(link));
}

void TestMessageWindow::forwardingSendsAQuote()
{
    const RoomId other = m_chat->makeRoom(u"marie"_s, RoomKind::Public, u"Cuisine"_s);
    const Seq seq = arrives(u"Il reste 3 * 2 tartes"_s);
    press(seq, Qt::Key_F);
    auto *forward = dialog<ForwardDialog>();
    QVERIFY(forward);
    forward->findChild<QLineEdit *>(u"forwardSearch"_s)->setText(u"cuis"_s);
    forward->findChild<QLineEdit *>(u"forwardComment"_s)->setText(u"Vu ?"_s);
    keep(u"window-forward"_s);
    QTest::mouseClick(forward->findChild<QPushButton *>(u"forwardSend"_s), Qt::LeftButton);
    window().showRoom(&workspace(), other);
    const auto last = [&] {
        const TimelineModel *shown = window().roomView().timelineModel();
        return shown->index(shown->rowCount() - 1, 0).data(TimelineModel::TextRole).toString();
    };
    QTRY_VERIFY(last().contains(u"Vu ?"_s));
    const QString shown = timeline().rows().layout(timeline().rows().count() - 1).text()->plainText();
    QVERIFY2(shown.contains(u"> Il reste 3 * 2 tartes"_s), qPrintable(shown));
    QVERIFY2(shown.contains(u"> marie"_s), qPrintable(shown));
}

void TestMessageWindow::forwardingSendsTheFiles()
{
    const RoomId other = m_chat->makeRoom(u"marie"_s, RoomKind::Public, u"Cuisine"_s);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"recette.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("farine, beurre") > 0);
    file.close();
    const Answer<ScannedFiles> scanned = workspace().scan({ file.fileName() });
    QTRY_VERIFY(scanned.isFinished());
    QVERIFY(scanned.result());
    QVERIFY(workspace().sendFiles(window().room(), {}, scanned.result()->files));
    QTRY_VERIFY(workspace().outbox().entries().isEmpty());
    const Seq seq = workspace().sync().last(window().room());
    QTRY_VERIFY(window().roomView().timelineModel()->rowOfSeq(seq) >= 0);
    press(seq, Qt::Key_F);
    auto *forward = dialog<ForwardDialog>();
    QVERIFY(forward);
    forward->findChild<QLineEdit *>(u"forwardSearch"_s)->setText(u"cuis"_s);
    QTest::mouseClick(forward->findChild<QPushButton *>(u"forwardSend"_s), Qt::LeftButton);
    window().showRoom(&workspace(), other);
    const auto last = [&](int role) {
        const TimelineModel *shown = window().roomView().timelineModel();
        return shown->index(shown->rowCount() - 1, 0).data(role);
    };
    QTRY_COMPARE(last(TimelineModel::FilesRole).value<QList<FileEntry>>().size(), 1);
    QTRY_VERIFY(last(TimelineModel::SeqRole).toLongLong() > 0);
    QCOMPARE(last(TimelineModel::FilesRole).value<QList<FileEntry>>().first().name, u"recette.txt"_s);
    QVERIFY(last(TimelineModel::TextRole).toString().startsWith("> **"_L1));
}

void TestMessageWindow::whoIsRemovedIsAskedAboutFirst()
{
    QVERIFY(!workspace().mayRemovePeople(m_chat->firstRoom()));
    const RoomId room = m_chat->makeRoom(u"marie"_s, RoomKind::Public, u"Cuisine"_s);
    window().showRoom(&workspace(), room);
    QVERIFY(workspace().mayRemovePeople(room));
    auto *pane = window().findChild<MemberPane *>();
    const AccountId person = workspace().people().findLogin(u"marie"_s)->id;
    Q_EMIT pane->removalRequested(person, u"Marie"_s, true);
    auto *question = dialog<QuestionDialog>();
    QVERIFY(question);
    question->findChild<QPushButton *>(u"doIt"_s)->click();
    QTRY_VERIFY(!window().findChild<QuestionDialog *>());
    const QAbstractItemModel *rows = timeline().model();
    QTRY_VERIFY(
        rows->index(rows->rowCount() - 1, 0).data(TimelineModel::SystemTextRole).toString().contains(u"marie"_s));
}

void TestMessageWindow::bansAreLiftedInTheProperties()
{
    const RoomId room = m_chat->makeRoom(u"marie"_s, RoomKind::Public, u"Cuisine"_s);
    m_chat->person(u"ahmed"_s);
    QTRY_VERIFY(workspace().people().findLogin(u"ahmed"_s));
    const AccountId ahmed = workspace().people().findLogin(u"ahmed"_s)->id;
    Answer<> banned = workspace().removeFromRoom(room, ahmed, true);
    QVERIFY(waitUntil([&] { return banned.isFinished(); }));
    QVERIFY(banned.result());
    BansDialog bans(window().roomView().timeline().theme(), workspace(), room, &window());
    bans.open();
    auto *list = bans.findChild<QListWidget *>();
    QTRY_COMPARE(list->count(), 1);
    QVERIFY(list->item(0)->text().contains(u"ahmed"_s));
    QTest::mouseClick(bans.findChild<QPushButton *>(u"liftBan"_s), Qt::LeftButton);
    QTRY_COMPARE(list->count(), 0);
}

QTEST_MAIN(TestMessageWindow)
#include "tst_message_window.moc"
