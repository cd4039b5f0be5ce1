// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/clock.h"
#include "shared/peer/peer_book.h"
#include "shared/peer/peer_dials.h"
#include "shared/peer/peer_doubts.h"
#include "shared/peer/peer_identity.h"
#include "shared/peer/peer_links.h"
#include "shared/peer/peer_search.h"
#include "shared/peer/peer_tap.h"
#include "shared/peer/stranger_gate.h"
#include "shared/transport/listen_socket.h"

#include <QObject>
#include <optional>

namespace salon {

class PeerStore;

inline constexpr quint16 DefaultPeerPort = 7257; ///< of a direct conversation by address

struct PeerNodeOptions
{
    Endpoint listen = Endpoint::tcp(QStringLiteral("*"), 0);
    bool announce = true; ///< listen, answer who asks on the network, and look for people known
    bool listenAlways = false; ///< listen also while not announcing
    quint16 discoveryPort = discovery::DefaultPort; ///< 0: nobody is answered and looked for, also while announcing
    ListLinks links = runningLinks;
    PeerPace pace{}; ///< how much one person may write here
    int retryMs = 300; ///< after a link that we dialled ended; doubled up to retryMaxMs
    int retryMaxMs = 30'000;
    int searchMs = 30'000; ///< between looks for people who are away; who comes back looks at once
    StrangerLimits strangers{};
};

/// This device among others, without any server: listens, is found and finds, dials, and keeps one link to each person
/// who is accepted, with a conversation and the files over it. Whoever connects and is not known yet waits for the
/// person's decision (requested()). One thread.
class PeerNode : public QObject
{
    Q_OBJECT

public:
    PeerNode(PeerIdentity identity, PeerStore &store, const Clock &clock, PeerNodeOptions options = {},
        QObject *parent = nullptr);
    ~PeerNode() override;

    /// Reads the people known and listens; opened() or failed() follows.
    void open();
    /// opened() was said.
    [[nodiscard]] bool isOpen() const { return m_opened; }
    /// On the port that discovery tells, while it announces; who waits at an address does so on that port alone.
    [[nodiscard]] bool isListening() const { return m_listener.isListening(); }
    /// TCP; 0 while not listening.
    [[nodiscard]] quint16 port() const { return isListening() ? m_listener.endpoint().port : quint16(0); }
    [[nodiscard]] const PeerIdentity &identity() const { return m_identity; }

    /// What others hear from the next look and the next link on.
    void setName(const QString &name);

    /// Connects to whoever is at `endpoint`, and again whenever that link ends, until hangUp(). Who dials an address
    /// for the first time accepts whoever answers, and that key is expected there from then on. An unknown other key
    /// there, or somebody unknown with the name of somebody accepted, is requested() with a PeerDoubt instead; of an
    /// accepted one otherAnswered() says that it is not who is expected.
    void dial(const Endpoint &endpoint, const QByteArray &pin = {});
    /// As dial(); but when nobody is there this device listens on the same port and waits. Whoever starts first waits,
    /// the second connects; both at once settle by key.
    void connectOrListen(const Endpoint &endpoint);
    /// Who was accepted at `endpoint`; empty: nobody yet.
    [[nodiscard]] QByteArray expectedAt(const Endpoint &endpoint) const
    {
        return m_doubts.expectedAt(PeerDoubts::addressOf(endpoint));
    }
    /// No longer, and its link ends; the port that was waited at for this address alone is closed.
    void hangUp(const Endpoint &endpoint);

    /// Whether it answers who asks on the network, and looks for people known; at first as the options say.
    void setAnnouncing(bool announces);
    /// The networks are others than before, or this machine slept: looks, dials and asks who is linked, at once.
    void networkChanged();
    /// Looks around now; neighboursChanged() follows.
    void lookAround();
    /// People found by the last look, whether known or not; not this device.
    [[nodiscard]] const QList<Neighbour> &neighbours() const { return m_search.neighbours(); }

    [[nodiscard]] QList<PeerPerson> people() const { return m_book.all(); }
    /// The key of the accepted person whose name cannot be told from `name` by looking, other than `key`; empty if
    /// there is none.
    [[nodiscard]] QByteArray knownAs(const QString &name, const QByteArray &key) const
    {
        return m_doubts.knownAs(name, key);
    }
    /// The person's decision on a request, or on somebody found; of somebody accepted whom otherAnswered() told of:
    /// they are expected there from now on.
    void accept(const QByteArray &key);
    void block(const QByteArray &key);

    /// Of an accepted person, otherwise nullptr.
    [[nodiscard]] PeerConversation *conversation(const QByteArray &key) const;
    [[nodiscard]] PeerTransfers *transfers(const QByteArray &key) const;
    /// There is an authenticated link.
    [[nodiscard]] bool isReachable(const QByteArray &key) const { return m_live.contains(key); }

    /// Hears of every frame of this person's links from now on, each from its first one; null: of nobody's. One at
    /// most.
    void setFrameTap(const QByteArray &key, FrameTap *tap) { m_tap.set(key, tap, m_live.value(key)); }

Q_SIGNALS:
    void opened();
    void failed(const salon::Error &error);
    /// Somebody unknown wants to talk, or answered where this device dialled and is doubted (PeerPerson::doubt):
    /// accept() or block().
    void requested(const salon::PeerPerson &person);
    /// Somebody is accepted from now on: conversation() is there.
    void accepted(const QByteArray &key);
    void reachableChanged(const QByteArray &key);
    void neighboursChanged();
    /// A dialled endpoint did not lead to anybody; tried again by itself. `waits` and AddressInUse: see PeerDials.
    void dialFailed(const salon::Endpoint &endpoint, const salon::Error &error, bool waits);
    /// Somebody accepted answered at an endpoint that was dialled, where `expected` was before. Nobody else is expected
    /// there by it.
    void otherAnswered(const salon::Endpoint &endpoint, const QByteArray &key, const QByteArray &expected);

private:
    void begin(const Result<QList<PeerPlace>> &places);
    bool listen();
    void announce();
    void describe();

    void linkAuthenticated(PeerLink *link);
    void linkReceived(PeerLink *link, const Envelope &envelope);
    void linkClosed(PeerLink *link, const Error &error);
    [[nodiscard]] bool givesWay(const PeerLink *old, const PeerLink *fresh) const;
    [[nodiscard]] bool admitsStranger(const PeerLink *link);
    void meet(PeerKnown &known, const std::optional<Endpoint> &dialled);
    void meetAccepted(PeerKnown &known, const std::optional<Endpoint> &dialled);
    void noteStranger(const PeerKnown &known);
    void talk(PeerKnown &known, PeerLink *link);
    [[nodiscard]] bool isMissed(const QByteArray &key) const;
    void forgetStranger(const QByteArray &key);
    void remember(const QString &address, const QByteArray &key);
    void dropLink(PeerLink *link, const Error &reason);

    PeerIdentity m_identity;
    PeerStore &m_store;
    const Clock &m_clock;
    PeerNodeOptions m_options;
    StrangerGate m_gate;
    ListenSocket m_listener;
    PeerBook m_book;
    PeerLinks m_links;
    PeerSearch m_search;
    PeerDials m_dials;
    PeerDoubts m_doubts;
    QList<PeerPerson> m_asked; ///< strangers of late, so that who is accepted after he went has his name
    QHash<QByteArray, PeerLink *> m_live; ///< authenticated, one for each person
    PeerTap m_tap;
    bool m_opened = false;
};

} // namespace salon
