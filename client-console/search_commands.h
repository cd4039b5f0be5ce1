// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-console/command_group.h"
#include "shared/client-core/models/search_model.h"
#include "shared/client-core/search/message_search.h"

#include <QDate>

namespace salon::console {

/// Finding messages by words, by conditions ("from:marie has:file") and by day, and reading them where they stand.
class SearchCommands : public CommandGroup
{
    Q_OBJECT

public:
    static constexpr int MostShown = 20; ///< hits of one search
    static constexpr int ContextEvents = 6; ///< on each side of a hit
    static constexpr int DayEvents = 20;

    explicit SearchCommands(const Parts &parts);

    bool run(const QString &name, const QString &argument) override;
    [[nodiscard]] QList<CommandName> names() const override;
    [[nodiscard]] static std::span<const CommandRow<SearchCommands>> table();

    /// "2026-03-01", "2026-03", "2026" or "01/03/2026"; invalid for anything else.
    [[nodiscard]] static QDate readDay(const QString &typed);

private:
    struct Hit
    {
        RoomId room{};
        Seq seq = 0;
    };

    void search(const QString &text);
    void open(const QString &number);
    void date(const QString &day);

    void show(MessageSearch &search);
    void showHit(int number, const RoomEvent &event, const SearchSnippet &snippet);
    void showAround(RoomId room, Seq seq);

    QList<Hit> m_hits; ///< of the last search, the first being number 1
};

} // namespace salon::console
