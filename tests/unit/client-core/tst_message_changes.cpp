// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/models/message_list_model.h"
#include "shared/client-core/models/outbox_model.h"
#include "shared/client-core/models/reaction_view.h"
#include "shared/client-core/models/timeline_model.h"
#include "tests/unit/client-core/rig.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace salon;
using namespace salon::test;
using namespace Qt::StringLiterals;

using Model = TimelineModel;

/// Changes of messages from one end to the other: outbox, server, mirror, timeline, counts and lists.
class TestMessageChanges : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void editIsShownAtOnceAndStays();
    void theTextMayBeTakenOffFiles();
    void refusedChangeIsTakenBack();
    void changeThatChangesNothingIsDone();
    void serverWithoutChangesGetsNone();
    void queuedChangesSurviveARestart();
    void changesHaveNoRow();
    void pageFullOfChangesIsNoEnd();
    void changeWhileAPageIsUnderWay();
    void changeOfAMessageInMidHistory();
    void mirrorHasThePresentForm();
    void pageHasThePresentForm();
    void repliesQuoteTheMessage();
    void quotesOfWhatIsGone();
    void unreadCountsHeedDeletions();
    void unreadCountsOfWhatTheServerCounted();
    void editMayTakeAMentionAway();
    void readingTheLastLineReadsTheChangesBehindIt();
    void rightsFollowRoleAndAuthor();
    void savedOnAllDevices();
    void pinnedListFollowsThePins();
    void savedListPagesAndShrinks();
    void hostileChangesAreIgnored();

private:
    void start();
    void show(RoomId room = General);
    [[nodiscard]] QVariant get(Seq seq, int role) const { return m_model->index(m_model->rowOfSeq(seq)).data(role); }
    [[nodiscard]] QList<ReactionView> reactions(Seq seq) const
    {
        return get(seq, Model::ReactionsRole).value<QList<ReactionView>>();
    }
    std::unique_ptr<MessageListModel> makeList(MessageListKind kind, RoomId room);

    std::unique_ptr<World> m_world;
    std::unique_ptr<Rig> m_rig;
    std::unique_ptr<Model> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestMessageChanges::init()
{
    m_world = std::make_unique<World>();
}

void TestMessageChanges::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_rig.reset();
}

void TestMessageChanges::start()
{
    cleanup();
    m_rig = m_world->makeRig();
    m_rig->goOnline();
}

void TestMessageChanges::show(RoomId room)
{
    m_model = std::make_unique<Model>(room, m_rig->sources());
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_VERIFY(!m_model->isLoading());
}

std::unique_ptr<MessageListModel> TestMessageChanges::makeList(MessageListKind kind, RoomId room)
{
    return std::make_unique<MessageListModel>(
        kind, room, [this, kind, room](quint64 before) { return m_rig->messages.list(kind, room, before); },
        m_rig->sources());
}

