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

    /// Opens the conversation with the person of this name or number; a problem is shown if there is none.
    bool openPerson(const QString &name);
    /// Says who asks, with what to compare and what to type.
    void showRequest(const NearbyPerson &person);

Q_SIGNALS:
    /// A file was offered, or could not be: nothing more is to be waited for.
    void filePrepared();

private:
    void nearby(const QString &argument);
    void direct(const QString &name);
    void accept(const QString &name);
    void refuse(const QString &name);
    void words(const QString &name);
    void connectTo(const QString &address);
    void sendFile(const QString &path);
    void files(const QString &);
    void acceptFile(const QString &argument);
    void refuseFile(const QString &number);
    void pauseFile(const QString &number);
    void withdrawFile(const QString &number);

    void list();
    [[nodiscard]] bool isReady();
    /// Nothing, and a problem on the screen, if the name or number is nobody's or several people's.
    std::optional<NearbyPerson> personNamed(const QString &name);
    std::optional<PeerEntry> fileNumbered(const QString &number);

    Nearby &m_nearby;
    PeerView &m_view;
    Screen &m_screen;
    QList<QByteArray> m_listed; ///< by number, from 1 on
};

} // namespace salon::console
