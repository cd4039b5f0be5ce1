// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QList>
#include <QSet>
#include <functional>

namespace salon {

/// Who asks to talk and waits for a decision, in the order of asking; and of whom the person was told. Keys cost
/// nothing: only so many are listed, and of those who went the oldest gives way.
class NearbyRequests
{
public:
    static constexpr qsizetype MaxListed = 32; ///< whose link is gone; those who are there are bounded by PeerNode

    [[nodiscard]] bool contains(const QByteArray &key) const { return m_asking.contains(key); }
    [[nodiscard]] const QList<QByteArray> &all() const { return m_asking; }

    /// False if they ask already.
    bool add(const QByteArray &key);
    /// There was a decision; whoever asks again is told of again.
    void remove(const QByteArray &key);
    void clear();
    /// Whether to tell the person now: true once for each request.
    [[nodiscard]] bool tell(const QByteArray &key);
    /// The requests that are not listed any more, so that the others fit.
    [[nodiscard]] QList<QByteArray> makeRoom(const std::function<bool(const QByteArray &key)> &isThere);

private:
    QList<QByteArray> m_asking; ///< oldest first
    QSet<QByteArray> m_told; ///< of m_asking
};

} // namespace salon
