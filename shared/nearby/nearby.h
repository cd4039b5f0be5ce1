// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/client_profile.h"
#include "shared/client-core/session/answer.h"
#include "shared/nearby/nearby_files.h"
#include "shared/nearby/nearby_people.h"
#include "shared/nearby/nearby_roll.h"
#include "shared/nearby/network_changes.h"
#include "shared/nearby/peer_timeline.h"
#include "shared/peer/peer_node.h"

#include <QObject>
#include <QTimer>
#include <memory>

namespace salon {

class FrameTap;
class PeerStore;

/// People nearby, as a program offers them: the switch, oneself, the list of people, and conversations with messages
/// and files, without any server. Everything in the thread that made it; nothing blocks it.
///
///     Nearby nearby(profile);            // the profile must be open and outlive this
///     view->setModel(&nearby.people());
///     nearby.start();                    // on, if the person left it on
class Nearby : public QObject
{
    Q_OBJECT

public:
    /// `options`: for tests. The discovery port comes from SALON_DISCOVERY_PORT if that is set.
    explicit Nearby(ClientProfile &profile, PeerNodeOptions options = {}, QObject *parent = nullptr);
    ~Nearby() override;

    // --- The switch
    /// On, if it was on when the program ended.
    void start();
    /// Be found and find others; remembered for the next start. Off also ends direct conversations by address.
    void setOn(bool on);
    [[nodiscard]] bool isOn() const { return m_announces; }
    /// On for this run of the program only.
    void turnOn();
    /// Everything is set up: people of earlier times are listed, and what is written is kept and sent. True while on,
    /// and from connectTo() on also while off. openChanged() says so.
    [[nodiscard]] bool isOpen() const { return m_open; }

    // --- Oneself
    [[nodiscard]] const QByteArray &key() const { return m_profile.deviceKey().publicKey; }
    /// The four words that others compare; empty for the moment that it takes to find them (selfChanged()).
    [[nodiscard]] QStringList words() const { return m_words; }
    /// What others see: chosen by setName(), else the name on the server used last, else the one on this computer.
    [[nodiscard]] QString name() const;
    /// Fails with InvalidDisplayName. People linked now hear of it at the next link.
    Result<> setName(const QString &name);
    /// Where this device waits for others; 0 while it does not.
    [[nodiscard]] quint16 port() const;

    // --- People
    [[nodiscard]] NearbyPeople &people() const { return *m_people; }
    /// Looks around now; happens by itself every few seconds while on.
    void lookAround();
    /// The words of somebody who is looked at are found before all others, also of a stranger who was only found.
    void wantWords(const QByteArray &person);
    /// Talks with this person from now on: one who asks, one who was found, one who was refused.
    void accept(const QByteArray &person);
    /// Does not talk with this person: they are not asked about again, until accept().
    void refuse(const QByteArray &person);
    /// "host", "host:port", "[2001:db8::1]:7257". Fails with InvalidAddress{text}.
    static Result<Endpoint> readAddress(const QString &text);
    /// Connects with whoever is there; when nobody is, waits on the same port. Whoever starts first waits, the second
    /// connects. Tried again by itself until hangUp() or the end of the program. Works while the switch is off. Who
    /// answers the first time is accepted, and expected there from then on; an unknown other device there is
    /// requested() with a doubt, and of an accepted one otherAnswered() tells.
    void connectTo(const Endpoint &endpoint);
    /// After the last address, while the switch is off, everything is closed: nothing listens any more.
    void hangUp(const Endpoint &endpoint);
    /// Of connectTo().
    [[nodiscard]] const QList<Endpoint> &addresses() const { return m_addresses; }
    /// The person accepted at this address; empty: nobody yet (or nothing is open).
    [[nodiscard]] QByteArray expectedAt(const Endpoint &endpoint) const;
    /// May be who was meant by an address of connectTo(): is expected at one of them, or nobody is at one of them yet,
    /// or there is no address at all. Others who come meanwhile are not whom one waits for.
    [[nodiscard]] bool isAwaited(const QByteArray &person) const;
    /// What a server says of the accounts of a device.
    void setAccounts(const QByteArray &person, const QList<NearbyAccount> &accounts);

