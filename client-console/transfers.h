// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-console/screen.h"
#include "shared/client-core/workspace.h"

#include <QObject>
#include <optional>

namespace salon::console {

/// The files that go up and come down now: each has a number for commands, a line when it begins and one when it ends;
/// in between, how far they are stands above the line being typed.
class Transfers : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive this. Without `tells` nothing is printed.
    Transfers(Workspace &workspace, Screen &screen, bool tells);
    ~Transfers() override;
    Q_DISABLE_COPY_MOVE(Transfers)

    /// The outbox was given a message with files.
    void begin(const Cid &cid);
    /// Downloads::save(), told of.
    Answer<QString> save(const DownloadKey &key, const FileEntry &file, const QString &target);

    [[nodiscard]] bool isEmpty() const { return m_entries.isEmpty(); }
    /// `number`: what the lines have in front; 0: all of them. False: there is none.
    bool pause(int number);
    bool resume(int number);
    bool cancel(int number);

private:
    struct Entry
    {
        int number = 0;
        QString name{}; ///< safe
        std::optional<Cid> upload{};
        DownloadKey download{}; ///< else
        QString target{}; ///< of the download
    };

    void add(Entry entry, const QString &line);
    void uploadChanged(const Cid &cid);
    void outboxChanged(const OutboxEntry &entry);
    void end(const Cid &cid);
    void downloadEnded(int number, const Result<QString> &saved);
    void showStatus();
    [[nodiscard]] TransferProgress progressOf(const Entry &entry) const;
    [[nodiscard]] Entry *find(const Cid &cid);
    [[nodiscard]] QList<Entry> chosen(int number) const;
    [[nodiscard]] static QString numbered(int number, const QString &line);

    Workspace &m_workspace;
    Screen &m_screen;
    bool m_tells;
    QList<Entry> m_entries;
    int m_lastNumber = 0;
};

} // namespace salon::console
