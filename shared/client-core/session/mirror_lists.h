// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace salon {

class LocalStore;
class People;
class Rooms;

/// Writes the lists of rooms and people to the mirror, a moment after they changed and when this is destroyed.
class MirrorLists : public QObject
{
    Q_OBJECT
public:
    MirrorLists(LocalStore &store, const Rooms &rooms, const People &people, QObject *parent = nullptr);
    ~MirrorLists() override;

    /// The lists hold what is in the mirror; from now on changes are written.
    void begin();
    /// The mirror was emptied: everybody has to be written again.
    void keepEverybody();
    void keepSoon();

private:
    void write();

    LocalStore &m_store;
    const Rooms &m_rooms;
    const People &m_people;
    bool m_begun = false;
    QSet<AccountId> m_peopleToKeep;
    QTimer m_timer;
};

} // namespace salon
