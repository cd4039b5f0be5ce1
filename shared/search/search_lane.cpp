// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/search/search_lane.h"

#include "shared/base/when_ready.h"

#include <chrono>

using namespace std::chrono_literals;

namespace salon {
namespace {

constexpr auto PurgeAfter = 2s;
constexpr auto RetryAfter = 30s; ///< a full disk

} // namespace

SearchLane::SearchLane(const QString &folder, const QString &threadName)
    : m_index(std::make_shared<SearchIndex>(folder))
    , m_lane(threadName)
{
    m_purgeTimer.setSingleShot(true);
    QObject::connect(&m_purgeTimer, &QTimer::timeout, &m_purgeTimer, [this] { purgeNow(); });
}

SearchLane::~SearchLane()
{
    // Files are closed in the thread that opened them.
    m_lane.post([index = m_index] { index->close(); });
}

void SearchLane::purgeSoon()
{
    if (!m_purgeTimer.isActive())
        m_purgeTimer.start(PurgeAfter);
}

void SearchLane::purgeNow()
{
    m_purgeTimer.stop();
    // One file at a time, so that a search need not wait for all of them.
    auto purging = run([](SearchIndex &index) -> Result<bool> {
        const Result<> done = index.purge();
        return done ? Result<bool>(index.needsPurge()) : tl::unexpected(done.error());
    });
    whenReady(purging, &m_purgeTimer, [this](const Result<bool> &goesOn) {
        if (!goesOn)
            m_purgeTimer.start(RetryAfter);
        else if (*goesOn)
            purgeNow();
    });
}

} // namespace salon
