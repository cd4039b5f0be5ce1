// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-console/ansi.h"
#include "client-console/exit_code.h"
#include "client-console/line_editor.h"
#include "client-console/plain/meeting.h"
#include "client-console/plain/plain_address.h"
#include "client-console/plain/plain_link.h"
#include "client-console/plain/plain_options.h"
#include "client-console/plain/plain_screen.h"
#include "client-console/run_mode.h"
#include "shared/base/standard_bytes.h"

#include <QCoreApplication>
#include <QObject>
#include <QTimer>
#include <memory>

namespace salon::console {

/// A conversation with a program that knows nothing of Salon, from the command line to the exit code. A person types
/// lines; a pipe gives bytes (or, where messages are kept apart, lines) and its end ends our direction; --send sends
/// one message and waits for the answer. Ends the program.
class PlainApp : public QObject
{
    Q_OBJECT

public:
    PlainApp(PlainOptions options, const Ansi &ansi);
    ~PlainApp() override;

    void start();

private:
    void openStream(const Endpoint &endpoint);
    void openDatagrams(const Endpoint &endpoint);
    void sayConnected(qintptr descriptor);
    void waitFor(int seconds);
    void waitingOn(const QString &address);
    void use(std::unique_ptr<PlainLink> link);
    void beginInput();

    void takeTyped(const QString &line);
    void takePiped(const QByteArray &bytes);
    void sendLines(const QByteArray &bytes);
    bool send(const QByteArray &message);
    void inputEnded();

    void received(const QByteArray &bytes, const QString &from);
    void drained();
    void readEnded();
    void linkClosed(const Error &reason);
    void nobodyThere();
    /// It was silent for long enough, after the input ended.
    void silent();
    /// Nobody was met in time.
    void late();

    /// Shows what is left and ends the program, the connection first.
    void end(ExitCode code);
    void endWith(ExitCode code, const QString &problem);
    void exitNow();
    [[nodiscard]] bool mayAnswerLater() const { return m_options.way != PlainOptions::Way::Connect; }

    const PlainOptions m_options;
    const RunMode m_mode;
    PlainAddress m_address;
    QByteArray m_message; ///< of Mode::Message
    std::unique_ptr<LineEditor> m_editor; ///< of Mode::Person
    PlainScreen m_screen;
    std::unique_ptr<Meeting> m_meeting;
    std::unique_ptr<PlainLink> m_link;
    StandardBytes m_pipe;
    QByteArray m_piped; ///< a line whose end has not come yet
    QTimer m_deadline; ///< of the connection
    QTimer m_silence;
    ExitCode m_exitCode = ExitDone;
    bool m_isForGroup = false; ///< several may answer
    bool m_inputEnded = false;
    bool m_readEnded = false;
    bool m_hasAnswer = false;
    bool m_isEnding = false;
};

} // namespace salon::console