void TestMessageChanges::editIsShownAtOnceAndStays()
{
    const Seq mine = m_world->server.say(General, FakeServer::Me, u"helo"_s).seq;
    const Seq hers = m_world->server.say(General, FakeServer::Marie, u"hi"_s).seq;
    start();
    show();
    QVERIFY(m_rig->messages.edit(General, mine, u"hello"_s, TextFormat::Markdown));
    QVERIFY(m_rig->messages.react(General, hers, u"👍"_s, true));
    QCOMPARE(get(mine, Model::TextRole).toString(), u"hello"_s); // before anything was sent
    QVERIFY(get(mine, Model::PendingChangeRole).toBool());
    QVERIFY(get(mine, Model::EditedRole).toBool());
    QCOMPARE(reactions(hers), QList{ (ReactionView{ u"👍"_s, 1, true, { FakeServer::Me } }) });
    QTRY_VERIFY(m_rig->outbox.entries().isEmpty());
    QCOMPARE(get(mine, Model::TextRole).toString(), u"hello"_s);
    QCOMPARE(get(mine, Model::FormatRole).toInt(), int(TextFormat::Markdown));
    QVERIFY(!get(mine, Model::PendingChangeRole).toBool());
    QCOMPARE(reactions(hers).size(), 1);
    QCOMPARE(m_world->server.room(General).log[mine - 1].text, u"hello"_s);
    QVERIFY(m_rig->messages.react(General, hers, u"👍"_s, false));
    QVERIFY(reactions(hers).isEmpty());
    QVERIFY(m_rig->messages.remove(General, mine));
    QVERIFY(get(mine, Model::DeletedRole).toBool());
    QVERIFY(get(mine, Model::TextRole).toString().isEmpty());
    QTRY_VERIFY(m_rig->outbox.entries().isEmpty());
    QVERIFY(reactions(hers).isEmpty());
    QVERIFY(get(mine, Model::DeletedRole).toBool());
    QVERIFY(get(mine, Model::DeletedByRole).toString().isEmpty());
    QCOMPARE(m_model->rowCount(), 2);
}

void TestMessageChanges::theTextMayBeTakenOffFiles()
{
    RoomEvent picture;
    picture.room = General;
    picture.kind = EventKind::Message;
    picture.author = FakeServer::Me;
    picture.text = u"caption"_s;
    picture.files = { { QByteArray(32, 'h'), u"a.png"_s, 5, u"image/png"_s, 0, 0, {} } };
    const Seq mine = m_world->server.append(picture).seq;
    const Seq bare = m_world->server.say(General, FakeServer::Me, u"words"_s).seq;
    start();
    show();
    QCOMPARE(m_rig->messages.edit(General, bare, u" "_s, TextFormat::Markdown).error().code, ErrorCode::EmptyText);
    QVERIFY(m_rig->messages.edit(General, mine, u" \n"_s, TextFormat::Markdown, true));
    QCOMPARE(get(mine, Model::TextRole).toString(), QString()); // at once
    QTRY_VERIFY(m_rig->outbox.entries().isEmpty());
    QCOMPARE(get(mine, Model::TextRole).toString(), QString());
    QVERIFY(get(mine, Model::EditedRole).toBool());
    QCOMPARE(get(mine, Model::FilesRole).value<QList<FileEntry>>().size(), 1);
    start(); // what the mirror kept
    show();
    QCOMPARE(get(mine, Model::TextRole).toString(), QString());
    QCOMPARE(get(mine, Model::FilesRole).value<QList<FileEntry>>().size(), 1);
}

void TestMessageChanges::refusedChangeIsTakenBack()
{
    const Seq hers = m_world->server.say(General, FakeServer::Marie, u"hers"_s).seq;
    const Seq mine = m_world->server.say(General, FakeServer::Me, u"mine"_s).seq;
    start();
    show();
    OutboxModel list(m_rig->outbox, m_rig->rooms);
    const QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto refused = m_rig->messages.edit(General, mine, u"refuse me"_s, TextFormat::Plain);
    const auto after = m_rig->messages.pin(General, hers, true);
    QVERIFY(refused && after);
    QCOMPARE(get(mine, Model::TextRole).toString(), u"refuse me"_s);
    QTRY_COMPARE(m_rig->outbox.find(*refused)->state, SendState::Failed);
    QCOMPARE(get(mine, Model::TextRole).toString(), u"mine"_s);
    QVERIFY(!get(mine, Model::PendingChangeRole).toBool());
    QTRY_VERIFY(!m_rig->outbox.find(*after)); // what came behind it is done
    QVERIFY(get(hers, Model::PinnedRole).toBool());
    QCOMPARE(list.rowCount(), 1);
    QCOMPARE(list.index(0).data(OutboxModel::TextRole).toString(), u"Edit: refuse me"_s);
    QCOMPARE(m_rig->outbox.takeBackIntoDraft(*refused), OutboxRemoval::Done);
    const Draft edit = m_rig->outbox.drafts().editOf(General);
    QCOMPARE(edit.text, u"refuse me"_s);
    QCOMPARE(edit.editing, mine);
    QVERIFY(m_rig->outbox.drafts().of(General).isEmpty());
}

