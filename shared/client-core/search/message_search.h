// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/session/recent_changes.h"
#include "shared/protocol/messages/history.h"
#include "shared/protocol/messages/search.h"
#include "shared/search/search_index.h"
#include "shared/search/search_query.h"

#include <QObject>
#include <QTimer>
#include <optional>

namespace salon {

class History;
class MirrorIndex;
class Rooms;
class Session;

/// What a search looked at.
struct SearchCoverage
{
    int rooms = 0;
    quint64 messages = 0; ///< there are about so many in them
    qint64 oldestMs = 0; ///< time of the oldest that was looked at, since 1970 UTC; 0: unknown
    bool isPartial = false; ///< older ones may be missing: an index is still being made, or only this device was asked
    bool serverAsked = false; ///< the server's answer is among the hits
    friend bool operator==(const SearchCoverage &, const SearchCoverage &) = default;
};

/// A search as somebody types it, over the messages on this device and on the server: those of here at once, without a
/// connection too, then the server's among them. Hits are messages in their present form, newest first, each once.
/// While a new query of the same kind is answered, the old hits stay. SearchModel shows it.
class MessageSearch : public QObject
{
    Q_OBJECT
public:
    static constexpr int TypingMs = 80; ///< a pause this long in typing starts it
    static constexpr int PageHits = 50;
    static constexpr int MaxHits = 2000; ///< from pages

    /// All must outlive this.
    MessageSearch(
        Session &session, MirrorIndex &index, History &history, const Rooms &rooms, QObject *parent = nullptr);
    ~MessageSearch() override;

    /// Begins after TypingMs, at once with `atOnce` (Enter). An empty query clears the hits.
    void setQuery(const SearchQuery &query, bool atOnce = false);
    [[nodiscard]] const SearchQuery &query() const { return m_query; }
    /// Terms of the query, to mark them.
    [[nodiscard]] const QList<SearchTerm> &terms() const { return m_terms; }

    [[nodiscard]] const QList<RoomEvent> &hits() const { return m_hits; }
    /// An answer is still to come.
    [[nodiscard]] bool isBusy() const;
    [[nodiscard]] bool hasMore() const;
    /// The next page; nothing happens while busy.
    void fetchMore();
    [[nodiscard]] SearchCoverage coverage() const { return m_coverage; }
    /// Why the server did not answer (hits of here are there nevertheless): InvalidSearch, SearchTimedOut, RateLimited
    /// … Nothing while offline, or when it has no search: coverage() tells.
    [[nodiscard]] const std::optional<Error> &serverError() const { return m_error; }

Q_SIGNALS:
    /// Row by row, so that nothing flickers; hits() has it already.
    void hitInserted(int at);
    void hitChanged(int at);
    void hitRemoved(int at);
    void queryChanged();
    void busyChanged(bool busy);
    /// coverage(), hasMore() or serverError() is another.
    void coverageChanged();

private:
    /// Where one of the two stands.
    struct Side
    {
        quint64 before = 0; ///< order of its last hit
        bool more = false;
        bool isRunning = false;
        int answered = -1; ///< generation whose first page it gave
    };
    void start();
    void askHere();
    void lookAgainHere();
    void askServer();
    void hereAnswered(int generation, const Result<SearchPage> &page);
    void serverAnswered(int generation, const Result<SearchPage> &page);
    void take(const SearchPage &page, Side &side, int generation);
    void insert(RoomEvent message);
    void change(int at, const RoomEvent &message);
    void removeAt(int at);
    void dropUnfit();
    void eventsAppended(const QList<RoomEvent> &events);
    void cover();
    void tellBusy();
    [[nodiscard]] bool isFromThem(const RoomEvent &message) const;
    [[nodiscard]] bool fits(const RoomEvent &message) const;
    [[nodiscard]] bool canAskServer() const;
    [[nodiscard]] int indexOf(RoomId room, Seq seq) const;

    Session &m_session;
    MirrorIndex &m_index;
    const Rooms &m_rooms;
    SearchQuery m_query;
    QList<SearchTerm> m_terms;
    QTimer m_typingTimer;
    QTimer m_againTimer;
    QList<RoomEvent> m_hits;
    RecentChanges m_missed; ///< while the server is asked
    Side m_here;
    bool m_wasBehindHere = false; ///< when it was asked
    Side m_server;
    SearchCoverage m_hereCoverage;
    SearchCoverage m_serverCoverage;
    SearchCoverage m_coverage;
    std::optional<Error> m_error;
    int m_generation = 0;
    bool m_wasBusy = false;
};

} // namespace salon
