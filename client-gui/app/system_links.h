// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>
#include <QStringList>

namespace salon {

/// Join links that the system hands to the running program. macOS tells of a clicked link or invitation file by an
/// event, also when the click started the program; elsewhere both are arguments, and nothing comes here.
class SystemLinks : public QObject
{
    Q_OBJECT

public:
    /// Hears the application from now on. Links are kept until release(), since the first one may come before there is
    /// a window.
    explicit SystemLinks(QObject *parent = nullptr);

    /// From now on, and for what was kept, opened() says each link.
    void release();
    /// The last link that was kept, for a program that ends without release(); empty if there is none.
    [[nodiscard]] QString waiting() const { return m_waiting.value(m_waiting.size() - 1); }

Q_SIGNALS:
    /// A link that JoinLink understands, with the scheme salon. Nothing else that can be opened is passed on.
    void opened(const QString &link);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    static constexpr qsizetype MostWaiting = 16;

    QStringList m_waiting;
    bool m_isReleased = false;
};

} // namespace salon