void TestMessageChanges::changeThatChangesNothingIsDone()
{
    const Seq hers = m_world->server.say(General, FakeServer::Marie, u"hers"_s).seq;
    start();
    show();
    m_world->server.change(General, FakeServer::Me, EventKind::Reacted, hers, u"👍"_s); // on another device
    const auto reacted = m_rig->messages.react(General, hers, u"👍"_s, true);
    QVERIFY(reacted);
    QTRY_VERIFY(!m_rig->outbox.find(*reacted));
    QCOMPARE(reactions(hers), QList{ (ReactionView{ u"👍"_s, 1, true, { FakeServer::Me } }) });
    m_rig->outbox.queue(General, u"the next one has the right number"_s);
    QTRY_VERIFY(m_rig->outbox.entries().isEmpty());
    QCOMPARE(m_world->server.textsOf(General).last(), u"the next one has the right number"_s);
}

void TestMessageChanges::serverWithoutChangesGetsNone()
{
    m_world->server.features.removeAll(QString::fromLatin1(features::Changes));
    const Seq mine = m_world->server.say(General, FakeServer::Me, u"mine"_s).seq;
    start();
    show();
    QVERIFY(!m_rig->rules.canChange());
    QCOMPARE(get(mine, Model::RightsRole).value<MessageRights>(), MessageRights());
    const auto edit = m_rig->messages.edit(General, mine, u"not a message"_s, TextFormat::Plain);
    QVERIFY(edit);
    QTRY_COMPARE(m_rig->outbox.find(*edit)->state, SendState::Failed);
    QCOMPARE(m_world->server.textsOf(General), QStringList(u"mine"_s));
    QVERIFY(m_world->server.received(MessageType::ListMessages).isEmpty());
}

void TestMessageChanges::queuedChangesSurviveARestart()
{
    const Seq mine = m_world->server.say(General, FakeServer::Me, u"mine"_s).seq;
    start();
    m_rig->session->stop();
    QVERIFY(m_rig->messages.edit(General, mine, u"edited offline"_s, TextFormat::Action));
    QVERIFY(m_rig->messages.react(General, mine, u"🎉"_s, true));
    QVERIFY(m_rig->messages.send(General, u"an answer"_s, mine, TextFormat::Plain));
    QTRY_COMPARE(m_world->disk.records.size(), 3);
    start();
    QTRY_VERIFY(m_rig->outbox.entries().isEmpty());
    const QList<RoomEvent> log = m_world->server.room(General).log;
    QCOMPARE(log[mine - 1].text, u"edited offline"_s);
    QCOMPARE(log[mine - 1].format, TextFormat::Action);
    QCOMPARE(log[mine - 1].reactions.value(0).emoji, u"🎉"_s);
    QCOMPARE(log.last().target, mine);
}

void TestMessageChanges::changesHaveNoRow()
{
    const Seq first = m_world->server.say(General, FakeServer::Marie, u"first"_s).seq;
    start();
    show();
    m_world->server.change(General, FakeServer::Jean, EventKind::Reacted, first, u"👍"_s);
    m_world->server.change(General, FakeServer::Marie, EventKind::Edited, first, u"first, again"_s);
    m_world->server.change(General, FakeServer::Jean, EventKind::Pinned, first);
    const Seq last = m_world->server.say(General, FakeServer::Marie, u"last"_s).seq;
    QTRY_COMPARE(m_model->newestSeq(), last);
    QCOMPARE(m_model->rowCount(), 3); // two messages, and the line that tells of the pin
    QCOMPARE(m_model->rowOfSeq(last), 2);
    QCOMPARE(m_model->rowOfSeq(first + 1), -1);
    QCOMPARE(m_model->index(1).data(Model::RowKindRole).toInt(), int(Model::RowKind::System));
    QCOMPARE(get(first, Model::TextRole).toString(), u"first, again"_s);
    QVERIFY(m_model->isAtEnd());
    show(); // the same from the mirror
    QCOMPARE(m_model->rowCount(), 3);
    QCOMPARE(get(first, Model::TextRole).toString(), u"first, again"_s);
    QCOMPARE(reactions(first).size(), 1);
    QVERIFY(m_model->isAtStart() && m_model->isAtEnd());
}

