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
/// room one looks at, for a muted room, and while one is busy. What people nearby do takes the same way.
class Notifier : public QObject
{
    Q_OBJECT

public:
    static constexpr int GatherMs = 400; ///< what comes within this time is one toast

    using IsLookingAt = std::function<bool(const Workspace *workspace, RoomId room)>;

    Notifier(SettingsStore &settings, IsLookingAt isLookingAt, QObject *parent = nullptr);

    /// Something that a person nearby did; NearbyNotes words it.
    struct NearbyNote
    {
        QByteArray person{};
        QString name{};
        QString text{}; ///< hidden by the caller if it has to be
        bool isRequest = false; ///< wants to talk, instead of a message
    };

    void follow(Workspace *workspace);
    /// Not while one is busy on any server: who does not want to be disturbed means everybody.
    void addNearby(const QList<NearbyNote> &notes);
    void setGatherMs(int ms) { m_gather.setInterval(ms); }

Q_SIGNALS:
    /// `person`: of somebody nearby; then there is neither workspace nor room.
    void toast(const QString &title, const QString &text, salon::Workspace *workspace, salon::RoomId room,
        const QByteArray &person);

private:
    void messageCame(Workspace *workspace, RoomId room, const RoomEvent &event, bool mentionsMe);
    void show();

    struct Item
    {
        QPointer<Workspace> workspace{};
        RoomId room{};
        QString author{};
        QString text{};
        QByteArray person{}; ///< nearby; then there is neither workspace nor room
        bool isRequest = false;
    };
    [[nodiscard]] bool isBusy() const;
    void tell(const QString &title, const QString &text, const Item &item);
    void showOne(const Item &item);
    void showAll(const QList<Item> &items);
    [[nodiscard]] QString placeOf(const QList<Item> &messages) const;

    SettingsStore &m_settings;
    IsLookingAt m_isLookingAt;
    QList<QPointer<Workspace>> m_workspaces;
    QList<Item> m_items;
    QTimer m_gather;
};

} // namespace salon
