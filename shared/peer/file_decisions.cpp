// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/peer/file_decisions.h"

namespace salon {
namespace {

QByteArray keyOf(const QByteArray &person, const Cid &cid)
{
    return person + cid.toRfc4122();
}

} // namespace

FileDecision FileDecisions::decide(const QByteArray &person, const Cid &cid)
{
    m_last.removeIf([](const auto &entry) { return entry.value().expired(); });
    const FileDecision decision;
    std::weak_ptr<bool> &last = m_last[keyOf(person, cid)];
    if (const auto before = last.lock())
        *before = false;
    last = decision.m_isLast;
    return decision;
}

bool FileDecisions::isOpen(const QByteArray &person, const Cid &cid) const
{
    return !m_last.value(keyOf(person, cid)).expired();
}

} // namespace salon
