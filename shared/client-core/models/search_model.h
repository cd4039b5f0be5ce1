// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/models/message_list_model.h"
#include "shared/client-core/models/message_sources.h"
#include "shared/client-core/models/timeline_window.h"
#include "shared/search/search_words.h"

#include <QAbstractListModel>
#include <memory>

namespace salon {

class MessageSearch;
class TimelineCells;

/// A line of a message with what was looked for, for a list of hits.
struct SearchSnippet
{
    QString text{}; ///< one line, without markup, shortened around the first match; of files their names
    QList<TextRange> matches{}; ///< parts of `text` to be marked
    friend bool operator==(const SearchSnippet &, const SearchSnippet &) = default;
};

/// Hits of a search, newest first. Roles are those of TimelineModel and MessageListModel, and SnippetRole; what
/// concerns neighbours (StartsGroupRole and the like) is empty. Rows come and go one by one. Make one per view.
class SearchModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role
    {
        RoomIdRole = MessageListModel::RoomIdRole, ///< qint64
        RoomNameRole = MessageListModel::RoomNameRole, ///< QString
        SnippetRole ///< SearchSnippet
    };

    /// `search` and all of `sources` must outlive this.
    SearchModel(MessageSearch &search, const MessageSources &sources, QObject *parent = nullptr);
    ~SearchModel() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// Qt::DisplayRole: "Marie: text"; Qt::AccessibleTextRole: also the room and the time.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    /// -1 when it is not here.
    [[nodiscard]] int rowOf(RoomId room, Seq seq) const;
    [[nodiscard]] MessageSearch &search() const { return m_search; }
    /// Words change language.
    void retranslate();

private:
    [[nodiscard]] TimelineItem itemOf(const RoomEvent &hit) const;
    void showPending(int row);
    void touch(const QList<int> &roles);
    [[nodiscard]] SearchSnippet snippetOf(const TimelineItem &item) const;

    MessageSearch &m_search;
    MessageSources m_sources;
    std::unique_ptr<TimelineCells> m_cells;
    TimelineItems m_items;
};

} // namespace salon

Q_DECLARE_METATYPE(salon::SearchSnippet)
