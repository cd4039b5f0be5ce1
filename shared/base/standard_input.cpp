// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/standard_input.h"

#include <QSocketNotifier>
#include <chrono>

#ifdef Q_OS_WIN
#include <QPointer>
#include <cstdio>
#include <thread>
#else
#include <cerrno>
#include <csignal>
#include <unistd.h>
#endif

namespace salon {

StandardInput::StandardInput(QObject *parent)
    : QObject(parent)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(std::chrono::seconds(1));
    connect(&m_retry, &QTimer::timeout, this, [this] {
        if (m_notifier)
            m_notifier->setEnabled(true);
    });
}

StandardInput::~StandardInput() = default;

void StandardInput::take(const QByteArray &bytes)
{
    for (const QString &line : m_splitter.feed(bytes))
        Q_EMIT lineRead(line);
    if (m_splitter.takeDropped())
        Q_EMIT lineDropped();
}

void StandardInput::finish()
{
    for (const QString &line : m_splitter.finish())
        Q_EMIT lineRead(line);
    if (m_splitter.takeDropped())
        Q_EMIT lineDropped();
    Q_EMIT ended();
}

#ifdef Q_OS_WIN

void StandardInput::start()
{
    // The console cannot be waited for together with events, so a thread reads it. It is left alone at the end: only
    // the end of the process interrupts such a read.
    std::thread([target = QPointer<StandardInput>(this)] {
        char bytes[4096];
        while (target && std::fgets(bytes, sizeof bytes, stdin)) {
            const QByteArray part(bytes);
            QMetaObject::invokeMethod(
                target.data(), [target, part] { target->take(part); }, Qt::QueuedConnection);
        }
        if (target)
            QMetaObject::invokeMethod(
                target.data(), [target] { target->finish(); }, Qt::QueuedConnection);
    }).detach();
}

void StandardInput::readAvailable()
{
}

#else

void StandardInput::start()
{
    // In the background, reading from the terminal shall fail and not stop the process.
    std::signal(SIGTTIN, SIG_IGN);
    m_notifier = std::make_unique<QSocketNotifier>(STDIN_FILENO, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &StandardInput::readAvailable);
}

void StandardInput::readAvailable()
{
    char bytes[16 * 1024];
    const auto count = ::read(STDIN_FILENO, bytes, sizeof bytes);
    if (count > 0) {
        take(QByteArray(bytes, qsizetype(count)));
        return;
    }
    if (count < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    m_notifier->setEnabled(false);
    if (count < 0 && errno == EIO && ::isatty(STDIN_FILENO)) {
        m_retry.start(); // in the background; the shell may bring us back
        return;
    }
    finish();
}

#endif

} // namespace salon
