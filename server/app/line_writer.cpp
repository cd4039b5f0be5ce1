// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/app/line_writer.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <poll.h>
#include <unistd.h>
#else
#include <io.h>
#endif

namespace salon::server {
namespace {

/// Blocks for as long as nobody reads. Not by stdio: its locks would hold the end of the process up, too.
void writeAll(int descriptor, const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
#ifdef Q_OS_UNIX
        const ssize_t written = ::write(descriptor, bytes.constData() + done, size_t(bytes.size() - done));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) { // who started us made it non-blocking
            pollfd ready{ descriptor, POLLOUT, 0 };
            ::poll(&ready, 1, -1);
            continue;
        }
#else
        const int written = ::_write(descriptor, bytes.constData() + done, unsigned(bytes.size() - done));
#endif
        if (written <= 0)
            return; // nobody is there any more: nobody misses it
        done += written;
    }
}

} // namespace

struct LineWriter::Queue
{
    std::mutex mutex;
    std::condition_variable changed;
    std::deque<QByteArray> lines;
    qsizetype bytes = 0; ///< of the lines that wait
    int lost = 0; ///< since the last note
    std::function<QByteArray(int)> lostNote;
    bool isWriting = false;
    bool isEnding = false;

    void add(const QByteArray &line)
    {
        lines.push_back(line);
        bytes += line.size();
    }

    void noteLost()
    {
        if (lost > 0)
            add(lostNote(std::exchange(lost, 0)) + '\n');
    }

    void run(int descriptor)
    {
        std::unique_lock lock(mutex);
        for (;;) {
            changed.wait(lock, [this] { return isEnding || !lines.empty(); });
            if (lines.empty())
                return;
            const QByteArray line = std::move(lines.front());
            lines.pop_front();
            bytes -= line.size();
            isWriting = true;
            lock.unlock();
            writeAll(descriptor, line);
            lock.lock();
            if (lines.empty())
                noteLost();
            isWriting = false;
            changed.notify_all();
        }
    }
};

LineWriter::LineWriter(int descriptor, std::function<QByteArray(int)> lostNote)
    : m_queue(std::make_shared<Queue>())
{
    m_queue->lostNote = std::move(lostNote);
    std::thread([queue = m_queue, descriptor] { queue->run(descriptor); }).detach();
}

LineWriter::~LineWriter()
{
    const std::lock_guard lock(m_queue->mutex);
    m_queue->isEnding = true;
    m_queue->changed.notify_all();
}

bool LineWriter::write(const QByteArray &line, Weight weight)
{
    const std::lock_guard lock(m_queue->mutex);
    const qsizetype limit = weight == Weight::Heavy ? HeavyBytes : LightBytes;
    if (m_queue->bytes + line.size() > limit) {
        ++m_queue->lost;
        return false;
    }
    m_queue->noteLost();
    m_queue->add(line);
    m_queue->changed.notify_all();
    return true;
}

bool LineWriter::flush(std::chrono::milliseconds atMost)
{
    std::unique_lock lock(m_queue->mutex);
    return m_queue->changed.wait_for(lock, atMost, [this] { return m_queue->lines.empty() && !m_queue->isWriting; });
}

} // namespace salon::server
