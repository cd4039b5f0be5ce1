// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/session/answer.h"
#include "shared/client-core/store/local_store.h"
#include "shared/protocol/messages/search.h"
#include "shared/search/search_index.h"
#include "shared/search/search_lane.h"
#include "shared/search/search_query.h"

#include <QObject>
#include <QTimer>
#include <memory>

namespace salon {

/// The words of the messages in a mirror, in a lane of its own: takes what the mirror says was not taken yet, in small
/// steps, and may always be removed. All calls in the thread that made it.
class MirrorIndex : public QObject
{
    Q_OBJECT
public:
    static constexpr int StepEvents = 500;

    /// `folder`: its own. `store` must outlive this.
    MirrorIndex(const QString &folder, LocalStore &store, QObject *parent = nullptr);
    ~MirrorIndex() override;

    /// Opens the index and begins to follow; after LocalStore::load(). Once.
    void start();

    /// Messages of the mirror, newest first, `order` of this index. `rooms` and `messages` say what there is,
    /// isPartial that not all of it is in the index yet. Errors as SearchIndex::find().
    Answer<SearchPage> find(const SearchQuery &query, quint64 before, int limit);
    /// Not all that is in the mirror can be found yet.
    [[nodiscard]] bool isPartial() const { return !m_caughtUp; }

    /// What came to the mirror in the last moments cannot be found yet; followed() tells when it can.
    [[nodiscard]] bool isBehind() const { return m_isStepping || m_stepTimer.isActive(); }

Q_SIGNALS:
    /// isPartial() is false now.
    void caughtUp();
    /// isBehind() is false now.
    void followed();

private:
    struct Found
    {
        SearchHits hits;
        qint64 messages = 0;
        qint64 oldestMs = 0;
    };
    using PagePromise = std::shared_ptr<QPromise<Result<SearchPage>>>;

    void open();
    void storeChanged();
    void step();
    void take(const WordsToIndex &words);
    void taken(const WordsToIndex &words, const Result<> &done);
    void failed(const Error &error);
    void readFound(const Found &found, const PagePromise &promise);

    LocalStore &m_store;
    bool m_isOpen = false;
    bool m_isStepping = false;
    bool m_caughtUp = false;
    bool m_purgesAtOnce = false; ///< what was removed before the last end
    QTimer m_stepTimer;
    SearchLane m_lane;
};

/// What an index keeps of a message.
[[nodiscard]] SearchDocument documentOf(const RoomEvent &message);
/// Whether it has words that can be looked for.
[[nodiscard]] bool isSearchable(const RoomEvent &event);

} // namespace salon
