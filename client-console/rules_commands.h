// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-console/command_group.h"

#include <optional>

namespace salon::console {

/// The rules of the open room: in words, and set one by one.
class RulesCommands : public CommandGroup
{
    Q_OBJECT

public:
    explicit RulesCommands(const Parts &parts);

    bool run(const QString &name, const QString &argument) override;
    [[nodiscard]] QList<CommandName> names() const override;
    [[nodiscard]] static std::span<const CommandRow<RulesCommands>> table();

    /// `rules` with what was typed: "posting moderators", "files nobody", "markdown off", "history joining", "keep 30",
    /// "slow 10", "seen off", "typing off"; the words also in French. None: it is something else.
    [[nodiscard]] static std::optional<RoomRules> changed(RoomRules rules, const QString &typed);

private:
    void rules(const QString &typed);
    void show();
};

} // namespace salon::console
