// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/console/classroom_port.h"
#include "server/console/guests_port.h"
#include "server/dispatch/operator_port.h"
#include "server/import/import_port.h"

#include <QCoreApplication>
#include <QObject>
#include <functional>

namespace salon::server {

/// The operator's commands: takes lines, says answers in the operator's language. Everything that people wrote is made
/// safe for a terminal by whoever writes what is said.
class OperatorConsole : public QObject
{
    Q_OBJECT

public:
    using Say = std::function<void(const QString &text)>;

    OperatorConsole(OperatorPort &server, Say say, QObject *parent = nullptr);

    /// Nullptr, as at the beginning: there is none.
    void setClassroom(ClassroomPort *classroom) { m_classroom = classroom; }
    /// The same for guests.
    void setGuests(GuestsPort *guests) { m_guests = guests; }

    /// The same for reading in exports.
    void setImport(ImportPort *import) { m_import = import; }

    void execute(const QString &line);

Q_SIGNALS:
    void stopRequested();

private:
    struct Command;
    static const QList<Command> &commands();

    void help(const QString &rest);
    void who(const QString &rest);
    void rooms(const QString &rest);
    void announce(const QString &rest);
    void kick(const QString &rest);
    void endGuest(const QString &rest);
    void invite(const QString &rest);
    void importFolder(const QString &rest);
    void classroom(const QString &rest);
    void dialogue(const QString &rest);
    void stop(const QString &rest);
    [[nodiscard]] bool hasClassroom();

    OperatorPort &m_server;
    ClassroomPort *m_classroom = nullptr;
    GuestsPort *m_guests = nullptr;
    ImportPort *m_import = nullptr;
    Say m_say;
};

} // namespace salon::server
