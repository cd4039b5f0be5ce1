// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/peer/peer_tap.h"

#include "shared/peer/peer_link.h"

#include <utility>

namespace salon {

PeerTap::PeerTap() = default;
PeerTap::~PeerTap() = default;

void PeerTap::set(const QByteArray &person, FrameTap *tap, PeerLink *live)
{
    for (const auto &[link, tape] : m_tapes)
        link->setFrameTap(nullptr);
    m_tapes.clear();
    if (PeerLink *before = std::exchange(m_live, nullptr))
        before->setFrameTap(nullptr);
    m_person = tap ? person : QByteArray();
    m_tap = tap;
    if (!tap || !live)
        return;
    m_live = live;
    live->setFrameTap(tap);
}

void PeerTap::linkMade(PeerLink *link)
{
    if (!m_tap)
        return;
    auto &tape = m_tapes[link];
    tape = std::make_unique<Tape>();
    link->setFrameTap(tape.get());
}

void PeerTap::linkLive(PeerLink *link)
{
    if (!m_tap)
        return;
    const auto tape = m_tapes.extract(link);
    const bool isTheirs = link->peerKey() == m_person;
    if (isTheirs && !tape.empty())
        tape.mapped()->playTo(*m_tap);
    link->setFrameTap(isTheirs ? m_tap : nullptr);
    if (isTheirs)
        m_live = link;
}

void PeerTap::linkGone(PeerLink *link)
{
    if (link != m_live && !m_tapes.contains(link))
        return;
    link->setFrameTap(nullptr);
    m_tapes.erase(link);
    if (link == m_live)
        m_live = nullptr;
}

void PeerTap::Tape::keep(bool isSent, const QByteArray &bytes)
{
    if (m_frames.size() < MaxFrames)
        m_frames.append({ isSent, bytes });
}

void PeerTap::Tape::playTo(FrameTap &tap) const
{
    for (const auto &[isSent, bytes] : m_frames) {
        if (isSent)
            tap.frameSent(bytes);
        else
            tap.frameReceived(bytes);
    }
}

} // namespace salon
