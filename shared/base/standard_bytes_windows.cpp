// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/standard_bytes.h"

#include <QFile>
#include <QStringEncoder>
#include <array>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <optional>
#include <qt_windows.h>
#include <thread>

namespace salon {
namespace {

constexpr size_t ReadUnits = 8192;
constexpr wchar_t EndOfInput = 0x1a; ///< Ctrl+Z at the beginning of a line

HANDLE standardInput()
{
    return GetStdHandle(STD_INPUT_HANDLE);
}

bool isConsole(HANDLE handle)
{
    DWORD mode = 0;
    return GetConsoleMode(handle, &mode) != 0;
}

/// Waits for a key that is pressed, and drops what else consoles report, so that a line is begun by who types it: only
/// then does the console look whether it shall show what is typed. False: the console is gone.
bool waitForKey(HANDLE console)
{
    for (;;) {
        INPUT_RECORD record{};
        DWORD count = 0;
        if (WaitForSingleObject(console, INFINITE) != WAIT_OBJECT_0
            || PeekConsoleInputW(console, &record, 1, &count) == 0)
            return false;
        if (count == 0)
            continue;
        if (record.EventType == KEY_EVENT && record.Event.KeyEvent.bKeyDown)
            return true;
        if (ReadConsoleInputW(console, &record, 1, &count) == 0)
            return false;
    }
}

/// Lines of a console as UTF-8, whatever its code page; nothing at the end.
std::optional<QByteArray> readConsole(HANDLE console, QStringEncoder &toUtf8)
{
    std::array<wchar_t, ReadUnits> units{};
    DWORD count = 0;
    do {
        if (!waitForKey(console) || ReadConsoleW(console, units.data(), DWORD(units.size()), &count, nullptr) == 0)
            return {};
    } while (count == 0); // Ctrl+C, which has another way
    if (units[0] == EndOfInput)
        return {};
    QByteArray bytes = toUtf8(QStringView(units.data(), qsizetype(count)));
    return bytes.replace("\r\n", "\n");
}

/// Bytes of a pipe or a file; nothing at the end. Not by stdio: a read that waits would hold the end of the process up.
std::optional<QByteArray> readBytes(HANDLE input)
{
    std::array<char, ReadUnits> bytes{};
    DWORD count = 0;
    if (ReadFile(input, bytes.data(), DWORD(bytes.size()), &count, nullptr) == 0 || count == 0)
        return {};
    return QByteArray(bytes.data(), qsizetype(count));
}

} // namespace

/// Neither consoles nor pipes can be waited for together with events, so a thread reads them. It is left alone at the
/// end: only the end of the process interrupts such a read.
struct StandardBytes::Reader
{
    std::mutex mutex;
    std::condition_variable changed;
    StandardBytes *target = nullptr; ///< nobody any more: the thread ends
    bool isPaused = false;
    bool isTaking = false; ///< the last bytes are on their way: no more than these wait in memory

    void run(const std::shared_ptr<Reader> &self)
    {
        const HANDLE input = standardInput();
        const bool typed = isConsole(input);
        QStringEncoder toUtf8(QStringEncoder::Utf8);
        std::unique_lock lock(mutex);
        for (;;) {
            changed.wait(lock, [this] { return !target || (!isPaused && !isTaking); });
            if (!target)
                return;
            lock.unlock();
            const auto bytes = typed ? readConsole(input, toUtf8) : readBytes(input);
            lock.lock();
            if (!target)
                return;
            if (!bytes) {
                QMetaObject::invokeMethod(target, &StandardBytes::ended, Qt::QueuedConnection);
                return;
            }
            isTaking = true;
            QMetaObject::invokeMethod(
                target,
                [self, receiver = target, part = *bytes] {
                    Q_EMIT receiver->bytesRead(part);
                    const std::lock_guard guard(self->mutex);
                    self->isTaking = false;
                    self->changed.notify_all();
                },
                Qt::QueuedConnection);
        }
    }
};

StandardBytes::StandardBytes(QObject *parent)
    : QObject(parent)
    , m_reader(std::make_shared<Reader>())
{
    m_reader->target = this;
}

StandardBytes::~StandardBytes()
{
    const std::lock_guard lock(m_reader->mutex);
    m_reader->target = nullptr;
    m_reader->changed.notify_all();
}

void StandardBytes::start()
{
    std::thread([reader = m_reader] { reader->run(reader); }).detach();
}

void StandardBytes::setPaused(bool paused)
{
    const std::lock_guard lock(m_reader->mutex);
    m_reader->isPaused = paused;
    m_reader->changed.notify_all();
}

QByteArray wholeStandardInput()
{
    const HANDLE input = standardInput();
    const bool typed = isConsole(input);
    QStringEncoder toUtf8(QStringEncoder::Utf8);
    QByteArray all;
    while (const auto bytes = typed ? readConsole(input, toUtf8) : readBytes(input))
        all += *bytes;
    return all;
}

} // namespace salon
