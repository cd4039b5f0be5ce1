// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/nearby/nearby_roll.h"

#include "shared/peer/peer_node.h"

#include <QSet>
#include <algorithm>

namespace salon {
namespace {

constexpr int MaxMissedLooks = 2; ///< then somebody found is away

NearbyWords::Need needOf(const NearbyPerson &person)
{
    if (person.asks)
        return person.reachable ? NearbyWords::Need::Asks : NearbyWords::Need::AskedAndWent;
    return person.trust == PeerTrust::Accepted ? NearbyWords::Need::Known : NearbyWords::Need::None;
}

} // namespace

NearbyRoll::NearbyRoll(NearbyPeople &people, JobLane &lane, QObject *parent)
    : QObject(parent)
    , m_people(people)
    , m_words(lane)
{
    connect(&m_words, &NearbyWords::found, this, &NearbyRoll::wordsFound);
}

void NearbyRoll::use(PeerNode *node)
{
    if (m_node)
        m_node->disconnect(this);
    m_node = node;
    m_words.clear();
    m_requests.clear();
    m_missed.clear();
    m_people.clear();
    if (!node)
        return;
    connect(node, &PeerNode::requested, this, &NearbyRoll::noteRequest);
    connect(node, &PeerNode::reachableChanged, this, &NearbyRoll::note);
    connect(node, &PeerNode::neighboursChanged, this, &NearbyRoll::noteNeighbours);
}

QList<QByteArray> NearbyRoll::listKnown()
{
    QList<QByteArray> keys;
    const QList<PeerPerson> everybody = m_node->people();
    for (const PeerPerson &person : everybody) {
        if (person.trust == PeerTrust::Unknown)
            continue; // who asked once, and was not answered
        keys.append(person.key);
        note(person.key);
        edit(person.key, [&person](NearbyPerson &shown) { shown.unread = person.unread; });
    }
    return keys;
}

void NearbyRoll::edit(const QByteArray &key, const std::function<void(NearbyPerson &)> &change)
{
    NearbyPerson person = m_people.find(key).value_or(NearbyPerson{});
    person.key = key;
    change(person);
    const bool isNobody = person.trust == PeerTrust::Unknown && !person.asks && !person.found;
    if (isNobody) {
        m_words.need(key, NearbyWords::Need::None);
        m_people.remove(key);
        return;
    }
    if (person.words.isEmpty())
        person.words = m_words.of(key);
    m_people.put(person);
    if (person.words.isEmpty())
        m_words.need(key, needOf(person));
}

void NearbyRoll::wantWords(const QByteArray &key)
{
    const auto person = m_people.find(key);
    if (person && person->words.isEmpty())
        m_words.want(key);
}

void NearbyRoll::wordsFound(const QByteArray &key, const QStringList &words)
{
    if (m_people.rowOf(key) >= 0)
        edit(key, [&words](NearbyPerson &shown) { shown.words = words; });
    tell();
}

void NearbyRoll::noteRequest(const PeerPerson &person)
{
    m_requests.add(person.key);
    makeRoom();
    edit(person.key, [&person](NearbyPerson &shown) {
        shown.name = person.name;
        shown.asks = true;
        shown.reachable = true;
        shown.doubt = person.doubt;
        shown.notKey = person.notKey;
        shown.address = person.address;
    });
    tell();
}

void NearbyRoll::makeRoom()
{
    const QList<QByteArray> gone
        = m_requests.makeRoom([this](const QByteArray &key) { return m_node->isReachable(key); });
    for (const QByteArray &key : gone)
        edit(key, [](NearbyPerson &shown) { shown.asks = false; });
}

/// Nobody can decide without the words of who asks, nor without those of whom they could be taken for.
bool NearbyRoll::isReadyToTell(const NearbyPerson &person)
{
    if (person.words.isEmpty())
        return false;
    const auto known = person.doubt == PeerDoubt::None ? std::nullopt : m_people.find(person.notKey);
    if (!known || !known->words.isEmpty())
        return true;
    m_words.want(known->key);
    return false;
}

void NearbyRoll::tell()
{
    const QList<QByteArray> asking = m_requests.all();
    for (const QByteArray &key : asking) {
        const auto person = m_people.find(key);
        if (person && person->asks && isReadyToTell(*person) && m_requests.tell(key))
            Q_EMIT requested(*person);
    }
}

void NearbyRoll::note(const QByteArray &key)
{
    const QList<PeerPerson> everybody = m_node->people();
    const auto person = std::find_if(
        everybody.begin(), everybody.end(), [&key](const PeerPerson &known) { return known.key == key; });
    if (person == everybody.end()) {
        // A stranger who left is nobody to the node; the request stays until it is answered.
        if (m_people.rowOf(key) >= 0)
            edit(key, [](NearbyPerson &shown) { shown.reachable = shown.direct = false; });
        return;
    }
    const PeerConversation *talk = m_node->conversation(key);
    edit(key, [&](NearbyPerson &shown) {
        if (!person->name.isEmpty())
            shown.name = person->name;
        shown.trust = person->trust;
        shown.asks = shown.asks && person->trust == PeerTrust::Unknown;
        shown.lastSeenMs = person->lastSeenMs;
        shown.reachable = m_node->isReachable(key);
        shown.direct = talk && talk->isDirect();
        if (person->trust != PeerTrust::Unknown) {
            shown.doubt = PeerDoubt::None;
            shown.notKey.clear();
            shown.address.clear();
        }
    });
}

void NearbyRoll::noteNeighbour(const Neighbour &neighbour)
{
    edit(neighbour.said.id, [&](NearbyPerson &shown) {
        shown.found = true;
        // Who is known proved a name; this one is only a claim.
        if (shown.name.isEmpty() || (shown.trust == PeerTrust::Unknown && !shown.asks))
            shown.name = neighbour.said.name;
        if (shown.trust != PeerTrust::Unknown || shown.asks)
            return;
        shown.notKey = m_node->knownAs(shown.name, shown.key);
        shown.doubt = shown.notKey.isEmpty() ? PeerDoubt::None : PeerDoubt::SameNameAsKnown;
    });
}

void NearbyRoll::noteNeighbours()
{
    const auto isFoundOnly = [](const NearbyPerson &person) {
        return person.found && person.trust == PeerTrust::Unknown && !person.asks;
    };
    const QList<NearbyPerson> before = m_people.all();
    auto strangers = std::count_if(before.begin(), before.end(), isFoundOnly);
    QSet<QByteArray> here;
    const QList<Neighbour> neighbours = m_node->neighbours();
    for (const Neighbour &neighbour : neighbours) {
        if (m_people.rowOf(neighbour.said.id) < 0 && ++strangers > MaxFoundShown)
            continue;
        here.insert(neighbour.said.id);
        m_missed.remove(neighbour.said.id);
        noteNeighbour(neighbour);
    }
    for (const NearbyPerson &person : before) {
        if (!person.found || here.contains(person.key) || ++m_missed[person.key] < MaxMissedLooks)
            continue;
        m_missed.remove(person.key);
        edit(person.key, [](NearbyPerson &shown) { shown.found = false; });
    }
}

} // namespace salon
