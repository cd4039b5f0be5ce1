// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/models/timeline_loader.h"

#include "shared/base/when_ready.h"

namespace salon {

TimelineLoader::TimelineLoader(RoomId room, History &history)
    : m_room(room)
    , m_history(history)
{
}

void TimelineLoader::loadWindow(Seq before, Seq lookAt)
{
    ++m_generation;
    setLoading(true);
    whenReady(m_history.before(m_room, before, PageRows), this,
        [this, lookAt, generation = m_generation, last = m_history.last(m_room)](const Result<HistorySlice> &slice) {
            if (generation == m_generation)
                windowAnswered(slice, lookAt, last);
        });
}

void TimelineLoader::windowAnswered(const Result<HistorySlice> &slice, Seq lookAt, Seq lastThen)
{
    if (!slice) {
        Q_EMIT windowFailed(lookAt, slice.error());
        return;
    }
    const bool isEmpty = slice->events.isEmpty();
    // That place is gone, or the first events came in between.
    if (isEmpty && (lookAt > 0 || lastThen != m_history.last(m_room))) {
        loadLatest();
        return;
    }
    Q_EMIT windowCame(*slice, lookAt);
    clearOlderFailure();
    clearNewerFailure();
    setLoading(false);
    Q_EMIT windowShown(lookAt);
}

void TimelineLoader::fetchOlder(Seq oldest)
{
    if (m_loading || m_olderFailed)
        return;
    setLoading(true);
    whenReady(m_history.before(m_room, oldest, PageRows), this,
        [this, generation = m_generation](const Result<HistorySlice> &slice) {
            if (generation != m_generation)
                return;
            if (!slice) {
                failSide(m_olderFailed, slice.error());
                return;
            }
            Q_EMIT olderCame(*slice);
            setLoading(false);
            Q_EMIT olderShown();
        });
}

void TimelineLoader::fetchNewer(Seq newest)
{
    if (m_loading || m_newerFailed)
        return;
    setLoading(true);
    whenReady(m_history.after(m_room, newest, PageRows), this,
        [this, generation = m_generation, last = m_history.last(m_room)](const Result<HistorySlice> &slice) {
            if (generation != m_generation)
                return;
            if (!slice) {
                failSide(m_newerFailed, slice.error());
                return;
            }
            // What would still be to come then is gone for good.
            const bool nothingCame = slice->events.isEmpty() && slice->gaps.isEmpty();
            Q_EMIT newerCame(*slice, nothingCame && last == m_history.last(m_room));
            setLoading(false);
            Q_EMIT newerShown();
        });
}

void TimelineLoader::giveUpWindow(const Error &error)
{
    setLoading(false);
    Q_EMIT loadFailed(error);
}

void TimelineLoader::giveUpPast(const Error &error)
{
    failSide(m_olderFailed, error);
}

void TimelineLoader::failSide(bool &side, const Error &error)
{
    setLoading(false);
    if (!std::exchange(side, true))
        Q_EMIT failedSidesChanged();
    Q_EMIT loadFailed(error);
}

void TimelineLoader::clearFailure(bool &side)
{
    if (std::exchange(side, false))
        Q_EMIT failedSidesChanged();
}

void TimelineLoader::setLoading(bool loading)
{
    if (std::exchange(m_loading, loading) != loading)
        Q_EMIT loadingChanged(loading);
}

} // namespace salon
