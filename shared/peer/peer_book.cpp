// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/peer/peer_book.h"

#include "shared/base/when_ready.h"
#include "shared/peer/store/peer_store.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {

PeerBook::PeerBook(PeerStore &store, const Clock &clock, const PeerPace &pace, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_pace(pace)
    , m_files(u"salon-peer-files"_s)
{
}

PeerBook::~PeerBook() = default;

PeerKnown &PeerBook::know(const QByteArray &key)
{
    auto &known = m_people[key];
    if (!known) {
        known = std::make_unique<PeerKnown>();
        known->person.key = key;
    }
    return *known;
}

PeerKnown *PeerBook::find(const QByteArray &key) const
{
    const auto known = m_people.find(key);
    return known == m_people.end() ? nullptr : known->second.get();
}

PeerTrust PeerBook::trustOf(const QByteArray &key) const
{
    const PeerKnown *known = find(key);
    return known ? known->person.trust : PeerTrust::Unknown;
}

QList<PeerPerson> PeerBook::all() const
{
    QList<PeerPerson> people;
    for (const auto &[key, known] : m_people)
        people.append(known->person);
    return people;
}

bool PeerBook::hasAny(const std::function<bool(const QByteArray &key)> &holds) const
{
    return std::any_of(m_people.begin(), m_people.end(), [&holds](const auto &entry) { return holds(entry.first); });
}

void PeerBook::keep(const PeerPerson &person)
{
    whenReady(m_store.put(person), this, [this](const Result<> &done) {
        if (!done)
            Q_EMIT failed(done.error());
    });
}

void PeerBook::equip(PeerKnown &known)
{
    if (known.conversation)
        return;
    const QByteArray key = known.person.key;
    known.conversation = std::make_unique<PeerConversation>(m_store, m_clock, key);
    known.conversation->setPace(m_pace);
    known.transfers = std::make_unique<PeerTransfers>(m_store, m_files, key);
    connect(known.conversation.get(), &PeerConversation::directChanged, known.transfers.get(),
        [talking = known.conversation.get(), files = known.transfers.get()] {
            if (talking->isDirect())
                files->attach(talking->link());
            else
                files->detach();
        });
}

void PeerBook::retire(PeerKnown &known)
{
    if (!known.conversation)
        return;
    known.conversation->detach();
    known.transfers->detach();
    known.conversation->disconnect();
    known.transfers->disconnect();
    PeerKnown retired;
    retired.conversation = std::move(known.conversation);
    retired.transfers = std::move(known.transfers);
    m_retired.push_back(std::move(retired));
    QMetaObject::invokeMethod(
        this, [this] { m_retired.clear(); }, Qt::QueuedConnection);
}

void PeerBook::forgetStranger(const QByteArray &key)
{
    if (trustOf(key) == PeerTrust::Unknown)
        m_people.erase(key);
}

void PeerBook::clear()
{
    m_retired.clear();
    m_people.clear();
}

} // namespace salon