void TestMessageChanges::pageFullOfChangesIsNoEnd()
{
    m_world->server.fill(General, 30);
    for (int i = 0; i < 5 * Model::PageRows; ++i)
        m_world->server.change(
            General, FakeServer::Marie, i % 2 == 0 ? EventKind::Reacted : EventKind::Unreacted, 5, u"👍"_s);
    start();
    show();
    QTRY_COMPARE(m_model->rowCount(), 30); // by itself: nobody can scroll in an empty view
    QTRY_VERIFY(m_model->isAtStart() && m_model->isAtEnd());
    QCOMPARE(m_model->newestSeq(), Seq(30 + 5 * Model::PageRows));
    m_world->server.say(General, FakeServer::Marie, u"news"_s);
    QTRY_COMPARE(m_model->rowCount(), 31);
    QCOMPARE(m_model->index(30).data(Model::TextRole).toString(), u"news"_s);
}

void TestMessageChanges::changeWhileAPageIsUnderWay()
{
    m_world->server.fill(General, 300);
    start();
    show();
    QVERIFY(m_rig->sync.last(General) == 300 && m_model->oldestSeq() == 201);
    // The page is made, then the message changes, and the push is faster than the page.
    Envelope asked;
    FakeChannel *channel = nullptr;
    m_world->server.intercept = [&](FakeChannel *from, const Envelope &request) {
        if (!request.is(MessageType::FetchHistory) || channel)
            return false;
        asked = request;
        channel = from;
        return true;
    };
    m_model->fetchOlder();
    QTRY_VERIFY(channel);
    HistoryPage page;
    page.room = General;
    page.head = 300;
    page.floor = 1;
    page.events = m_world->server.room(General).log.mid(100, 100);
    m_world->server.change(General, page.events[49].author, EventKind::Edited, 150, u"newer"_s);
    m_world->server.reply(channel, asked, page);
    QTRY_VERIFY(m_model->rowOfSeq(150) >= 0);
    QCOMPARE(get(150, Model::TextRole).toString(), u"newer"_s);
    show();
    m_model->fetchOlder();
    QTRY_VERIFY(m_model->rowOfSeq(150) >= 0);
    QCOMPARE(get(150, Model::TextRole).toString(), u"newer"_s); // in the mirror too
}

void TestMessageChanges::changeOfAMessageInMidHistory()
{
    m_world->server.fill(General, 1000);
    start();
    show();
    QSignalSpy jumped(m_model.get(), &Model::jumped);
    m_model->jumpToSeq(200);
    QTRY_COMPARE(jumped.size(), 1);
    QVERIFY(!m_model->isAtEnd());
    m_world->server.change(General, m_world->server.room(General).log[199].author, EventKind::Edited, 200, u"now"_s);
    QTRY_COMPARE(get(200, Model::TextRole).toString(), u"now"_s);
    QVERIFY(!m_model->isAtEnd());
}

