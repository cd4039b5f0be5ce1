// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/search/message_index.h"
#include "server/store/sqlite/sqlite_store.h"
#include "shared/client-core/store/mirror_database.h"
#include "shared/protocol/limits.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTextStream>
#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;
using namespace salon;

/// A room of a million messages: how long it takes until its first page is there, and until 50 hits of a search are,
/// on the server and on a device. Each figure is the median of several runs in milliseconds, and the worst one.

namespace {

constexpr RoomId BigRoom{ 1 };
constexpr qint64 FirstMs = 1'700'000'000'000;
constexpr qint64 StepMs = 30'000; ///< between two messages: a million take most of a year
constexpr int Runs = 15;

template <class Condition>
void waitUntil(Condition condition)
{
    while (!condition())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

/// Texts as people write: few words often, many seldom (Zipf), twelve in a message; always the same ones.
class Texts
{
public:
    Texts()
    {
        const QStringList syllables{ u"ba"_s, u"ce"_s, u"di"_s, u"fo"_s, u"gu"_s, u"la"_s, u"me"_s, u"ni"_s, u"po"_s,
            u"ru"_s, u"sa"_s, u"té"_s, u"vi"_s, u"zo"_s };
        for (int i = 0; i < Vocabulary; ++i) {
            QString word;
            for (int rest = i + 20; rest > 0; rest /= int(syllables.size()))
                word += syllables[rest % syllables.size()];
            m_words.append(word);
        }
    }
    [[nodiscard]] QString word(int rank) const { return m_words[rank]; }
    QString next(Seq seq)
    {
        QString text;
        for (int i = 0; i < 12; ++i) {
            // Of rank r about 1/r of the words.
            const double part = m_random.generateDouble();
            const int rank = std::min(int(std::exp(part * std::log(double(Vocabulary)))), Vocabulary) - 1;
            text += m_words[rank] + u' ';
        }
        if (seq % 20'000 == 7)
            text += u"aiguille"_s; // fifty in a million
        return text;
    }

private:
    static constexpr int Vocabulary = 50'000;
    QStringList m_words;
    QRandomGenerator m_random{ 1 };
};

/// Writes the messages into the server's database, as if they had been sent; it must have been made already.
void fillServer(const QString &path, int count)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"fill"_s);
        database.setDatabaseName(path);
        if (!database.open())
            qFatal("the database cannot be opened");
        const auto run = [&database](const QString &sql) {
            QSqlQuery query(database);
            if (!query.exec(sql))
                qFatal("the database cannot be filled: %s", qPrintable(sql));
        };
        run(u"PRAGMA synchronous = OFF"_s);
        run(u"BEGIN"_s);
        QSqlQuery insert(database);
        if (!insert.prepare(u"INSERT INTO events (room, seq, time_ms, kind, author, author_name, cid, body, message_no)"
                            " VALUES (1, ?, ?, 1, NULL, 'Marie', ?, ?, ?)"_s))
            qFatal("the events have other columns");
        QSqlQuery head(database);
        head.exec(u"SELECT next_seq, message_count FROM rooms WHERE id = 1"_s);
        head.next();
        const Seq first = head.value(0).toLongLong();
        head.finish();
        Texts texts;
        for (int i = 0; i < count; ++i) {
            const Seq seq = first + i;
            insert.bindValue(0, seq);
            insert.bindValue(1, FirstMs + seq * StepMs);
            insert.bindValue(2, QVariant(QMetaType::fromType<QByteArray>()));
            insert.bindValue(3, texts.next(seq));
            insert.bindValue(4, i + 1);
            if (!insert.exec())
                qFatal("a message cannot be stored");
        }
        run(u"UPDATE rooms SET next_seq = %1, message_count = %2 WHERE id = 1"_s.arg(first + count).arg(count));
        run(u"COMMIT"_s);
    }
    QSqlDatabase::removeDatabase(u"fill"_s);
}

class Table
{
public:
    explicit Table(QTextStream &out)
        : m_out(out)
    {
    }
    /// Runs it several times and writes the median and the worst, in milliseconds.
    void measure(const QString &name, const std::function<void()> &work)
    {
        QList<double> times;
        for (int i = 0; i < Runs; ++i) {
            QElapsedTimer timer;
            timer.start();
            work();
            times.append(double(timer.nsecsElapsed()) / 1e6);
        }
        std::ranges::sort(times);
        note(name, QString::number(times[Runs / 2], 'f', 1));
        note(name + u"_worst"_s, QString::number(times.back(), 'f', 1));
    }
    void note(const QString &name, const QString &value) { m_out << name << "=" << value << Qt::endl; }

private:
    QTextStream &m_out;
};

qint64 bytesIn(const QString &folder)
{
    qint64 bytes = 0;
    for (const QFileInfo &file : QDir(folder).entryInfoList(QDir::Files))
        bytes += file.size();
    return bytes;
}

struct Search
{
    QString name{};
    SearchQuery query{};
};

