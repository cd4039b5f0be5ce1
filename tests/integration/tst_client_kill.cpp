// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/clock.h"
#include "shared/client-core/workspaces.h"
#include "tests/support/server_process.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>
#include <cstdio>

using namespace salon;
using namespace salon::test;
using namespace Qt::StringLiterals;

/// A client that writes numbered texts without end, says "safe N" as soon as N is on disk, and waits to be killed. With
/// `sends` false it only sends what is left, and ends by itself when nothing is.
class Writer : public QObject
{
    Q_OBJECT
public:
    Writer(const QString &folder, const JoinLink &link, int first, bool sends)
        : m_profile({ folder, false, u"Writer"_s }, m_clock)
        , m_link(link)
        , m_next(first)
        , m_sends(sends)
    {
    }

    bool start()
    {
        if (!m_profile.lock())
            return false;
        connect(&m_profile, &ClientProfile::opened, this, &Writer::opened);
        m_profile.open();
        return true;
    }

private:
    void opened()
    {
        m_workspaces = std::make_unique<Workspaces>(m_profile, u"writer"_s);
        const Result<Workspace *> added = m_workspaces->add(m_link);
        if (!added)
            return QCoreApplication::exit(2);
        m_workspace = *added;
        connect(&m_workspace->outbox(), &Outbox::entryChanged, this, [](const OutboxEntry &entry) {
            if (entry.state == SendState::Queued) {
                std::printf("safe %s\n", qPrintable(entry.text));
                std::fflush(stdout);
            }
        });
        m_timer.setInterval(1);
        connect(&m_timer, &QTimer::timeout, this, &Writer::tick);
        m_timer.start();
        if (m_workspace->server().enrolled)
            m_workspace->start();
        else
            m_workspace->login(Registration{ u"writer"_s, u"Writer"_s, {}, {} });
    }

    void tick()
    {
        const QList<RoomId> rooms = m_workspace->rooms().ids();
        if (rooms.isEmpty())
            return;
        if (m_sends)
            (void)m_workspace->sendText(rooms.first(), QString::number(m_next++));
        else if (m_workspace->sync().isCaughtUp() && m_workspace->outbox().entries().isEmpty())
            QCoreApplication::exit(0);
    }

    SystemClock m_clock;
    ClientProfile m_profile;
    JoinLink m_link;
    int m_next;
    bool m_sends;
    QTimer m_timer;
    std::unique_ptr<Workspaces> m_workspaces;
    Workspace *m_workspace = nullptr;
};

/// G10: text that a person saw queued survives kill -9 of the client, and is sent exactly once, in order.
class TestClientKill : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everySafeTextArrivesOnceAndInOrder();

private:
    [[nodiscard]] bool runAndKill(int first, int afterMs);
    [[nodiscard]] bool runToTheEnd();
    [[nodiscard]] QStringList textsOnTheServer();

    ServerProcess m_server;
    QTemporaryDir m_folder;
    QList<int> m_safe;
};

bool TestClientKill::runAndKill(int first, int afterMs)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(),
        { u"--writer"_s, m_folder.path(), m_server.link().toString(), QString::number(first), u"1"_s });
    QByteArray output;
    const bool writes = QTest::qWaitFor(
        [&] {
            output += process.readAllStandardOutput();
            return output.contains('\n') || process.state() == QProcess::NotRunning;
        },
        20'000);
    QDeadlineTimer until(afterMs);
    while (!until.hasExpired())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    const bool ended = process.state() == QProcess::NotRunning;
    if (!writes || ended)
        qWarning("kill %d: the writer %s (exit code %d, %s)", first / 100'000, ended ? "ended by itself" : "is silent",
            process.exitCode(), qPrintable(process.errorString()));
    process.kill(); // SIGKILL
    process.waitForFinished();
    output += process.readAllStandardOutput();
    output.truncate(output.lastIndexOf('\n') + 1); // a line cut by the kill has no end
    for (const QByteArray &line : output.split('\n')) {
        if (line.startsWith("safe "))
            m_safe.append(line.mid(5).toInt());
    }
    return writes;
}

