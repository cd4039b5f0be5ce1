// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/vocabulary.h"

#include <QMenu>

namespace salon {

/// What of a room calls the person's attention, on all their devices: for good, or silence for a while.
class AttentionMenu final : public QMenu
{
    Q_OBJECT

public:
    explicit AttentionMenu(QWidget *parent);

    /// What holds now. `untilMs`: since 1970 UTC; 0: for good.
    void setAttention(Attention attention, qint64 untilMs);
    void retranslate();
    /// Eight o'clock of the next morning, local time, in ms since 1970.
    [[nodiscard]] static qint64 tomorrowMs(const QDateTime &now);

Q_SIGNALS:
    void chosen(salon::Attention attention, qint64 untilMs);

private:
    QAction *addChoice(const char *objectName, Attention attention);
    QAction *addPause(const char *objectName, const std::function<qint64()> &untilMs);

    QAction *m_all, *m_mentions, *m_nothing, *m_halfHour, *m_hour, *m_tomorrow;
    qint64 m_untilMs = 0;
};

} // namespace salon
