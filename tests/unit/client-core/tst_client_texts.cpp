// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/people.h"
#include "shared/client-core/session/rooms.h"
#include "shared/client-core/text/completion.h"
#include "shared/client-core/text/error_text.h"
#include "shared/client-core/text/event_text.h"
#include "shared/client-core/text/mention_matcher.h"
#include "shared/client-core/text/message_link.h"
#include "shared/client-core/text/people_text.h"
#include "shared/client-core/text/time_text.h"
#include "shared/markup/emoji/emoji_catalogue.h"

#include <QLocale>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

using namespace salon;
using namespace Qt::StringLiterals;

/// Answers every text of one context with a marked one: what is not marked did not go through the catalogue.
class MarkingTranslator : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *context, const char *source, const char *, int) const override
    {
        return QByteArrayView(context).startsWith("salon::") ? u"«"_s + QString::fromUtf8(source) + u"»"_s : QString();
    }
};

class TestClientTexts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyErrorHasWords_data();
    void everyErrorHasWords();
    void unknownErrorHasWordsToo();
    void errorParametersAreShown();
    void everyGoodbyeHasWords();
    void keyChangeIsExplained();
    void everyEventHasASentence_data();
    void everyEventHasASentence();
    void guestsAreNamedByTheirAlias();
    void unknownEventHasASentence();
    void previewIsOneShortLine();
    void textsGoThroughTheCatalogue();
    void typingNamesOneTwoMany();
    void days();
    void briefTimes();
    void lastSeen();
    void mentions_data();
    void mentions();
    void completesPeople();
    void completesRoomsAndCommands();
    void completesWithoutAccents();
    void completesEmojiAfterAColon();
    void completesCallsWhereTheyCall();
    void hintsAtACommandsArguments();
    void messageLinksComeBack();
    void messageLinksOfOthersAreNone_data();
    void messageLinksOfOthersAreNone();
};

void TestClientTexts::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void TestClientTexts::everyErrorHasWords_data()
{
    QTest::addColumn<ErrorCode>("code");
#define SALON_ROW(name, number) QTest::newRow(#name) << ErrorCode::name;
    SALON_ERROR_CODES(SALON_ROW)
#undef SALON_ROW
}

void TestClientTexts::everyErrorHasWords()
{
    QFETCH(ErrorCode, code);
    const QString text = ErrorText::of(Error{ code });
    QVERIFY(!text.isEmpty());
    QVERIFY2(!text.contains(u"unknown code"_s), "this code has no words of its own");
    QVERIFY2(!text.contains(QRegularExpression(u"%\\d"_s)), qUtf8Printable(text));
    QVERIFY(text.endsWith(u'.') || text.endsWith(u"link."_s));
}

void TestClientTexts::unknownErrorHasWordsToo()
{
    QVERIFY(ErrorText::of(Error{ ErrorCode(899) }).contains(u"899"_s));
}

void TestClientTexts::errorParametersAreShown()
{
    const QString text = ErrorText::of(Error{ ErrorCode::TextTooLong, {}, { u"20000"_s, u"16384"_s }, {} });
    QVERIFY2(text.contains(u"20,000"_s) && text.contains(u"16,384"_s), qUtf8Printable(text));
    // A hostile parameter stays a parameter.
    const QString odd = ErrorText::of(Error{ ErrorCode::TextTooLong, {}, { u"%2%1"_s, u"x"_s }, {} });
    QVERIFY(odd.contains(u"%2%1"_s));
}

void TestClientTexts::everyGoodbyeHasWords()
{
    QSet<QString> all;
    for (int reason = 1; reason <= 7; ++reason)
        all.insert(ErrorText::of(Goaway{ GoawayReason(reason), {}, {} }));
    QCOMPARE(all.size(), 7);
    QVERIFY(!ErrorText::of(Goaway{ GoawayReason(99), {}, {} }).isEmpty());
    QVERIFY(ErrorText::of(Goaway{ GoawayReason::Kicked, {}, u"Be nice"_s }).contains(u"Be nice"_s));
}

void TestClientTexts::keyChangeIsExplained()
{
    const QString text = ErrorText::keyChangedExplanation(u"Office"_s, QByteArray(32, '\x11'), QByteArray(32, '\xab'));
    QVERIFY(text.contains(u"Office"_s) && text.contains(u"1111 1111"_s) && text.contains(u"abab abab"_s));
    QCOMPARE(ErrorText::fingerprint(QByteArray(3, '\x01')), u"0101 01"_s);
}

