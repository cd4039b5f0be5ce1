// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/standard_bytes.h"

#include <QSignalSpy>
#include <QTest>
#include <thread>

#ifdef Q_OS_WIN
#include <qt_windows.h>
#else
#include <unistd.h>
#endif

using namespace salon;

namespace {

/// A pipe in the place of standard input, which nothing in this process reads otherwise.
class PipedInput
{
public:
    PipedInput()
    {
#ifdef Q_OS_WIN
        if (CreatePipe(&m_read, &m_write, nullptr, 0) == 0 || SetStdHandle(STD_INPUT_HANDLE, m_read) == 0)
            qFatal("no pipe");
#else
        int ends[2] = { -1, -1 };
        if (::pipe(ends) != 0 || ::dup2(ends[0], STDIN_FILENO) < 0)
            qFatal("no pipe");
        ::close(ends[0]);
        m_write = ends[1];
#endif
    }
    ~PipedInput()
    {
        end();
    }
    Q_DISABLE_COPY_MOVE(PipedInput)

    /// Waits while the pipe is full.
    void write(const QByteArray &bytes)
    {
        qsizetype done = 0;
        while (done < bytes.size()) {
#ifdef Q_OS_WIN
            DWORD count = 0;
            if (WriteFile(m_write, bytes.constData() + done, DWORD(bytes.size() - done), &count, nullptr) == 0)
                return;
#else
            const auto count = ::write(m_write, bytes.constData() + done, size_t(bytes.size() - done));
            if (count < 0)
                return;
#endif
            done += qsizetype(count);
        }
    }

    void end()
    {
        if (m_ended)
            return;
        m_ended = true;
#ifdef Q_OS_WIN
        CloseHandle(m_write);
#else
        ::close(m_write);
#endif
    }

private:
    bool m_ended = false;
#ifdef Q_OS_WIN
    HANDLE m_read = nullptr; // left open: a thread may still wait for it
    HANDLE m_write = nullptr;
#else
    int m_write = -1;
#endif
};

} // namespace

/// Standard input beside an event loop.
class TestStandardBytes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytesArriveAsTheyAre()
    {
        PipedInput pipe;
        StandardBytes input;
        QByteArray read;
        connect(&input, &StandardBytes::bytesRead, this, [&](const QByteArray &bytes) { read += bytes; });
        input.start();
        static constexpr char Sent[] = "line\r\nof \x1a every\0kind \xc3\xa9\n";
        const QByteArray bytes(Sent, sizeof Sent - 1);
        pipe.write(bytes);
        QTRY_COMPARE(read, bytes);
    }

    void theEndComesAfterAllBytes()
    {
        PipedInput pipe;
        StandardBytes input;
        qsizetype read = 0;
        qsizetype readAtEnd = -1;
        connect(&input, &StandardBytes::bytesRead, this, [&](const QByteArray &bytes) { read += bytes.size(); });
        connect(&input, &StandardBytes::ended, this, [&] { readAtEnd = read; });
        input.start();
        const QByteArray much(3'000'000, 'x');
        std::thread writer([&] {
            pipe.write(much);
            pipe.end();
        });
        QTRY_VERIFY(readAtEnd >= 0);
        writer.join();
        QCOMPARE(readAtEnd, much.size());
    }

    void whatComesWhilePausedComesLater()
    {
        PipedInput pipe;
        StandardBytes input;
        QByteArray read;
        connect(&input, &StandardBytes::bytesRead, this, [&](const QByteArray &bytes) { read += bytes; });
        input.setPaused(true);
        input.start();
        pipe.write("early");
        QCoreApplication::processEvents();
        QCOMPARE(read, QByteArray());
        input.setPaused(false);
        QTRY_COMPARE(read, QByteArray("early"));
    }

    void itMayGoWhileItWaits()
    {
        PipedInput pipe;
        auto input = std::make_unique<StandardBytes>();
        QSignalSpy read(input.get(), &StandardBytes::bytesRead);
        input->start();
        pipe.write("first");
        QTRY_COMPARE(read.size(), 1);
        input.reset();
        pipe.write("nobody is there");
        pipe.end();
        QCoreApplication::processEvents();
        QCOMPARE(read.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestStandardBytes)
#include "tst_standard_bytes.moc"
