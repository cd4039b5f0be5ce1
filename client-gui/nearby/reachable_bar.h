// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/widgets/banner.h"

namespace salon {

class Nearby;

/// While a server is away: who can still be reached directly. Opens with the bar that says that the server is away, and
/// stays shut when nobody can.
class ReachableBar : public Banner
{
    Q_OBJECT

public:
    ReachableBar(Theme &theme, Nearby &nearby, QWidget *parent = nullptr);

    /// Whether the server counts as away; a short loss does not.
    void setServerAway(bool isAway);

Q_SIGNALS:
    void personChosen(const QByteArray &key);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showWords();
    void act();
    [[nodiscard]] QList<QByteArray> reachable() const;

    Nearby &m_nearby;
    bool m_isAway = false;
};

} // namespace salon
