// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <chrono>
#include <functional>
#include <memory>

namespace salon::server {

/// Writes lines to a descriptor in a thread of its own: who hands one over never waits, whoever reads the other end or
/// does not. What waits is bounded; lines that find no place are counted, and a line says so where they are missing.
/// Thread-safe. A thread that is stuck in a write when the writer goes is left to the end of the process.
class LineWriter
{
public:
    enum class Weight
    {
        Light, ///< one of many: the first to be dropped
        Heavy ///< an answer or a reason: may use the reserve
    };
    static constexpr qsizetype LightBytes = 512 * 1024; ///< that may wait
    static constexpr qsizetype HeavyBytes = 640 * 1024; ///< the same with the reserve

    /// `lostNote` makes the line, without line feed, that stands for so many lost ones.
    LineWriter(int descriptor, std::function<QByteArray(int lost)> lostNote);
    ~LineWriter();
    Q_DISABLE_COPY_MOVE(LineWriter)

    /// The line with its line feed. False when it was dropped.
    bool write(const QByteArray &line, Weight weight);
    /// Waits until all is written, at most so long. False when something still waits.
    bool flush(std::chrono::milliseconds atMost);

private:
    struct Queue;
    std::shared_ptr<Queue> m_queue; ///< the thread has its share
};

} // namespace salon::server
