// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/standard_input.h"

#include <QSocketNotifier>
#include <QThread>
#include <array>

#ifdef Q_OS_WIN
#include <cstdio>
#else
#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace salon {

StandardInput::StandardInput(qsizetype maxLineBytes, QObject *parent)
    : QObject(parent)
    , m_maxLineBytes(maxLineBytes)
{
}

StandardInput::~StandardInput()
{
#ifdef Q_OS_WIN
    // A blocking read of the console cannot be woken; the process is ending, so the thread may end with it.
    if (m_thread && m_thread->isRunning()) {
        m_thread->terminate();
        m_thread->wait();
    }
#endif
}

void StandardInput::take(QByteArrayView bytes)
{
    for (const char byte : bytes) {
        if (byte == '\n') {
            if (m_line.endsWith('\r'))
                m_line.chop(1);
            const QString line = QString::fromUtf8(m_line);
            m_line.clear();
            m_dropping = false;
            Q_EMIT lineRead(line);
        } else if (!m_dropping) {
            m_line.append(byte);
            m_dropping = m_line.size() >= m_maxLineBytes;
        }
    }
}

void StandardInput::finish()
{
    if (!m_line.isEmpty())
        take("\n");
    Q_EMIT ended();
}

#ifdef Q_OS_WIN

void StandardInput::start()
{
    // Consoles and pipes of Windows have no descriptor that an event loop could watch.
    m_thread.reset(QThread::create([this] {
        std::array<char, 4096> buffer{};
        while (std::fgets(buffer.data(), int(buffer.size()), stdin)) {
            QMetaObject::invokeMethod(
                this, [this, bytes = QByteArray(buffer.data())] { take(bytes); }, Qt::QueuedConnection);
        }
        QMetaObject::invokeMethod(this, &StandardInput::finish, Qt::QueuedConnection);
    }));
    m_thread->start();
}

void StandardInput::readAvailable()
{
}

#else

void StandardInput::start()
{
    // epoll and some pollers refuse regular files; they are always readable, so the loop reads them turn by turn.
    struct stat info
    {
    };
    if (::fstat(STDIN_FILENO, &info) == 0 && S_ISREG(info.st_mode)) {
        QMetaObject::invokeMethod(this, &StandardInput::readAvailable, Qt::QueuedConnection);
        return;
    }
    m_notifier = std::make_unique<QSocketNotifier>(STDIN_FILENO, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &StandardInput::readAvailable);
}

void StandardInput::readAvailable()
{
    std::array<char, 4096> buffer{};
    const auto count = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (count < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    if (count <= 0) {
        if (m_notifier)
            m_notifier->setEnabled(false);
        finish();
        return;
    }
    take(QByteArrayView(buffer.data(), count));
    if (!m_notifier)
        QMetaObject::invokeMethod(this, &StandardInput::readAvailable, Qt::QueuedConnection);
}

#endif

} // namespace salon
