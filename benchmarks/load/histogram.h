// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <bit>
#include <cstdint>

namespace salon::load {

/// Counts times in buckets that are at most 3 % wide, from 1 µs to about an hour; constant size.
class Histogram
{
public:
    void add(std::int64_t microseconds)
    {
        ++m_counts[bucketOf(microseconds < 1 ? 1 : std::uint64_t(microseconds))];
        ++m_total;
    }
    [[nodiscard]] std::uint64_t total() const { return m_total; }
    /// Upper edge of the bucket that holds the given share, in milliseconds.
    [[nodiscard]] double milliseconds(double share) const
    {
        const auto wanted = std::uint64_t(double(m_total) * share);
        std::uint64_t seen = 0;
        for (std::size_t bucket = 0; bucket < m_counts.size(); ++bucket) {
            seen += m_counts[bucket];
            if (seen > wanted)
                return double(edgeOf(bucket)) / 1000.0;
        }
        return 0;
    }

private:
    static constexpr unsigned StepBits = 5; ///< 32 steps per doubling

    static std::size_t bucketOf(std::uint64_t value)
    {
        if (value < (1U << StepBits))
            return std::size_t(value);
        const auto shift = unsigned(std::bit_width(value)) - 1 - StepBits;
        const std::size_t bucket = (std::size_t(shift + 1) << StepBits) + ((value >> shift) & ((1U << StepBits) - 1));
        return bucket < Buckets ? bucket : Buckets - 1;
    }
    static std::uint64_t edgeOf(std::size_t bucket)
    {
        if (bucket < (1U << StepBits))
            return bucket;
        const auto shift = (bucket >> StepBits) - 1;
        return ((bucket & ((1U << StepBits) - 1)) + (1U << StepBits) + 1) << shift;
    }

    static constexpr std::size_t Buckets = 28U << StepBits;
    std::array<std::uint64_t, Buckets> m_counts{};
    std::uint64_t m_total = 0;
};

} // namespace salon::load
