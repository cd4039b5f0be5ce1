// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/integration/client_installation.h"
#include "tests/support/server_process.h"

#include <QFile>

using namespace salon;
using namespace salon::test;
using namespace Qt::StringLiterals;

/// Who has seen what, as several programs on a real server show it: each sees each, whoever came first, was away or had
/// nothing to read.
class TestSeenBy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void everyReaderIsSeenByEveryone();
    void whoCameLongAgoHasReadNothingBefore();
    void whoComesBackSeesWhoReadMeanwhile();
    void privacyIsFollowedAtOnce();
    void theImportIsNoReader();

private:
    struct Person
    {
        Installation place{};
        Workspace *workspace = nullptr;

        [[nodiscard]] AccountId id() const { return workspace->selfId(); }
        [[nodiscard]] QSet<AccountId> sees(RoomId room, Seq seq) const
        {
            const QList<AccountId> people = workspace->seen().seenBy(room, seq);
            return { people.cbegin(), people.cend() };
        }
    };

    bool join(Person &person, const QString &login);
    /// Opens the room, as a view of it does.
    void look(Person &person) { person.workspace->seen().watch(m_room); }
    Seq say(Person &person, const QString &text);
    /// Reads everything that is here.
    void read(Person &person, Seq seq);

    std::unique_ptr<ServerProcess> m_server;
    RoomId m_room;
};

void TestSeenBy::init()
{
    m_server = std::make_unique<ServerProcess>();
    m_server->makeLenient();
    QVERIFY(m_server->start());
}

bool TestSeenBy::join(Person &person, const QString &login)
{
    person.workspace = person.place.join(m_server->link(), Registration{ login, login, {}, {} });
    if (!caughtUp(person.workspace))
        return false;
    m_room = firstRoom(*person.workspace);
    return true;
}

Seq TestSeenBy::say(Person &person, const QString &text)
{
    const Seq before = person.workspace->sync().last(m_room);
    if (!person.workspace->sendText(m_room, text) || !allSent(person.workspace))
        return 0;
    const Seq seq = person.workspace->sync().last(m_room);
    return seq > before ? seq : 0;
}

void TestSeenBy::read(Person &person, Seq seq)
{
    QTRY_VERIFY_WITH_TIMEOUT(person.workspace->sync().last(m_room) >= seq, PatienceMs);
    person.workspace->markRead(m_room, person.workspace->sync().last(m_room));
}

