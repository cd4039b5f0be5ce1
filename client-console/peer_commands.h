// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-console/peer_view.h"
#include "client-console/screen.h"
#include "shared/client-core/text/completion.h"
#include "shared/nearby/nearby.h"

#include <QObject>
#include <span>

namespace salon::console {

/// The commands about people nearby: /nearby, /direct, /send-file … Each is a row of one table.
class PeerCommands : public QObject
{
    Q_OBJECT

public:
    struct Row
    {
        const char *name; ///< without the slash
        const char *arguments; ///< for people; marked for translation
        const char *help; ///< marked for translation
        void (PeerCommands::*run)(const QString &argument);
        bool needsConversation; ///< an open one
    };

    PeerCommands(Nearby &nearby, PeerView &view, Screen &screen);

    /// Runs "/name argument"; false if it is none of these.
    bool run(const QString &line);
    /// The command of this line works on the open conversation.
    [[nodiscard]] static bool needsConversation(const QString &line);
    [[nodiscard]] QList<CommandName> names() const;
    [[nodiscard]] static std::span<const Row> table();

    /// People who are accepted and call themselves so: strangers may claim any name.
    [[nodiscard]] QList<NearbyPerson> acceptedNamed(const QString &name) const;
    /// Says who asks, or is not who they seem, with what to compare and what to type.
    void showRequest(const NearbyPerson &person);
    /// Says what to do before one talks with somebody who is not accepted; nobody is accepted by it.
    void showStranger(const NearbyPerson &person);
    /// What to type for this person: the name, or a number where the name is long or may be another's.
    [[nodiscard]] QString handleOf(const NearbyPerson &person);

Q_SIGNALS:
    /// A file was offered, or could not be: nothing more is to be waited for.
    void filePrepared();
    /// A conversation was asked for and not opened: what follows is not for the one that was open.
    void notOpened();

private:
    void nearby(const QString &argument);
    void direct(const QString &name);
    void accept(const QString &name);
    void refuse(const QString &name);
    void words(const QString &name);
    void connectTo(const QString &address);
    void hangUp(const QString &address);
    void sendFile(const QString &path);
    void files(const QString &);
    void acceptFile(const QString &argument);
    void refuseFile(const QString &number);
    void pauseFile(const QString &number);
    void withdrawFile(const QString &number);

    void list();
    [[nodiscard]] bool isReady();
    void showWordsOf(const NearbyPerson &person);
    [[nodiscard]] QString lineOf(const NearbyPerson &person, qsizetype nameWidth);
    [[nodiscard]] QList<NearbyPerson> everybodyNamed(const QString &name) const;
    /// Nothing, and a problem on the screen, if the name or number is nobody's or several people's.
    std::optional<NearbyPerson> personNamed(const QString &name);
    std::optional<Cid> fileNumbered(const QString &number);

    Nearby &m_nearby;
    PeerView &m_view;
    Screen &m_screen;
    QList<QByteArray> m_listed; ///< by number, from 1 on
    QSet<QByteArray> m_wordsPromised; ///< to be shown once they are found
};

} // namespace salon::console
