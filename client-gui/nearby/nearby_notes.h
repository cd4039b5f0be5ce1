// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/nearby/nearby_person.h"

#include <QObject>

#include <functional>

namespace salon {

class Nearby;
struct PeerEntry;
class SettingsStore;

/// Words a toast for what people nearby do: somebody asks to talk, writes, offers a file. Nothing for the conversation
/// one looks at.
class NearbyNotes : public QObject
{
    Q_OBJECT

public:
    using IsLookingAt = std::function<bool(const QByteArray &person)>;

    NearbyNotes(SettingsStore &settings, Nearby &nearby, IsLookingAt isLookingAt, QObject *parent = nullptr);

Q_SIGNALS:
    void toast(const QString &title, const QString &text, const QByteArray &person);

private:
    void entryCame(const QByteArray &person, const PeerEntry &entry);
    void asked(const NearbyPerson &person);
    [[nodiscard]] QString nameOf(const QByteArray &person) const;

    SettingsStore &m_settings;
    Nearby &m_nearby;
    IsLookingAt m_isLookingAt;
};

} // namespace salon
