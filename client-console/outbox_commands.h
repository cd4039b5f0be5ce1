// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-console/command_group.h"
#include "client-console/writing_style.h"

namespace salon::console {

/// What is written and not stored by the server yet, in all rooms: why, and what to do about it. Entries are named by
/// the numbers that /outbox showed last.
class OutboxCommands : public CommandGroup
{
    Q_OBJECT

public:
    OutboxCommands(const Parts &parts, const WritingStyle &style);

    bool run(const QString &name, const QString &argument) override;
    [[nodiscard]] QList<CommandName> names() const override;
    [[nodiscard]] static std::span<const CommandRow<OutboxCommands>> table();

private:
    void outbox(const QString &);
    void retry(const QString &number);
    void discard(const QString &number);
    void editUnsent(const QString &argument);

    void number();
    static QString nextTry(const OutboxEntry &entry);
    void show(int number, const OutboxEntry &entry);
    /// Of that number; null: there is none, and the person was told.
    [[nodiscard]] const OutboxEntry *find(const QString &number);
    /// Sends the new text where the old one was to go.
    void sendInstead(const OutboxEntry &entry, const QString &text);

    const WritingStyle &m_style;
    QList<Cid> m_numbered;
};

} // namespace salon::console
