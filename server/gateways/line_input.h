// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/gateways/line_backlog.h"

#include <QObject>
#include <QTimer>

namespace salon::server {

/// What a guest sends, as lines that wait to be handled: bytes are cut at line ends, and what comes without one is a
/// line after 200 ms of silence. A character of which only a part came is waited for a little longer. Gateways thread.
class LineInput : public QObject
{
    Q_OBJECT

public:
    /// What the system shall keep of who writes faster than it may. With less, large segments of one machine hardly
    /// come through.
    static constexpr int ReceiveBufferBytes = 32 * 1024;

    /// `maxDelayMs`: for how long a line may wait (LineBacklog).
    explicit LineInput(int maxDelayMs);

    void feed(const QByteArray &bytes);
    /// Nothing more comes: what stands there without a line end is the last line. May be called again.
    void finish();
    /// Only who is listened to can be silent: while the guest is not read, the rest of a line may be among what still
    /// is to be read. To be told after each changed().
    void setListening(bool listening);
    [[nodiscard]] LineBacklog &backlog() { return m_backlog; }
    [[nodiscard]] const LineBacklog &backlog() const { return m_backlog; }

Q_SIGNALS:
    /// Lines may have come, or the end has.
    void changed();

private:
    void silence();
    void keep(QList<CutLine> lines);

    LineCutter m_cutter;
    LineBacklog m_backlog;
    QTimer m_silence;
    bool m_waitedForCharacter = false;
};

} // namespace salon::server
