// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/transport/frame_tap.h"

#include <QByteArray>
#include <QList>

#include <map>
#include <memory>
#include <utility>

namespace salon {

class PeerLink;

/// Lends a tap to the links of one person, one after the other. Whose a new link is shows after its handshake only:
/// until then the few frames of each are kept, and those of others forgotten. Without a tap nothing is kept at all.
class PeerTap
{
public:
    PeerTap();
    ~PeerTap();

    /// `live`: the link of the person now, if there is one. A null tap: nobody any more.
    void set(const QByteArray &person, FrameTap *tap, PeerLink *live);

    /// Of each link: it was made; it is the person's now; it is so no longer, or has ended.
    void linkMade(PeerLink *link);
    void linkLive(PeerLink *link);
    void linkGone(PeerLink *link);

private:
    /// The first frames of a link.
    class Tape final : public FrameTap // NOLINT(cppcoreguidelines-virtual-class-destructor): nobody inherits it
    {
    public:
        static constexpr qsizetype MaxFrames = 8; ///< a handshake has four; each of a few KiB at most

        void frameSent(const QByteArray &frame) override { keep(true, frame); }
        void frameReceived(const QByteArray &payload) override { keep(false, payload); }
        void playTo(FrameTap &tap) const;

    private:
        void keep(bool isSent, const QByteArray &bytes);

        QList<std::pair<bool, QByteArray>> m_frames;
    };

    QByteArray m_person;
    FrameTap *m_tap = nullptr;
    PeerLink *m_live = nullptr;
    std::map<PeerLink *, std::unique_ptr<Tape>> m_tapes;
};

} // namespace salon
