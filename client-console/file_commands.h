// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-console/command_group.h"
#include "client-console/transfers.h"
#include "client-console/writing_style.h"

namespace salon::console {

/// Files of the open room: sending, listing, saving, and what is under way.
class FileCommands : public CommandGroup
{
    Q_OBJECT

public:
    /// All of it must outlive this.
    FileCommands(const Parts &parts, Transfers &transfers, const WritingStyle &style);

    bool run(const QString &name, const QString &argument) override;
    [[nodiscard]] QList<CommandName> names() const override;
    [[nodiscard]] static std::span<const CommandRow<FileCommands>> table();

    /// Which files "57", "#57" (all of them) or "57.2" (the second one) mean.
    struct Chosen
    {
        Seq seq = 0; ///< 0: nothing of this kind was typed
        int number = 0; ///< among the message's files, from 1 on; 0: all
    };
    [[nodiscard]] static Chosen readChosen(const QString &typed);

    /// Sends what is at these paths to the room as one message, and tells by given() or refused(). `replyTo`: the
    /// message that it answers; 0: none.
    void send(RoomId room, const QStringList &paths, const QString &caption, Seq replyTo = 0);

private:
    void file(const QString &argument);
    void files(const QString &);
    void saveFile(const QString &argument);
    void pause(const QString &number);
    void resume(const QString &number);
    void cancel(const QString &number);

    void sendScanned(RoomId room, const ScannedFiles &scanned, const QString &caption, Seq replyTo);
    void saveFiles(const RoomEvent &message, int number, const QString &target);
    void listFiles(const QList<RoomEvent> &messages);
    /// What /pause and the others are told; -1: no number, and the person was told.
    [[nodiscard]] int transferNumber(const QString &typed);
    [[nodiscard]] bool canSend(RoomId room);

    Transfers &m_transfers;
    const WritingStyle &m_style;
};

} // namespace salon::console
