// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/search/moment_finder.h"

#include "shared/base/when_ready.h"
#include "shared/client-core/session/session.h"
#include "shared/protocol/messages/search.h"
#include "shared/protocol/version.h"

#include <QDateTime>
#include <QPromise>
#include <limits>

namespace salon {
namespace {

void finish(const std::shared_ptr<QPromise<Result<Seq>>> &promise, const Result<Seq> &found)
{
    promise->addResult(found && *found <= 0 ? Result<Seq>(fail(ErrorCode::MessageUnknown)) : found);
    promise->finish();
}

} // namespace

MomentFinder::MomentFinder(Session &session, LocalStore &store, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_store(store)
{
}

Answer<Seq> MomentFinder::find(RoomId room, const QDate &day)
{
    const auto promise = std::make_shared<QPromise<Result<Seq>>>();
    promise->start();
    const QDateTime start = day.startOfDay();
    if (!start.isValid()) {
        finish(promise, Seq(0));
        return promise->future();
    }
    const qint64 timeMs = start.toMSecsSinceEpoch();
    whenReady(m_store.findMoment(room, timeMs), this, [this, room, timeMs, promise](const Result<Seq> &found) {
        checkHere(room, timeMs, found.value_or(0), promise);
    });
    return promise->future();
}

void MomentFinder::checkHere(RoomId room, qint64 timeMs, Seq found, const Promise &promise)
{
    // The mirror ends with the newest events. Where it has something older than the day, it has the day's first.
    const Seq before = found > 0 ? found : std::numeric_limits<Seq>::max();
    whenReady(m_store.read(room, before, 0, 1), this,
        [this, room, timeMs, found, promise](const Result<HistorySlice> &slice) {
            if (slice && !slice->events.isEmpty())
                finish(promise, found);
            else
                askServer(room, timeMs, found, promise);
        });
}

void MomentFinder::askServer(RoomId room, qint64 timeMs, Seq otherwise, const Promise &promise)
{
    const bool canAsk = m_session.isOnline() && m_session.hasFeature(QString::fromLatin1(features::Search));
    if (!canAsk) {
        const ErrorCode why = m_session.isOnline() ? ErrorCode::UnknownRequest : ErrorCode::ConnectionLost;
        finish(promise, otherwise > 0 ? Result<Seq>(otherwise) : Result<Seq>(fail(why)));
        return;
    }
    m_session.request<MomentFound>(FindMoment{ room, timeMs }, this, [promise](const Result<MomentFound> &moment) {
        finish(promise, moment ? Result<Seq>(moment->seq) : tl::unexpected(moment.error()));
    });
}

} // namespace salon