    // --- Conversations
    /// A new model of the conversation; `parent` must not outlive this.
    [[nodiscard]] PeerTimeline *makeTimeline(const QByteArray &person, QObject *parent);
    /// Queues a text: its cid, or why it cannot be sent: EmptyText, TextTooLong…; NotPermitted when the person is not
    /// accepted (or nothing is open).
    Result<Cid> send(const QByteArray &person, const QString &text);
    /// All that is there was seen.
    void markRead(const QByteArray &person);
    [[nodiscard]] NearbyFiles &files() { return m_files; }
    /// Ours for this person (all people: empty) that are not delivered yet.
    [[nodiscard]] int queuedCount(const QByteArray &person = {}) const;

    /// Hears of every frame that is exchanged with this person from now on, over all links to come; null: nobody. One
    /// at most; take it away before it goes.
    void setFrameTap(const QByteArray &person, FrameTap *tap);

    /// For PeerTimeline.
    [[nodiscard]] Answer<QList<PeerEntry>> history(const QByteArray &person, qint64 before, int limit) const;
    [[nodiscard]] Answer<std::optional<PeerEntry>> entry(const QByteArray &person, const Cid &cid) const;
    void retranslate();

Q_SIGNALS:
    void openChanged(bool open);
    /// isOn() is another.
    void onChanged(bool on);
    /// Name or words are others.
    void selfChanged();
    /// It could not be opened, or something of it does not work; for people.
    void failed(const salon::Error &error);
    /// After failed(): it could not be opened at all.
    void notOpened();
    /// Nobody could be reached at an address of connectTo(); tried again by itself. `waits`: its port is listened on.
    /// With AddressInUse another program has that port, and nobody is waited for.
    void notReached(const salon::Endpoint &endpoint, const salon::Error &error, bool waits);
    /// Somebody accepted answered at an address of connectTo(), where another person is expected: to be told, and not
    /// to be taken for that person. accept() makes them the one who is expected there.
    void otherAnswered(const salon::Endpoint &endpoint, const QByteArray &person, const QByteArray &expected);
    /// Somebody unknown wants to talk, or is not who was at an address before (NearbyPerson::doubt): accept() or
    /// refuse(). The words are there, with a doubt also those of the person they are not. Once for each person, as long
    /// as the request is listed.
    void requested(const salon::NearbyPerson &person);
    void accepted(const QByteArray &person);
    /// The conversation is, or no longer is, direct.
    void directChanged(const QByteArray &person, bool direct);

    // Of conversations, whoever has a model of them.
    /// Ours, a text or the offer of a file, on its way to the disk: entryAdded() or notKept() follows.
    void entryQueued(const QByteArray &person, const salon::Cid &cid);
    /// Stored, ours or theirs.
    void entryAdded(const QByteArray &person, const salon::PeerEntry &entry);
    /// Ours could not be stored, and is not sent; failed() says why.
    void notKept(const QByteArray &person, const salon::Cid &cid);
    /// `errorCode`: with Failed, an ErrorCode.
    void entryChanged(const QByteArray &person, const salon::Cid &cid, salon::PeerEntryState state, quint16 errorCode);
    void fileChanged(const QByteArray &person, const salon::Cid &cid, salon::PeerFileState state, const QString &path);
    void fileProgressed(const QByteArray &person, const salon::Cid &cid, quint64 bytes);
    /// It stands still for this reason, and goes on with the next link.
    void fileFailed(const QByteArray &person, const salon::Cid &cid, const salon::Error &error);

private:
    struct Prepared;

    void prepare();
    void openNode(const Prepared &prepared);
    void nodeOpened();
    void takeName();
    void giveUp(const Error &error);
    void close();
    void closeIfUnused();
    void watch(const QByteArray &person);
    void entryArrived(const QByteArray &person, const PeerEntry &entry);

    ClientProfile &m_profile;
    PeerNodeOptions m_options;
    std::unique_ptr<NearbyPeople> m_people;
    NearbyRoll m_roll;
    std::unique_ptr<PeerStore> m_store;
    std::unique_ptr<PeerNode> m_node;
    NearbyFiles m_files;
    QByteArray m_tapped; ///< whose frames m_frameTap hears of
    FrameTap *m_frameTap = nullptr;
    NetworkChanges m_networkChanges;
    QTimer m_look;
    QStringList m_words; ///< our own
    QList<Endpoint> m_addresses;
    bool m_announces = false;
    bool m_opening = false;
    bool m_open = false;
    JobLane m_lane; ///< words, certificate
};

} // namespace salon