QList<Search> searches(const Texts &texts)
{
    return { { u"common"_s, { texts.word(3) + u' ' } }, { u"rare"_s, { u"aiguille "_s } },
        { u"prefix"_s, { texts.word(40'000).first(3) } }, { u"short_prefix"_s, { texts.word(3).first(1) } },
        { u"two_common"_s, { texts.word(3) + u' ' + texts.word(5) + u' ' } },
        { u"phrase"_s, { u'"' + texts.word(0) + u' ' + texts.word(1) + u'"' } }, { u"absent"_s, { u"nowhere"_s } } };
}

void measureServer(const QString &folder, int count, Table &table)
{
    using namespace salon::server;
    const SqliteStoreOptions options{ folder, u"General"_s, FirstMs, 0 };
    {
        auto store = openSqliteStore(options).value(); // makes the database
        (void)store->load().value();
    }
    fillServer(folder + u"/salon.db"_s, count);
    auto store = openSqliteStore(options).value();
    const StoreContents contents = store->load().value();
    const Seq head = contents.rooms.first().head;
    table.measure(u"server_open"_s, [&] {
        bool came = false;
        PageQuery query{ BigRoom, head + 1, 0, 1, 200, wire_limits::PageByteBudget, {} };
        store->readPage(query, [&](const Result<EventPage> &page) {
            if (!page || page->events.isEmpty())
                qFatal("no page");
            came = true;
        });
        waitUntil([&] { return came; });
    });
    QElapsedTimer timer;
    timer.start();
    MessageIndex index(folder + u"/search"_s, *store);
    index.start(contents.epoch, {});
    waitUntil([&] { return !index.isPartial(); });
    table.note(u"server_index_s"_s, QString::number(double(timer.elapsed()) / 1e3, 'f', 1));
    table.note(u"server_index_mib"_s, QString::number(bytesIn(folder + u"/search"_s) >> 20));
    for (const Search &search : searches(Texts())) {
        qsizetype found = 0;
        table.measure(u"server_"_s + search.name, [&] {
            std::optional<FoundMessages> messages;
            SearchScope scope;
            scope.floors = QHash<RoomId, Seq>{ { BigRoom, 1 } };
            index.find(search.query, scope, [&](const Result<SearchHits> &hits) {
                FoundQuery query;
                for (const SearchHit &hit : hits.value().hits)
                    query.places.append({ hit.order, hit.room, hit.seq });
                query.maxBytes = wire_limits::PageByteBudget;
                store->readFound(query, [&](const Result<FoundMessages> &page) { messages = page.value(); });
            });
            waitUntil([&] { return messages.has_value(); });
            found = messages->messages.size();
        });
        table.note(u"server_"_s + search.name + u"_hits"_s, QString::number(found));
    }
}

void measureDevice(const QString &folder, int count, Table &table)
{
    MirrorDatabase mirror(folder + u"/mirror.sqlite"_s);
    if (!mirror.load())
        qFatal("the mirror cannot be made");
    SearchIndex index(folder + u"/search"_s);
    if (!index.open("bench"))
        qFatal("the index cannot be made");
    Texts texts;
    QList<RoomEvent> events;
    qint64 indexMs = 0;
    for (Seq seq = 1; seq <= count; ++seq) {
        RoomEvent event;
        event.room = BigRoom;
        event.seq = seq;
        event.timeMs = FirstMs + seq * StepMs;
        event.author = AccountId{ 2 };
        event.authorName = u"Marie"_s;
        event.text = texts.next(seq);
        events.append(event);
        if (events.size() < 500 && seq < count)
            continue;
        if (!mirror.append(BigRoom, events))
            qFatal("the mirror cannot be filled");
        QElapsedTimer timer;
        timer.start();
        QList<SearchDocument> documents;
        for (const RoomEvent &message : std::as_const(events))
            documents.append({ message.room, message.seq, message.timeMs, message.author, message.text, {}, false });
        if (!index.add(documents, 1))
            qFatal("the index cannot be filled");
        indexMs += timer.elapsed();
        events.clear();
    }
    table.note(u"device_index_s"_s, QString::number(double(indexMs) / 1e3, 'f', 1));
    table.note(u"device_index_mib"_s, QString::number(bytesIn(folder + u"/search"_s) >> 20));
    table.measure(u"device_open"_s, [&] {
        const auto page = mirror.read(BigRoom, Seq(count) + 1, 0, 100);
        if (!page || page->events.size() != 100)
            qFatal("no page");
    });
    for (const Search &search : searches(texts)) {
        qsizetype found = 0;
        table.measure(u"device_"_s + search.name, [&] {
            const auto hits = index.find(search.query, {});
            QList<MessagePlace> places;
            for (const SearchHit &hit : hits.value().hits)
                places.append({ hit.room, hit.seq });
            found = mirror.readMessages(places).value().size();
        });
        table.note(u"device_"_s + search.name + u"_hits"_s, QString::number(found));
    }
    QElapsedTimer timer;
    timer.start();
    if (!index.remove(BigRoom, { Seq(count) / 2 }))
        qFatal("nothing can be removed");
    while (index.needsPurge()) {
        if (!index.purge())
            qFatal("nothing can be purged");
    }
    table.note(u"device_purge_one_ms"_s, QString::number(timer.elapsed()));
    index.close();
    mirror.close();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption folder(
        u"folder"_s, u"Where the databases are made (a real disk, not tmpfs)."_s, u"path"_s, u"."_s);
    const QCommandLineOption messages(u"messages"_s, u"Messages in the room."_s, u"count"_s, u"1000000"_s);
    parser.addOptions({ folder, messages });
    parser.addHelpOption();
    parser.process(application);
    const int count = std::max(parser.value(messages).toInt(), 1000);
    QTextStream out(stdout);
    Table table(out);
    table.note(u"messages"_s, QString::number(count));
    const QString pattern = parser.value(folder) + u"/bench-XXXXXX"_s;
    {
        const QTemporaryDir server(pattern);
        measureServer(server.path(), count, table);
    }
    {
        const QTemporaryDir device(pattern);
        measureDevice(device.path(), count, table);
    }
    return 0;
}
