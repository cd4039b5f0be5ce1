// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/store/store_changes.h"
#include "shared/base/result.h"

#include <QObject>
#include <functional>

namespace salon::server {

class CommandContext;

/// What the domain does when messages of an earlier time are read in: rooms, accounts, batches, and telling people of
/// it. Each call answers once, later or at once. Domain thread.
class ImportDesk : public QObject
{
    Q_OBJECT

public:
    explicit ImportDesk(CommandContext &context);

    /// Login and name of the account for all whom nobody here is.
    static constexpr QLatin1StringView BotLogin{ "import" };

    [[nodiscard]] qint64 nowMs() const;
    /// Invalid: nobody has this login.
    [[nodiscard]] AccountId accountOf(const QString &login) const;
    /// Who is that; a person here is called as now.
    [[nodiscard]] QString displayNameOf(AccountId account) const;
    /// Fails with LoginTaken{login}.
    void findBot(std::function<void(const Result<AccountId> &)> done);
    /// The public room of this name, or a new one of that time. Fails with InvalidRoomName{max}.
    void findRoom(const QString &name, qint64 createdMs, std::function<void(const Result<RoomId> &)> done);
    /// Whether files can be kept at all.
    [[nodiscard]] bool hasFiles() const;
    /// Takes the content of a file of this machine, for the account to name. Fails with FileDamaged when it has another
    /// hash or size, CannotOpenFile, StorageFull.
    void keepFile(const QString &path, const QByteArray &hash, quint64 size, AccountId account,
        std::function<void(const Result<> &)> done);
    void append(const ImportBatch &batch, std::function<void(const Result<ImportedBatch> &)> done);
    /// All is there that was to come: those who are in the room hear of it.
    void tellOf(RoomId room);

private:
    CommandContext &m_context;
};

} // namespace salon::server
