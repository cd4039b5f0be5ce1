// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/app/notifier.h"

#include <map>
#include <memory>

namespace salon {

class Nearby;
struct NearbyPerson;
struct PeerEntry;

/// Words what people nearby do for the Notifier: somebody asks to talk, writes, offers a file. Nothing of those who are
/// silent now. After each note of a person there is a pause for this person; what comes in it is told together at its
/// end, and as long as something comes in each, the pauses grow. All who are not accepted share one pause. So whoever
/// floods us is told of once, and seldom again, and holds up nobody else.
class NearbyNotes : public QObject
{
    Q_OBJECT

public:
    static constexpr int PauseMs = 3'000;
    static constexpr int MostPauseMs = 5 * 60'000;

    using IsSilent = std::function<bool(const QByteArray &person)>;

    /// `isSilent`: one looks at this person, or does not want to hear of them. All outlive it.
    NearbyNotes(
        SettingsStore &settings, Nearby &nearby, Notifier &notifier, IsSilent isSilent, QObject *parent = nullptr);
    ~NearbyNotes() override;

    /// How long the pause is that runs for this person, or comes next; for an empty key, that of all who are unknown.
    [[nodiscard]] int pauseMs(const QByteArray &person = {}) const;
    /// All pauses end now; for tests.
    void endPauses();

private:
    /// What waits; worded when it is told.
    struct Waiting
    {
        QByteArray person{};
        QString text{};
        bool isRequest = false;
        bool isFile = false;
    };
    struct Pause
    {
        QTimer timer;
        QList<Waiting> later;
    };

    void entryCame(const QByteArray &person, const PeerEntry &entry);
    void asked(const NearbyPerson &person);
    void add(const Waiting &what);
    void endPause(const QByteArray &whose);
    /// Whose pause counts for this person: their own key, or an empty one.
    [[nodiscard]] QByteArray pauseOf(const QByteArray &person) const;
    [[nodiscard]] bool isNews(const Waiting &what) const;
    [[nodiscard]] Notifier::NearbyNote noteOf(const Waiting &what) const;

    SettingsStore &m_settings;
    Nearby &m_nearby;
    Notifier &m_notifier;
    IsSilent m_isSilent;
    std::map<QByteArray, std::unique_ptr<Pause>> m_pauses; ///< those that run
};

} // namespace salon
