// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/session/answer.h"
#include "shared/protocol/messages/people.h"

#include <QObject>
#include <QSet>
#include <QTimer>
#include <functional>

namespace salon {

class History;
class People;

/// Everybody on the server, fetched after each login; and those who come later, noticed by what they do in a room or
/// what is done to them: so their mentions have names and can be completed. Asks for one page at a time, for each
/// newcomer once in a connection, and again later what the server refused for now.
class Newcomers : public QObject
{
    Q_OBJECT
public:
    /// Finds people, all of them for an empty text, from an offset on, and puts them into People.
    using Find = std::function<Answer<PeopleList>(const QString &query, quint32 offset)>;

    static constexpr quint32 MostFetched = 1000; ///< by one question
    static constexpr qsizetype MostByName = 8; ///< more of them at once: everybody is asked for

    Newcomers(History &history, const People &people, Find find, QObject *parent = nullptr);

    /// Logged in, on a new connection: fetches everybody.
    void begin();

private:
    struct Newcomer
    {
        AccountId account;
        QString name;
    };

    void note(AccountId account, const QString &name);
    void askNext();
    void ask(const QList<Newcomer> &sought, const QString &query);
    void fetch(const QString &query, quint32 offset);
    void found(const Result<PeopleList> &people, const QString &query, quint32 offset);

    static constexpr int GatherMs = 300;
    static constexpr int AskAgainMs = 2000;
    static constexpr int MostRemembered = 10'000;

    const People &m_people;
    Find m_find;
    QTimer m_timer;
    QSet<AccountId> m_asked; ///< who is not found is not asked for again and again
    QList<Newcomer> m_waiting; ///< to ask for
    QList<Newcomer> m_sought; ///< asked for now
    bool m_isAsking = false;
    int m_connection = 0; ///< answers of an earlier connection are not ours
};

} // namespace salon
