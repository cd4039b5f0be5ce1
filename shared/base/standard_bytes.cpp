// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/standard_bytes.h"

#include <QFile>
#include <QSocketNotifier>
#include <chrono>
#include <cstdio>

#ifdef Q_OS_WIN
#include <QPointer>
#include <io.h>
#include <thread>
#else
#include <cerrno>
#include <csignal>
#include <unistd.h>
#endif

namespace salon {

StandardBytes::StandardBytes(QObject *parent)
    : QObject(parent)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(std::chrono::seconds(1));
    connect(&m_retry, &QTimer::timeout, this, &StandardBytes::listen);
}

StandardBytes::~StandardBytes() = default;

void StandardBytes::setPaused(bool paused)
{
    m_paused = paused;
    listen();
}

void StandardBytes::listen()
{
    if (m_notifier)
        m_notifier->setEnabled(!m_paused && !m_isOver && !m_retry.isActive());
}

#ifdef Q_OS_WIN

void StandardBytes::start()
{
    // The console cannot be waited for together with events, so a thread reads it. It is left alone at the end: only
    // the end of the process interrupts such a read.
    std::thread([target = QPointer<StandardBytes>(this)] {
        char bytes[4096];
        int count = 0;
        while (target && (count = ::_read(_fileno(stdin), bytes, sizeof bytes)) > 0) {
            const QByteArray part(bytes, count);
            QMetaObject::invokeMethod(
                target.data(), [target, part] { Q_EMIT target->bytesRead(part); }, Qt::QueuedConnection);
        }
        if (target)
            QMetaObject::invokeMethod(
                target.data(), [target] { Q_EMIT target->ended(); }, Qt::QueuedConnection);
    }).detach();
}

void StandardBytes::readAvailable()
{
}

#else

void StandardBytes::start()
{
    // In the background, reading from the terminal shall fail and not stop the process.
    std::signal(SIGTTIN, SIG_IGN);
    m_notifier = std::make_unique<QSocketNotifier>(STDIN_FILENO, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &StandardBytes::readAvailable);
    listen();
}

void StandardBytes::readAvailable()
{
    char bytes[16 * 1024];
    const auto count = ::read(STDIN_FILENO, bytes, sizeof bytes);
    if (count > 0) {
        Q_EMIT bytesRead(QByteArray(bytes, qsizetype(count)));
        return;
    }
    if (count < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    if (count < 0 && errno == EIO && ::isatty(STDIN_FILENO)) {
        m_retry.start(); // in the background; the shell may bring us back
        listen();
        return;
    }
    m_isOver = true;
    listen();
    Q_EMIT ended();
}

#endif

QByteArray wholeStandardInput()
{
    QFile input;
    return input.open(stdin, QIODevice::ReadOnly) ? input.readAll() : QByteArray();
}

} // namespace salon