void TestClientTexts::everyEventHasASentence_data()
{
    QTest::addColumn<int>("kind");
    for (int kind = int(EventKind::RoomCreated); kind <= int(EventKind::DataReceived); ++kind)
        QTest::addRow("kind-%d", kind) << kind;
}

void TestClientTexts::guestsAreNamedByTheirAlias()
{
    RoomEvent event;
    event.kind = EventKind::GuestArrived;
    event.alias = u"guest-3"_s;
    const auto text = [&event](EventKind kind, const QStringList &params) {
        event.kind = kind;
        event.params = params;
        return EventText::of(event, u"The gateway"_s, {});
    };
    const QString address = u"192.0.2.9:4711"_s;
    QCOMPARE(text(EventKind::GuestArrived, { u"text"_s, QString() }), u"guest-3 arrived by plain text."_s);
    QCOMPARE(text(EventKind::GuestLeft, { u"text"_s, QString() }), u"guest-3 left."_s);
    QCOMPARE(text(EventKind::GuestArrived, { u"multichat"_s, address }),
        u"Connection received from 192.0.2.9:4711: guest-3, on “multichat”."_s);
    QCOMPARE(text(EventKind::GuestLeft, { u"multichat"_s, address }),
        u"Connection from 192.0.2.9:4711 ended: guest-3, on “multichat”."_s);
    QCOMPARE(text(EventKind::DataReceived, { u"transfer"_s, u"64"_s, u"abcd"_s }),
        u"guest-3 sent 64 bytes to “transfer”. SHA-256: abcd"_s);
    for (const EventKind kind : { EventKind::GuestArrived, EventKind::GuestLeft, EventKind::DataReceived }) {
        QVERIFY(!countsAsUnread(kind));
        QVERIFY(!text(kind, {}).isEmpty()); // an odd server
    }
    event.alias.clear();
    QCOMPARE(text(EventKind::GuestLeft, { u"text"_s, QString() }), u"Nobody is there to read this any more."_s);
}

void TestClientTexts::everyEventHasASentence()
{
    QFETCH(int, kind);
    RoomEvent event;
    event.kind = EventKind(kind);
    event.params = { u"PARAM"_s };
    event.text = u"TEXT"_s;
    for (const QString &author : { u"Marie"_s, QString() }) {
        const QString text = EventText::of(event, author, u"Jean"_s);
        QVERIFY(!text.isEmpty());
        QVERIFY(!text.contains(u'%'));
    }
    event.params.clear();
    QVERIFY(!EventText::of(event, u"Marie"_s, {}).isEmpty());
}

void TestClientTexts::unknownEventHasASentence()
{
    RoomEvent event;
    event.kind = EventKind(200);
    QVERIFY(!EventText::of(event, u"Marie"_s, {}).isEmpty());
    event.kind = EventKind::Message;
    QVERIFY(EventText::of(event, u"Marie"_s, {}).isEmpty());
}

