// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/app/notifier.h"

namespace salon {

class Nearby;
struct NearbyPerson;
struct PeerEntry;

/// Words what people nearby do for the Notifier: somebody asks to talk, writes, offers a file. Nothing for the
/// conversation one looks at. After each note there is a pause; what comes in it is one note at its end, and as long as
/// something comes in each, the pauses grow: whoever floods us is told of once, and seldom again.
class NearbyNotes : public QObject
{
    Q_OBJECT

public:
    static constexpr int PauseMs = 3'000;
    static constexpr int MostPauseMs = 5 * 60'000;

    using IsLookingAt = std::function<bool(const QByteArray &person)>;

    /// All outlive it.
    NearbyNotes(SettingsStore &settings, Nearby &nearby, Notifier &notifier, IsLookingAt isLookingAt,
        QObject *parent = nullptr);

    /// How long the pause is that runs, or that comes next.
    [[nodiscard]] int pauseMs() const { return m_pause.interval(); }
    /// The pause ends now; for tests.
    void endPause();

private:
    void entryCame(const QByteArray &person, const PeerEntry &entry);
    void asked(const NearbyPerson &person);
    void add(const Notifier::NearbyNote &note);
    [[nodiscard]] bool isNews(const Notifier::NearbyNote &note) const;
    [[nodiscard]] QString nameOf(const QByteArray &person) const;

    SettingsStore &m_settings;
    Nearby &m_nearby;
    Notifier &m_notifier;
    IsLookingAt m_isLookingAt;
    QList<Notifier::NearbyNote> m_later;
    QTimer m_pause;
};

} // namespace salon