bool TestClientKill::runToTheEnd()
{
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(),
        { u"--writer"_s, m_folder.path(), m_server.link().toString(), u"0"_s, u"0"_s });
    return QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 60'000) && process.exitCode() == 0;
}

QStringList TestClientKill::textsOnTheServer()
{
    QTemporaryDir folder;
    const SystemClock clock;
    ClientProfile profile({ folder.path(), false, u"Reader"_s }, clock);
    QSignalSpy opened(&profile, &ClientProfile::opened);
    if (!profile.lock())
        return {};
    profile.open();
    opened.wait();
    Workspaces workspaces(profile, u"reader"_s);
    Workspace *workspace = *workspaces.add(m_server.link());
    workspace->login(Registration{ u"reader"_s, {}, {}, {} });
    if (!QTest::qWaitFor([&] { return workspace->sync().isCaughtUp(); }, 20'000))
        return {};
    QObject views;
    TimelineModel *timeline = workspace->makeTimeline(workspace->rooms().ids().first(), &views);
    timeline->setMaxRows(1'000'000);
    const auto idle = [&] {
        return !timeline->isLoading();
    };
    while (QTest::qWaitFor(idle, 20'000) && !timeline->isAtStart() && !timeline->isOlderFailed())
        timeline->fetchOlder();
    if (!timeline->isAtStart())
        qWarning("the history was not read to its start");
    QStringList texts;
    for (int row = 0; row < timeline->rowCount(); ++row) {
        const QModelIndex index = timeline->index(row);
        if (index.data(TimelineModel::RowKindRole).toInt() == int(TimelineModel::RowKind::Message))
            texts.append(index.data(TimelineModel::TextRole).toString());
    }
    return texts;
}

void TestClientKill::everySafeTextArrivesOnceAndInOrder()
{
    m_server.makeLenient();
    QVERIFY(m_server.start());
    const int kills = qEnvironmentVariable("SALON_CLIENT_KILLS", u"25"_s).toInt();
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    for (int kill = 0; kill < kills; ++kill) {
        QVERIFY(runAndKill((kill + 1) * 100'000, int(random.bounded(20, 400))));
        if (kill % 5 == 4) { // now and then it is the server, too
            m_server.kill();
            QVERIFY2(m_server.start(), m_server.output().constData());
        }
    }
    QVERIFY(runToTheEnd());
    const QStringList texts = textsOnTheServer();
    QList<int> numbers;
    for (const QString &text : texts)
        numbers.append(text.toInt());
    const auto wrong = std::ranges::is_sorted_until(numbers);
    if (wrong != numbers.end()) {
        for (auto near = std::max(numbers.begin(), wrong - 5); near != numbers.end() && near < wrong + 5; ++near)
            qWarning("at %lld: %d", qlonglong(near - numbers.begin()), *near);
    }
    QVERIFY(wrong == numbers.end()); // in the order queued, over all runs
    QVERIFY(std::ranges::adjacent_find(numbers) == numbers.end()); // none twice
    std::ranges::sort(m_safe);
    m_safe.erase(std::unique(m_safe.begin(), m_safe.end()), m_safe.end());
    qInfo("%lld texts were safe, %lld arrived, %d kills", qlonglong(m_safe.size()), qlonglong(numbers.size()), kills);
    QVERIFY(m_safe.size() > 10 * kills);
    for (const int number : std::as_const(m_safe))
        QVERIFY2(std::ranges::binary_search(numbers, number), QByteArray::number(number));
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--writer"_L1) {
        Writer writer(arguments.value(2), JoinLink::parse(arguments.value(3)).value_or(JoinLink()),
            arguments.value(4).toInt(), arguments.value(5) == "1"_L1);
        return writer.start() ? QCoreApplication::exec() : 3;
    }
    TestClientKill test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_client_kill.moc"
