// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/standard_bytes.h"

#include <QFile>
#include <QSocketNotifier>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <unistd.h>

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

QByteArray wholeStandardInput()
{
    QFile input;
    return input.open(stdin, QIODevice::ReadOnly) ? input.readAll() : QByteArray();
}

} // namespace salon
