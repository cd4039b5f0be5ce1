// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/clock.h"
#include "shared/client-core/workspaces.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <memory>

namespace salon::test {

inline constexpr int PatienceMs = 20'000;

/// One installation: a folder that outlives the program, and the program, which can be started again.
class Installation
{
public:
    Workspace *start(bool connects = true)
    {
        m_program.reset();
        m_program = std::make_unique<Program>(m_folder.path());
        if (!m_program->open())
            return nullptr;
        Workspace *workspace = m_program->workspaces->all().value(0);
        if (workspace && connects)
            workspace->start();
        return workspace;
    }
    Workspace *join(const JoinLink &link, const Credentials &credentials)
    {
        start();
        const Result<Workspace *> added = m_program->workspaces->add(link);
        if (!added)
            return nullptr;
        (*added)->login(credentials);
        return *added;
    }
    void quit() { m_program.reset(); }

private:
    struct Program
    {
        explicit Program(const QString &folder)
            : profile({ folder, false, QStringLiteral("Test device") }, clock)
        {
        }
        bool open()
        {
            if (!profile.lock())
                return false;
            QSignalSpy opened(&profile, &ClientProfile::opened);
            profile.open();
            if (!opened.wait())
                return false;
            workspaces = std::make_unique<Workspaces>(profile, QStringLiteral("tst_client_core"));
            return true;
        }
        SystemClock clock;
        ClientProfile profile;
        std::unique_ptr<Workspaces> workspaces;
    };
    QTemporaryDir m_folder;
    std::unique_ptr<Program> m_program;
};

inline RoomId firstRoom(const Workspace &workspace)
{
    for (const RoomId id : workspace.rooms().ids()) {
        if (workspace.rooms().find(id)->first)
            return id;
    }
    return {};
}

inline bool caughtUp(Workspace *workspace)
{
    if (!workspace)
        return false;
    const bool done = QTest::qWaitFor([workspace] { return workspace->sync().isCaughtUp(); }, PatienceMs);
    if (!done)
        qWarning() << "state" << int(workspace->session().state()) << errorName(workspace->session().lastError().code)
                   << workspace->session().lastError().detail;
    return done;
}
inline bool allSent(Workspace *workspace)
{
    return QTest::qWaitFor([workspace] { return workspace->outbox().entries().isEmpty(); }, PatienceMs);
}

/// Nothing waits any more; what was refused may remain.
inline bool allSettled(Workspace *workspace)
{
    return QTest::qWaitFor(
        [workspace] {
            return std::ranges::all_of(workspace->outbox().entries(),
                [](const OutboxEntry &entry) { return entry.state == SendState::Failed; });
        },
        PatienceMs);
}

} // namespace salon::test