void TestMessageChanges::mirrorHasThePresentForm()
{
    const Seq seq = m_world->server.say(General, FakeServer::Marie, u"first"_s).seq;
    start();
    m_world->server.change(General, FakeServer::Marie, EventKind::Edited, seq, u"second"_s);
    m_world->server.change(General, FakeServer::Jean, EventKind::Reacted, seq, u"👍"_s);
    m_world->server.change(General, FakeServer::Me, EventKind::Reacted, seq, u"👍"_s);
    QTRY_COMPARE(m_rig->sync.last(General), seq + 3);
    cleanup();
    m_world->server.reachable = false;
    m_rig = m_world->makeRig();
    QTRY_VERIFY(m_rig->sync.isLoaded());
    show();
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(get(seq, Model::TextRole).toString(), u"second"_s);
    QCOMPARE(reactions(seq), QList{ (ReactionView{ u"👍"_s, 2, true, { FakeServer::Jean, FakeServer::Me } }) });
}

void TestMessageChanges::pageHasThePresentForm()
{
    const Seq seq = m_world->server.say(General, FakeServer::Marie, u"first"_s).seq;
    m_world->server.change(General, FakeServer::Marie, EventKind::Edited, seq, u"second"_s);
    m_world->server.change(General, FakeServer::Jean, EventKind::Reacted, seq, u"👍"_s);
    start(); // the page has the form of now, and the changes behind it
    show();
    QCOMPARE(get(seq, Model::TextRole).toString(), u"second"_s);
    QCOMPARE(reactions(seq).value(0).count, 1); // not twice
    m_world->server.change(General, FakeServer::Marie, EventKind::Deleted, seq);
    QTRY_VERIFY(get(seq, Model::DeletedRole).toBool());
    QVERIFY(get(seq, Model::TextRole).toString().isEmpty() && reactions(seq).isEmpty());
}

void TestMessageChanges::repliesQuoteTheMessage()
{
    m_world->server.say(General, FakeServer::Marie, u"the **question**\nin two lines"_s);
    m_world->server.fill(General, 300);
    start();
    const auto reply = m_rig->messages.send(General, u"the answer"_s, 1, TextFormat::Markdown);
    QVERIFY(reply);
    show();
    QTRY_COMPARE(m_rig->sync.last(General), Seq(302));
    QTRY_COMPARE(m_model->newestSeq(), Seq(302));
    QCOMPARE(get(302, Model::ReplySeqRole).toLongLong(), Seq(1));
    (void)get(302, Model::ReplyTextRole); // asked for when somebody looks
    QTRY_COMPARE(get(302, Model::ReplyTextRole).toString(), u"the **question** in two lines"_s); // plain text
    QCOMPARE(get(302, Model::ReplyAuthorRole).toString(), u"Marie"_s);
    QVERIFY(!get(302, Model::ReplyGoneRole).toBool());
    QCOMPARE(m_world->server.received(MessageType::FetchHistory).size(), 2); // the newest page, and this one message
    m_world->server.change(General, FakeServer::Marie, EventKind::Edited, 1, u"another question"_s);
    QTRY_COMPARE(get(302, Model::ReplyTextRole).toString(), u"another question"_s);
    m_world->server.change(General, FakeServer::Marie, EventKind::Deleted, 1);
    QTRY_VERIFY(get(302, Model::ReplyGoneRole).toBool());
    QCOMPARE(get(302, Model::ReplyTextRole).toString(), QString());
}

void TestMessageChanges::quotesOfWhatIsGone()
{
    m_world->server.fill(General, 10);
    m_world->server.room(General).floor = 6;
    RoomEvent reply;
    reply.room = General;
    reply.author = FakeServer::Marie;
    reply.text = u"to what is not for this reader"_s;
    reply.target = 3;
    reply = m_world->server.append(reply);
    RoomEvent absurd = reply;
    absurd.target = std::numeric_limits<Seq>::max();
    absurd = m_world->server.append(absurd);
    start();
    show();
    (void)get(reply.seq, Model::ReplyGoneRole);
    QTRY_VERIFY(get(reply.seq, Model::ReplyGoneRole).toBool());
    QCOMPARE(get(absurd.seq, Model::ReplySeqRole).toLongLong(), Seq(0));
    QVERIFY(!get(absurd.seq, Model::ReplyGoneRole).toBool());
}

