// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/nearby/nearby_words.h"

#include "shared/base/when_ready.h"
#include "shared/peer/key_words.h"

#include <algorithm>

namespace salon {

NearbyWords::NearbyWords(JobLane &lane, Find find, Limits limits, QObject *parent)
    : QObject(parent)
    , m_lane(lane)
    , m_find(std::move(find))
    , m_limits(limits)
{
    m_pause.setInterval(m_limits.pause);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        m_askers = 0;
        findNext();
    });
}

NearbyWords::NearbyWords(JobLane &lane, QObject *parent)
    : NearbyWords(lane, keyWords, Limits{}, parent)
{
}

void NearbyWords::want(const QByteArray &key)
{
    if (const auto known = m_found.constFind(key); known != m_found.constEnd()) {
        Q_EMIT found(key, *known);
        return;
    }
    m_wanted.removeAll(key);
    m_wanted.prepend(key);
    if (m_wanted.size() > m_limits.wanted)
        m_wanted.removeLast();
    findNext();
}

void NearbyWords::need(const QByteArray &key, Need need)
{
    const auto it = std::find_if(
        m_waiting.begin(), m_waiting.end(), [&key](const Waiting &waiting) { return waiting.key == key; });
    if (need == Need::None || m_found.contains(key)) {
        if (it != m_waiting.end())
            m_waiting.erase(it);
    } else if (it != m_waiting.end()) {
        it->need = need;
    } else {
        m_waiting.append({ key, need });
    }
    findNext();
}

void NearbyWords::clear()
{
    m_waiting.clear();
    m_wanted.clear();
}

QByteArray NearbyWords::firstOf(Need need) const
{
    const auto it = std::find_if(
        m_waiting.begin(), m_waiting.end(), [need](const Waiting &waiting) { return waiting.need == need; });
    return it == m_waiting.end() ? QByteArray() : it->key;
}

/// Nobody's if that is empty.
QByteArray NearbyWords::next(bool &isForAsker) const
{
    isForAsker = false;
    if (!m_wanted.isEmpty())
        return m_wanted.constFirst();
    if (m_askers < m_limits.askers) {
        for (const Need need : { Need::Asks, Need::AskedAndWent }) {
            if (const QByteArray asker = firstOf(need); !asker.isEmpty()) {
                isForAsker = true;
                return asker;
            }
        }
    }
    return firstOf(Need::Known);
}

void NearbyWords::findNext()
{
    bool isForAsker = false;
    const QByteArray key = m_isFinding ? QByteArray() : next(isForAsker);
    if (key.isEmpty())
        return;
    m_isFinding = true;
    if (isForAsker) {
        ++m_askers;
        if (!m_pause.isActive())
            m_pause.start();
    }
    whenReady(m_lane.run([find = m_find, key] { return find(key); }), this, [this, key](const QStringList &words) {
        m_isFinding = false;
        m_waiting.removeIf([&key](const Waiting &waiting) { return waiting.key == key; });
        m_wanted.removeAll(key);
        keep(key, words);
        Q_EMIT found(key, words);
        findNext();
    });
}

void NearbyWords::keep(const QByteArray &key, const QStringList &words)
{
    if (!m_found.contains(key))
        m_order.append(key);
    m_found.insert(key, words);
    while (m_order.size() > m_limits.kept)
        m_found.remove(m_order.takeFirst());
}

} // namespace salon
