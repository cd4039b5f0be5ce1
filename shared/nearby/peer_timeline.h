// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/error.h"
#include "shared/peer/store/peer_records.h"

#include <QAbstractListModel>
#include <QHash>
#include <algorithm>
#include <utility>

namespace salon {

class Nearby;

/// The conversation with one person nearby, oldest line first: messages and files of both, kept on this device. Loads
/// the newest lines by itself, older ones when asked. What comes does not make it grow without end: beyond MaxRows, and
/// what fetchOlder() brought, the oldest rows leave, and fetchOlder() brings them again. Make one per view with
/// Nearby::makeTimeline(). Stays as it is while the switch is off.
class PeerTimeline : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        CidRole = Qt::UserRole + 1, ///< QUuid, names the line
        IsMineRole, ///< bool
        AuthorNameRole, ///< QString, safe to show
        TimeRole, ///< qint64, ms since 1970, by the clock of who wrote it
        TextRole, ///< QString, as sent; empty for most files
        StateRole, ///< int, PeerEntryState: Queued, Delivered, Failed or Received
        ErrorRole, ///< QString: why it failed, or why a file stands still; else empty
        IsFileRole, ///< bool
        FileNameRole, ///< QString, safe as a name and on screen
        FileBytesRole, ///< quint64
        FileDoneRole, ///< quint64: sent or received so far, as far as known
        FileStateRole, ///< int, PeerFileState
        FilePathRole, ///< QString: where it is, with Whole or when it is ours
        FileTextRole, ///< QString: a sentence about the file in the language of now
        StartsGroupRole, ///< bool: another author or day than the row above, or more than 5 minutes later
        StartsDayRole ///< bool: first row of its day (local time)
    };

    static constexpr int PageRows = 100;
    static constexpr int MaxRows = 1'000;
    static constexpr quint64 GroupMs = 5 * 60'000;

    PeerTimeline(Nearby &nearby, QByteArray person, QObject *parent = nullptr);
    ~PeerTimeline() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// Qt::DisplayRole: "Marie: text"; Qt::AccessibleTextRole: "Marie, 10:42: text, not delivered yet".
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] const QByteArray &person() const { return m_person; }
    [[nodiscard]] bool isLoading() const { return m_loading; }
    /// The first row is the first line ever.
    [[nodiscard]] bool isAtStart() const { return m_atStart; }
    [[nodiscard]] const QList<PeerEntry> &entries() const { return m_entries; }
    /// Instead of MaxRows; at least two pages.
    void setMaxRows(int rows) { m_limit = std::max(rows, 2 * PageRows); }
    /// -1 if it is not loaded.
    [[nodiscard]] int rowOf(const Cid &cid) const;
    /// Loads the next page at the top; nothing happens while loading or when there is no more.
    void fetchOlder();
    void retranslate();

Q_SIGNALS:
    void loadingChanged(bool loading);
    /// The first page is there.
    void loaded();
    void loadFailed(const salon::Error &error);

private:
    struct FileProgress
    {
        quint64 done = 0;
        std::optional<Error> error{};
    };

    void load();
    void loadBefore(qint64 place);
    void loadEnded(const std::optional<Error> &error);
    void trim();
    void take(const QList<PeerEntry> &page);
    void added(const PeerEntry &entry);
    void changed(const Cid &cid, PeerEntryState state, quint16 errorCode);
    void fileChanged(const Cid &cid, PeerFileState state, const QString &path);
    void fileProgressed(const Cid &cid, quint64 bytes);
    void fileFailed(const Cid &cid, const Error &error);
    void touch(int row);
    void noteName();
    [[nodiscard]] QVariant fileData(const PeerEntry &entry, int role) const;
    [[nodiscard]] QString authorOf(const PeerEntry &entry) const;
    [[nodiscard]] QString summaryOf(const PeerEntry &entry) const;
    [[nodiscard]] bool startsDay(int row) const;
    [[nodiscard]] bool startsGroup(int row) const;

    Nearby &m_nearby;
    QByteArray m_person;
    QString m_shownName;
    QList<PeerEntry> m_entries;
    qsizetype m_limit = MaxRows; ///< and what was asked for beyond
    QHash<Cid, FileProgress> m_progress;
    QHash<Cid, std::pair<PeerEntryState, quint16>>
        m_lateStates; ///< with the error; changed while a page was being read
    bool m_loading = false;
    bool m_loadedOnce = false;
    bool m_atStart = false;
};

} // namespace salon
