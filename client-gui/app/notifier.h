// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/settings.h"
#include "shared/protocol/messages/history.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>

namespace salon {

class Workspace;

/// Decides what is worth a toast and words it: sender and room; several at once become one summary; nothing for the
/// room one looks at, for a muted room, and while one is busy.
class Notifier : public QObject
{
    Q_OBJECT

public:
    static constexpr int GatherMs = 400; ///< what comes within this time is one toast

    using IsLookingAt = std::function<bool(const Workspace *workspace, RoomId room)>;

    Notifier(SettingsStore &settings, IsLookingAt isLookingAt, QObject *parent = nullptr);

    void follow(Workspace *workspace);
    void setGatherMs(int ms) { m_gather.setInterval(ms); }

Q_SIGNALS:
    void toast(const QString &title, const QString &text, salon::Workspace *workspace, salon::RoomId room);

private:
    void messageCame(Workspace *workspace, RoomId room, const RoomEvent &event, bool mentionsMe);
    void show();

    struct Item
    {
        QPointer<Workspace> workspace{};
        RoomId room{};
        QString author{};
        QString text{};
    };
    SettingsStore &m_settings;
    IsLookingAt m_isLookingAt;
    QList<Item> m_items;
    QTimer m_gather;
};

} // namespace salon