void TestClientTexts::previewIsOneShortLine()
{
    RoomEvent event;
    event.text = u"one\ntwo\t"_s + QString(20'000, u'x');
    const QString line = EventText::preview(event, u"Marie"_s);
    QVERIFY(line.startsWith(u"Marie: one two "_s));
    QVERIFY(line.size() < 200);
    QVERIFY(!line.contains(u'\n'));
}

void TestClientTexts::textsGoThroughTheCatalogue()
{
    MarkingTranslator translator;
    QCoreApplication::installTranslator(&translator);
    RoomEvent joined;
    joined.kind = EventKind::Joined;
    const QStringList texts{ ErrorText::of(Error{ ErrorCode::ServerBusy }),
        ErrorText::of(Error{ ErrorCode::TextTooLong, {}, { u"1"_s, u"2"_s }, {} }),
        ErrorText::of(Goaway{ GoawayReason::Shutdown, {}, {} }), EventText::of(joined, u"Marie"_s, {}),
        EventText::gap(1, 3), PeopleText::typing({ u"a"_s }), PeopleText::presence(PresenceState::Busy),
        PeopleText::role(Role::Owner), PeopleText::members(3), TimeText::retryIn(5000),
        TimeText::day(QDate(2026, 3, 3), QDate(2026, 3, 3)) };
    QCoreApplication::removeTranslator(&translator);
    for (const QString &text : texts)
        QVERIFY2(text.startsWith(u'«') && text.endsWith(u'»'), qUtf8Printable(text));
    QVERIFY(!ErrorText::of(Error{ ErrorCode::ServerBusy }).startsWith(u'«')); // nothing was kept
}

void TestClientTexts::typingNamesOneTwoMany()
{
    QVERIFY(PeopleText::typing({}).isEmpty());
    QCOMPARE(PeopleText::typing({ u"Marie"_s }), u"Marie is typing…"_s);
    QCOMPARE(PeopleText::typing({ u"Marie"_s, u"Jean"_s }), u"Marie and Jean are typing…"_s);
    QVERIFY(PeopleText::typing({ u"a"_s, u"b"_s, u"c"_s }).contains(u'3'));
}

void TestClientTexts::days()
{
    const QDate today(2026, 11, 21);
    QCOMPARE(TimeText::day(today, today), u"Today"_s);
    QCOMPARE(TimeText::day(today.addDays(-1), today), u"Yesterday"_s);
    QCOMPARE(TimeText::day(QDate(2026, 3, 2), today), u"Monday 2 March"_s);
    QCOMPARE(TimeText::day(QDate(2024, 3, 3), today), u"3 March 2024"_s);
    QVERIFY(!TimeText::day(today.addDays(1), today).isEmpty()); // a clock may be wrong
}

void TestClientTexts::briefTimes()
{
    const QDateTime now(QDate(2026, 11, 21), QTime(12, 0));
    const auto ms = [&](int days) {
        return now.addDays(-days).toMSecsSinceEpoch();
    };
    QCOMPARE(TimeText::brief(ms(0), now), u"12:00"_s);
    QCOMPARE(TimeText::brief(ms(1), now), u"Yesterday"_s);
    QCOMPARE(TimeText::brief(ms(3), now), u"Wed"_s);
    QVERIFY(TimeText::brief(ms(30), now).contains(u"10"_s));
    QVERIFY(TimeText::brief(0, now).isEmpty());
}

void TestClientTexts::lastSeen()
{
    const QDateTime now(QDate(2026, 11, 21), QTime(12, 0));
    const auto ms = [&](int seconds) {
        return now.addSecs(-seconds).toMSecsSinceEpoch();
    };
    QVERIFY(TimeText::lastSeen(0, now).isEmpty());
    QCOMPARE(TimeText::lastSeen(ms(5), now), u"Last seen just now"_s);
    QVERIFY(TimeText::lastSeen(ms(5 * 60), now).contains(u'5'));
    QVERIFY(TimeText::lastSeen(ms(3 * 3600), now).contains(u'3'));
    QVERIFY(TimeText::lastSeen(ms(-60), now).contains(u"just now"_s));
}

void TestClientTexts::mentions_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("logins");
    QTest::newRow("none") << u"hello"_s << QStringList();
    QTest::newRow("alone") << u"@marie"_s << QStringList{ u"marie"_s };
    QTest::newRow("case") << u"@Marie!"_s << QStringList{ u"marie"_s };
    QTest::newRow("full-stop") << u"ask @marie."_s << QStringList{ u"marie"_s };
    QTest::newRow("dots-inside") << u"(@jean.paul, @jean-luc)"_s << QStringList{ u"jean.paul"_s };
    QTest::newRow("mail-address") << u"write to x@marie or x.@marie"_s << QStringList{ u"marie"_s };
    QTest::newRow("longer-word") << u"@marieanne"_s << QStringList();
    QTest::newRow("accent-follows") << u"@mariée"_s << QStringList();
    QTest::newRow("double-at") << u"@@marie"_s << QStringList();
    QTest::newRow("twice") << u"@marie @jean.paul @marie"_s << QStringList{ u"marie"_s, u"jean.paul"_s, u"marie"_s };
    QTest::newRow("end") << u"@"_s << QStringList();
    QTest::newRow("long") << u"@"_s + QString(5000, u'a') << QStringList();
}

