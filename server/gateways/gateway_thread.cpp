// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/gateways/gateway_thread.h"

#include "shared/transport/event_dispatcher.h"

#include <QTimer>
#include <chrono>
#include <optional>

using namespace std::chrono_literals;

namespace salon::server {
namespace {

constexpr auto ClosingPatience = 2s;

} // namespace

GatewayThread::GatewayThread(QObject *parent)
    : QObject(parent)
{
    m_thread.setObjectName(QStringLiteral("salon-gateways"));
    connect(
        &m_thread, &QThread::finished, this, [this] { m_gateways.clear(); }, Qt::DirectConnection);
}

GatewayThread::~GatewayThread()
{
    m_thread.quit();
    m_thread.wait();
}

Result<QList<GatewayAddress>> GatewayThread::add(std::unique_ptr<Gateway> gateway)
{
    if (!m_thread.isRunning()) {
        if (auto dispatcher = makeWorkerEventDispatcher())
            m_thread.setEventDispatcher(dispatcher.release()); // the thread owns it
        m_thread.start();
    }
    Gateway *const added = gateway.release();
    added->moveToThread(&m_thread);
    std::optional<Result<QList<GatewayAddress>>> opened;
    QMetaObject::invokeMethod(
        added,
        [added, &opened] {
            opened = added->open();
            if (!*opened)
                delete added;
        },
        Qt::BlockingQueuedConnection);
    if (*opened) {
        connect(added, &Gateway::closed, this, [this, added] { oneClosed(added); });
        m_open.insert(added);
        m_gateways.emplace_back(added);
    }
    return *opened;
}

void GatewayThread::close()
{
    if (std::exchange(m_closing, true))
        return;
    if (m_open.isEmpty()) {
        QMetaObject::invokeMethod(
            this, [this] { endClosing(); }, Qt::QueuedConnection);
        return;
    }
    QTimer::singleShot(ClosingPatience, this, [this] { endClosing(); });
    for (const auto &gateway : m_gateways)
        QMetaObject::invokeMethod(gateway.get(), &Gateway::close, Qt::QueuedConnection);
}

void GatewayThread::oneClosed(const Gateway *gateway)
{
    m_open.remove(gateway);
    if (m_closing && m_open.isEmpty())
        endClosing();
}

void GatewayThread::endClosing()
{
    if (!std::exchange(m_closed, true))
        Q_EMIT closed();
}

void GatewayThread::endGuest(const QString &who, std::function<void(const QString &name)> done)
{
    if (m_gateways.empty()) {
        done({});
        return;
    }
    // They live in one thread and none goes before that ends.
    QMetaObject::invokeMethod(
        m_gateways.front().get(),
        [this, who, done = std::move(done)] {
            QString name;
            for (const auto &gateway : m_gateways) {
                if (name.isEmpty())
                    name = gateway->endGuest(who);
            }
            QMetaObject::invokeMethod(
                this, [done, name] { done(name); }, Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

} // namespace salon::server
