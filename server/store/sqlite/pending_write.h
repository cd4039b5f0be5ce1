// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/store/store.h"

#include <memory>
#include <vector>

namespace salon::server {

class SqliteWriter;

/// A change on its way: given in the domain thread, performed in the lane (again, if its commit failed because of
/// another one), told of in the domain thread.
class PendingWrite
{
public:
    virtual ~PendingWrite() = default;
    virtual void perform(SqliteWriter &writer) = 0;
    virtual void failWith(const Error &error) = 0;
    virtual void deliver() = 0;
};

using WriteBatch = std::vector<std::unique_ptr<PendingWrite>>;

template <class Draft, class Outcome>
class PendingWriteOf final : public PendingWrite
{
public:
    using Operation = Result<Outcome> (SqliteWriter::*)(const Draft &);

    PendingWriteOf(Operation operation, Draft draft, Answer<Outcome> done)
        : m_operation(operation)
        , m_draft(std::move(draft))
        , m_done(std::move(done))
    {
    }

    void perform(SqliteWriter &writer) override { m_outcome = (writer.*m_operation)(m_draft); }
    void failWith(const Error &error) override { m_outcome = fail(error); }
    void deliver() override
    {
        if (m_done)
            m_done(m_outcome);
    }

private:
    Operation m_operation;
    Draft m_draft;
    Answer<Outcome> m_done;
    Result<Outcome> m_outcome{};
};

} // namespace salon::server
