// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/search/message_search.h"

#include "shared/base/when_ready.h"
#include "shared/client-core/search/mirror_index.h"
#include "shared/client-core/session/history.h"
#include "shared/client-core/session/message_form.h"
#include "shared/client-core/session/rooms.h"
#include "shared/client-core/session/session.h"
#include "shared/protocol/version.h"

#include <algorithm>
#include <tuple>

namespace salon {
namespace {

constexpr int AgainMs = 300; ///< another device of the person searches just now

auto newnessOf(const RoomEvent &message)
{
    return std::tuple(message.timeMs, message.room, message.seq);
}

SearchMessages requestOf(const SearchQuery &query, quint64 before)
{
    SearchMessages request;
    request.text = query.text;
    request.room = query.room;
    request.from = query.from;
    request.fromName = query.fromName;
    request.sinceMs = query.sinceMs;
    request.untilMs = query.untilMs;
    request.hasFile = query.hasFile;
    request.hasImage = query.hasImage;
    request.hasLink = query.hasLink;
    request.before = before;
    request.limit = MessageSearch::PageHits;
    return request;
}

/// As many characters as a request can carry.
QString shortened(QString text, qsizetype maxBytes)
{
    while (text.toUtf8().size() > maxBytes)
        text.chop(1);
    return text.isValidUtf16() ? text : text.chopped(1);
}

} // namespace

MessageSearch::MessageSearch(
    Session &session, MirrorIndex &index, History &history, const Rooms &rooms, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_index(index)
    , m_rooms(rooms)
{
    m_typingTimer.setSingleShot(true);
    connect(&m_typingTimer, &QTimer::timeout, this, &MessageSearch::start);
    m_againTimer.setSingleShot(true);
    connect(&m_againTimer, &QTimer::timeout, this, &MessageSearch::askServer);
    connect(
        &history, &History::appended, this, [this](RoomId, const QList<RoomEvent> &events) { eventsAppended(events); });
    connect(&history, &History::reachable, this, [this] {
        if (m_server.answered != m_generation)
            askServer();
    });
    connect(&index, &MirrorIndex::caughtUp, this, [this] {
        m_here.answered = -1;
        askHere();
    });
    connect(&index, &MirrorIndex::followed, this, &MessageSearch::lookAgainHere);
    connect(&session, &Session::stateChanged, this, [this] { cover(); });
    connect(&rooms, &Rooms::removed, this, [this](RoomId room) {
        for (int at = int(m_hits.size()) - 1; at >= 0; --at) {
            if (m_hits[at].room == room)
                removeAt(at);
        }
    });
}

MessageSearch::~MessageSearch() = default;

bool MessageSearch::isBusy() const
{
    return m_typingTimer.isActive() || m_here.isRunning || m_server.isRunning || m_againTimer.isActive();
}

bool MessageSearch::canAskServer() const
{
    return m_session.isOnline() && m_session.hasFeature(QString::fromLatin1(features::Search));
}

bool MessageSearch::hasMore() const
{
    return m_hits.size() < MaxHits && (m_here.more || (m_server.more && canAskServer()));
}

// --- Asking

void MessageSearch::setQuery(const SearchQuery &query, bool atOnce)
{
    SearchQuery wanted = query;
    wanted.text = shortened(query.text, 512);
    wanted.fromName = shortened(query.fromName, 256);
    if (wanted != m_query) {
        ++m_generation;
        m_query = wanted;
        m_terms = searchTerms(wanted.text);
        m_here = { 0, false, m_here.isRunning, -1 };
        m_server = { 0, false, m_server.isRunning, -1 };
        m_serverCoverage = {};
        m_hereCoverage = {};
        m_error.reset();
        m_againTimer.stop();
        dropUnfit();
        Q_EMIT queryChanged();
        if (!m_query.isEmpty())
            m_typingTimer.start(TypingMs);
        else
            m_typingTimer.stop();
    }
    if (atOnce && m_typingTimer.isActive()) {
        m_typingTimer.stop();
        start();
    }
    cover();
    tellBusy();
}

void MessageSearch::start()
{
    askHere();
    askServer();
    tellBusy();
}

void MessageSearch::fetchMore()
{
    if (isBusy() || !hasMore())
        return;
    if (m_here.more)
        askHere();
    if (m_server.more)
        askServer();
    tellBusy();
}

void MessageSearch::askHere()
{
    // What is under way is of this query, or else asks again when it ends.
    if (m_here.isRunning || m_query.isEmpty() || m_typingTimer.isActive())
        return;
    const bool isFirst = m_here.answered != m_generation;
    m_here.isRunning = true;
    m_wasBehindHere = m_wasBehindHere || m_index.isBehind();
    whenReady(m_index.find(m_query, isFirst ? 0 : m_here.before, PageHits), this,
        [this, generation = m_generation](const Result<SearchPage> &page) { hereAnswered(generation, page); });
}

void MessageSearch::hereAnswered(int generation, const Result<SearchPage> &page)
{
    if (generation != m_generation) {
        m_here.isRunning = false;
        askHere();
    } else if (page) {
        m_hereCoverage.messages = page->messages;
        m_hereCoverage.oldestMs = page->oldestMs;
        m_hereCoverage.isPartial = page->isPartial;
        take(*page, m_here, generation);
        m_here.isRunning = false; // not before: views ask for more while rows come
    } else {
        m_here.isRunning = false;
    }
    cover();
    tellBusy();
    lookAgainHere();
}

/// What was said right before one searched was not in the index yet.
void MessageSearch::lookAgainHere()
{
    if (!m_wasBehindHere || m_here.isRunning || m_index.isBehind())
        return;
    m_wasBehindHere = false;
    m_here.answered = -1;
    askHere();
}

void MessageSearch::askServer()
{
    if (m_server.isRunning || m_query.isEmpty() || m_typingTimer.isActive() || !canAskServer())
        return;
    const bool isFirst = m_server.answered != m_generation;
    m_server.isRunning = true;
    m_missed.clear();
    m_session.request<SearchPage>(requestOf(m_query, isFirst ? 0 : m_server.before), this,
        [this, generation = m_generation](const Result<SearchPage> &page) { serverAnswered(generation, page); });
    tellBusy();
}

void MessageSearch::serverAnswered(int generation, const Result<SearchPage> &page)
{
    if (generation != m_generation) {
        m_server.isRunning = false;
        askServer();
        cover();
        tellBusy();
        return;
    }
    if (page) {
        m_error.reset();
        if (m_server.answered != generation) {
            m_serverCoverage.rooms = int(std::min<quint32>(page->rooms, 1'000'000));
            m_serverCoverage.messages = page->messages;
            m_serverCoverage.oldestMs = page->oldestMs;
            m_serverCoverage.serverAsked = true;
        }
        m_serverCoverage.isPartial = page->isPartial;
        take(*page, m_server, generation);
    } else if (page.error().code == ErrorCode::RateLimited) {
        m_againTimer.start(int(std::clamp<quint32>(page.error().retryAfterMs.value_or(AgainMs), 50, 60'000)));
    } else if (page.error().code != ErrorCode::ConnectionLost) {
        m_error = page.error();
        m_server.more = false;
    }
    m_server.isRunning = false;
    cover();
    tellBusy();
}

// --- Hits

void MessageSearch::take(const SearchPage &page, Side &side, int generation)
{
    const bool isFirst = side.answered != generation;
    quint64 last = isFirst ? 0 : side.before;
    for (const ListedMessage &hit : page.hits) {
        if (last > 0 && hit.order >= last)
            break; // a server that goes in circles
        last = hit.order;
        const bool isOurs = m_rooms.find(hit.event.room) != nullptr;
        if (isOurs && isSearchable(hit.event))
            insert(hit.event);
    }
    side.more = page.more && last != (isFirst ? 0 : side.before);
    side.before = last;
    side.answered = generation;
}

int MessageSearch::indexOf(RoomId room, Seq seq) const
{
    const auto found
        = std::ranges::find_if(m_hits, [&](const RoomEvent &hit) { return hit.room == room && hit.seq == seq; });
    return found == m_hits.end() ? -1 : int(found - m_hits.begin());
}

void MessageSearch::insert(RoomEvent message)
{
    m_missed.applyTo(message, m_session.self().account);
    if (!isSearchable(message))
        return;
    if (const int at = indexOf(message.room, message.seq); at >= 0) {
        if (message.changed > m_hits[at].changed)
            change(at, message);
        return;
    }
    const auto place = std::ranges::lower_bound(m_hits, newnessOf(message), std::greater(), newnessOf);
    const auto at = int(place - m_hits.begin());
    m_hits.insert(place, message);
    Q_EMIT hitInserted(at);
}

void MessageSearch::change(int at, const RoomEvent &message)
{
    if (!isSearchable(message) || !fits(message))
        return removeAt(at);
    m_hits[at] = message;
    Q_EMIT hitChanged(at);
}

void MessageSearch::removeAt(int at)
{
    m_hits.removeAt(at);
    Q_EMIT hitRemoved(at);
}

bool MessageSearch::isFromThem(const RoomEvent &message) const
{
    const SearchTerm name = nameTerm(m_query.fromName);
    if (!m_query.from.isValid() && name.words.isEmpty())
        return true;
    return (m_query.from.isValid() && message.author == m_query.from)
        || (!name.words.isEmpty() && matchesTerms(message.alias, { name }));
}

bool MessageSearch::fits(const RoomEvent &message) const
{
    if (m_query.isEmpty() || (m_query.room.isValid() && message.room != m_query.room) || !isFromThem(message))
        return false;
    if ((m_query.sinceMs > 0 && message.timeMs < m_query.sinceMs)
        || (m_query.untilMs > 0 && message.timeMs >= m_query.untilMs))
        return false;
    const SearchDocument document = documentOf(message);
    if ((m_query.hasFile && document.fileNames.isEmpty()) || (m_query.hasImage && !document.hasImage)
        || (m_query.hasLink && !hasLink(message.text)))
        return false;
    return std::ranges::all_of(m_terms, [&document](const SearchTerm &term) {
        const auto has = [&term](const QString &text) {
            return matchesTerms(text, { term });
        };
        return has(document.text) || std::ranges::any_of(document.fileNames, has);
    });
}

void MessageSearch::dropUnfit()
{
    for (int at = int(m_hits.size()) - 1; at >= 0; --at) {
        if (!fits(m_hits[at]))
            removeAt(at);
    }
}

void MessageSearch::eventsAppended(const QList<RoomEvent> &events)
{
    if (m_server.isRunning)
        m_missed.note(events);
    for (const RoomEvent &event : events) {
        if (isChange(event.kind)) {
            const int at = indexOf(event.room, event.target);
            if (at < 0)
                continue;
            RoomEvent message = m_hits[at];
            if (applyChange(message, event, m_session.self().account))
                change(at, message);
        } else if (isSearchable(event) && fits(event)) {
            insert(event);
        }
    }
}

// --- What was searched

void MessageSearch::cover()
{
    SearchCoverage now;
    if (!m_query.isEmpty()) {
        now = m_serverCoverage.serverAsked ? m_serverCoverage : m_hereCoverage;
        if (!now.serverAsked) {
            now.rooms = m_query.room.isValid() ? 1 : int(m_rooms.ids().size());
            now.isPartial = true;
        }
    }
    m_coverage = now;
    Q_EMIT coverageChanged();
}

void MessageSearch::tellBusy()
{
    if (std::exchange(m_wasBusy, isBusy()) != isBusy())
        Q_EMIT busyChanged(isBusy());
}

} // namespace salon