void TestSeenBy::everyReaderIsSeenByEveryone()
{
    Person marie;
    Person jean;
    Person anna;
    Person leo;
    QVERIFY(join(marie, u"marie"_s));
    look(marie); // alone: everybody else comes later
    QVERIFY(join(jean, u"jean"_s));
    look(jean);
    const Seq seq = say(marie, u"Bonjour"_s);
    QVERIFY(seq > 0);
    read(marie, seq);
    read(jean, seq);
    QVERIFY(join(anna, u"anna"_s));
    look(anna);
    QVERIFY(join(leo, u"leo"_s)); // has nothing to read: the position that one comes with is all there is
    look(leo);
    const QSet<AccountId> before{ marie.id(), jean.id() };
    const Seq leoCame = leo.workspace->sync().last(m_room);
    for (const Person *person : { &marie, &jean, &anna }) {
        QTRY_VERIFY_WITH_TIMEOUT(person->sees(m_room, leoCame).contains(leo.id()), PatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(person->sees(m_room, seq), before - QSet<AccountId>{ person->id() }, PatienceMs);
    }
    QTRY_COMPARE_WITH_TIMEOUT(leo.sees(m_room, seq), before, PatienceMs); // nor has Anna, who came before Leo did
    const Seq next = say(jean, u"Bienvenue"_s);
    QVERIFY(next > 0);
    const QSet<AccountId> all{ marie.id(), jean.id(), anna.id(), leo.id() };
    for (Person *person : { &marie, &jean, &anna, &leo })
        read(*person, next);
    for (const Person *person : { &marie, &jean, &anna, &leo })
        QTRY_COMPARE_WITH_TIMEOUT(person->sees(m_room, next), all - QSet<AccountId>{ person->id() }, PatienceMs);
}

void TestSeenBy::whoCameLongAgoHasReadNothingBefore()
{
    Person marie;
    Person anna;
    Person leo;
    QVERIFY(join(marie, u"marie"_s));
    const Seq seq = say(marie, u"Avant"_s);
    read(marie, seq);
    QVERIFY(join(anna, u"anna"_s));
    const Seq annaCame = anna.workspace->sync().last(m_room);
    for (int i = 0; i < 130; ++i) // more than a view of the room fetches
        QVERIFY(marie.workspace->sendText(m_room, u"message %1"_s.arg(i)));
    QVERIFY(allSent(marie.workspace));
    const Seq last = marie.workspace->sync().last(m_room);
    read(marie, last);
    read(anna, last);
    QVERIFY(join(leo, u"leo"_s));
    look(leo);
    QTRY_COMPARE_WITH_TIMEOUT(leo.sees(m_room, annaCame), (QSet<AccountId>{ marie.id(), anna.id() }), PatienceMs);
    QCOMPARE(leo.sees(m_room, seq), QSet<AccountId>{ marie.id() });
}

void TestSeenBy::whoComesBackSeesWhoReadMeanwhile()
{
    Person marie;
    Person jean;
    Person anna;
    QVERIFY(join(marie, u"marie"_s));
    QVERIFY(join(jean, u"jean"_s));
    QVERIFY(join(anna, u"anna"_s));
    const Seq seq = say(marie, u"Lisez ceci"_s);
    marie.place.quit();
    read(jean, seq);
    QTRY_VERIFY_WITH_TIMEOUT(jean.workspace->rooms().find(m_room)->readSeq >= seq, PatienceMs);
    // A program opens the room that was open last before it is connected.
    marie.workspace = marie.place.start(false);
    QVERIFY(marie.workspace);
    QTRY_VERIFY(marie.workspace->rooms().find(m_room));
    marie.workspace->seen().watch(m_room);
    marie.workspace->start();
    QTRY_COMPARE_WITH_TIMEOUT(marie.sees(m_room, seq), QSet<AccountId>{ jean.id() }, PatienceMs);
    read(anna, seq);
    QTRY_COMPARE_WITH_TIMEOUT(marie.sees(m_room, seq), (QSet<AccountId>{ jean.id(), anna.id() }), PatienceMs);
}

void TestSeenBy::privacyIsFollowedAtOnce()
{
    Person marie;
    Person jean;
    QVERIFY(join(marie, u"marie"_s));
    QVERIFY(join(jean, u"jean"_s));
    const Seq seq = say(marie, u"Qui lit ?"_s);
    read(marie, seq);
    read(jean, seq);
    look(marie);
    look(jean);
    QTRY_COMPARE_WITH_TIMEOUT(marie.sees(m_room, seq), QSet<AccountId>{ jean.id() }, PatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(jean.sees(m_room, seq), QSet<AccountId>{ marie.id() }, PatienceMs);
    jean.workspace->setPrivacy(true);
    QTRY_VERIFY_WITH_TIMEOUT(marie.sees(m_room, seq).isEmpty(), PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(jean.sees(m_room, seq).isEmpty(), PatienceMs);
    jean.workspace->setPrivacy(false);
    QTRY_COMPARE_WITH_TIMEOUT(marie.sees(m_room, seq), QSet<AccountId>{ jean.id() }, PatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(jean.sees(m_room, seq), QSet<AccountId>{ marie.id() }, PatienceMs);
}

void TestSeenBy::theImportIsNoReader()
{
    Person marie;
    Person jean;
    QVERIFY(join(marie, u"marie"_s));
    QVERIFY(join(jean, u"jean"_s));
    const QString name = marie.workspace->rooms().displayName(m_room);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"messages.jsonl"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"salon":"export","version":1,"server":{"id":"00ff","name":"Old"},"room":{"id":1,"name":")"
        + name.toUtf8() + "\"}}\n");
    file.write(R"({"seq":1,"time":"2024-03-01T10:00:00.000Z","kind":"message","author":{"login":"x","name":"Émile"},)"
               "\"text\":\"autrefois\"}\n");
    file.close();
    m_server->command("/import " + folder.path().toUtf8());
    QVERIFY(m_server->waitForOutput("is done"));
    QVERIFY(caughtUp(marie.workspace));
    const Seq seq = say(marie, u"Voilà"_s);
    read(marie, seq);
    read(jean, seq);
    look(marie);
    QTRY_COMPARE_WITH_TIMEOUT(marie.sees(m_room, seq), QSet<AccountId>{ jean.id() }, PatienceMs);
    QCOMPARE(marie.sees(m_room, seq - 1), QSet<AccountId>{ jean.id() }); // nor at what was imported
    QTRY_COMPARE_WITH_TIMEOUT(marie.sees(m_room, 1), QSet<AccountId>(), PatienceMs); // Jean was not there yet
}

QTEST_GUILESS_MAIN(TestSeenBy)
#include "tst_seen_by.moc"
