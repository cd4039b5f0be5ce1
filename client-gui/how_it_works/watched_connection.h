// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/how_it_works/frame_words.h"

#include <QHash>
#include <QObject>
#include <QPointer>

namespace salon {

class Nearby;
class Workspace;

/// What a FrameLogModel listens to: the connection to a server, or that to a person nearby, who goes before the server.
/// Leads it from one to the next, and knows by which names each of its rows was taken.
class WatchedConnection : public QObject
{
    Q_OBJECT
public:
    explicit WatchedConnection(FrameLogModel &log);
    ~WatchedConnection() override;

    /// Null: none.
    void setWorkspace(Workspace *workspace);
    [[nodiscard]] Workspace *workspace() const { return m_workspace; }
    /// With an empty key nobody: the server again.
    void setPerson(Nearby *nearby, const QByteArray &key);
    /// While it is on, the log records, and moves along.
    void setOn(bool on);

    /// There is a person or a server.
    [[nodiscard]] bool isThere() const { return isPeer() || m_workspace; }
    [[nodiscard]] bool isPeer() const;
    /// Of the person or the server; empty without.
    [[nodiscard]] QString name() const;
    /// "host:port" of the server; empty for a person, who may be anywhere.
    [[nodiscard]] QString address() const;
    [[nodiscard]] bool isEncrypted() const;
    /// Of the rooms and people of the server that the row is of.
    [[nodiscard]] FrameWords::Names namesOf(const QModelIndex &row) const;
    /// Ends the connection to the server and makes a new one.
    void reconnect();

Q_SIGNALS:
    /// Another server or person, or another name of the person.
    void changed();

private:
    void follow();
    void leave();
    void personChanged(const QByteArray &key);

    FrameLogModel &m_log;
    QPointer<Workspace> m_workspace;
    QPointer<Nearby> m_nearby;
    QByteArray m_person;
    QString m_name; ///< of the person, as it was told last
    SessionState m_step = SessionState::Offline; ///< of the person's link, as it was told last
    bool m_on = false;
    QObject *m_followed = nullptr; ///< the workspace or Nearby that is recorded; only compared
    QPointer<Nearby> m_tapped; ///< whose frames are recorded; need not be `m_nearby` any more
    QByteArray m_followedPerson;
    QHash<int, QPointer<Workspace>> m_workspaces; ///< by the number of the connection
};

} // namespace salon
