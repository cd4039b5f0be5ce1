// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/delivery.h"

namespace salon::console {

Delivery::Delivery(Workspace &workspace, int timeoutSeconds, Refused refused)
    : m_workspace(workspace)
    , m_whatIsRefused(refused)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(timeoutSeconds * 1000);
    connect(&m_timer, &QTimer::timeout, this, &Delivery::timedOut);
    connect(&workspace.outbox(), &Outbox::entryChanged, this, &Delivery::entryChanged);
    connect(&workspace.outbox(), &Outbox::entryRemoved, this, [this](const Cid &cid) {
        m_waiting.remove(cid);
        settle();
    });
    connect(&workspace.uploads(), &Uploads::changed, this, [this](const Cid &cid) {
        if (m_closed && m_waiting.contains(cid))
            m_timer.start(); // there is progress
    });
    connect(&workspace.session(), &Session::stateChanged, this, [this](SessionState state) {
        if (state != SessionState::Online)
            return;
        m_wasOnline = true;
        if (!m_closed)
            m_timer.stop();
    });
}

void Delivery::awaitConnection()
{
    m_timer.start();
}

Result<> Delivery::send(RoomId room, const QString &text, const MessageOptions &options)
{
    // A room that is not known here yet is the outbox's concern.
    const PostingState posting = m_workspace.mayPost(room);
    if (!posting.may && posting.why == ErrorCode::PostingRestricted) {
        m_anyRefused = true;
        return fail(posting.why);
    }
    const auto cid = m_workspace.sendText(room, text, options);
    if (!cid) {
        m_anyRefused = true;
        return fail(cid.error());
    }
    m_waiting.insert(*cid);
    return {};
}

void Delivery::close()
{
    m_closed = true;
    m_timer.start();
    settle();
}

void Delivery::entryChanged(const OutboxEntry &entry)
{
    if (!m_waiting.contains(entry.cid))
        return;
    if (entry.state == SendState::Failed) {
        m_anyRefused = true;
        m_waiting.remove(entry.cid);
        Q_EMIT refused(entry.error);
        if (m_whatIsRefused == Refused::Discarded)
            m_workspace.discard(entry.cid);
    } else if (entry.state == SendState::Stored) {
        m_waiting.remove(entry.cid);
        if (m_closed)
            m_timer.start(); // there is progress
    }
    settle();
}

void Delivery::settle()
{
    if (m_closed && m_waiting.isEmpty())
        finish(m_anyRefused ? ExitMessageRefused : ExitDone);
}

void Delivery::timedOut()
{
    finish(m_wasOnline ? ExitNotConfirmed : ExitNotConnected);
}

void Delivery::finish(ExitCode code)
{
    if (m_finished)
        return;
    m_finished = true;
    m_timer.stop();
    Q_EMIT finished(code);
}

} // namespace salon::console
