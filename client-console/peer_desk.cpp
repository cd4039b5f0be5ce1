// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/peer_desk.h"

using namespace Qt::StringLiterals;

namespace salon::console {

PeerDesk::PeerDesk(ClientProfile &profile, Screen &screen, LineEditor &editor)
    : m_screen(screen)
    , m_nearby(profile)
    , m_view(m_nearby, screen, editor)
    , m_commands(m_nearby, m_view, screen)
{
    connect(&m_nearby, &Nearby::failed, this, [this](const Error &error) { m_screen.problem(error); });
    connect(&m_nearby, &Nearby::requested, &m_commands, &PeerCommands::showRequest);
    connect(&m_nearby, &Nearby::notReached, this, [this](const Endpoint &endpoint, const Error &error) {
        if (m_notReached.contains(endpoint.toString()))
            return; // tried again and again, told once
        m_notReached.insert(endpoint.toString());
        if (error.code == ErrorCode::ConnectionRefused)
            m_screen.notice(tr("Nobody is at %1 yet: waiting there.").arg(endpoint.toString()));
        else
            m_screen.problem(error);
    });
    // Who dials an address accepts who is there, and waits for the same.
    connect(
        &m_nearby, &Nearby::accepted, this,
        [this](const QByteArray &person) {
            const auto known = m_nearby.people().find(person);
            if (known && known->isUndecided() && !m_view.isFor(person))
                m_screen.notice(
                    tr("%1 is there, and is asked whether to talk with you.").arg(NearbyPeople::nameOf(*known)));
        },
        Qt::QueuedConnection);
    // Queued: whoever opens the conversation by itself has done so by then.
    connect(
        &m_nearby, &Nearby::directChanged, this,
        [this](const QByteArray &person, bool direct) {
            const auto known = m_nearby.people().find(person);
            if (direct && known && !m_view.isFor(person))
                m_screen.notice(tr("%1 is here. /direct %2 opens the conversation.")
                                    .arg(NearbyPeople::nameOf(*known), m_commands.handleOf(*known)));
        },
        Qt::QueuedConnection);
}

Result<> PeerDesk::say(const QString &text)
{
    const auto sent = m_nearby.send(m_view.person(), text);
    if (sent)
        return {};
    m_screen.problem(sent.error());
    return tl::unexpected(sent.error());
}

bool PeerDesk::take(const QString &line)
{
    const bool isEscaped = line.startsWith("//"_L1);
    if (line.startsWith(u'/') && !isEscaped) {
        if (m_view.isOpen() && line.trimmed() == "/older"_L1) {
            m_view.showOlder();
            return true;
        }
        return m_commands.run(line);
    }
    if (!m_view.isOpen())
        return false;
    (void)say(isEscaped ? line.mid(1) : line);
    return true;
}

} // namespace salon::console
