// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/search/message_index.h"

#include "shared/base/logging.h"
#include "shared/base/when_ready.h"

#include <QPointer>
#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace salon::server {
namespace {

constexpr auto GatherFor = 50ms; ///< what is committed in a row is read together
constexpr auto RetryAfter = 30s; ///< a full disk
constexpr quint32 BusyRetryMs = 1000;

/// In the lane.
Result<> take(SearchIndex &index, const LogPage &page, const QHash<RoomId, Seq> &floors)
{
    QList<SearchDocument> documents;
    for (const Event &message : page.messages) {
        if (message.seq < floors.value(message.room, 1))
            continue; // it was removed since the page was read
        if (!message.form.deleted) {
            documents.append(documentOf(message));
        } else if (const Result<> removed = index.remove(message.room, { message.seq }); !removed) {
            return removed;
        }
    }
    return index.add(std::move(documents), page.last);
}

} // namespace

SearchDocument documentOf(const Event &message)
{
    SearchDocument document;
    document.room = message.room;
    document.seq = message.seq;
    document.timeMs = message.timeMs;
    document.author = message.author;
    document.text = message.text;
    document.alias = message.alias;
    document.takeFiles(message.folder, message.files);
    return document;
}

MessageIndex::MessageIndex(const QString &folder, Store &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_lane(folder, u"search"_s)
{
    m_stepTimer.setSingleShot(true);
    connect(&m_stepTimer, &QTimer::timeout, this, &MessageIndex::step);
}

void MessageIndex::start(const QByteArray &owner, const QHash<RoomId, Seq> &floors)
{
    m_floors = floors;
    auto opening = m_lane.run([owner, floors](SearchIndex &index) -> Result<qint64> {
        Result<> done = index.open(owner);
        // What was removed from the log while nobody told the index.
        for (auto floor = floors.cbegin(); done && floor != floors.cend(); ++floor) {
            if (floor.value() > 1)
                done = index.trim(floor.key(), floor.value());
        }
        return done ? Result<qint64>(index.position()) : tl::unexpected(done.error());
    });
    whenReady(opening, this, [this](const Result<qint64> &position) { opened(position); });
}

void MessageIndex::opened(const Result<qint64> &position)
{
    if (!position) {
        qCWarning(salonStore) << "Messages cannot be searched:" << position.error().detail;
        return;
    }
    m_isOpen = true;
    m_position = *position;
    m_lane.purgeSoon();
    step();
}

// --- Following the log

void MessageIndex::logGrew()
{
    m_grew = true;
    if (!m_stepTimer.isActive())
        m_stepTimer.start(GatherFor);
}

void MessageIndex::step()
{
    if (!m_isOpen || m_isReading)
        return;
    m_isReading = true;
    m_grew = false;
    m_store.readLog({ m_position, StepEvents }, [guard = QPointer<MessageIndex>(this)](const Result<LogPage> &page) {
        if (guard)
            guard->pageCame(page);
    });
}

void MessageIndex::pageCame(const Result<LogPage> &page)
{
    if (!page) {
        m_isReading = false;
        retryLater();
        return;
    }
    if (page->last == m_position) {
        m_isReading = false;
        // Retention may remove the newest events of all, and their numbers are given again.
        m_position = std::min(m_position, page->newest);
        if (!std::exchange(m_caughtUp, true))
            Q_EMIT caughtUp();
        if (m_grew && !m_stepTimer.isActive())
            m_stepTimer.start(GatherFor);
        return;
    }
    auto taking
        = m_lane.run([page = *page, floors = m_floors](SearchIndex &index) { return take(index, page, floors); });
    whenReady(taking, this, [this, page = *page](const Result<> &taken) { pageTaken(page, taken); });
}

void MessageIndex::pageTaken(const LogPage &page, const Result<> &taken)
{
    m_isReading = false;
    if (!taken) {
        m_caughtUp = false;
        if (taken.error().code == ErrorCode::DatabaseDamaged)
            m_position = 0; // the index is empty again
        retryLater();
        return;
    }
    m_position = page.last;
    const bool hasRemovals
        = std::ranges::any_of(page.messages, [](const Event &message) { return message.form.changed > 0; });
    if (hasRemovals)
        m_lane.purgeSoon();
    step(); // until a page is empty
}

void MessageIndex::retryLater()
{
    m_stepTimer.start(RetryAfter);
}

void MessageIndex::trim(RoomId room, Seq floor)
{
    if (floor <= m_floors.value(room, 1))
        return;
    m_floors.insert(room, floor);
    auto trimming = m_lane.run([room, floor](SearchIndex &index) { return index.trim(room, floor); });
    whenReady(trimming, this, [](const Result<> &done) {
        if (!done)
            qCWarning(salonStore) << "The search index could not forget messages:" << done.error().detail;
    });
    m_lane.purgeSoon();
}

// --- Looking

void MessageIndex::find(
    const SearchQuery &query, const SearchScope &scope, std::function<void(const Result<SearchHits> &)> done)
{
    if (m_waiting >= MaxWaiting || !m_isOpen) {
        done(fail(Error{ ErrorCode::ServerBusy, {}, {}, BusyRetryMs }));
        return;
    }
    ++m_waiting;
    auto finding = m_lane.run([query, scope](SearchIndex &index) { return index.find(query, scope); });
    whenReady(finding, this, [this, done = std::move(done)](const Result<SearchHits> &hits) {
        --m_waiting;
        if (!hits && hits.error().code == ErrorCode::DatabaseDamaged) {
            m_position = 0;
            m_caughtUp = false;
            logGrew();
        }
        done(hits);
    });
}

} // namespace salon::server