void TestClientTexts::mentions()
{
    QFETCH(QString, text);
    QFETCH(QStringList, logins);
    const QStringList known{ u"marie"_s, u"jean.paul"_s };
    QStringList found;
    for (const MentionSpan &span : findMentions(text, [&](const QString &login) { return known.contains(login); })) {
        found.append(span.login);
        QCOMPARE(text.mid(span.start, span.length).toLower(), u'@' + span.login);
    }
    QCOMPARE(found, logins);
}

void TestClientTexts::completesPeople()
{
    People people;
    Rooms rooms(people);
    const auto put = [&](qint64 id, const QString &login, const QString &name, PresenceState presence) {
        people.put(Profile{ AccountId{ id }, login, name, presence, {}, 0 });
    };
    put(1, u"me"_s, u"Mario"_s, PresenceState::Online);
    people.setSelf(*people.find(AccountId{ 1 }));
    put(2, u"marie"_s, u"Marie Curie"_s, PresenceState::Offline);
    put(3, u"marc"_s, u"Marc"_s, PresenceState::Online);
    put(4, u"pierre"_s, u"Pierre Martin"_s, PresenceState::Online);
    put(5, u"anna"_s, u"Anna"_s, PresenceState::Online);
    const Completion found = complete(u"hello @mar"_s, 10, people, rooms);
    QCOMPARE(found.start, 6);
    QCOMPARE(found.length, 4);
    QStringList inserted;
    for (const CompletionItem &item : found.items)
        inserted.append(item.insert);
    QCOMPARE(inserted, (QStringList{ u"@marc "_s, u"@marie "_s, u"@pierre "_s }));
    QVERIFY(complete(u"hello @mar"_s, 5, people, rooms).items.isEmpty());
    QVERIFY(complete(u"a@mar"_s, 5, people, rooms).items.isEmpty());
    QCOMPARE(complete(u"@"_s, 1, people, rooms, {}, 2).items.size(), 2);
}

void TestClientTexts::completesRoomsAndCommands()
{
    People people;
    Rooms rooms(people);
    RoomSummary room;
    room.id = RoomId{ 1 };
    room.name = u"General"_s;
    rooms.put(room);
    room.id = RoomId{ 2 };
    room.kind = RoomKind::Direct;
    rooms.put(room);
    QCOMPARE(complete(u"#gen"_s, 4, people, rooms).items.size(), 1);
    const QList<CommandName> commands{ { u"join"_s, u"ROOM"_s, {} }, { u"leave"_s, {}, {} } };
    const Completion found = complete(u"/j"_s, 2, people, rooms, commands);
    QCOMPARE(found.items.value(0).insert, u"/join "_s);
    QCOMPARE(found.items.value(0).label, u"/join ROOM"_s);
    QVERIFY(complete(u"x /j"_s, 4, people, rooms, commands).items.isEmpty());
}

void TestClientTexts::completesWithoutAccents()
{
    People people;
    Rooms rooms(people);
    RoomSummary room;
    room.id = RoomId{ 1 };
    room.name = u"Été à Nîmes"_s;
    rooms.put(room);
    QCOMPARE(complete(u"#ete"_s, 4, people, rooms).items.size(), 1);
    QCOMPARE(complete(u"#NÎM"_s, 4, people, rooms).items.size(), 1);
    QCOMPARE(foldedForSearch(u"ÉCOLE Straße"_s), u"ecole straße"_s);
}

void TestClientTexts::completesEmojiAfterAColon()
{
    People people;
    const Rooms rooms(people);
    const EmojiCatalogue catalogue;
    CompletionOffers offers;
    offers.emoji = &catalogue;
    const Completion found = complete(u"well :thumbs"_s, 12, people, rooms, offers);
    QCOMPARE(found.start, 5);
    QCOMPARE(found.length, 7);
    QVERIFY(!found.items.isEmpty() && found.items.size() <= offers.limit);
    QCOMPARE(found.items.first().kind, CompletionItem::Kind::Emoji);
    QCOMPARE(found.items.first().insert, u"👍 "_s);
    offers.language = QLocale::French;
    QVERIFY(!complete(u":pouce"_s, 6, people, rooms, offers).items.isEmpty());
    for (const QString &text : { u":"_s, u":)"_s, u":D"_s, u"10:30"_s, u"salon://x"_s, u":heart:"_s })
        QVERIFY2(complete(text, text.size(), people, rooms, offers).items.isEmpty(), qPrintable(text));
    offers.emoji = nullptr;
    QVERIFY(complete(u":thumbs"_s, 7, people, rooms, offers).items.isEmpty());
}

