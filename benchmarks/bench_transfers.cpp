// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

// Files up to a server of this machine and down again with the shipped client library, beside a plain copy of the same
// bytes: bench_transfers LINK [MEBIBYTES] [ROUNDS]. The server must take registrations and as many bytes a day.

#include "shared/base/clock.h"
#include "shared/base/safe_file.h"
#include "shared/base/when_ready.h"
#include "shared/client-core/files/hash_ahead.h"
#include "shared/client-core/workspaces.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>
#include <algorithm>
#include <cstdio>

using namespace salon;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 PieceBytes = 256 * 1024;
constexpr qint64 PatienceMs = 60'000;

QByteArray randomBytes(qint64 size)
{
    QByteArray bytes(qsizetype(size), Qt::Uninitialized);
    QRandomGenerator::global()->fillRange(reinterpret_cast<quint32 *>(bytes.data()), size / 4);
    return bytes;
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return safe_file::open(file, path, safe_file::Use::Create) && file.write(bytes) == bytes.size()
        && safe_file::sync(file);
}

/// What cp would do, and waits for the disk.
double copyMs(const QString &from, const QString &to)
{
    QElapsedTimer timer;
    timer.start();
    QFile source(from);
    QFile target(to);
    if (!safe_file::open(source, from, safe_file::Use::Read) || !safe_file::open(target, to, safe_file::Use::Create))
        return 0;
    for (QByteArray piece = source.read(PieceBytes); !piece.isEmpty(); piece = source.read(PieceBytes))
        target.write(piece);
    safe_file::sync(target);
    return double(timer.nsecsElapsed()) / 1e6;
}

/// The same through a TCP connection between two threads.
double tcpCopyMs(const QString &from, const QString &to)
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost))
        return 0;
    const quint16 port = server.serverPort();
    QElapsedTimer timer;
    timer.start();
    const std::unique_ptr<QThread> sender(QThread::create([from, port] {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, port);
        QFile source(from);
        if (!socket.waitForConnected() || !safe_file::open(source, from, safe_file::Use::Read))
            return;
        for (QByteArray piece = source.read(PieceBytes); !piece.isEmpty(); piece = source.read(PieceBytes)) {
            socket.write(piece);
            while (socket.bytesToWrite() > 0 && socket.waitForBytesWritten())
                continue;
        }
        socket.disconnectFromHost();
        if (socket.state() != QAbstractSocket::UnconnectedState)
            socket.waitForDisconnected();
    }));
    sender->start();
    QFile target(to);
    const bool isReady
        = server.waitForNewConnection(int(PatienceMs)) && safe_file::open(target, to, safe_file::Use::Create);
    if (isReady) {
        const std::unique_ptr<QTcpSocket> socket(server.nextPendingConnection());
        while (socket->bytesAvailable() > 0 || socket->waitForReadyRead())
            target.write(socket->readAll());
        safe_file::sync(target);
    }
    const double tookMs = double(timer.nsecsElapsed()) / 1e6;
    sender->wait();
    return tookMs;
}

