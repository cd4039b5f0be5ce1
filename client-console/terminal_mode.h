// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>
#include <QSocketNotifier>
#include <array>

namespace salon::console {

/// Asks the terminal at standard output to say what is pasted (bracketed paste), and leaves it as it was: at the end,
/// while another program has the terminal (Ctrl+Z), and when this one crashes. Comes back from Ctrl+Z with the mode it
/// went with. One per process, main thread.
class TerminalMode : public QObject
{
    Q_OBJECT

public:
    explicit TerminalMode(QObject *parent = nullptr);
    ~TerminalMode() override;
    Q_DISABLE_COPY_MOVE(TerminalMode)

    void setMarksPastes(bool on);
    /// Ctrl+C, Ctrl+Z and Ctrl+\, or what the terminal has in their place: whether the byte is one of them. Its signal
    /// goes to all programs that the terminal would send it to.
    static bool raiseSignalOf(char key);

Q_SIGNALS:
    /// The program has the terminal again, and what stood there is gone.
    void resumed();

private:
    std::array<int, 2> m_pipe{ -1, -1 };
    QSocketNotifier m_notifier{ QSocketNotifier::Read };
};

} // namespace salon::console
