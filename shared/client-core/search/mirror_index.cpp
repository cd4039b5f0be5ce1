// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/search/mirror_index.h"

#include "shared/base/logging.h"
#include "shared/base/when_ready.h"

#include <QPromise>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace salon {
namespace {

constexpr auto GatherFor = 100ms; ///< what comes in a row is taken together
constexpr auto RetryAfter = 30s; ///< a full disk

Result<> takeInto(SearchIndex &index, const WordsToIndex &words)
{
    for (auto room = words.gone.cbegin(); room != words.gone.cend(); ++room) {
        if (const Result<> removed = index.remove(room.key(), room.value()); !removed)
            return removed;
    }
    QList<SearchDocument> documents;
    QHash<RoomId, QList<Seq>> wordless;
    for (const RoomEvent &event : words.events) {
        if (isSearchable(event))
            documents.append(documentOf(event));
        else
            wordless[event.room].append(event.seq);
    }
    for (auto room = wordless.cbegin(); room != wordless.cend(); ++room) {
        if (const Result<> removed = index.remove(room.key(), room.value()); !removed)
            return removed;
    }
    return index.add(std::move(documents), 1);
}

} // namespace

bool isSearchable(const RoomEvent &event)
{
    const bool isText = event.kind == EventKind::Message || event.kind == EventKind::Announcement;
    return isText && !event.deleted && event.seq > 0;
}

SearchDocument documentOf(const RoomEvent &message)
{
    SearchDocument document{ message.room, message.seq, message.timeMs, message.author, message.text };
    document.alias = message.alias;
    document.takeFiles(message.folder, message.files);
    return document;
}

MirrorIndex::MirrorIndex(const QString &folder, LocalStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_lane(folder, u"salon-search"_s)
{
    m_stepTimer.setSingleShot(true);
    connect(&m_stepTimer, &QTimer::timeout, this, &MirrorIndex::step);
    m_store.whenChanged([this] { storeChanged(); });
}

MirrorIndex::~MirrorIndex()
{
    m_store.whenChanged({});
}

// --- Following the mirror

void MirrorIndex::start()
{
    m_isStepping = true;
    open();
}

void MirrorIndex::open()
{
    whenReady(m_store.nameOfMirror(), this, [this](const Result<QByteArray> &name) {
        if (!name)
            return failed(name.error());
        auto opening = m_lane.run([name = *name](SearchIndex &index) -> Result<bool> {
            index.close();
            const Result<> opened = index.open(name);
            return opened ? Result<bool>(index.position() > 0) : tl::unexpected(opened.error());
        });
        whenReady(opening, this, [this](const Result<bool> &isFilled) {
            if (!isFilled)
                return failed(isFilled.error());
            if (!*isFilled)
                m_store.wantAllIndexed();
            m_isOpen = true;
            m_isStepping = false;
            m_purgesAtOnce = true; // a program that ends soon must not leave the words of the last time for the next
            m_lane.purgeSoon(); // at the latest, when there is much to take
            step();
        });
    });
}

void MirrorIndex::storeChanged()
{
    if (!m_stepTimer.isActive())
        m_stepTimer.start(GatherFor);
}

void MirrorIndex::step()
{
    if (m_isStepping)
        return;
    m_isStepping = true;
    if (!m_isOpen)
        return open();
    whenReady(m_store.nextToIndex(StepEvents), this, [this](const Result<WordsToIndex> &words) {
        if (!words)
            return failed(words.error());
        if (words->isNothing()) {
            m_isStepping = false;
            if (std::exchange(m_purgesAtOnce, false))
                m_lane.purgeNow();
            if (!std::exchange(m_caughtUp, true))
                Q_EMIT caughtUp();
            if (!isBehind())
                Q_EMIT followed();
            return;
        }
        take(*words);
    });
}

void MirrorIndex::take(const WordsToIndex &words)
{
    auto taking = m_lane.run([words](SearchIndex &index) { return takeInto(index, words); });
    whenReady(taking, this, [this, words](const Result<> &done) { taken(words, done); });
}

void MirrorIndex::taken(const WordsToIndex &words, const Result<> &done)
{
    if (!done)
        return failed(done.error());
    m_store.wereIndexed(words);
    m_isStepping = false;
    if (!words.notes.isEmpty())
        m_lane.purgeSoon();
    if (words.notes.size() < StepEvents && !words.oldRoom.isValid())
        m_stepTimer.start(0); // to see that there is no more
    else
        step();
}

void MirrorIndex::failed(const Error &error)
{
    qCWarning(salonStore) << "The search index of this device does not follow:" << error.detail;
    m_isStepping = false;
    m_caughtUp = false;
    if (error.code == ErrorCode::DatabaseDamaged)
        m_isOpen = false; // it is empty now: begin anew
    m_stepTimer.start(RetryAfter);
}

// --- Looking

Answer<SearchPage> MirrorIndex::find(const SearchQuery &query, quint64 before, int limit)
{
    const auto promise = std::make_shared<QPromise<Result<SearchPage>>>();
    promise->start();
    SearchScope scope;
    scope.before = before;
    scope.limit = limit;
    auto finding = m_lane.run([query, scope](SearchIndex &index) -> Result<Found> {
        Result<SearchHits> hits = index.find(query, scope);
        if (!hits)
            return tl::unexpected(hits.error());
        return Found{ std::move(*hits), index.count(query.room), index.oldestMs() };
    });
    whenReady(finding, this, [this, promise](const Result<Found> &found) {
        if (found)
            return readFound(*found, promise);
        if (found.error().code == ErrorCode::DatabaseDamaged && m_isOpen) {
            m_isOpen = false;
            m_caughtUp = false;
            storeChanged();
        }
        promise->addResult(Result<SearchPage>(tl::unexpected(found.error())));
        promise->finish();
    });
    return promise->future();
}

void MirrorIndex::readFound(const Found &found, const PagePromise &promise)
{
    QList<MessagePlace> places;
    for (const SearchHit &hit : found.hits.hits)
        places.append({ hit.room, hit.seq });
    whenReady(m_store.readMessages(places), this, [this, found, promise](const Result<QList<RoomEvent>> &events) {
        if (!events) {
            promise->addResult(Result<SearchPage>(tl::unexpected(events.error())));
            return promise->finish();
        }
        SearchPage page;
        page.more = found.hits.more;
        page.isPartial = isPartial();
        page.messages = quint64(found.messages);
        page.oldestMs = found.oldestMs;
        qsizetype at = 0;
        for (const SearchHit &hit : found.hits.hits) {
            const bool isHere = at < events->size() && events->at(at).room == hit.room && events->at(at).seq == hit.seq;
            if (!isHere)
                continue; // removed, and the index will hear of it
            const RoomEvent &event = events->at(at++);
            if (isSearchable(event))
                page.hits.append({ hit.order, event });
        }
        promise->addResult(Result<SearchPage>(std::move(page)));
        promise->finish();
    });
}

} // namespace salon
