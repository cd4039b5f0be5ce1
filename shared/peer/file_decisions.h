// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/cid.h"

#include <QByteArray>
#include <QHash>
#include <memory>

namespace salon {

/// What this person decided about a file, kept by whatever follows from it; copies are the same decision.
class FileDecision
{
public:
    /// Nothing else was decided about this file since.
    [[nodiscard]] bool isLast() const { return *m_isLast; }

private:
    friend class FileDecisions;
    std::shared_ptr<bool> m_isLast = std::make_shared<bool>(true);
};

/// Carrying out a decision takes steps, of which some wait for the disk; the next decision may need fewer of them. So
/// each step first asks whether its decision is still the last one. A decision is forgotten with its last copy.
class FileDecisions
{
public:
    /// Whatever was decided before about this file holds no more.
    [[nodiscard]] FileDecision decide(const QByteArray &person, const Cid &cid);
    /// One is being carried out.
    [[nodiscard]] bool isOpen(const QByteArray &person, const Cid &cid) const;

private:
    QHash<QByteArray, std::weak_ptr<bool>> m_last; ///< a cid is chosen by a person: two may choose the same one
};

} // namespace salon