void TestMessageChanges::unreadCountsHeedDeletions()
{
    start();
    const Seq first = m_world->server.say(General, FakeServer::Marie, u"@me"_s, { FakeServer::Me }).seq;
    const Seq second = m_world->server.say(General, FakeServer::Marie, u"two"_s).seq;
    QTRY_COMPARE(m_rig->rooms.find(General)->unread, 2U);
    m_world->server.change(General, FakeServer::Jean, EventKind::Reacted, second, u"👍"_s);
    m_world->server.change(General, FakeServer::Marie, EventKind::Edited, second, u"@me"_s, { FakeServer::Me });
    QTRY_COMPARE(m_rig->rooms.find(General)->head, second + 2);
    QCOMPARE(m_rig->rooms.find(General)->unread, 2U); // changes are no news, and an edit names nobody anew
    QCOMPARE(m_rig->rooms.find(General)->mentions, 1U);
    m_world->server.change(General, FakeServer::Marie, EventKind::Deleted, first);
    QTRY_COMPARE(m_rig->rooms.find(General)->unread, 1U);
    QCOMPARE(m_rig->rooms.find(General)->mentions, 0U);
    QCOMPARE(m_rig->rooms.lastText(General), u"Marie: @me"_s);
    m_world->server.change(General, FakeServer::Marie, EventKind::Deleted, second);
    QTRY_COMPARE(m_rig->rooms.find(General)->unread, 0U);
    QCOMPARE(m_rig->rooms.lastText(General), u"Marie: Message deleted"_s);
}

void TestMessageChanges::unreadCountsOfWhatTheServerCounted()
{
    const Seq first = m_world->server.say(General, FakeServer::Marie, u"@me"_s, { FakeServer::Me }).seq;
    const Seq own = m_world->server.say(General, FakeServer::Me, u"own"_s).seq;
    m_world->server.say(General, FakeServer::Jean, u"two"_s);
    start();
    QCOMPARE(m_rig->rooms.find(General)->unread, 2U);
    m_world->server.change(General, FakeServer::Me, EventKind::Deleted, own); // never counted
    m_world->server.change(General, FakeServer::Marie, EventKind::Deleted, first);
    QTRY_COMPARE(m_rig->rooms.find(General)->unread, 1U); // although the server says nothing
    QCOMPARE(m_rig->rooms.find(General)->mentions, 0U);
    m_rig->sync.markRead(General, first + 1);
    m_world->server.change(General, FakeServer::Marie, EventKind::Deleted, first); // read, and gone already
    QTRY_COMPARE(m_rig->rooms.find(General)->head, first + 5);
    QCOMPARE(m_rig->rooms.find(General)->unread, 1U);
}

void TestMessageChanges::editMayTakeAMentionAway()
{
    start();
    const Seq seq = m_world->server.say(General, FakeServer::Marie, u"@me"_s, { FakeServer::Me }).seq;
    QTRY_COMPARE(m_rig->rooms.find(General)->mentions, 1U);
    m_world->server.change(General, FakeServer::Marie, EventKind::Edited, seq, u"nobody"_s);
    QTRY_COMPARE(m_rig->rooms.find(General)->mentions, 0U);
    QCOMPARE(m_rig->rooms.find(General)->unread, 1U);
}

