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
    connect(&m_nearby, &Nearby::notReached, this, &PeerDesk::noteNotReached);
    connect(&m_nearby, &Nearby::otherAnswered, this,
        [this](const Endpoint &endpoint, const QByteArray &person, const QByteArray &expected) {
            noteOther({ endpoint, person, expected });
        });
    connect(&m_nearby.people(), &NearbyPeople::personChanged, this, &PeerDesk::tellOthers, Qt::QueuedConnection);
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

void PeerDesk::noteNotReached(const Endpoint &endpoint, const Error &error, bool waits)
{
    const QString address = endpoint.toString();
    const bool isTaken = error.code == ErrorCode::AddressInUse;
    if (error.code == ErrorCode::ConnectionRefused && !waits)
        return; // somebody seems to have come in between: it is tried again at once
    const QString told = isTaken ? address + u" taken"_s : address;
    if (m_notReached.contains(told))
        return; // tried again and again, told once
    m_notReached.insert(told);
    if (isTaken)
        m_screen.problem(
            tr("Nobody is at %1, and nobody can be waited for: another program has port %2 of this computer.")
                .arg(address)
                .arg(endpoint.port));
    else if (error.code == ErrorCode::ConnectionRefused)
        m_screen.notice(tr("Nobody is at %1 yet: waiting there.").arg(address));
    else
        m_screen.problem(error);
}

void PeerDesk::noteOther(const Other &other)
{
    if (m_othersKnown.contains(other))
        return;
    m_othersKnown.append(other);
    m_others.append(other);
    m_nearby.wantWords(other.person);
    m_nearby.wantWords(other.expected);
    // Queued: whoever decides by the command line has done so by then.
    QMetaObject::invokeMethod(this, &PeerDesk::tellOthers, Qt::QueuedConnection);
}

void PeerDesk::tellOthers()
{
    const QList<Other> all = std::exchange(m_others, {});
    for (const Other &other : all) {
        if (m_nearby.expectedAt(other.endpoint) != other.expected)
            continue;
        if (tell(other))
            Q_EMIT otherTold(other.person);
        else
            m_others.append(other);
    }
}

/// False: the words are not there yet.
bool PeerDesk::tell(const Other &other)
{
    const auto person = m_nearby.people().find(other.person);
    const auto expected = m_nearby.people().find(other.expected);
    if (!person || person->words.isEmpty() || (expected && expected->words.isEmpty()))
        return false;
    if (expected)
        m_screen.problem(tr("%2 (%3) answers at %1, and not %4 (%5), who was there before.")
                             .arg(other.endpoint.toString(), NearbyPeople::nameOf(*person), person->words.join(u' '),
                                 NearbyPeople::nameOf(*expected), expected->words.join(u' ')));
    else
        m_screen.problem(tr("%2 (%3) answers at %1, and not who was there before.")
                             .arg(other.endpoint.toString(), NearbyPeople::nameOf(*person), person->words.join(u' ')));
    return true;
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
