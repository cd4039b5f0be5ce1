// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/store/sqlite/sqlite_store.h"
#include "shared/base/cid.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTextStream>
#include <ctime>
#include <deque>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::server;

namespace {

struct Options
{
    QString folder{};
    int messages = 0;
    int bytes = 0;
};

/// CPU time of the whole process, all threads.
double cpuSeconds()
{
    return double(std::clock()) / CLOCKS_PER_SEC;
}

template <class Condition>
void waitUntil(Condition condition)
{
    while (!condition())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

/// Senders that each have one message on its way all the time, as so many people in one room: appends per second that
/// were acknowledged, each after the fsync of its commit.
class Run
{
public:
    Run(const Options &options, int senders)
        : m_options(options)
        , m_folder(options.folder + u"/bench-XXXXXX"_s)
        , m_store(openSqliteStore({ m_folder.path(), u"General"_s, m_clock.wallMs(), 0 }).value())
    {
        if (!m_store->load())
            qFatal("the store cannot be read");
        for (int i = 0; i < senders; ++i)
            addSender(i);
    }

    void measure(QTextStream &out)
    {
        for (Sender &sender : m_senders)
            sendNext(sender);
        const double cpuBefore = cpuSeconds();
        QElapsedTimer timer;
        timer.start();
        const int before = m_acked;
        waitUntil([this] { return m_acked >= m_options.messages; });
        const double seconds = double(timer.nsecsElapsed()) / 1e9;
        const int acked = m_acked - before;
        out << QString::number(m_senders.size()).rightJustified(8)
            << QString::number(acked / seconds, 'f', 0).rightJustified(12)
            << QString::number((cpuSeconds() - cpuBefore) / acked * 1e6, 'f', 1).rightJustified(14)
            << QString::number(seconds * 1e3 / acked * double(m_senders.size()), 'f', 2).rightJustified(14) << Qt::endl;
        m_stopped = true;
    }

private:
    struct Sender
    {
        CreatedAccount account{};
        quint64 counter = 0;
    };

    void addSender(int number)
    {
        NewAccount draft;
        draft.account.login = u"sender%1"_s.arg(number);
        draft.account.displayName = draft.account.login;
        draft.skeletons = { draft.account.login };
        draft.device = Device{ {}, {}, draft.account.login.toUtf8().leftJustified(32, '.'), {}, 0, 0 };
        draft.room = draft.joined.room = RoomId{ 1 };
        draft.joined.kind = EventKind::Joined;
        std::optional<CreatedAccount> created;
        m_store->createAccount(draft, [&](const Result<CreatedAccount> &outcome) { created = outcome.value(); });
        waitUntil([&] { return created.has_value(); });
        m_senders.push_back({ *created, 0 });
    }

    void sendNext(Sender &sender)
    {
        MessageDraft draft;
        draft.event.room = RoomId{ 1 };
        draft.event.timeMs = m_clock.wallMs();
        draft.event.author = sender.account.account.id;
        draft.event.authorName = sender.account.account.displayName;
        draft.event.cid = makeCid(m_clock);
        draft.event.text = QString(m_options.bytes, u'x');
        draft.device = sender.account.device->id;
        draft.counter = ++sender.counter;
        m_store->appendMessage(std::move(draft), [this, &sender](const Result<AppendedMessage> &outcome) {
            if (!outcome || outcome->repeated)
                qFatal("a message was not stored");
            ++m_acked;
            if (!m_stopped)
                sendNext(sender);
        });
    }

    Options m_options;
    SystemClock m_clock;
    QTemporaryDir m_folder;
    std::deque<Sender> m_senders; ///< of stable addresses
    int m_acked = 0;
    bool m_stopped = false;
    std::unique_ptr<Store> m_store;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption folder(
        u"folder"_s, u"Where the databases are made (a real disk, not tmpfs)."_s, u"path"_s, u"."_s);
    const QCommandLineOption messages(u"messages"_s, u"Messages of each run."_s, u"count"_s, u"20000"_s);
    const QCommandLineOption bytes(u"bytes"_s, u"Bytes of a message."_s, u"count"_s, u"200"_s);
    parser.addOptions({ folder, messages, bytes });
    parser.addHelpOption();
    parser.process(application);
    QTextStream out(stdout);
    out << " senders    acked/s  CPU us/append     latency ms" << Qt::endl;
    for (const int senders : { 1, 10, 64, 100 }) {
        Options options{ parser.value(folder), parser.value(messages).toInt(), parser.value(bytes).toInt() };
        if (senders == 1)
            options.messages = std::min(options.messages, 3000); // one fsync each
        Run(options, senders).measure(out);
    }
    return 0;
}