void TestMessageChanges::readingTheLastLineReadsTheChangesBehindIt()
{
    m_world->server.say(General, FakeServer::Marie, u"one"_s);
    const Seq line = m_world->server.say(General, FakeServer::Marie, u"two"_s).seq;
    m_world->server.change(General, FakeServer::Jean, EventKind::Reacted, line, u"👍"_s);
    start();
    m_rig->session->stop();
    m_rig->sync.markRead(General, line - 1);
    QCOMPARE(m_rig->rooms.find(General)->readSeq, line - 1);
    m_rig->sync.markRead(General, line);
    QCOMPARE(m_rig->rooms.find(General)->unread, 0U); // although nobody tells
    QCOMPARE(m_rig->rooms.find(General)->readSeq, line + 1);
    m_world->server.change(General, FakeServer::Jean, EventKind::Reacted, line, u"🎉"_s);
    m_world->server.readSeqs.clear();
    const Seq next = m_world->server.say(General, FakeServer::Marie, u"three"_s).seq;
    m_world->server.change(General, FakeServer::Jean, EventKind::Reacted, next, u"🎉"_s);
    start();
    cleanup(); // the mirror has it now, and the next run has seen nothing yet
    m_world->server.reachable = false;
    m_rig = m_world->makeRig();
    QTRY_VERIFY(m_rig->sync.isLoaded());
    m_rig->sync.markRead(General, next);
    QTRY_COMPARE(m_rig->rooms.find(General)->readSeq, next + 1);
}

void TestMessageChanges::rightsFollowRoleAndAuthor()
{
    const Seq mine = m_world->server.say(General, FakeServer::Me, u"mine"_s).seq;
    const Seq hers = m_world->server.say(General, FakeServer::Marie, u"hers"_s).seq;
    start();
    show();
    const auto rights = [this](Seq seq) {
        return get(seq, Model::RightsRole).value<MessageRights>();
    };
    QCOMPARE(rights(mine), (MessageRights{ true, true, true, true, false }));
    QCOMPARE(rights(hers), (MessageRights{ true, false, false, true, false }));
    LoggedIn self = m_rig->session->self();
    self.role = Role::Moderator;
    QSignalSpy changed(m_model.get(), &Model::dataChanged);
    m_rig->session->updateSelf(self);
    QVERIFY(!changed.isEmpty());
    QCOMPARE(rights(mine), (MessageRights{ true, true, true, true, true }));
    QCOMPARE(rights(hers), (MessageRights{ true, false, true, true, true }));
    self.role = Role::Member;
    m_rig->session->updateSelf(self);
    RoomSummary ownRoom = *m_rig->rooms.find(General);
    ownRoom.maker = FakeServer::Me;
    m_rig->rooms.put(ownRoom);
    QCOMPARE(rights(hers), (MessageRights{ true, false, true, true, true }));
    m_world->server.change(General, FakeServer::Me, EventKind::Deleted, mine);
    QTRY_COMPARE(rights(mine), MessageRights());
}

void TestMessageChanges::savedOnAllDevices()
{
    const Seq seq = m_world->server.say(General, FakeServer::Marie, u"keep this"_s).seq;
    m_world->server.saved = { { General, seq } };
    start();
    show();
    QTRY_VERIFY(get(seq, Model::SavedRole).toBool()); // asked for after the login
    m_world->server.pushAll(MessageSaved{ General, seq, false });
    QTRY_VERIFY(!get(seq, Model::SavedRole).toBool());
    (void)m_rig->messages.save(General, seq, true);
    QTRY_VERIFY(get(seq, Model::SavedRole).toBool());
    m_world->server.pushAll(MessageSaved{ General, -5, true });
    m_world->server.pushAll(MessageSaved{ RoomId{ 99 }, 7, true });
    m_world->server.pushAll(MessageSaved{ General, seq, false });
    QTRY_VERIFY(!get(seq, Model::SavedRole).toBool());
}

