// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/models/message_sources.h"
#include "shared/client-core/models/timeline_model.h"
#include "shared/protocol/messages/message_lists.h"

#include <functional>
#include <optional>

namespace salon {

/// One list of messages (pinned, saved, mentions), newest first, page by page. Roles are those of TimelineModel, and
/// two more; what concerns neighbours (StartsGroupRole and the like) is empty. Messages are shown in their present form
/// as long as their room is followed, with what the outbox holds on top. Loads its first page by itself, again whenever
/// something joins the list, and when the server is back. Make one per view.
class MessageListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role
    {
        RoomIdRole = TimelineModel::LastRole + 1, ///< qint64
        RoomNameRole ///< QString
    };
    static constexpr int MaxRows = 2000;

    /// `ask(before)` gets one page.
    using Ask = std::function<Answer<MessageList>(quint64 before)>;

    /// `room`: of Pinned; the others list only this room's when it is valid.
    MessageListModel(
        MessageListKind kind, RoomId room, Ask ask, const MessageSources &sources, QObject *parent = nullptr);
    ~MessageListModel() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    /// The next page; nothing happens while loading.
    void fetchMore(const QModelIndex &parent) override;

    [[nodiscard]] MessageListKind kind() const { return m_kind; }
    [[nodiscard]] RoomId room() const { return m_room; }
    [[nodiscard]] bool isLoading() const { return m_loading; }
    /// The list goes on after the last row.
    [[nodiscard]] bool hasMore() const { return m_more; }
    /// Why the last page could not be had; nothing when it could.
    [[nodiscard]] const std::optional<Error> &lastError() const { return m_error; }
    /// -1 when it is not here.
    [[nodiscard]] int rowOf(RoomId room, Seq seq) const;
    /// From the newest on: what is there stays until the answer comes.
    void reload();
    /// Words change language.
    void retranslate();

Q_SIGNALS:
    void loadingChanged(bool loading);
    void loadFailed(const salon::Error &error);

private:
    void load(quint64 before);
    void pageCame(quint64 before, const Result<MessageList> &page);
    void takePage(quint64 before, const MessageList &page);
    void setLoading(bool loading);
    [[nodiscard]] bool isListed(const RoomEvent &event) const;
    void eventsAppended(RoomId room, const QList<RoomEvent> &events);
    void changeMessage(const RoomEvent &change);
    void savedChanged(RoomId room, Seq seq, bool saved);
    void dropRow(int row);
    void showPending(RoomId room, Seq target);
    void touchAll();

    MessageListKind m_kind;
    RoomId m_room;
    Ask m_ask;
    MessageSources m_sources;
    std::unique_ptr<TimelineCells> m_cells;
    RecentChanges m_missed; ///< while a page is under way
    TimelineItems m_items;
    quint64 m_lastOrder = 0; ///< of the last row
    int m_generation = 0;
    bool m_loading = false;
    bool m_loadsAgain = false; ///< something joined the list while a page was under way
    bool m_more = false;
    std::optional<Error> m_error;
};

} // namespace salon
