// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/protocol/messages/history.h"

#include <QObject>
#include <QSet>
#include <QTimer>
#include <functional>

namespace salon {

class History;
class People;

/// Notices those who came to the server after the people were fetched, by what they do in a room or what is done to
/// them, and asks who they are: so their mentions have names and can be completed. Once for each of them, several at
/// a time.
class Newcomers : public QObject
{
    Q_OBJECT
public:
    /// Fetches people into People, all of them for an empty text.
    using Fetch = std::function<void(const QString &name)>;

    Newcomers(History &history, const People &people, Fetch fetch, QObject *parent = nullptr);

private:
    void note(AccountId account, const QString &name);
    void ask();

    static constexpr int GatherMs = 300;
    static constexpr int MostRemembered = 10'000;

    const People &m_people;
    Fetch m_fetch;
    QTimer m_timer;
    QSet<AccountId> m_asked;
    QStringList m_names; ///< of those to ask for
};

} // namespace salon
