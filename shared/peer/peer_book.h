// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/clock.h"
#include "shared/base/job_lane.h"
#include "shared/peer/peer_conversation.h"
#include "shared/peer/peer_link.h"
#include "shared/peer/peer_transfers.h"
#include "shared/peer/store/peer_records.h"

#include <QObject>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace salon {

class PeerStore;

/// Somebody this device knows, or who is linked with it.
struct PeerKnown
{
    PeerPerson person{};
    std::optional<Envelope> early{}; ///< PeerReady of a live link, before our person decided
    std::unique_ptr<PeerConversation> conversation{}; ///< of somebody accepted
    std::unique_ptr<PeerTransfers> transfers{}; ///< as well
};

/// The people of a node: those of the store, and strangers as long as they have a link.
class PeerBook : public QObject
{
    Q_OBJECT

public:
    PeerBook(PeerStore &store, const Clock &clock, const PeerPace &pace, QObject *parent = nullptr);
    ~PeerBook() override;

    /// Adds an Unknown one if there is none with this key. Stays where it is until forget().
    PeerKnown &know(const QByteArray &key);
    [[nodiscard]] PeerKnown *find(const QByteArray &key) const;
    [[nodiscard]] PeerTrust trustOf(const QByteArray &key) const;
    [[nodiscard]] QList<PeerPerson> all() const;
    [[nodiscard]] bool hasAny(const std::function<bool(const QByteArray &key)> &holds) const;

    /// Writes the person down.
    void keep(const PeerPerson &person);
    /// Gives somebody accepted the conversation and the files.
    void equip(PeerKnown &known);
    /// Takes them away; also within a signal of theirs.
    void retire(PeerKnown &known);
    /// Leaves no trace of somebody Unknown.
    void forgetStranger(const QByteArray &key);
    /// Before the links that conversations and transfers hold.
    void clear();

Q_SIGNALS:
    void failed(const salon::Error &error);

private:
    PeerStore &m_store;
    const Clock &m_clock;
    PeerPace m_pace;
    JobLane m_files;
    std::map<QByteArray, std::unique_ptr<PeerKnown>> m_people;
    std::vector<PeerKnown> m_retired; ///< in this turn
};

} // namespace salon