void TestMessageChanges::pinnedListFollowsThePins()
{
    m_world->server.fill(General, 5);
    m_world->server.change(General, FakeServer::Marie, EventKind::Pinned, 2);
    start();
    const auto list = makeList(MessageListKind::Pinned, General);
    const QAbstractItemModelTester tester(list.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_COMPARE(list->rowCount(), 1);
    QCOMPARE(list->index(0).data(MessageListModel::RoomIdRole).toLongLong(), General.value);
    QCOMPARE(list->index(0).data(MessageListModel::RoomNameRole).toString(), u"General"_s);
    QCOMPARE(list->index(0).data(Model::SeqRole).toLongLong(), Seq(2));
    m_world->server.change(General, FakeServer::Marie, EventKind::Pinned, 4);
    QTRY_COMPARE(list->rowCount(), 2);
    QCOMPARE(list->rowOf(General, 4), 0);
    m_world->server.change(General, m_world->server.room(General).log[1].author, EventKind::Edited, 2, u"edited"_s);
    QTRY_COMPARE(list->index(1).data(Model::TextRole).toString(), u"edited"_s);
    m_world->server.change(General, FakeServer::Marie, EventKind::Unpinned, 2);
    QTRY_COMPARE(list->rowCount(), 1);
    m_world->server.change(General, FakeServer::Marie, EventKind::Deleted, 4);
    QTRY_COMPARE(list->rowCount(), 0);
}

void TestMessageChanges::savedListPagesAndShrinks()
{
    m_world->server.fill(General, 25);
    for (Seq seq = 1; seq <= 25; ++seq)
        m_world->server.saved.append({ General, seq });
    m_world->server.listPage = 10;
    start();
    const auto list = makeList(MessageListKind::Saved, {});
    const QAbstractItemModelTester tester(list.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_COMPARE(list->rowCount(), 10);
    QCOMPARE(list->index(0).data(Model::SeqRole).toLongLong(), Seq(25));
    while (list->canFetchMore({})) {
        list->fetchMore({});
        QTRY_VERIFY(!list->isLoading());
    }
    QCOMPARE(list->rowCount(), 25);
    QVERIFY(!list->hasMore());
    (void)m_rig->messages.save(General, 3, false);
    QTRY_COMPARE(list->rowCount(), 24);
    QCOMPARE(list->rowOf(General, 3), -1);
    m_world->server.change(General, FakeServer::Marie, EventKind::Deleted, 20);
    QTRY_VERIFY(
        list->index(list->rowOf(General, 20)).data(Model::DeletedRole).toBool()); // its tombstone can be removed
    m_world->server.cut();
    QTRY_VERIFY(m_rig->session->isOnline() && !list->isLoading());
    QTRY_VERIFY(list->rowCount() > 0);
}

void TestMessageChanges::hostileChangesAreIgnored()
{
    const Seq seq = m_world->server.say(General, FakeServer::Marie, u"stays"_s).seq;
    RoomEvent joined;
    joined.room = General;
    joined.kind = EventKind::Joined;
    joined.author = FakeServer::Jean;
    joined = m_world->server.append(joined);
    start();
    show();
    const int rows = m_model->rowCount();
    for (const Seq target :
        { Seq(0), Seq(-1), std::numeric_limits<Seq>::min(), std::numeric_limits<Seq>::max(), joined.seq, seq + 1000 }) {
        for (const EventKind kind : { EventKind::Edited, EventKind::Deleted, EventKind::Reacted, EventKind::Unreacted })
            m_world->server.change(General, FakeServer::Marie, kind, target, u"x"_s);
    }
    m_world->server.change(General, FakeServer::Jean, EventKind::Edited, seq, u"not his"_s);
    const Seq last = m_world->server.say(General, FakeServer::Marie, u"last"_s).seq;
    QTRY_COMPARE(m_model->newestSeq(), last);
    QCOMPARE(m_model->rowCount(), rows + 1);
    QCOMPARE(get(seq, Model::TextRole).toString(), u"stays"_s);
    QVERIFY(!get(joined.seq, Model::SystemTextRole).toString().isEmpty());
    show();
    QCOMPARE(m_model->rowCount(), rows + 1);
    QCOMPARE(get(seq, Model::TextRole).toString(), u"stays"_s);
}

QTEST_GUILESS_MAIN(TestMessageChanges)
#include "tst_message_changes.moc"