template <class Condition>
bool until(Condition condition)
{
    QElapsedTimer timer;
    timer.start();
    QTimer wake; // and no turning in between: the server needs the processor
    wake.start(100);
    while (!condition()) {
        if (timer.elapsed() > PatienceMs)
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return true;
}

/// A client with a folder of its own.
struct Client
{
    bool join(const JoinLink &link, const QString &login)
    {
        if (!profile.lock())
            return false;
        profile.open();
        if (!until([&] { return profile.isOpen(); }))
            return false;
        workspaces = std::make_unique<Workspaces>(profile, u"bench"_s);
        workspace = workspaces->add(link).value_or(nullptr);
        if (!workspace)
            return false;
        workspace->login(Registration{ login, {}, {}, {} });
        return until([&] { return workspace->sync().isCaughtUp() && !workspace->rooms().ids().isEmpty(); });
    }

    QTemporaryDir folder;
    SystemClock clock;
    ClientProfile profile{ { folder.path(), false, u"bench"_s }, clock };
    std::unique_ptr<Workspaces> workspaces;
    Workspace *workspace = nullptr;
};

/// From the moment it is sent until its message is stored. `isShownBefore`: what the client finds out while a person
/// looks at the preview is done before.
double uploadMs(Workspace &workspace, RoomId room, const QString &path, bool isShownBefore, RoomEvent &stored)
{
    QObject context;
    const std::unique_ptr<HashAhead> ahead(workspace.hashAhead());
    QList<OutgoingFile> files;
    if (isShownBefore) {
        bool isKnown = false;
        QObject::connect(ahead.get(), &HashAhead::finished, &context, [&] { isKnown = true; });
        whenReady(workspace.scan({ path }), &context, [&](const Result<ScannedFiles> &scanned) {
            files = scanned ? scanned->files : files;
            ahead->add(files);
        });
        if (!until([&] { return isKnown; }))
            return 0;
        files = ahead->completed(files);
    }
    QElapsedTimer timer;
    timer.start();
    bool isStored = false;
    QObject::connect(
        &workspace.sync(), &RoomSync::appended, &context, [&](RoomId, const QList<RoomEvent> &events, Seq) {
            for (const RoomEvent &event : events) {
                if (!event.files.isEmpty()) {
                    stored = event;
                    isStored = true;
                }
            }
        });
    const auto send = [&](const QList<OutgoingFile> &chosen) {
        if (chosen.isEmpty() || !workspace.sendFiles(room, {}, chosen))
            std::fprintf(stderr, "cannot be sent\n");
    };
    if (isShownBefore)
        send(files);
    else
        whenReady(workspace.scan({ path }), &context,
            [&](const Result<ScannedFiles> &scanned) { send(scanned ? scanned->files : QList<OutgoingFile>()); });
    return until([&] { return isStored; }) ? double(timer.nsecsElapsed()) / 1e6 : 0;
}

double downloadMs(Workspace &workspace, const RoomEvent &event)
{
    QElapsedTimer timer;
    timer.start();
    const DownloadKey key{ event.room, event.seq, 0 };
    workspace.downloads().fetch(key, event.files.first());
    const auto isDone = [&] {
        return workspace.downloads().progress(key).state == TransferProgress::Done;
    };
    return until(isDone) ? double(timer.nsecsElapsed()) / 1e6 : 0;
}

double median(QList<double> values)
{
    std::ranges::sort(values);
    return values.value(values.size() / 2);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const Result<JoinLink> link = JoinLink::parse(arguments.value(1));
    const qint64 bytes = std::max(1, arguments.value(2, u"24"_s).toInt()) * 1024LL * 1024;
    const int rounds = std::max(1, arguments.value(3, u"5"_s).toInt());
    Client sender;
    Client reader;
    if (!link || !sender.join(*link, u"bench-sender"_s) || !reader.join(*link, u"bench-reader"_s)) {
        std::fprintf(stderr, "usage: bench_transfers LINK [MEBIBYTES] [ROUNDS]\n");
        return 2;
    }
    const RoomId room = sender.workspace->rooms().ids().first();
    const QTemporaryDir folder;
    QList<double> copies;
    QList<double> tcpCopies;
    QList<double> shownUploads;
    QList<double> uploads;
    QList<double> downloads;
    for (int round = 0; round < rounds; ++round) {
        const QString path = folder.filePath(u"file-%1"_s.arg(round));
        if (!write(path, randomBytes(bytes)))
            return 1;
        copies.append(copyMs(path, path + u"-copy"_s));
        tcpCopies.append(tcpCopyMs(path, path + u"-tcp"_s));
        RoomEvent stored;
        shownUploads.append(uploadMs(*sender.workspace, room, path, true, stored));
        if (!write(path + u"-other"_s, randomBytes(bytes)))
            return 1;
        uploads.append(uploadMs(*sender.workspace, room, path + u"-other"_s, false, stored));
        if (stored.files.isEmpty() || shownUploads.last() <= 0 || uploads.last() <= 0)
            return 1;
        downloads.append(downloadMs(*reader.workspace, stored));
        if (downloads.last() <= 0)
            return 1;
        for (const char *suffix : { "", "-other", "-copy", "-tcp" })
            QFile::remove(path + QLatin1StringView(suffix));
    }
    const double mebibytes = double(bytes) / 1024 / 1024;
    const auto print = [&](const char *what, double ms) {
        std::printf("%-34s %8.1f ms %8.0f MiB/s %6.2f x the copy over TCP\n", what, ms, mebibytes * 1000 / ms,
            median(tcpCopies) / ms);
    };
    std::printf("%.0f MiB, median of %d\n", mebibytes, rounds);
    print("copy of the file, with fsync", median(copies));
    print("copy over TCP, with fsync", median(tcpCopies));
    print("upload, commit included", median(shownUploads));
    print("upload, hash and commit included", median(uploads));
    print("download, checked, with fsync", median(downloads));
    return 0;
}