void TestClientTexts::completesCallsWhereTheyCall()
{
    People people;
    const Rooms rooms(people);
    CompletionOffers offers;
    QVERIFY(complete(u"@he"_s, 3, people, rooms, offers).items.isEmpty());
    offers.mayCall = true;
    const Completion here = complete(u"@he"_s, 3, people, rooms, offers);
    QCOMPARE(here.items.size(), 1);
    QCOMPARE(here.items.first().kind, CompletionItem::Kind::Call);
    QCOMPARE(here.items.first().insert, u"@here "_s);
    QCOMPARE(complete(u"@ROO"_s, 4, people, rooms, offers).items.value(0).insert, u"@room "_s);
    QVERIFY(complete(u"@"_s, 1, people, rooms, offers).items.isEmpty()); // not the first thing to offer
}

void TestClientTexts::hintsAtACommandsArguments()
{
    People people;
    const Rooms rooms(people);
    CompletionOffers offers;
    offers.commands = { { u"join"_s, u"ROOM"_s, u"…"_s }, { u"away"_s, {}, u"…"_s } };
    QVERIFY(complete(u"/join"_s, 5, people, rooms, offers).hint.isEmpty());
    QCOMPARE(complete(u"/join "_s, 6, people, rooms, offers).hint, u"/join ROOM"_s);
    QCOMPARE(complete(u"/join #ge"_s, 9, people, rooms, offers).hint, u"/join ROOM"_s);
    QVERIFY(complete(u"/away "_s, 6, people, rooms, offers).hint.isEmpty());
    QVERIFY(complete(u"/unknown "_s, 9, people, rooms, offers).hint.isEmpty());
    QVERIFY(complete(u"x /join "_s, 8, people, rooms, offers).hint.isEmpty());
}

void TestClientTexts::messageLinksComeBack()
{
    for (const MessageLink &link : { MessageLink{ u"chat.example.org"_s, 7667, RoomId{ 4 }, 123 },
             MessageLink{ u"192.168.1.4"_s, 443, RoomId{ 1 }, 0 }, MessageLink{ u"::1"_s, 7667, RoomId{ 4 }, 9 } }) {
        const Result<MessageLink> read = MessageLink::parse(link.toString());
        QVERIFY2(read, qPrintable(link.toString()));
        QCOMPARE(*read, link);
    }
    const MessageLink link{ u"Chat.example.org"_s, 7667, RoomId{ 4 }, 123 };
    QVERIFY(link.toString().startsWith(u"salon://"_s) && link.toString().endsWith(u":7667/room/4/123"_s));
    QVERIFY(link.leadsTo(JoinLink{ u"chat.example.org"_s, 7667 }));
    QVERIFY(!link.leadsTo(JoinLink{ u"chat.example.org"_s, 7668 }));
    QVERIFY(!link.leadsTo(JoinLink{ u"other.example.org"_s, 7667 }));
}

void TestClientTexts::messageLinksOfOthersAreNone_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text : { u""_s, u"room/4/5"_s, u"https://host/room/4/5"_s, u"salon://host:7667/"_s,
             u"salon://host/room/"_s, u"salon://host/room/x/5"_s, u"salon://host/room/-4/5"_s,
             u"salon://host/room/0/5"_s, u"salon://host/room/4/0"_s, u"salon://host/room/4/5/6"_s,
             u"salon:///room/4/5"_s, u"salon://host/room/99999999999999999999/5"_s, u"salon://me@host/room/4/5"_s,
             u"salon://host/room/4/5?invite=x"_s, u"salon://host:0/room/4/5"_s })
        QTest::addRow("%s", qPrintable(text.isEmpty() ? u"empty"_s : text)) << text;
    QTest::newRow("long") << u"salon://host/room/4/"_s + QString(10'000, u'5');
}

void TestClientTexts::messageLinksOfOthersAreNone()
{
    QFETCH(QString, text);
    const Result<MessageLink> read = MessageLink::parse(text);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::InvalidAddress);
}

QTEST_GUILESS_MAIN(TestClientTexts)
#include "tst_client_texts.moc"
