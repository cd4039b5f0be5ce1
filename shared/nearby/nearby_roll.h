// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/nearby/nearby_people.h"
#include "shared/nearby/nearby_requests.h"
#include "shared/nearby/nearby_words.h"

#include <QHash>
#include <QObject>
#include <functional>

namespace salon {

struct Neighbour;
class PeerNode;

/// Keeps the list of people as the node, the network and decisions say: who is there, under which name, who asks, with
/// which words and doubts. The network may claim any number of people, so of strangers only so many are listed. One
/// thread.
class NearbyRoll : public QObject
{
    Q_OBJECT

public:
    static constexpr int MaxFoundShown = 64; ///< strangers of the last look; whoever else is there can still ask

    /// Both must outlive this.
    NearbyRoll(NearbyPeople &people, JobLane &lane, QObject *parent = nullptr);

    /// Whose people these are from now on; nullptr: nobody is listed.
    void use(PeerNode *node);
    /// Who was accepted or refused in earlier times is listed too; their keys.
    QList<QByteArray> listKnown();
    /// What the node knows of the person is what is shown.
    void note(const QByteArray &key);
    void edit(const QByteArray &key, const std::function<void(NearbyPerson &)> &change);
    /// The person does not ask any more: there was a decision.
    void noteDecision(const QByteArray &key) { m_requests.remove(key); }
    /// Somebody looks at this person.
    void wantWords(const QByteArray &key);

Q_SIGNALS:
    /// Somebody unknown wants to talk, or is not who was at an address before; the words are there, and those of the
    /// person they could be taken for. Once for each person, as long as the request is listed.
    void requested(const salon::NearbyPerson &person);

private:
    void noteRequest(const PeerPerson &person);
    void makeRoom();
    void tell();
    [[nodiscard]] bool isReadyToTell(const NearbyPerson &person);
    void noteNeighbours();
    void noteNeighbour(const Neighbour &neighbour);
    void wordsFound(const QByteArray &key, const QStringList &words);

    NearbyPeople &m_people;
    PeerNode *m_node = nullptr;
    NearbyWords m_words;
    NearbyRequests m_requests;
    QHash<QByteArray, int> m_missed; ///< looks since somebody found was seen
};

} // namespace salon
