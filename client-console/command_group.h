// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-console/awaited_answers.h"
#include "client-console/room_view.h"
#include "client-console/screen.h"
#include "shared/client-core/text/completion.h"
#include "shared/client-core/workspace.h"

#include <QObject>
#include <algorithm>
#include <span>

namespace salon::console {

/// A command of a group: /name arguments.
template <class Group>
struct CommandRow
{
    const char *name; ///< without the slash
    const char *arguments; ///< for people; marked for translation in the group's context. "[…]": may be left out
    const char *help; ///< marked for translation in the group's context
    void (Group::*run)(const QString &argument);
    bool needsRoom = true; ///< refused while no room is open
};

/// The commands of one subject, each a row of one table. What a script asked for and will not be done is a problem on
/// the screen and refused().
class CommandGroup : public QObject
{
    Q_OBJECT

public:
    /// All of it must outlive the group.
    struct Parts
    {
        Workspace &workspace;
        RoomView &view;
        Screen &screen;
        AwaitedAnswers &answers;
    };

    explicit CommandGroup(const Parts &parts);

    /// Runs the command of this name; false if it is none of these.
    virtual bool run(const QString &name, const QString &argument) = 0;
    [[nodiscard]] virtual QList<CommandName> names() const = 0;

Q_SIGNALS:
    /// The outbox has this now, and a script waits for it.
    void given(const salon::Cid &cid);
    /// What was asked for will not be done; the screen says why.
    void refused();

protected:
    [[nodiscard]] Workspace &workspace() const { return m_parts.workspace; }
    [[nodiscard]] RoomView &view() const { return m_parts.view; }
    [[nodiscard]] Screen &screen() const { return m_parts.screen; }
    [[nodiscard]] AwaitedAnswers &answers() const { return m_parts.answers; }
    [[nodiscard]] RoomId room() const { return m_parts.view.room(); }
    /// A room that one is in, by its name (with or without #), or with @username the conversation with that person;
    /// invalid: there is none.
    [[nodiscard]] RoomId roomNamed(const QString &name) const;
    /// "#General", "@Marie", safe for the terminal.
    [[nodiscard]] QString spelled(RoomId room) const;

    void refuse(const QString &why);
    void refuse(const Error &why);
    void refuseUsage(const QString &name, const QString &arguments);
    void refuseWithoutRoom();
    /// For await(): what failed is told already, and a script is to know.
    [[nodiscard]] auto refusal()
    {
        return [this] {
            Q_EMIT refused();
        };
    }

    template <class Group>
    static bool runRow(
        Group &group, std::span<const CommandRow<Group>> rows, const QString &name, const QString &argument)
    {
        const auto row = std::ranges::find_if(
            rows, [&](const CommandRow<Group> &candidate) { return name == QLatin1StringView(candidate.name); });
        if (row == rows.end())
            return false;
        if (row->needsRoom && !group.view().isOpen())
            group.refuseWithoutRoom();
        else if (argument.isEmpty() && *row->arguments && *row->arguments != '[')
            group.refuseUsage(name, Group::tr(row->arguments));
        else
            (group.*row->run)(argument);
        return true;
    }
    template <class Group>
    [[nodiscard]] static QList<CommandName> namesOf(std::span<const CommandRow<Group>> rows)
    {
        QList<CommandName> names;
        for (const CommandRow<Group> &row : rows) {
            names.append({ QString::fromLatin1(row.name), *row.arguments ? Group::tr(row.arguments) : QString(),
                Group::tr(row.help) });
        }
        return names;
    }
    /// "Like this: /name arguments", of a row of the table.
    template <class Group>
    void refuseUsageOf(std::span<const CommandRow<Group>> rows, const char *name)
    {
        for (const CommandRow<Group> &row : rows) {
            if (QLatin1StringView(row.name) == QLatin1StringView(name))
                refuseUsage(QString::fromLatin1(name), Group::tr(row.arguments));
        }
    }

private:
    Parts m_parts;
};

} // namespace salon::console
